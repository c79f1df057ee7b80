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
package io.github.camelecobee.kamelets;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.simulator.EcobeeSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whose thermostats a Kamelet is about, and who gets to know. */
class CredentialsTest extends KameletTestSupport {

    @Test
    void twoKameletsOfOneKeyShareOneAuthorization() throws Exception {
        CamelContext camel = startWith("ecobee-source", "ecobee-hold-sink");
        mock("thermostats").expectedMinimumMessageCount(1);
        routes(SOURCE + """
                - route:
                    from:
                      uri: direct:comfort
                      steps:
                        - to: kamelet:ecobee-hold-sink?thermostatIds=311019854581&holdClimateRef=away
                """);
        mock("thermostats").assertIsSatisfied(PATIENCE.toMillis());

        send("direct:comfort", "", Map.of());

        assertThat(ecobee.thermostat(UPSTAIRS).events()).isNotEmpty();
        assertThat(components(camel)).hasSize(1);
        assertThat(ecobee.requests().count("GET", "/authorize")).isEqualTo(1);
    }

    @Test
    void twoKameletsOfTwoServersAreApart() throws Exception {
        try (EcobeeSimulator other = simulator().start()) {
            CamelContext camel = start(Map.of("other.url", other.baseUri().toString(), "other.grants", grants("other.json")));
            mock("first").expectedMinimumMessageCount(1);
            mock("second").expectedMinimumMessageCount(1);

            routes("""
                    - route:
                        from:
                          uri: kamelet:ecobee-source
                          parameters:
                            apiKey: "{{ecobee.apiKey}}"
                            baseUrl: "{{ecobee.url}}"
                            grantFile: "{{ecobee.grants}}"
                          steps:
                            - to: mock:first
                    - route:
                        from:
                          uri: kamelet:ecobee-source
                          parameters:
                            apiKey: "{{ecobee.apiKey}}"
                            baseUrl: "{{other.url}}"
                            grantFile: "{{other.grants}}"
                          steps:
                            - to: mock:second
                    """);

            MockEndpoint.assertIsSatisfied(PATIENCE.toSeconds(), SECONDS, mock("first"), mock("second"));
            assertThat(components(camel)).hasSize(2);
            assertThat(Path.of(grants("other.json"))).exists();
        }
    }

    @Test
    void twoAccountsOfOneKeyHaveAnAuthorizationEach() throws Exception {
        startWith("ecobee-source");
        mock("home").expectedMinimumMessageCount(1);
        mock("cabin").expectedMinimumMessageCount(1);

        routes("""
                - route:
                    from:
                      uri: kamelet:ecobee-source?account=home
                      steps:
                        - to: mock:home
                - route:
                    from:
                      uri: kamelet:ecobee-source?account=cabin
                      steps:
                        - to: mock:cabin
                """);

        MockEndpoint.assertIsSatisfied(PATIENCE.toSeconds(), SECONDS, mock("home"), mock("cabin"));
        assertThat(mock("cabin").getExchanges().get(0).getMessage().getHeader(EcobeeConstants.ACCOUNT)).isEqualTo("cabin");
        assertThat(ecobee.requests().count("GET", "/authorize")).isEqualTo(2);
    }

    @Test
    void withoutAKeyTheComponentOfTheApplicationIsUsed() throws Exception {
        connect("camel.component.ecobee");
        CamelContext camel = start(Map.of());
        mock("thermostats").expectedMinimumMessageCount(1);

        routes(SOURCE);

        mock("thermostats").assertIsSatisfied(PATIENCE.toMillis());
        assertThat(components(camel)).containsExactly(camel.getComponent("ecobee", EcobeeComponent.class));
    }

    @Test
    void aKameletOfTheSameKeyUsesTheComponentOfTheApplication() throws Exception {
        connect("camel.component.ecobee");
        CamelContext camel = startWith("ecobee-source");
        mock("thermostats").expectedMinimumMessageCount(1);

        routes(SOURCE);

        mock("thermostats").assertIsSatisfied(PATIENCE.toMillis());
        assertThat(components(camel)).hasSize(1);
    }

    @Test
    void withoutAnyKeyTheErrorNamesTheOption() {
        start(Map.of());

        assertThatThrownBy(() -> routes(SOURCE)).hasStackTraceContaining("apiKey");
    }

    @Test
    void aServerWithoutAKeyIsRefused() {
        start(Map.of("camel.kamelet.ecobee-source.baseUrl", "{{ecobee.url}}"));

        assertThatThrownBy(() -> routes(SOURCE)).hasStackTraceContaining("baseUrl: ")
                .hasStackTraceContaining("is given without apiKey");
    }

    @Test
    void theKeyIsInNoUriAndNoLog() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        // Camel itself writes at DEBUG what placeholders become.
        Logger ours = (Logger) LoggerFactory.getLogger("io.github.camelecobee");
        ours.setLevel(Level.TRACE);
        try {
            CamelContext camel = startWith("ecobee-source");
            mock("thermostats").expectedMinimumMessageCount(1);
            routes(SOURCE);
            mock("thermostats").assertIsSatisfied(PATIENCE.toMillis());

            assertThat(camel.getEndpoints()).extracting(Endpoint::getEndpointUri).noneMatch(CredentialsTest::tellsTheKey);
            assertThat(camel.getComponentNames()).noneMatch(CredentialsTest::tellsTheKey);
            assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null))
                    .noneMatch(name -> tellsTheKey(name.toString()));
            assertThat(List.copyOf(log.list)).extracting(ILoggingEvent::getFormattedMessage)
                    .isNotEmpty().noneMatch(CredentialsTest::tellsTheKey);
            assertThat(Files.readString(Path.of(grants("grants.json")))).doesNotContain(EcobeeSimulator.DEFAULT_API_KEY);
        } finally {
            ours.setLevel(null);
            root.detachAppender(log);
        }
    }

    private static final String SOURCE = """
            - route:
                from:
                  uri: kamelet:ecobee-source
                  steps:
                    - to: mock:thermostats
            """;

    private static boolean tellsTheKey(String text) {
        return text.contains(EcobeeSimulator.DEFAULT_API_KEY);
    }

    private static List<EcobeeComponent> components(CamelContext camel) {
        return camel.getComponentNames().stream().map(camel::hasComponent).filter(EcobeeComponent.class::isInstance)
                .map(EcobeeComponent.class::cast).distinct().toList();
    }
}
