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
package io.github.camelecobee;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import io.github.camelecobee.authorization.MemoryGrantStore;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How options reach the component and its endpoints, whoever sets them. */
class OptionsTest extends EcobeeTestSupport {
    @Test
    void anEndpointsWayToChooseThermostatsReplacesTheComponents() throws Exception {
        bind(Map.of("thermostatIds", UPSTAIRS));
        camel.start();

        EcobeeConfiguration set = endpoint("ecobee:thermostats?managementSet=/").getConfiguration();

        assertThat(set.getManagementSet()).isEqualTo("/");
        assertThat(set.getThermostatIds()).isNull();
        assertThat(endpoint("ecobee:thermostats").getConfiguration().getThermostatIds()).isEqualTo(UPSTAIRS);
        assertThatThrownBy(() -> endpoint("ecobee:thermostats?managementSet=/&thermostatIds=1"))
                .hasStackTraceContaining("thermostatIds and managementSet cannot be given together");
    }

    @Test
    void aClockThatTheApplicationHappensToHaveIsNotOurs() throws Exception {
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            MemoryGrantStore store = new MemoryGrantStore();
            other.getRegistry().bind("theirs", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            other.getRegistry().bind("store", store);
            other.start();

            EcobeeComponent component = other.getComponent("ecobee", EcobeeComponent.class);

            assertThat(component.getClock()).isNull();
            assertThat(component.getGrantStore()).isSameAs(store);
        }
    }

    @Test
    void theServiceIsWhereRequestsGo() throws Exception {
        camel.start();
        assertThat(endpoint("ecobee:thermostats").getServiceProtocol()).isEqualTo("http");
        assertThat(endpoint("ecobee:thermostats").getServiceUrl()).isEqualTo(ecobee.baseUri().toString());
        component().setBaseUrl("https://api.ecobee.com");
        assertThat(endpoint("ecobee:thermostats").getServiceProtocol()).isEqualTo("https");
    }

    @Test
    void everyComponentHasAHealthCheckOfItsOwn() throws Exception {
        EcobeeComponent second = newComponent();
        second.setApiKey("another key");
        camel.addComponent("second", second);
        camel.start();
        component().authorization(ACCOUNT);
        second.authorization("cottage");
        HealthCheckRegistry registry = HealthCheckRegistry.get(camel);

        HealthCheck check = registry.getCheck("second-authorization").orElseThrow();
        assertThat(registry.getCheck("ecobee-authorization")).isPresent();
        assertThat(check.call().getMessage()).hasValueSatisfying(message -> assertThat(message).contains("cottage"));
        assertThat(check.call().getDetails()).doesNotContainKey("ecobee.default.state");

        second.stop();
        assertThat(registry.getCheck("second-authorization")).isEmpty();
        assertThat(registry.getCheck("ecobee-authorization")).isPresent();
    }

    private void bind(Map<String, Object> properties) {
        var bound = new HashMap<>(properties);
        PropertyBindingSupport.build().withCamelContext(camel).withTarget(component())
                .withConfigurer(component().getComponentPropertyConfigurer()).withProperties(bound).bind();
        assertThat(bound).isEmpty();
    }

    private EcobeeEndpoint endpoint(String uri) {
        return camel.getEndpoint(uri, EcobeeEndpoint.class);
    }
}
