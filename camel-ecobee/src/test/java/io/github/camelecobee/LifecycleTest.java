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

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** From nothing to a running route: PIN, grant on disk, restart. The clock is the wall's. */
class LifecycleTest extends EcobeeTestSupport {
    @TempDir
    Path folder;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return EcobeeSimulator.builder().port(0).clock(SimulatedClock.real()).pinInterval(Duration.ofSeconds(1));
    }

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setGrantStore(new FileGrantStore(folder.resolve("grants.json")));
        component.setClock(Clock.systemUTC());
        return component;
    }

    @Test
    @Tag("field-18")
    @Tag("field-20")
    void aRouteIsAuthorizedByPinAndNeverAsksAgain() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());
        MockEndpoint pins = mock("pins");
        pins.expectedMessageCount(1);

        start(routes());
        pins.assertIsSatisfied();
        String pin = pins.getExchanges().get(0).getIn().getHeader(EcobeeConstants.PIN, String.class);
        assertThat(ecobee.outstandingPins()).containsExactly(pin);
        assertThat(changed.getReceivedCounter()).isZero();
        ecobee.approvePin(pin);
        changed.assertIsSatisfied();
        camel.close();

        for (int restart = 0; restart < 3; restart++) {
            camel = newContext();
            MockEndpoint again = mock("changed");
            again.expectedMessageCount(ecobee.thermostats().size());
            start(routes());
            again.assertIsSatisfied();
            camel.close();
        }
        assertThat(ecobee.requests().count("GET", "/authorize")).isEqualTo(1);
        assertThat(ecobee.requests().matching(request -> "ecobeePin".equals(request.grantType())))
                .noneMatch(request -> request.httpStatus() == 0).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    @Timeout(20)
    void startingWaitsForNobody() throws Exception {
        start(routes());

        assertThat(camel.getStatus().isStarted()).isTrue();
        assertThat(camel.getRouteController().getRouteStatus("changed").isStarted()).isTrue();
        await().atMost(PATIENCE)
                .until(() -> component().authorization(ACCOUNT).status().state() == AuthorizationState.PIN_ISSUED);
    }

    @Test
    @Tag("field-11")
    void anUnreachableServerKeepsTheContextUpAndIsFoundWhenItIsBack() throws Exception {
        int port = freePort();
        component().setBaseUrl("http://127.0.0.1:" + port);
        MockEndpoint changed = mock("changed");
        changed.expectedMinimumMessageCount(4);
        start(routes());
        await().atMost(PATIENCE).until(() -> component().authorization(ACCOUNT).status().lastError() != null);
        assertThat(camel.getStatus().isStarted()).isTrue();

        try (EcobeeSimulator back = EcobeeSimulator.builder().port(port).pinInterval(Duration.ofSeconds(1)).start()) {
            await().atMost(Duration.ofMinutes(2)).until(() -> !back.outstandingPins().isEmpty());
            back.approveNewestPin();
            changed.assertIsSatisfied(PATIENCE.toMillis());
        }
    }

    @Test
    @Tag("field-26")
    void healthIsDownWithTheNextStepUntilTheAccountIsAuthorized() throws Exception {
        start(routes());
        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(health()).satisfies(result -> {
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage()).hasValueSatisfying(message -> assertThat(message)
                    .contains("Account 'default'", ecobee.outstandingPins().get(0)));
        }));

        ecobee.approveNewestPin();

        await().atMost(PATIENCE).until(() -> health().getState() == HealthCheck.State.UP);
    }

    @Test
    void aProducerOfAnUnauthorizedAccountFailsAtOnceWithTheNextStep() throws Exception {
        camel.start();

        assertThatThrownBy(() -> camel.createProducerTemplate().requestBody("ecobee:getThermostats", ""))
                .cause().hasMessageContaining("default");
        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());
    }

    @Test
    void aMissingApiKeyStopsTheRouteWithTheNameOfTheOption() {
        component().setApiKey(null);

        assertThatThrownBy(() -> start(routes())).hasStackTraceContaining("The option apiKey is missing");
    }

    @Test
    void tokensTravelInTheClearOnlyOnTheLoopbackInterface() {
        for (String url : new String[] {
                "http://ecobee.example", "ftp://127.0.0.1", "https://user:pass@ecobee.example",
                "https://ecobee.example?x=y", "nonsense", "http://127.0.0.1.example" }) {
            component().setBaseUrl(url);
            assertThatThrownBy(() -> component().authorization(ACCOUNT)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("baseUrl").hasMessageNotContaining("pass");
        }
    }

    @Test
    void anAccountThatOnlyAHeaderNamedDoesNotDecideAboutHealth() throws Exception {
        start(routes());
        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());
        ecobee.approveNewestPin();
        await().atMost(PATIENCE).until(() -> health().getState() == HealthCheck.State.UP);

        assertThatThrownBy(() -> camel.createProducerTemplate().requestBodyAndHeader("ecobee:getThermostats", "",
                EcobeeConstants.TARGET_ACCOUNT, "defualt")).hasStackTraceContaining("defualt");

        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void noThreadIsLeftBehind() throws Exception {
        start(routes());
        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());

        camel.close();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName).noneMatch(name -> name.contains("EcobeeAuthorization")));
    }

    @Test
    void twoComponentsShareNothing() throws Exception {
        camel.addComponent("second", newSecond());
        camel.start();

        component().authorization(ACCOUNT).start();

        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());
        EcobeeComponent second = camel.getComponent("second", EcobeeComponent.class);
        assertThat(second.requests()).isEqualTo(Map.of());
        assertThat(second.authorization(ACCOUNT).status().state()).isEqualTo(AuthorizationState.UNAUTHORIZED);
    }

    private EcobeeComponent newSecond() {
        EcobeeComponent second = super.newComponent();
        second.setApiKey("another key");
        return second;
    }

    private HealthCheck.Result health() {
        CamelContext context = camel;
        return HealthCheckHelper.invokeReadiness(context).stream()
                .filter(result -> result.getCheck().getId().equals("ecobee-authorization")).findFirst().orElseThrow();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:authorization").routeId("authorization")
                        .filter(header(EcobeeConstants.AUTHORIZATION_EVENT).isEqualTo("PIN_ISSUED")).to("mock:pins");
                from("ecobee:thermostats?" + OFTEN).routeId("changed").to("mock:changed");
            }
        };
    }
}
