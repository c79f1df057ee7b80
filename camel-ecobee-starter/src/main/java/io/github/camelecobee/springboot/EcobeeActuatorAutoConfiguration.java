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

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code ecobee} of Actuator, where Actuator is there and the endpoint is exposed. */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnHierarchicalProperties({ "camel.component", "camel.component.ecobee" })
public class EcobeeActuatorAutoConfiguration {

    /** Spring creates it. */
    public EcobeeActuatorAutoConfiguration() {
    }

    @Bean
    @ConditionalOnBean(CamelContext.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint(EcobeeActuatorEndpoint.class)
    EcobeeActuatorEndpoint ecobeeActuatorEndpoint(CamelContext camel) {
        return new EcobeeActuatorEndpoint(camel);
    }

    /** Also where an application shows the values of its properties. */
    @Bean
    SanitizingFunction ecobeeSanitizingFunction() {
        return new EcobeeSanitizingFunction();
    }
}
