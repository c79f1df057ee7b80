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

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The options that Camel gives to every consumer that polls by a schedule. */
@Timeout(120)
class ScheduledPollOptionsTest extends PollingTestSupport {
    private static final String QUIET = "ecobee:thermostats?include=settings&";

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    void greedyPollsAgainAtOnceAsLongAsThereIsSomething() throws Exception {
        start(route("ecobee:thermostats?maxMessagesPerPoll=1&greedy=true&allowFastPolling=true&" + HAND));

        scheduler.poll();

        assertThat(mock("changed").getReceivedCounter()).isEqualTo(ecobee.thermostats().size());
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(ecobee.thermostats().size() + 1);
    }

    @Test
    void afterSoManyPollsItIsOver() throws Exception {
        start(route(QUIET + "repeatCount=2&" + OFTEN));
        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", SUMMARY) == 2);

        await().during(500, TimeUnit.MILLISECONDS).atMost(PATIENCE)
                .until(() -> ecobee.requests().count("GET", SUMMARY) == 2);
    }

    @Test
    void aSchedulerThatIsNotToStartIsStartedByHand() throws Exception {
        start(route(QUIET + "startScheduler=false&" + OFTEN));
        EcobeeConsumer consumer = (EcobeeConsumer) camel.getRoute("changed").getConsumer();
        assertThat(consumer.isSchedulerStarted()).isFalse();
        assertThat(ecobee.requests().all()).isEmpty();
        mock("changed").expectedMessageCount(ecobee.thermostats().size());

        consumer.startScheduler();

        mock("changed").assertIsSatisfied();
    }

    @Test
    void pollsThatBringNothingMakeItSlower() throws Exception {
        start(route(QUIET + "backoffMultiplier=3&backoffIdleThreshold=2&" + HAND));
        for (int poll = 0; poll < 3; poll++) {
            pollLater();
        }
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(3);

        pollLater();
        pollLater();
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(3);
        pollLater();
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(4);
    }

    @Test
    void pollsThatFailMakeItSlower() throws Exception {
        ecobee.faults().when(FaultRule.requests("GET", SUMMARY)).then(Fault.ecobeeStatus(3));
        start(route(QUIET + "backoffMultiplier=3&backoffErrorThreshold=2&" + HAND));
        pollLater();
        pollLater();
        int failed = ecobee.requests().count("GET", SUMMARY);

        pollLater();
        pollLater();
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(failed);
        pollLater();
        assertThat(ecobee.requests().count("GET", SUMMARY)).isGreaterThan(failed);
    }

    @Test
    void quartzPollsByACalendar() throws Exception {
        mock("changed").expectedMessageCount(ecobee.thermostats().size());

        start(route(QUIET + "scheduler=quartz&scheduler.cron=0/1+*+*+*+*+?"));

        mock("changed").assertIsSatisfied();
    }

    @Test
    void springPollsByACalendar() throws Exception {
        mock("changed").expectedMessageCount(ecobee.thermostats().size());

        start(route(QUIET + "scheduler=spring&scheduler.cron=*+*+*+*+*+*"));

        mock("changed").assertIsSatisfied();
    }

    @Test
    void aSuspendedRouteMissesNothing() throws Exception {
        start(route(QUIET + HAND));
        scheduler.poll();
        mock("changed").reset();
        camel.getRouteController().suspendRoute("changed");
        int asked = ecobee.requests().count("GET", SUMMARY);
        ecobee.thermostat(UPSTAIRS).setConnected(false);

        pollLater();
        pollLater();
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(asked);
        assertThat(mock("changed").getReceivedCounter()).isZero();
        camel.getRouteController().resumeRoute("changed");
        pollLater();

        assertThat(mock("changed").getExchanges()).singleElement().satisfies(exchange -> assertThat(
                exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID)).isEqualTo(UPSTAIRS));
    }

    @Test
    void aPollIsABatch() throws Exception {
        start(route(QUIET + HAND));

        scheduler.poll();

        List<Exchange> batch = mock("changed").getExchanges();
        int size = ecobee.thermostats().size();
        assertThat(batch).hasSize(size).allSatisfy(
                exchange -> assertThat(exchange.getProperty(Exchange.BATCH_SIZE)).isEqualTo(size));
        for (int index = 0; index < size; index++) {
            assertThat(batch.get(index).getProperty(Exchange.BATCH_INDEX)).isEqualTo(index);
            assertThat(batch.get(index).getProperty(Exchange.BATCH_COMPLETE)).isEqualTo(index == size - 1);
        }
    }

    @Test
    void aRouteThatStopsInTheMiddleOfABatchLosesNothingAndDeliversNothingTwice() throws Exception {
        camel.getRegistry().bind("cursors", new MemoryStateRepository() {
            @Override
            protected void doStop() {
                // as a file would, it keeps what it has
            }
        });
        camel.getShutdownStrategy().setTimeout(20);
        Set<String> delivered = ConcurrentHashMap.newKeySet();
        AtomicInteger deliveries = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(QUIET + "cursorRepository=#bean:cursors&" + OFTEN).routeId("changed")
                        .shutdownRunningTask(ShutdownRunningTask.CompleteCurrentTaskOnly).process(exchange -> {
                            first.countDown();
                            goOn.await();
                            deliveries.incrementAndGet();
                            delivered.add(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID, String.class));
                        });
            }
        });
        assertThat(first.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        Thread stopping = new Thread(() -> stopRoute());
        stopping.start();
        await().atMost(PATIENCE)
                .until(() -> !((EcobeeConsumer) camel.getRoute("changed").getConsumer()).isBatchAllowed());
        goOn.countDown();
        stopping.join(PATIENCE.toMillis());
        assertThat(deliveries.get()).isLessThan(ecobee.thermostats().size());
        camel.getRouteController().startRoute("changed");

        await().atMost(PATIENCE).until(() -> delivered.size() == ecobee.thermostats().size());
        int before = ecobee.requests().count("GET", SUMMARY);
        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", SUMMARY) > before + 2);
        assertThat(deliveries).hasValue(ecobee.thermostats().size());
    }

    private void stopRoute() {
        try {
            camel.getRouteController().stopRoute("changed");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPollStrategyHearsHowPollsEnd() throws Exception {
        List<String> heard = new ArrayList<>();
        camel.getRegistry().bind("strategy", new DefaultPollingConsumerPollStrategy() {
            @Override
            public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
                heard.add("commit " + polledMessages);
            }

            @Override
            public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause)
                    throws Exception {
                heard.add("rollback " + (cause instanceof EcobeeException));
                return super.rollback(consumer, endpoint, retryCounter, cause);
            }
        });
        start(route(QUIET + "pollStrategy=#strategy&" + HAND));

        scheduler.poll();
        ecobee.faults().next("GET", SUMMARY, Fault.ecobeeStatus(3));
        pollLater();

        assertThat(heard).containsExactly("commit " + ecobee.thermostats().size(), "rollback true");
    }
}
