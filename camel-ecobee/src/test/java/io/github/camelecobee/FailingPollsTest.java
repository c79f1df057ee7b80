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
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What polls that fail do to a route: as little as can be. */
@Timeout(120)
class FailingPollsTest extends PollingTestSupport {
    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    @Tag("field-32")
    void healthIsDownAfterThreeFailedPollsWithCodeAndText() throws Exception {
        start(route("ecobee:thermostats?scheduler=#hand"));
        scheduler.poll();
        ecobee.faults().when(FaultRule.requests("GET", SUMMARY)).then(Fault.ecobeeStatus(3, "Processing error. Down."));

        for (int failed = 1; failed < 3; failed++) {
            pollLater();
            assertThat(HealthCheckHelper.invokeReadiness(camel)).allMatch(result -> result.getState() == HealthCheck.State.UP);
        }
        pollLater();

        assertThat(health()).satisfies(result -> {
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage()).hasValueSatisfying(message -> assertThat(message).contains("changed", "3 polls"));
            assertThat(result.getDetails()).containsEntry("ecobee.changed.failedPolls", 3)
                    .containsEntry("ecobee.changed.code", 3).containsEntry("ecobee.changed.text", "Processing error. Down.");
        });
        ecobee.faults().clear();
        pollLater();
        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    @Tag("field-32")
    void aPollThatComesTooEarlyAfterAFailedOneIsNoOtherFailure() throws Exception {
        start(route("ecobee:thermostats?scheduler=#hand&failedPollsUntilDown=2"));
        ecobee.faults().when(FaultRule.requests("GET", SUMMARY)).then(Fault.ecobeeStatus(3));

        for (int poll = 0; poll < 10; poll++) {
            scheduler.poll();
        }

        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(1);
        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    @Tag("field-34")
    void nothingThatAnAnswerHoldsStopsTheScheduler() throws Exception {
        for (int poll = 0; poll < 3; poll++) {
            ecobee.faults().next(4, "GET", SUMMARY, Fault.jsonNull());
        }
        mock("changed").expectedMessageCount(ecobee.thermostats().size());

        start(route("ecobee:thermostats?" + OFTEN));

        mock("changed").assertIsSatisfied();
        assertThat(ecobee.faults().pending()).isZero();
    }

    @Test
    @Tag("field-34")
    void neitherAnErrorNorAHandlerThatFailsStopsTheScheduler() throws Exception {
        AtomicInteger rollbacks = new AtomicInteger();
        AtomicInteger handled = new AtomicInteger();
        camel.getRegistry().bind("failing", new DefaultPollingConsumerPollStrategy() {
            @Override
            public boolean begin(Consumer consumer, Endpoint endpoint) {
                if (rollbacks.incrementAndGet() == 2) {
                    throw new StackOverflowError("as expected");
                }
                return super.begin(consumer, endpoint);
            }
        });
        camel.getRegistry().bind("handler", new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                throw new IllegalStateException("as expected");
            }

            @Override
            public void handleException(String message, Throwable exception) {
                handled.incrementAndGet();
                throw new IllegalStateException("as expected");
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                throw new IllegalStateException("as expected");
            }
        });
        ecobee.faults().next("GET", SUMMARY, Fault.ecobeeStatus(3));
        mock("changed").expectedMessageCount(ecobee.thermostats().size());

        start(route("ecobee:thermostats?pollStrategy=#failing&exceptionHandler=#handler&" + OFTEN));

        mock("changed").assertIsSatisfied();
        await().atMost(PATIENCE).until(() -> rollbacks.get() > 4);
        assertThat(handled.get()).isEqualTo(1);
    }

    @Test
    @Tag("field-34")
    void aRouteThatBridgesItsErrorHandlerHearsOfEveryFailedPoll() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(EcobeeException.class).handled(true).to("mock:failed");
                from("ecobee:thermostats?bridgeErrorHandler=true&scheduler=#hand").routeId("changed").to("mock:changed");
            }
        });
        ecobee.faults().next(2, "GET", SUMMARY, Fault.ecobeeStatus(3, "Processing error. Down."));
        mock("failed").expectedMessageCount(2);

        scheduler.poll();
        pollLater();

        mock("failed").assertIsSatisfied();
        assertThat(mock("failed").getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .hasMessageContaining("Down.");
    }

    @Test
    @Tag("field-36")
    void aRouteStopsWhileARequestHangs() throws Exception {
        ecobee.faults().next("GET", SUMMARY, Fault.latency(Duration.ofSeconds(60)));
        start(route("ecobee:thermostats?" + OFTEN));
        await().atMost(PATIENCE).until(() -> governor.status().open() == 1);

        camel.getRouteController().stopRoute("changed");

        assertThat(governor.status().open()).isEqualTo(1);
        assertThat(camel.getRouteController().getRouteStatus("changed").isStopped()).isTrue();
    }

    @Test
    @Tag("field-36")
    void aContextStopsWhileARequestHangs() throws Exception {
        ecobee.faults().next("GET", SUMMARY, Fault.latency(Duration.ofSeconds(60)));
        start(route("ecobee:thermostats?" + OFTEN));
        await().atMost(PATIENCE).until(() -> governor.status().open() == 1);

        camel.close();

        await().atMost(PATIENCE).until(() -> governor.status().open() == 0);
        assertThat(warnings).noneMatch(event -> event.getLoggerName().equals(EcobeeConsumer.class.getName()));
    }

    @Test
    @Tag("field-37")
    void sixHoursWithoutEcobeeAreOneWarningAndNobodyHasToHelp() throws Exception {
        start(route("ecobee:thermostats?scheduler=#hand"));
        scheduler.poll();
        ecobee.requests().clear();
        mock("changed").reset();
        ecobee.faults().when(FaultRule.anyRequest()).then(Fault.dropConnection());

        for (int poll = 0; poll < 120; poll++) {
            pollLater();
        }

        assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(ours()).hasSize(1).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).contains("route changed");
            assertThat(event.getThrowableProxy()).isNull();
        });
        assertThat(ecobee.requests().count("GET", SUMMARY)).isLessThanOrEqualTo(4 * 120);
        ecobee.faults().clear();
        ecobee.thermostat(UPSTAIRS).setConnected(false);
        mock("changed").expectedMinimumMessageCount(1);
        // The token ended meanwhile; renewing it is tried again in its own time.
        await().atMost(PATIENCE).until(() -> {
            pollLater();
            return mock("changed").getReceivedCounter() > 0;
        });

        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(ours()).hasSize(1);
        assertThat(component().authorization(ACCOUNT).status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(ecobee.outstandingPins()).isEmpty();
    }
}
