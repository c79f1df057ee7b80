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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;

import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.saga.InMemorySagaService;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The recipes of the page about Camel's patterns do what it says. */
@Tag("camel-resilience4j")
@Tag("camel-xml-io-dsl")
class PatternsManualTest extends EcobeeTestSupport {
    private static final String THERMOSTAT = "/1/thermostat";
    private static final String PAGE = "docs/patterns.adoc";

    @BeforeEach
    void theRecipesRun() throws Exception {
        authorize();
        camel.addService(new InMemorySagaService());
        camel.addRoutes(new DocumentedPatterns());
        load("guarded.xml", Manual.snippets(PAGE, "xml").get(0).replace("<route ",
                "<route xmlns=\"http://camel.apache.org/schema/spring\" "));
        load("notice.yaml", Manual.snippets(PAGE, "yaml").get(0));
        camel.start();
    }

    @Test
    void aBreakerOpensWhenEcobeeIsNotThereAndTheRestWaits() {
        for (int i = 0; i < 5; i++) {
            ecobee.faults().next("POST", THERMOSTAT, Fault.dropConnection());
            send("direct:guarded", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "away"));
        }
        int sent = posts();

        send("direct:guarded", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "away"));
        send("direct:guarded", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "away"));

        assertThat(sent).isEqualTo(5);
        assertThat(posts()).isEqualTo(5);
        assertThat(mock("later").getExchanges()).hasSize(7);
        assertThat(caught(4)).isInstanceOf(EcobeeUnknownOutcomeException.class);
        assertThat(caught(6)).as("when the breaker is open").isNull();
    }

    @Test
    void whatEcobeeRefusesOpensNoBreaker() {
        for (int i = 0; i < 6; i++) {
            send("direct:guarded", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "nowhere"));
        }
        send("direct:guarded", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "away"));

        assertThat(holds()).first().extracting(Event::getHoldClimateRef).isEqualTo("away");
        assertThat(mock("refused").getReceivedCounter()).isEqualTo(6);
        assertThat(mock("later").getReceivedCounter()).isZero();
    }

    @Test
    void wrongInputOpensNoBreaker() {
        for (String route : List.of("direct:guarded", "direct:xmlGuarded")) {
            for (int i = 0; i < 6; i++) {
                send(route, Map.of(EcobeeConstants.HEAT_HOLD_TEMP, "20", EcobeeConstants.COOL_HOLD_TEMP, "26"));
            }
            send(route, Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "away"));
        }

        assertThat(posts()).isEqualTo(2);
        assertThat(mock("refused").getReceivedCounter()).isEqualTo(12);
        assertThat(mock("later").getReceivedCounter()).isZero();
    }

    @Test
    void afterTheEventTheProgramIsResumed() {
        mock("takePlace").whenAnyExchangeReceived(exchange -> assertThat(holds()).hasSize(1));

        assertThat(send("direct:event", Map.of()).getException()).isNull();

        await().atMost(PATIENCE).until(() -> holds().isEmpty());
        assertThat(mock("takePlace").getReceivedCounter()).isEqualTo(1);
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void whenTheEventFailsTheProgramIsResumedToo() {
        mock("takePlace").whenAnyExchangeReceived(exchange -> {
            throw new RejectedExecutionException("cancelled");
        });

        assertThat(send("direct:event", Map.of()).getException()).hasMessage("cancelled");

        await().atMost(PATIENCE).until(() -> holds().isEmpty());
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void aHoldThatWasNotMadeIsNotTakenBack() {
        send("ecobee:setHold?holdClimateRef=sleep&thermostatIds=" + UPSTAIRS, Map.of());
        ecobee.faults().next("POST", THERMOSTAT, Fault.ecobeeStatus(3));

        assertThat(send("direct:event", Map.of()).getException()).isNotNull();

        assertThat(holds()).singleElement().extracting(Event::getHoldClimateRef).isEqualTo("sleep");
        assertThat(posts()).isEqualTo(2);
        assertThat(mock("takePlace").getReceivedCounter()).isZero();
    }

    @Test
    void aNoticeIsShownOnceHoweverOftenItComes() {
        for (String route : List.of("direct:notice", "direct:yamlNotice")) {
            ecobee.faults().next("POST", THERMOSTAT, Fault.httpStatus(429));
            assertThat(send(route, Map.of("noticeId", route)).getException()).isInstanceOf(EcobeeRefusedException.class);
            clock.advance(Duration.ofMinutes(2));

            send(route, Map.of("noticeId", route));
            send(route, Map.of("noticeId", route));
        }

        assertThat(notices()).hasSize(2);
    }

    @Test
    void aNoticeOfWhichNobodyKnowsIsNotShownTwice() {
        ecobee.faults().next("POST", THERMOSTAT, Fault.dropConnectionAfterHandling());

        send("direct:notice", Map.of("noticeId", 8));
        send("direct:notice", Map.of("noticeId", 8));

        assertThat(notices()).hasSize(1);
        assertThat(mock("asked").getReceivedCounter()).isEqualTo(1);
    }

    @Test
    void theBreakerInXmlDoesTheSame() {
        ecobee.faults().next("POST", THERMOSTAT, Fault.dropConnection());

        send("direct:xmlGuarded", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "home"));
        send("direct:xmlGuarded", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "nowhere"));
        send("direct:xmlGuarded", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "away"));

        assertThat(holds()).singleElement().extracting(Event::getHoldClimateRef).isEqualTo("away");
        assertThat(mock("refused").getReceivedCounter()).isEqualTo(1);
        assertThat(mock("later").getReceivedCounter()).isEqualTo(1);
    }

    private @Nullable Object caught(int index) {
        return mock("later").getExchanges().get(index).getProperty(Exchange.EXCEPTION_CAUGHT);
    }

    private List<Event> holds() {
        return ecobee.thermostat(UPSTAIRS).events().stream().filter(event -> "hold".equals(event.getType())).toList();
    }

    private List<Alert> notices() {
        return ecobee.thermostat(UPSTAIRS).snapshot().getAlerts().stream()
                .filter(alert -> "Filter day".equals(alert.getText())).toList();
    }

    private int posts() {
        return ecobee.requests().count("POST", THERMOSTAT);
    }

    private Exchange send(String uri, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody("Filter day");
            headers.forEach(exchange.getIn()::setHeader);
        }));
    }

    private void load(String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, text));
    }
}
