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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** One consumer of several accounts: one thread, and otherwise as if each had a consumer of its own. */
@Timeout(120)
class SeveralAccountsTest extends PollingTestSupport {
    private static final String BOTH = "ecobee:thermostats?account=home,cabin&include=settings&" + HAND;
    private static final String EVERY = "ecobee:thermostats?account=*&include=settings&" + HAND;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.pinInterval(Duration.ofSeconds(1))
                .account(Account.smart("family").thermostat(SampleThermostats.of("1001", "Hall"))
                        .thermostat(SampleThermostats.of("1002", "Attic")))
                .account(Account.smart("forest").thermostat(SampleThermostats.of("2001", "Hall")))
                .account(Account.smart("coast").thermostat(SampleThermostats.of("3001", "Hall")));
    }

    @BeforeEach
    void twoAccountsAreAuthorized() throws Exception {
        authorize("home", "family");
        authorize("cabin", "forest");
    }

    private void authorize(String account, String owner) throws Exception {
        authorize(account, pin -> ecobee.account(owner).approvePin(pin));
    }

    @Test
    void eachMessageTellsItsAccount() throws Exception {
        start(route(BOTH));

        scheduler.poll();

        assertThat(received("changed")).containsExactlyInAnyOrder("home 1001", "home 1002", "cabin 2001");
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(2);
        assertThat(camel.getEndpoint(BOTH, EcobeeEndpoint.class).getServiceMetadata())
                .isEqualTo(Map.of("account", "home,cabin"));
    }

    @Test
    void cursorsOfTheAccountsAreKeptApartAndOutliveARestart() throws Exception {
        camel.getRegistry().bind("cursors", new MemoryStateRepository());
        start(route(BOTH + "&cursorRepository=#bean:cursors"));
        scheduler.poll();
        camel.getRouteController().stopRoute("changed");
        camel.getRouteController().startRoute("changed");
        mock("changed").reset();

        ecobee.thermostat("2001").setConnected(false);
        pollLater();

        assertThat(received("changed")).containsExactly("cabin 2001");
    }

    @Test
    void oneAccountThatFailsHoldsUpNoOtherAndIsOneWarning() throws Exception {
        start(route(BOTH));
        ecobee.faults().when(FaultRule.requests("GET", SUMMARY).ofAccount("family")).then(Fault.ecobeeStatus(3, "Down."));

        for (int poll = 0; poll < 4; poll++) {
            ecobee.thermostat("2001").setConnected(poll % 2 == 0);
            pollLater();
        }

        assertThat(received("changed")).containsExactly("cabin 2001", "cabin 2001", "cabin 2001", "cabin 2001");
        assertThat(ours()).extracting(ILoggingEvent::getFormattedMessage).singleElement().asString()
                .contains("route changed, account 'home'");
        assertThat(health()).satisfies(result -> {
            assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(result.getMessage()).hasValueSatisfying(message -> assertThat(message)
                    .contains("Route changed, account home: 4 polls failed").doesNotContain("cabin"));
            assertThat(result.getDetails()).containsEntry("ecobee.changed.failingAccounts", 1)
                    .containsEntry("ecobee.changed.home.failedPolls", 4)
                    .containsEntry("ecobee.changed.home.text", "Down.");
        });
        ecobee.faults().clear();
        pollLater();
        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(received("changed")).contains("home 1001", "home 1002");
    }

    @Test
    void anAccountThatHasToWaitAfterTooManyRequestsHoldsUpNoOther() throws Exception {
        start(route(BOTH));
        ecobee.faults().when(FaultRule.requests("GET", SUMMARY).ofAccount("forest").times(1))
                .then(Fault.httpStatus(429, Duration.ofMinutes(10)));

        scheduler.poll();

        assertThat(received("changed")).containsExactlyInAnyOrder("home 1001", "home 1002");
        assertThat(governor.status().pausedUntil()).containsOnlyKeys("cabin");
        clock.advance(Duration.ofMinutes(10));
        pollLater();
        assertThat(received("changed")).containsExactlyInAnyOrder("home 1001", "home 1002", "cabin 2001");
    }

    @Test
    void anExceptionHandlerHearsOnceOfEachAccountThatFailed() throws Exception {
        start(bridged());
        ecobee.faults().next("GET", SUMMARY, Fault.ecobeeStatus(3, "Down."));

        scheduler.poll();

        assertThat(mock("failed").getExchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                    .isInstanceOf(EcobeeException.class);
            assertThat(exchange.getIn().getBody(String.class))
                    .contains("account '" + exchange.getIn().getHeader(EcobeeConstants.ACCOUNT) + "'");
        });
        mock("failed").reset();
        ecobee.faults().when(FaultRule.requests("GET", SUMMARY)).then(Fault.ecobeeStatus(3, "Down."));
        pollLater();
        assertThat(mock("failed").getExchanges())
                .extracting(exchange -> exchange.getIn().getHeader(EcobeeConstants.ACCOUNT))
                .containsExactlyInAnyOrder("home", "cabin");
    }

    @Test
    void theSchedulerSeesAFailedPollWhenAllAccountsFailed() throws Exception {
        start(route(BOTH + "&failedPollsUntilDown=1"));
        scheduler.poll();
        ecobee.faults().when(FaultRule.requests("GET", SUMMARY).ofAccount("family")).then(Fault.ecobeeStatus(3));
        pollLater();
        assertThat(consumerHealth()).isEqualTo(HealthCheck.State.UP);

        ecobee.faults().when(FaultRule.requests("GET", SUMMARY).ofAccount("forest")).then(Fault.ecobeeStatus(3));
        pollLater();

        assertThat(consumerHealth()).isEqualTo(HealthCheck.State.DOWN);
    }

    @Test
    void anAccountBeginsWhenItIsAuthorized() throws Exception {
        start(route("ecobee:thermostats?account=home,beach&" + HAND));
        await().atMost(PATIENCE).until(() -> !ecobee.outstandingPins().isEmpty());
        scheduler.poll();
        assertThat(received("changed")).containsExactlyInAnyOrder("home 1001", "home 1002");
        assertThat(ours()).isEmpty();

        ecobee.account("coast").approveNewestPin();
        clock.advance(Duration.ofSeconds(31));
        await().atMost(PATIENCE).until(
                () -> component().authorization("beach").status().state() == AuthorizationState.AUTHORIZED);
        pollLater();

        assertThat(received("changed")).contains("beach 3001");
    }

    @Test
    void allAccountsAreThoseThatThereAreAtEachPoll() throws Exception {
        start(route(EVERY));
        scheduler.poll();
        assertThat(received("changed")).containsExactlyInAnyOrder("home 1001", "home 1002", "cabin 2001");

        authorize("beach", "coast");
        grants.remove(AccountKey.of(KEY, "cabin"));
        mock("changed").reset();
        ecobee.thermostat("2001").setConnected(false);
        pollLater();

        assertThat(received("changed")).containsExactly("beach 3001");
        assertThat(ecobee.requests().matching(request -> SUMMARY.equals(request.path()))).hasSize(2);
    }

    @Test
    void theLimitIsOfTheWholePollAndAccountsTakeTurns() throws Exception {
        start(route(BOTH + "&maxMessagesPerPoll=1"));

        List<String> order = new ArrayList<>();
        for (int poll = 0; poll < 4; poll++) {
            ecobee.thermostat("1001").setConnected(poll % 2 == 0);
            ecobee.thermostat("1002").setConnected(poll % 2 == 0);
            ecobee.thermostat("2001").setConnected(poll % 2 == 0);
            pollLater();
            assertThat(received("changed")).hasSize(poll + 1);
            order.add(received("changed").get(poll).split(" ")[0]);
        }

        assertThat(Collections.frequency(order, "home")).isEqualTo(2);
        assertThat(Collections.frequency(order, "cabin")).isEqualTo(2);
    }

    @Test
    void aHundredAccountsNeedOneThread() throws Exception {
        for (int account = 0; account < 100; account++) {
            authorize("customer" + account, "family");
        }
        start(route(EVERY + "&pollAfterWrite=5s"));
        int before = Thread.activeCount();

        scheduler.poll();

        assertThat(received("changed")).hasSize(2 * 101 + 1);
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .filteredOn(name -> name.contains("EcobeePollAfterWrite")).hasSizeLessThanOrEqualTo(1);
        assertThat(Thread.activeCount()).isLessThan(before + 50);
        IntStream.range(0, 100).forEach(account -> assertThat(received("changed")).contains("customer" + account + " 1001"));
    }

    @Test
    void anOwnChangeOfOneAccountIsReadBackForThatAccountOnly() throws Exception {
        start(route(BOTH + "&pollAfterWrite=1"));
        scheduler.poll();
        mock("changed").reset();
        mock("changed").expectedMessageCount(1);
        ecobee.requests().clear();

        camel.createProducerTemplate().sendBody(
                "ecobee:setHold?account=cabin&thermostatIds=2001&heatHoldTemp=66F&coolHoldTemp=80F", "");

        mock("changed").assertIsSatisfied();
        assertThat(received("changed")).containsExactly("cabin 2001");
        assertThat(ecobee.requests().matching(request -> SUMMARY.equals(request.path()))).hasSize(1);
    }

    @Test
    void pollingOnDemandTakesAccountsInTurnAndPassesOneThatFails() throws Exception {
        camel.start();
        var template = camel.createConsumerTemplate();
        String uri = "ecobee:thermostats?account=home,cabin";
        ecobee.faults().when(FaultRule.requests("GET", SUMMARY).ofAccount("forest")).then(Fault.ecobeeStatus(3, "Down."));

        assertThat(template.receiveNoWait(uri).getIn().getHeader(EcobeeConstants.ACCOUNT)).isEqualTo("home");
        assertThat(template.receiveBodyNoWait(uri)).isInstanceOf(Thermostat.class);
        assertThat(template.receiveNoWait(uri)).isNull();
        ecobee.faults().clear();
        clock.advance(Duration.ofMinutes(3));

        assertThat(template.receiveNoWait(uri).getIn().getHeader(EcobeeConstants.ACCOUNT)).isEqualTo("cabin");
        assertThat(ours()).hasSize(1);
    }

    @Test
    void reportsOfSeveralAccountsAreRead() throws Exception {
        start(route("ecobee:runtimeReport?account=*&reportStart=PT1H&reportDelivery=perChunk&" + HAND));

        scheduler.poll();

        assertThat(received("changed")).containsExactlyInAnyOrder("home 1001", "home 1002", "cabin 2001");
    }

    @Test
    void aProducerGoesByTheAccountOfTheMessageWhenTheComponentNamesSeveral() throws Exception {
        component().getConfiguration().setAccount("home,cabin");
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?" + HAND).routeId("changed")
                        .to("ecobee:setHold?heatHoldTemp=66F&coolHoldTemp=80F").to("mock:changed");
            }
        });

        scheduler.poll();

        assertThat(received("changed")).hasSize(3);
        assertThat(ecobee.thermostats()).filteredOn(each -> !each.identifier().equals("3001"))
                .allMatch(each -> !each.events().isEmpty());
        assertThatThrownBy(() -> camel.createProducerTemplate().sendBody("ecobee:setHold?thermostatIds=1001&fan=on", ""))
                .cause().hasMessageContaining("account: 'home,cabin' is not allowed; ecobee:setHold is for one account");
    }

    @Test
    void namesThatMakeNoSenseAreRefused() {
        for (String wrong : new String[] { "home,,cabin", "home,", "home, home", "home,*", "," }) {
            assertThatThrownBy(() -> camel.getEndpoint("ecobee:thermostats?account=" + wrong)).rootCause()
                    .hasMessageContaining("account: '" + wrong.strip() + "'");
        }
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:setHold?account=home,cabin")).rootCause()
                .hasMessageContaining("account: 'home,cabin' is not allowed; ecobee:setHold is for one account");
    }

    private HealthCheck.State consumerHealth() {
        return ((EcobeeConsumer) camel.getRoute("changed").getConsumer()).getHealthCheck().call().getState();
    }

    private List<String> received(String mock) {
        return mock(mock).getExchanges().stream().map(exchange -> exchange.getIn().getHeader(EcobeeConstants.ACCOUNT) + " "
                                                                  + exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID))
                .toList();
    }

    private static RouteBuilder bridged() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(EcobeeException.class).handled(true).to("mock:failed");
                from(BOTH + "&bridgeErrorHandler=true").routeId("changed").to("mock:changed");
            }
        };
    }
}
