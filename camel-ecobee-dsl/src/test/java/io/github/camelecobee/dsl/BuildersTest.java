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
package io.github.camelecobee.dsl;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.component.AbstractComponentBuilder;
import org.apache.camel.builder.endpoint.AbstractEndpointBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static io.github.camelecobee.dsl.StaticEndpointBuilders.ecobee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Routes and components that are written with the builders; also run on the other lines of Camel. */
class BuildersTest {
    private static final String UPSTAIRS = "311019854581";

    private final CamelContext camel = new DefaultCamelContext();
    private EcobeeSimulator cloud;

    @BeforeEach
    void start() {
        cloud = EcobeeSimulator.builder().port(0).clock(SimulatedClock.accelerated(1)).pinInterval(Duration.ofSeconds(1))
                .pinApproval(PinApproval.automaticAfter(Duration.ZERO)).start();
        EcobeeComponentBuilderFactory.ecobee()
                .apiKey(EcobeeSimulator.DEFAULT_API_KEY)
                .baseUrl(cloud.baseUri().toString())
                .grantStore(new MemoryGrantStore())
                .register(camel, "ecobee");
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
        cloud.close();
    }

    @Test
    void routesOfBuildersReadAndHold() throws Exception {
        camel.addRoutes(new DocumentedBuilders());
        MockEndpoint read = camel.getEndpoint("mock:read", MockEndpoint.class);
        read.expectedMinimumMessageCount(cloud.thermostats().size());
        read.allMessages().body().isInstanceOf(Thermostat.class);
        camel.start();
        read.assertIsSatisfied(30_000);

        camel.createProducerTemplate().sendBody("direct:warm", "");

        assertThat(cloud.thermostat(UPSTAIRS).events()).first()
                .satisfies(hold -> assertThat(hold.getHeatHoldTemp()).isEqualTo(680));

        camel.createProducerTemplate().sendBody("direct:remind", "");

        assertThat(cloud.thermostat(UPSTAIRS).snapshot().getAlerts())
                .anyMatch(alert -> "Filter & fan: 100% cleaner".equals(alert.getText()));
    }

    @Test
    void aComponentIsWhatItsBuilderSays() {
        EcobeeComponent cottage = EcobeeComponentBuilderFactory.ecobee().account("cottage").connectTimeout(5_000)
                .allowFastPolling(true).build();

        assertThat(cottage.getConfiguration().getAccount()).isEqualTo("cottage");
        assertThat(cottage.getConfiguration().isAllowFastPolling()).isTrue();
        assertThat(cottage.getConnectTimeout()).isEqualTo(5_000);
    }

    @Test
    @EnabledIfSystemProperty(named = "camel.line", matches = ".+")
    void whatTheBuildersStandOnIsOfTheLine() {
        assertThat(Stream.of(AbstractEndpointBuilder.class, AbstractComponentBuilder.class, DefaultCamelContext.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .allMatch(jar -> jar.endsWith("-" + System.getProperty("camel.line") + ".jar"));
        assertThat(StaticEndpointBuilders.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .endsWith(".jar");
    }

    @Test
    void anEndpointMayBeOfAnotherComponent() {
        EcobeeComponentBuilderFactory.ecobee().apiKey("k").account("cottage").register(camel, "second");

        assertThat(ecobee("second", "thermostats").resolve(camel).getComponent()).isSameAs(camel.getComponent("second"));
    }

    @Test
    void aComponentThatIsRegisteredHasItsPlaceholdersResolved() throws Exception {
        try (CamelContext other = new DefaultCamelContext()) {
            other.getPropertiesComponent().addPropertiesFunction(new Environment());
            DocumentedBuilders.register(other);

            EcobeeComponent component = other.getComponent("ecobee", EcobeeComponent.class);
            assertThat(component.getApiKey()).isEqualTo("value of ECOBEE_API_KEY");
            assertThat(component.getGrantFile()).isEqualTo("/var/lib/heating/grants.json");
        }
    }

    @Test
    void secretsOfTheComponentNeedNoEscape() {
        EcobeeComponentBuilderFactory.ecobee().apiKey("se&cret%2F#?=+ key").register(camel, "second");

        assertThat(camel.getComponent("second", EcobeeComponent.class).getApiKey()).isEqualTo("se&cret%2F#?=+ key");
    }

    @Test
    void anAmpersandInAnOptionOfAnEndpointEndsTheOption() {
        assertThatThrownBy(() -> ecobee("sendMessage").text("Filter & fan").resolve(camel))
                .hasStackTraceContaining("Unknown parameters");
    }

    /** An environment that has every variable. */
    private static final class Environment implements PropertiesFunction {
        @Override
        public String getName() {
            return "env";
        }

        @Override
        public String apply(String variable) {
            return "value of " + variable;
        }
    }
}
