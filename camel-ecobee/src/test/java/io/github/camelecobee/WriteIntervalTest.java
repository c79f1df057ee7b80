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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.camelecobee.client.EcobeeNotSentException;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The option writeInterval: some time between two changes of a thermostat. */
@Timeout(60)
class WriteIntervalTest extends EcobeeTestSupport {
    private static final String HOLD = "ecobee:setHold?writeInterval=30s&thermostatIds=" + UPSTAIRS;
    private static final String TELL = "ecobee:sendMessage?writeInterval=30s&thermostatIds=" + UPSTAIRS;
    private static final String THERMOSTAT = "/1/thermostat";

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void theLastOfSeveralHoldsIsMadeWhenItsTimeHasCome() throws Exception {
        assertThat(get(hold("68F"))).satisfies(done -> assertThat(outcome(done)).isEqualTo("APPLIED"));

        CompletableFuture<Exchange> second = hold("69F");
        awaitWaiting(1);
        CompletableFuture<Exchange> third = hold("70F");

        assertThat(get(second)).satisfies(superseded -> {
            assertThat(superseded.getException()).isNull();
            assertThat(outcome(superseded)).isEqualTo("SUPERSEDED");
            assertThat(superseded.getMessage().getBody()).isEqualTo("mine");
        });
        assertThat(heat()).isEqualTo(680);
        clock.advance(Duration.ofSeconds(29));
        assertThat(third).isNotDone();
        clock.advance(Duration.ofSeconds(1));
        assertThat(outcome(get(third))).isEqualTo("APPLIED");
        assertThat(heat()).isEqualTo(700);
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isEqualTo(2);
    }

    @Test
    void oneThatIsPartOfAStoryIsNotSuperseded() throws Exception {
        get(send(TELL, "one"));

        CompletableFuture<Exchange> second = send(TELL, "two");
        awaitWaiting(1);
        CompletableFuture<Exchange> third = send(TELL, "three");
        awaitWaiting(2);
        clock.advance(Duration.ofSeconds(30));
        assertThat(outcome(get(second))).isEqualTo("APPLIED");
        assertThat(third).isNotDone();
        clock.advance(Duration.ofSeconds(30));
        assertThat(outcome(get(third))).isEqualTo("APPLIED");
        assertThat(ecobee.thermostat(UPSTAIRS).snapshot().getAlerts()).extracting(Alert::getText)
                .containsSubsequence("one", "two", "three");
    }

    @Test
    void aHoldBehindAnotherChangeTakesNoPlaceBeforeIt() throws Exception {
        get(hold("68F"));

        CompletableFuture<Exchange> hold = hold("69F");
        awaitWaiting(1);
        CompletableFuture<Exchange> message = send(TELL, "between");
        awaitWaiting(2);
        CompletableFuture<Exchange> last = hold("70F");
        awaitWaiting(3);
        for (CompletableFuture<Exchange> next : List.of(hold, message, last)) {
            clock.advance(Duration.ofSeconds(30));
            assertThat(outcome(get(next))).isEqualTo("APPLIED");
        }
        assertThat(heat()).isEqualTo(700);
    }

    @Test
    void whatHasNoIntervalOfItsOwnDoesNotOvertakeWhatWaits() throws Exception {
        get(hold("68F"));
        CompletableFuture<Exchange> waiting = hold("69F");
        awaitWaiting(1);

        CompletableFuture<Exchange> free = send("ecobee:resumeProgram?thermostatIds=" + UPSTAIRS, "");
        awaitWaiting(2);
        clock.advance(Duration.ofSeconds(30));

        assertThat(outcome(get(waiting))).isEqualTo("APPLIED");
        assertThat(outcome(get(free))).isEqualTo("APPLIED");
        assertThat(ecobee.thermostat(UPSTAIRS).events()).noneMatch(event -> "hold".equals(event.getType()));
    }

    @Test
    void otherThermostatsAndOtherSelectionsDoNotWait() throws Exception {
        String other = ecobee.thermostats().get(1).identifier();
        get(hold("68F"));

        assertThat(outcome(get(send("ecobee:setHold?writeInterval=30s&holdClimateRef=away&thermostatIds=" + other, ""))))
                .isEqualTo("APPLIED");
        assertThat(outcome(get(send("ecobee:setHold?writeInterval=30s&holdClimateRef=away&all=true", ""))))
                .isEqualTo("APPLIED");
        assertThat(get(send("ecobee:getThermostats?writeInterval=30s&include=runtime", "")).getMessage().getHeaders())
                .doesNotContainKey(EcobeeConstants.OUTCOME);
    }

    @Test
    void whatWasNotSentHoldsUpNobody() throws Exception {
        ecobee.faults().next("POST", THERMOSTAT, Fault.httpStatus(429, Duration.ofSeconds(1)));
        Exchange turnedAway = get(hold("68F"));
        clock.advance(Duration.ofSeconds(2));

        assertThat(outcome(turnedAway)).isEqualTo("NOT_SENT");
        assertThat(outcome(get(hold("69F")))).isEqualTo("APPLIED");
    }

