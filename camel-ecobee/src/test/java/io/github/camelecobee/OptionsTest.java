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
import org.apache.camel.main.Main;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How options reach the component and its endpoints, whoever sets them. */
class OptionsTest extends EcobeeTestSupport {
    @Test
    void optionsOfTheComponentAreDefaultsOfItsEndpoints() throws Exception {
        MemoryStateRepository cursors = new MemoryStateRepository();
        camel.getRegistry().bind("cursors", cursors);
        bind(Map.of("account", "cottage", "include", "runtime", "connectTimeout", "10s", "requestTimeout", "3m",
                "holdType", "nextTransition", "cursorRepository", "#bean:cursors", "maxMessagesPerPoll", "7"));
        camel.start();

        EcobeeConfiguration own = endpoint("ecobee:thermostats?include=settings").getConfiguration();

        assertThat(own.getAccount()).isEqualTo("cottage");
        assertThat(own.getInclude()).isEqualTo("settings");
        assertThat(own.getHoldType()).isEqualTo("nextTransition");
        assertThat(own.getCursorRepository()).isSameAs(cursors);
        assertThat(own.getMaxMessagesPerPoll()).isEqualTo(7);
        assertThat(component().getConnectTimeout()).isEqualTo(10_000);
        assertThat(component().getRequestTimeout()).isEqualTo(180_000);
        assertThat(component().getConfiguration().getInclude()).isEqualTo("runtime");
    }

    @Test
    void propertiesOfCamelMainReachTheEndpoints() throws Exception {
        Main main = new Main();
        main.addInitialProperty("camel.component.ecobee.api-key", KEY);
        main.addInitialProperty("camel.component.ecobee.response-timeout", "20s");
        main.addInitialProperty("camel.component.ecobee.thermostat-ids", UPSTAIRS);
        main.addInitialProperty("camel.component.ecobee.allow-fast-polling", "true");
        main.start();
        try {
            EcobeeEndpoint endpoint = main.getCamelContext().getEndpoint("ecobee:thermostats?delay=3m", EcobeeEndpoint.class);
            assertThat(endpoint.getComponent().getApiKey()).isEqualTo(KEY);
            assertThat(endpoint.getComponent().getResponseTimeout()).isEqualTo(20_000);
            assertThat(endpoint.getConfiguration().getThermostatIds()).isEqualTo(UPSTAIRS);
            assertThat(endpoint.getConfiguration().isAllowFastPolling()).isTrue();
            assertThat(endpoint.getDelay()).isEqualTo(180_000);
        } finally {
            main.stop();
        }
    }

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
    void configurationsOfEndpointsAreIndependent() throws Exception {
        camel.start();
        EcobeeConfiguration first = endpoint("ecobee:setHold?fan=on").getConfiguration();
        EcobeeConfiguration second = endpoint("ecobee:setHold").getConfiguration();

        first.setHoldHours(3);

        assertThat(second.getHoldHours()).isNull();
        assertThat(second.getFan()).isNull();
        assertThat(component().getConfiguration().getHoldHours()).isNull();
        assertThat(endpoint("ecobee:setHold")).isSameAs(endpoint("ecobee:setHold"));
    }

    @Test
    void endpointsAreMadeWithoutReflection() throws Exception {
        camel.start();
        var introspection = PluginHelper.getBeanIntrospection(camel);
        introspection.resetCounters();

        endpoint("ecobee:setHold?fan=on&holdHours=2&holdType=holdHours&thermostatIds=1");
        endpoint("ecobee:thermostats?delay=200000&greedy=false&backoffMultiplier=2&include=runtime");

        assertThat(introspection.getInvokedCounter()).isZero();
    }

    @Test
    void aUriIsBuiltFromItsParts() throws Exception {
        camel.start();
        var factory = camel.getCamelContextExtension().getEndpointUriFactory("ecobee");

        String uri = factory.buildUri("ecobee", Map.of("operation", "setHold", "holdHours", 2, "thermostatIds", UPSTAIRS));

        assertThat(uri).isEqualTo("ecobee:setHold?holdHours=2&thermostatIds=" + UPSTAIRS);
        assertThat(endpoint(uri).getEndpointUri()).isEqualTo("ecobee://setHold?holdHours=2&thermostatIds=" + UPSTAIRS);
        assertThat(factory.secretPropertyNames()).isEmpty();
    }

    @Test
    void everyOperationGoesThroughTheFactoryOfUrisAndBack() throws Exception {
        camel.start();
        var factory = camel.getCamelContextExtension().getEndpointUriFactory("ecobee");

        for (EcobeeOperation operation : EcobeeOperation.values()) {
            String uri = factory.buildUri("ecobee", Map.of("operation", operation.uriName(), "account", "cottage"));

            assertThat(uri).isEqualTo("ecobee:" + operation.uriName() + "?account=cottage");
            assertThat(factory.isEnabled("ecobee")).isTrue();
            assertThat(endpoint(uri).getOperation()).isEqualTo(operation);
        }
    }

    @Test
    void aCopyOfAConfigurationHasEveryOptionAndALifeOfItsOwn() throws Exception {
        camel.start();
        EcobeeConfiguration original = new EcobeeConfiguration();
        EcobeeConfigurationConfigurer configurer = new EcobeeConfigurationConfigurer();
        Map<String, Object> values = new HashMap<>();
        for (ComponentModel.ComponentOptionModel option : Catalog.component().getComponentOptions()) {
            Class<?> type = configurer.getOptionType(option.getName(), false);
            if (type != null) {
                values.put(option.getName(), different(type));
            }
        }
        values.forEach((name, value) -> configurer.configure(camel, original, name, value, false));

        EcobeeConfiguration copy = original.copy();

        assertThat(values).hasSizeGreaterThan(50);
        assertThat(values).allSatisfy(
                (name, value) -> assertThat(configurer.getOptionValue(copy, name, false)).as(name).isEqualTo(value));
        copy.setAccount("another");
        assertThat(original.getAccount()).isEqualTo(values.get("account"));
    }

    /** A value that no option of this type has by default. */
    private static Object different(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class || type == Integer.class) {
            return 4_321;
        }
        if (type == long.class || type == Long.class) {
            return 4_321L;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        return type == StateRepository.class ? new MemoryStateRepository() : "different";
    }

    @Test
    void camelMasksTheSecretsOfTheComponentByTheirNames() {
        assertThat(URISupport.sanitizeUri("ecobee:setHold?apiKey=tell-tale&proxyAuthPassword=tell-tale"))
                .doesNotContain("tell-tale");
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
        second.authorization("cottage").start();
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
