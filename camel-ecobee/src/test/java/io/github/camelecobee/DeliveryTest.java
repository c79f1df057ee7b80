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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What the consumer owes a route whatever happens: every change, to everybody, and after a stop as well. */
@Timeout(120)
class DeliveryTest extends EcobeeTestSupport {
    private static final String SUMMARY = "/1/thermostatSummary";
    private static final String THERMOSTAT = "/1/thermostat";
    private static final String ONE = "ecobee:thermostats?thermostatIds=" + UPSTAIRS + "&" + OFTEN;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    void aThermostatThatFailsForEverHoldsUpNoOtherWhateverTheLimit() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size() - 1);

        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).log("as expected");
                from("ecobee:thermostats?maxMessagesPerPoll=1&" + OFTEN)
                        .filter(header(EcobeeConstants.THERMOSTAT_ID).isEqualTo(ecobee.thermostats().get(0).identifier()))
                        .throwException(new IllegalStateException("the database is down")).end().to("mock:changed");
            }
        });

        changed.assertIsSatisfied();
    }

    @Test
    void aThermostatWhoseExchangeWasLostComesAgainAfterAnHour() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger seen = new AtomicInteger();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(ONE).threads(2, 2).process(exchange -> {
                    if (seen.incrementAndGet() == 1) {
                        never.await();
                    }
                }).to("mock:changed");
            }
        });
        await().atMost(PATIENCE).until(() -> seen.get() == 1);
        clock.advance(Duration.ofMinutes(59));
        polls(3);
        assertThat(seen).hasValue(1);

        clock.advance(Duration.ofMinutes(2));

        changed.assertIsSatisfied();
        never.countDown();
    }

    @Test
    void aRepositoryThatNobodyStartedIsReadBeforeTheFirstPoll(@TempDir Path directory) throws Exception {
        DocumentedCursors.inAFile(camel, directory);
        mock("changed").expectedMessageCount(1);
        start(route(ONE + "&cursorRepository=#bean:cursors"));
        mock("changed").assertIsSatisfied();
        camel.close();

        camel = newContext();
        DocumentedCursors.inAFile(camel, directory);
        start(route(ONE + "&cursorRepository=#bean:cursors"));

        polls(3);
        assertThat(mock("changed").getReceivedCounter()).isZero();
    }

    @Test
    void aRepositoryThatRoutesShareOutlivesEachOfThem() throws Exception {
        MemoryStateRepository cursors = new MemoryStateRepository();
        camel.getRegistry().bind("cursors", cursors);
        MockEndpoint changed = mock("changed");
        MockEndpoint others = mock("others");
        changed.expectedMessageCount(1);
        others.expectedMessageCount(1);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(ONE + "&cursorRepository=#bean:cursors").routeId("changed").to("mock:changed");
                from(ONE + "&cursorRepository=#bean:cursors&include=runtime").routeId("others").to("mock:others");
            }
        });
        MockEndpoint.assertIsSatisfied(camel);

        camel.getRouteController().stopRoute("changed");
        camel.getRouteController().startRoute("changed");

        polls(6);
        assertThat(changed.getReceivedCounter()).isEqualTo(1);
        assertThat(others.getReceivedCounter()).isEqualTo(1);
        camel.close();
        assertThat(cursors.isStopped()).isTrue();
    }

    @Test
    void anAnswerThatComesAfterARestartIsNotDeliveredAgain() throws Exception {
        ecobee.faults().next("GET", THERMOSTAT, Fault.latency(Duration.ofSeconds(3)));
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(1);
        start(route(ONE));
        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", SUMMARY) > 0
                && ecobee.faults().pending() == 0);

        camel.getRouteController().stopRoute("changed");
        camel.getRouteController().startRoute("changed");
        changed.assertIsSatisfied();

        polls(5);
        assertThat(changed.getReceivedCounter()).isEqualTo(1);
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    @Timeout(30)
    void stoppingARouteDoesNotWaitForEcobee() throws Exception {
        camel.getShutdownStrategy().setTimeout(60);
        ecobee.faults().next("GET", SUMMARY, Fault.latency(Duration.ofSeconds(30)));
        start(route(ONE));
        await().atMost(PATIENCE).until(() -> ecobee.faults().pending() == 0);

        camel.close();

        assertThat(camel.isStopped()).isTrue();
    }

    @Test
    void aStoppedContextStartsAgain() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(1);
        start(route(ONE));
        changed.assertIsSatisfied();

        EcobeeComponent same = component();
        camel.stop();
        ecobee.requests().clear();
        camel.addComponent("ecobee", same);
        camel.start();

        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", SUMMARY) > 2);
        assertThat(camel.createProducerTemplate().requestBody("ecobee:getThermostats", "", List.class)).isNotEmpty();
    }

    @Test
    void aSuspendedRouteAsksNothingAndAResumedOneDoes() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(1);
        start(route(ONE));
        changed.assertIsSatisfied();
        changed.reset();

        camel.getRouteController().suspendRoute("changed");
        int suspended = ecobee.requests().count("GET", SUMMARY);
        // One poll may have been under way.
        await().during(Duration.ofMillis(500)).atMost(PATIENCE)
                .until(() -> ecobee.requests().count("GET", SUMMARY) <= suspended + 1);
        camel.getRouteController().resumeRoute("changed");

        polls(2);
        assertThat(changed.getReceivedCounter()).isZero();
    }

    @Test
    void anEmptyMessageIsSentWhenNothingChanged() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMinimumMessageCount(3);
        changed.message(1).body().isNull();

        start(route(ONE + "&sendEmptyMessageWhenIdle=true"));

        changed.assertIsSatisfied();
    }

    @Test
    void aFailedPollReachesTheErrorHandlerOfABridgedRoute() throws Exception {
        ecobee.faults().next("GET", SUMMARY, Fault.htmlPage());
        MockEndpoint errors = mock("errors");
        errors.expectedMessageCount(1);

        start(bridged());

        errors.assertIsSatisfied();
        assertThat(problem(errors)).hasMessageContaining("503");
    }

    @Test
    void aLostAuthorizationReachesTheErrorHandlerOfABridgedRoute() throws Exception {
        start(bridged());
        polls(2);
        MockEndpoint errors = mock("errors");
        errors.expectedMinimumMessageCount(3);

        ecobee.revoke(KEY);

        errors.assertIsSatisfied();
        assertThat(problem(errors)).hasMessageContaining("default");
    }

    @Test
    void pooledExchangesAreGivenBackAndMoveTheCursor() throws Exception {
        camel.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        camel.getCamelContextExtension().getExchangeFactory().setStatisticsEnabled(true);
        AtomicInteger seen = new AtomicInteger();

        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?" + OFTEN).process(exchange -> seen.incrementAndGet());
            }
        });
        await().atMost(PATIENCE).until(() -> seen.get() == ecobee.thermostats().size());

        polls(3);
        assertThat(seen).hasValue(ecobee.thermostats().size());
        assertThat(camel.getCamelContextExtension().getExchangeFactoryManager().getStatistics().getReleasedCounter())
                .isEqualTo(seen.get());
    }

    @Test
    void noSwitchOfCamelsLetsAConsumerAskMoreOftenThanEcobeeAllows() {
        assertThatThrownBy(() -> start(route("ecobee:thermostats?greedy=true"))).rootCause()
                .hasMessageContaining("greedy").hasMessageContaining("allowFastPolling");
    }

    @Test
    void pollingOnDemandWaitsAsLongAsEcobeeWants() throws Exception {
        camel.start();
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:thermostats?delay=1000").createPollingConsumer())
                .hasMessageContaining("delay: '1000' ms");
    }

    @Test
    @Timeout(25)
    void stoppingDoesNotWaitForAPollOnDemand() throws Exception {
        ecobee.faults().next("GET", SUMMARY, Fault.latency(Duration.ofSeconds(30)));
        camel.start();
        var consumer = camel.getEndpoint("ecobee:thermostats").createPollingConsumer();
        consumer.start();
        Thread polling = new Thread(consumer::receiveNoWait);
        polling.start();
        await().atMost(PATIENCE).until(() -> ecobee.faults().pending() == 0);

        consumer.stop();

        camel.close();
        polling.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(polling.isAlive()).isFalse();
    }

    @Test
    void anAuthorizationRouteThatCouldNotStartStopsAllTheSame() throws Exception {
        component().setApiKey(null);
        var consumer = camel.getEndpoint("ecobee:authorization").createConsumer(exchange -> {
        });
        camel.start();
        assertThatThrownBy(consumer::start).hasStackTraceContaining("apiKey");

        consumer.stop();

        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .noneMatch(name -> name.contains("EcobeeAuthorization"));
    }

    private static Throwable problem(MockEndpoint errors) {
        return errors.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    private static RouteBuilder bridged() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(true).to("mock:errors");
                from(ONE + "&bridgeErrorHandler=true").to("mock:changed");
            }
        };
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("changed").to("mock:changed");
            }
        };
    }

    /** Lets some polls happen. */
    private void polls(int wanted) {
        int before = ecobee.requests().count("GET", SUMMARY);
        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", SUMMARY) >= before + wanted);
    }
}
