/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.github.camelecobee.springboot;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Shows the component which registry of meters it is to use where the application has several: the primary one, which
 * with Spring Boot is the one that feeds all others. A single one it finds by itself.
 */
@AutoConfiguration(before = EcobeeComponentAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnHierarchicalProperties({ "camel.component", "camel.component.ecobee" })
public class EcobeeMetersAutoConfiguration {
    /** Where the component looks, and where camel-micrometer puts its own. */
    private static final String NAME = "metricsRegistry";

    /** Spring creates it. */
    public EcobeeMetersAutoConfiguration() {
    }

    @Lazy
    @Bean
    ComponentCustomizer ecobeeMetersCustomizer(
            CamelContext camel, ObjectProvider<MeterRegistry> registries, ApplicationContext application) {
        return new EcobeeCustomizer(
                application, EcobeeCustomizer.AFTER_OPTIONS, component -> registries.ifUnique(registry -> {
                    if (camel.getRegistry().lookupByName(NAME) == null) {
                        camel.getRegistry().bind(NAME, registry);
                    }
                }));
    }
}