    @Test
    void whatWasNotSentDoesNotUndoTheOneBefore() throws Exception {
        get(hold("68F"));
        for (String notSent : List.of("ecobee:setHold?dryRun=true&fan=maybe", "ecobee:setHold?fan=maybe")) {
            assertThat(outcome(get(send(notSent + "&thermostatIds=" + UPSTAIRS, "")))).isEqualTo("NOT_SENT");
        }

        CompletableFuture<Exchange> next = hold("69F");

        awaitWaiting(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(outcome(get(next))).isEqualTo("APPLIED");
    }

    @Test
    void aFailureOfOneThatWaitedIsThatOfItsExchange() throws Exception {
        get(hold("68F"));
        CompletableFuture<Exchange> waiting = hold("69F");
        awaitWaiting(1);
        ecobee.faults().next("POST", THERMOSTAT, Fault.ecobeeStatus(7, "Validation error."));
        clock.advance(Duration.ofSeconds(30));

        assertThat(outcome(get(waiting))).isEqualTo("REFUSED");
        assertThat(get(waiting).getException()).hasMessageContaining("Validation error");
        assertThat(component().backend().waiting().size()).isZero();
    }

    @Test
    void anErrorOfOneThatWaitedEndsItsExchangeAndHoldsUpNoOther() throws Exception {
        get(hold("68F"));
        CompletableFuture<Exchange> broken = send(TELL, "", Map.of("CamelEcobeeText", new Object() {
            @Override
            public String toString() {
                if (Thread.currentThread().getName().contains("EcobeeWaitingChanges")) {
                    throw new AssertionError("never mind");
                }
                return "Good morning";
            }
        }));
        awaitWaiting(1);
        CompletableFuture<Exchange> next = send(TELL, "afterwards");
        awaitWaiting(2);
        clock.advance(Duration.ofSeconds(30));

        assertThat(get(broken).getException()).hasRootCauseMessage("never mind");
        clock.advance(Duration.ofSeconds(30));
        assertThat(outcome(get(next))).isEqualTo("APPLIED");
        assertThat(component().writesWaiting()).isZero();
    }

    @Test
    void whatStillWaitsWhenTheContextStopsIsNotLostSilently() throws Exception {
        get(hold("68F"));
        CompletableFuture<Exchange> waiting = hold("69F");
        awaitWaiting(1);

        camel.stop();

        assertThat(get(waiting).getException()).isInstanceOfSatisfying(EcobeeNotSentException.class, notSent -> {
            assertThat(notSent.thermostats()).containsExactly(UPSTAIRS);
            assertThat(notSent.request()).isEqualTo("setHold of thermostats " + UPSTAIRS);
            assertThat(notSent.isRepeatSafe()).isTrue();
        });
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    void aRouteThatStopsLetsGoFirstWhatWillGoSoon() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:wishes").routeId("wishes").to(HOLD + "&coolHoldTemp=80F").to("mock:done");
            }
        });
        camel.getShutdownStrategy().setTimeout(20);
        mock("done").expectedMessageCount(2);
        camel.createProducerTemplate().sendBodyAndHeader("seda:wishes", "", EcobeeConstants.HEAT_HOLD_TEMP, "68F");
        camel.createProducerTemplate().sendBodyAndHeader("seda:wishes", "", EcobeeConstants.HEAT_HOLD_TEMP, "69F");
        awaitWaiting(1);

        Thread stopping = new Thread(() -> stopRoute("wishes"));
        stopping.start();
        Awaitility.await().atMost(PATIENCE).until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        clock.advance(Duration.ofSeconds(30));

        stopping.join(PATIENCE.toMillis());
        mock("done").assertIsSatisfied();
        assertThat(heat()).isEqualTo(690);
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:setHold?writeInterval=-1"))
                .hasStackTraceContaining("writeInterval: '-1' is not allowed");
    }

    private void stopRoute(String id) {
        try {
            camel.getRouteController().stopRoute(id);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Exchange> hold(String heat) {
        return send(HOLD + "&coolHoldTemp=80F", "mine", Map.of(EcobeeConstants.HEAT_HOLD_TEMP, heat));
    }

    private CompletableFuture<Exchange> send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    private CompletableFuture<Exchange> send(String uri, Object body, Map<String, Object> headers) {
        return CompletableFuture.supplyAsync(() -> camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }), threads);
    }

    private static Exchange get(CompletableFuture<Exchange> exchange) throws Exception {
        return exchange.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static String outcome(Exchange exchange) {
        return exchange.getMessage().getHeader(EcobeeConstants.OUTCOME, String.class);
    }

    private void awaitWaiting(int size) {
        Awaitility.await().atMost(PATIENCE).until(() -> component().backend().waiting().size() == size);
    }

    private int heat() {
        return ecobee.thermostat(UPSTAIRS).events().stream().filter(event -> "hold".equals(event.getType())).findFirst()
                .map(Event::getHeatHoldTemp).orElseThrow();
    }
}
