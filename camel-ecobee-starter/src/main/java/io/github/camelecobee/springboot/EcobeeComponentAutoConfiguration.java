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

import java.time.Clock;

import io.github.camelecobee.EcobeeComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.spring.boot.util.ConditionalOnCamelContextAndAutoConfigurationBeans;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * Hands the properties {@code camel.component.ecobee.*} to each component {@code ecobee}. Off with
 * {@code camel.component.ecobee.enabled=false}, or {@code camel.component.ecobee.customizer.enabled=false}.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@Conditional(ConditionalOnCamelContextAndAutoConfigurationBeans.class)
@ConditionalOnHierarchicalProperties({ "camel.component", "camel.component.ecobee" })
@EnableConfigurationProperties(EcobeeComponentConfiguration.class)
public class EcobeeComponentAutoConfiguration {

    /** Spring creates it. */
    public EcobeeComponentAutoConfiguration() {
    }

    @Lazy
    @Bean
    ComponentCustomizer configureEcobeeComponent(
            CamelContext camel, EcobeeComponentConfiguration configuration, ApplicationContext application) {
        return new EcobeeCustomizer(
                application, 0, component -> CamelPropertiesHelper.copyProperties(camel, configuration, component));
    }

    @Lazy
    @Bean
    ComponentCustomizer ecobeeClockCustomizer(ApplicationContext application) {
        return new EcobeeCustomizer(application, EcobeeCustomizer.AFTER_OPTIONS, component -> clock(application, component));
    }

    /** By its name only: a clock that an application has for its own ends must not decide on tokens. */
    private static void clock(ApplicationContext application, EcobeeComponent component) {
        if (component.getClock() == null && application.containsBean("ecobeeClock")) {
            component.setClock(application.getBean("ecobeeClock", Clock.class));
        }
    }
}
