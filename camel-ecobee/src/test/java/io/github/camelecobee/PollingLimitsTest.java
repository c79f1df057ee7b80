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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.camelecobee.client.EcobeeNotSentException;
import io.github.camelecobee.client.EcobeeUnavailableException;
import io.github.camelecobee.client.RequestKind;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What ecobee wants of its clients, get-thermostat-summary.shtml, as the simulator sees it. Nothing polls by itself.
 */
@Timeout(120)
class PollingLimitsTest extends PollingTestSupport {
    private final HandScheduler one = new HandScheduler();
    private final HandScheduler two = new HandScheduler();

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.getRegistry().bind("one", one);
        context.getRegistry().bind("two", two);
        return context;
    }

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    @Tag("field-27")
    void aSchedulerThatFiresEveryTenSecondsMakesASummaryEveryThreeMinutes() throws Exception {
        start(route("one", "ecobee:thermostats?scheduler=#one"));

        for (int second = 0; second < 1800; second += 10) {
            one.poll();
            clock.advance(Duration.ofSeconds(10));
        }

        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(10);
        assertThat(ecobee.usage().violations()).isEmpty();
    }

    @Test
    @Tag("field-27")
    void aSchedulerThatIsAMomentEarlyDoesNotMissEveryOtherPoll() throws Exception {
        start(route("one", "ecobee:thermostats?scheduler=#one"));

        for (int poll = 0; poll < 10; poll++) {
            one.poll();
            clock.advance(Duration.ofMillis(179_900));
        }

        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(10);
    }

    @Test
    @Tag("field-27")
    @Tag("field-30")
    void severalConsumersOfAnAccountAskOnce() throws Exception {
        mock("one").expectedMinimumMessageCount(4 + 10);
        mock("two").expectedMinimumMessageCount(1 + 10);
        start(route("one", "ecobee:thermostats?include=runtime&scheduler=#one"));
        camel.addRoutes(
                route("two", "ecobee:thermostats?include=settings,runtime&scheduler=#two&thermostatIds=" + UPSTAIRS));

        for (int poll = 0; poll <= 10; poll++) {
            two.poll();
            clock.advance(Duration.ofSeconds(20));
            one.poll();
            clock.advance(Duration.ofSeconds(160));
            ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(60 + poll));
        }

        mock("one").assertIsSatisfied();
        mock("two").assertIsSatisfied();
        assertThat(mock("two").getExchanges()).allSatisfy(exchange -> {
            Thermostat thermostat = exchange.getIn().getBody(Thermostat.class);
            assertThat(thermostat.getIdentifier()).isEqualTo(UPSTAIRS);
            assertThat(thermostat.getSettings()).isNotNull();
        });
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(11);
        assertThat(ecobee.usage().violations()).isEmpty();
    }

    @Test
    @Tag("field-27")
    void componentsThatShareAGovernorShareItsLimits() throws Exception {
        camel.addComponent("second", newComponent());
        start(route("one", "ecobee:thermostats?scheduler=#one"));
        camel.addRoutes(route("two", "second:thermostats?scheduler=#two"));
        mock("two").expectedMessageCount(4);

        one.poll();
        two.poll();

        mock("two").assertIsSatisfied();
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(1);
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    void applicationsDoNotShareAGovernor() throws Exception {
        EcobeeComponent other = newComponent();
        other.setApiKey("another key");
        camel.addComponent("other", other);
        start(route("one", "ecobee:thermostats?scheduler=#one"));

        assertThatThrownBy(() -> camel.addRoutes(route("two", "other:thermostats?scheduler=#two")))
                .hasStackTraceContaining("governor: serves a component with another apiKey");
    }

    @Test
    @Tag("field-30")
    void aRouteThatIsRestartedAgainAndAgainAsksNoSooner() throws Exception {
        mock("one").expectedMessageCount(5 * ecobee.thermostats().size());
        start(route("one", "ecobee:thermostats?scheduler=#one"));
        for (int restart = 0; restart < 5; restart++) {
            one.poll();
            camel.getRouteController().stopRoute("one");
            camel.getRouteController().startRoute("one");
        }

        mock("one").assertIsSatisfied();
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(1);
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    @Tag("field-25")
    void aSelectionThatEcobeeRefusesFailsNoConsumerWithAnother() throws Exception {
        ecobee.faults().next("GET", SUMMARY, Fault.ecobeeStatus(9));
        mock("two").expectedMessageCount(1);
        start(route("one", "ecobee:thermostats?scheduler=#one"));
        camel.addRoutes(route("two", "ecobee:thermostats?scheduler=#two&thermostatIds=" + UPSTAIRS));

        two.poll();

        mock("two").assertIsSatisfied();
    }

    @Test
    @Tag("field-27")
    void aRouteMayChangeWhatItGetsWithoutAnotherSeeingIt() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?scheduler=#one").routeId("one")
                        .process(exchange -> exchange.getIn().getBody(Thermostat.class).setName("mine")).to("mock:one");
            }
        });
        camel.addRoutes(route("two", "ecobee:thermostats?scheduler=#two"));
        mock("two").expectedMessageCount(4);

        one.poll();
        two.poll();

        mock("two").assertIsSatisfied();
        assertThat(mock("two").getExchanges())
                .noneMatch(exchange -> "mine".equals(exchange.getIn().getBody(Thermostat.class).getName()));
    }

    @Test
    @Tag("field-27")
    @Tag("field-30")
    void pollEnrichInALoopAsksOnce() throws Exception {
        camel.start();
        ConsumerTemplate template = camel.createConsumerTemplate();

        for (int poll = 0; poll < 50; poll++) {
            template.receiveNoWait("ecobee:thermostats");
        }

        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(1);
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    @Tag("field-30")
    void pollsThatAreForcedAtTheSameTimeAreOne() throws Exception {
        ecobee.faults().next("GET", SUMMARY, Fault.latency(Duration.ofMillis(500)));
        camel.start();
        List<Exchange> got = inParallel(8, () -> camel.createConsumerTemplate()
                .receiveNoWait("ecobee:thermostats?thermostatIds=" + UPSTAIRS));

        assertThat(got).hasSize(8);
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(1);
        assertThat(ecobee.usage().byKey().get(0).peakOpen()).isEqualTo(1);
    }

    @Test
    @Tag("field-27")
    void twoRequestsAreOpenAtMostHoweverManyProducersRead() throws Exception {
        ecobee.faults().next(12, "GET", THERMOSTAT, Fault.latency(Duration.ofMillis(50)));
        camel.start();

        List<Object> got = inParallel(12,
                () -> camel.createProducerTemplate().requestBody("ecobee:getThermostats?include=runtime", (Object) ""));

        assertThat(got).hasSize(12);
        assertThat(ecobee.usage().byKey().get(0).peakOpen()).isEqualTo(2);
    }

    @Test
    @Tag("field-28")
    void aReadIsTriedFourTimesAndAChangeOnce() throws Exception {
        ecobee.faults().next(10, "GET", THERMOSTAT, Fault.httpStatus(502));
        ecobee.faults().next(10, "POST", THERMOSTAT, Fault.dropConnectionAfterHandling());
        camel.start();

        assertThat(send("ecobee:getThermostats?include=runtime").getException()).isInstanceOf(EcobeeUnavailableException.class);
        send("ecobee:setHold?holdClimateRef=away&thermostatIds=" + UPSTAIRS);

        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(4);
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    @Tag("field-35")
    void whatIsNoJsonIsAskedForAgainAndThenSaidInTwoHundredCharacters() throws Exception {
        camel.start();
        ecobee.faults().next("GET", THERMOSTAT, Fault.emptyBody());
        ecobee.faults().next("GET", THERMOSTAT, Fault.truncatedJson());
        ecobee.faults().next("GET", THERMOSTAT, Fault.jsonNull());
        assertThat(send("ecobee:getThermostats?include=runtime").getException()).isNull();

        ecobee.faults().next("GET", THERMOSTAT, Fault.htmlPage());
        assertThat(send("ecobee:getThermostats?include=runtime").getException())
                .isInstanceOf(EcobeeUnavailableException.class).hasMessageContaining("<title>503 Service").hasNoCause();
    }

    @Test
    @Tag("field-29")
    void afterTooManyRequestsTheAccountIsLeftAloneAsLongAsEcobeeSays() throws Exception {
        start(route("one", "ecobee:thermostats?scheduler=#one"));
        mock("one").expectedMessageCount(4);
        ecobee.faults().next("GET", SUMMARY, Fault.httpStatus(429, Duration.ofMinutes(20)));
        one.poll();
        ecobee.requests().clear();

        for (int minute = 0; minute < 19; minute++) {
            clock.advance(Duration.ofMinutes(1));
            one.poll();
            Exchange read = send("ecobee:getThermostats?include=runtime");
            assertThat(read.getException()).isInstanceOfSatisfying(EcobeeUnavailableException.class,
                    unavailable -> assertThat(unavailable.retryAfter()).isPresent());
            Exchange change = send("ecobee:setHold?holdClimateRef=away&thermostatIds=" + UPSTAIRS);
            assertThat(change.getException()).hasMessageContaining("was not sent")
                    .isInstanceOfSatisfying(EcobeeNotSentException.class, notSent -> {
                        assertThat(notSent.retryAfter()).isPresent();
                        assertThat(notSent.isRepeatSafe()).isTrue();
                    });
        }
        assertThat(ecobee.requests().all()).isEmpty();
        assertThat(governor.status().pausedUntil()).containsOnlyKeys(ACCOUNT);

        clock.advance(Duration.ofMinutes(3));
        one.poll();
        mock("one").assertIsSatisfied();
        assertThat(governor.status().pausedUntil()).isEmpty();
    }

    @Test
    @Tag("field-31")
    void anOwnChangeIsReadBackAWhileLaterWithoutWaitingForThePoll() throws Exception {
        start(route("one", "ecobee:thermostats?scheduler=#one&pollAfterWrite=50"));
        one.poll();
        mock("one").reset();
        mock("one").expectedMessageCount(1);
        clock.advance(Duration.ofSeconds(30));
        for (int change = 0; change < 3; change++) {
            send("ecobee:setHold?holdClimateRef=away&thermostatIds=" + UPSTAIRS);
        }

        mock("one").assertIsSatisfied();

        Thermostat thermostat = mock("one").getExchanges().get(0).getIn().getBody(Thermostat.class);
        assertThat(thermostat.getIdentifier()).isEqualTo(UPSTAIRS);
        assertThat(thermostat.getEvents()).anyMatch(event -> "away".equals(event.getHoldClimateRef()));
        assertThat(ecobee.requests().matching(request -> request.is("GET", SUMMARY)
                && UPSTAIRS.equals(String.valueOf(request.selection() == null
                        ? null
                        : request.selection().getSelectionMatch()))))
                .hasSizeBetween(1, 3);
    }

    @Test
    @Tag("field-38")
    void aReadingFromBeforeAnOwnChangeIsNotDelivered() throws Exception {
        start(route("one", "ecobee:thermostats?scheduler=#one&thermostatIds=" + UPSTAIRS));
        one.poll();
        mock("one").reset();
        clock.advance(Duration.ofMinutes(3));
        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81));
        ecobee.faults().next("GET", THERMOSTAT, Fault.latency(Duration.ofSeconds(2)));
        int before = ecobee.requests().count("GET", SUMMARY);
        Thread poll = new Thread(one::poll);
        poll.start();
        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", SUMMARY) > before);
        await().atMost(PATIENCE).until(() -> governor.requests(RequestKind.THERMOSTAT) == 2);

        Exchange change = send("ecobee:setHold?holdClimateRef=away&thermostatIds=" + UPSTAIRS);
        poll.join();

        assertThat(change.getException()).isNull();
        assertThat(mock("one").getReceivedCounter()).isZero();
        mock("one").expectedMessageCount(1);
        clock.advance(Duration.ofMinutes(3));
        one.poll();
        mock("one").assertIsSatisfied();
        assertThat(mock("one").getExchanges().get(0).getIn().getBody(Thermostat.class).getEvents())
                .anyMatch(event -> "away".equals(event.getHoldClimateRef()));
    }

    @Test
    @Tag("field-33")
    void oneThermostatThatEcobeeCannotAnswerForKeepsNoOtherBack() throws Exception {
        ecobee.faults().next("GET", THERMOSTAT, Fault.errorProcessing(UPSTAIRS));
        start(route("one", "ecobee:thermostats?scheduler=#one"));
        mock("one").expectedMessageCount(3);

        one.poll();

        mock("one").assertIsSatisfied();
        assertThat(governor.status().setAside()).containsOnlyKeys(ACCOUNT + "/" + UPSTAIRS);
        assertThat(mock("one").getExchanges())
                .noneMatch(exchange -> UPSTAIRS.equals(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID)));
        clock.advance(Duration.ofMinutes(7));
        one.poll();
        assertThat(mock("one").getExchanges())
                .anyMatch(exchange -> UPSTAIRS.equals(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID)));
        assertThat(governor.status().setAside()).isEmpty();
    }

    @Test
    @Tag("field-33")
    void aNamedThermostatThatIsNotTheAccountsKeepsNoOtherBack() throws Exception {
        start(route("one", "ecobee:thermostats?scheduler=#one&thermostatIds=999999999999," + UPSTAIRS));
        mock("one").expectedMessageCount(1);

        one.poll();

        mock("one").assertIsSatisfied();
        assertThat(governor.status().setAside()).containsOnlyKeys(ACCOUNT + "/999999999999");
    }

    private Exchange send(String uri) {
        return camel.createProducerTemplate().send(uri, exchange -> {
        });
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                futures.add(pool.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
