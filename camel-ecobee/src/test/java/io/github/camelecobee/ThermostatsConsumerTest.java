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
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The consumer ecobee:thermostats, get-thermostat-summary.shtml. */
class ThermostatsConsumerTest extends EcobeeTestSupport {
    private static final String SUMMARY = "/1/thermostatSummary";
    private static final String THERMOSTAT = "/1/thermostat";

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    void theFirstPollDeliversEveryThermostatOnce() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());

        start(route("ecobee:thermostats?" + OFTEN));
        changed.assertIsSatisfied();

        assertThat(changed.getExchanges()).extracting(exchange -> exchange.getIn().getBody(Thermostat.class).getIdentifier())
                .containsExactlyInAnyOrderElementsOf(ecobee.thermostats().stream().map(t -> t.identifier()).toList());
    }

    @Test
    void headersTellTheThermostatItsRevisionsAndTheBatch() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());

        start(route("ecobee:thermostats?" + OFTEN));
        changed.assertIsSatisfied();

        Exchange upstairs = exchangeOf(UPSTAIRS, changed);
        Thermostat thermostat = upstairs.getIn().getBody(Thermostat.class);
        assertThat(upstairs.getIn().getHeaders()).containsEntry(EcobeeConstants.THERMOSTAT_NAME, thermostat.getName())
                .containsEntry(EcobeeConstants.ACCOUNT, "default").containsEntry(EcobeeConstants.CONNECTED, true)
                .containsEntry(EcobeeConstants.THERMOSTAT_REVISION, thermostat.getThermostatRev())
                .containsEntry(EcobeeConstants.RUNTIME_REVISION, thermostat.getRuntime().getRuntimeRev())
                .containsEntry(EcobeeConstants.EQUIPMENT_STATUS, thermostat.getEquipmentStatus())
                .containsEntry(EcobeeConstants.POLL_TIME, clock.instant());
        Exchange last = changed.getExchanges().get(changed.getExchanges().size() - 1);
        assertThat(last.getProperty(ExchangePropertyKey.BATCH_COMPLETE, Boolean.class)).isTrue();
        assertThat(last.getProperty(ExchangePropertyKey.BATCH_SIZE, Integer.class)).isEqualTo(ecobee.thermostats().size());
    }

    @Test
    void oneRequestAPollWhenNothingChanged() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());
        start(route("ecobee:thermostats?" + OFTEN));
        changed.assertIsSatisfied();
        int before = ecobee.requests().count("GET", SUMMARY);

        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", SUMMARY) >= before + 5);

        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(1);
        assertThat(changed.getReceivedCounter()).isEqualTo(ecobee.thermostats().size());
    }

    @Test
    void onlyWhatChangedIsReadAndDelivered() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());
        start(route("ecobee:thermostats?" + OFTEN));
        changed.assertIsSatisfied();
        changed.reset();
        changed.expectedMessageCount(1);

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));
        changed.assertIsSatisfied();

        assertThat(changed.getExchanges().get(0).getIn().getBody(Thermostat.class).getRuntime().getActualTemperature())
                .isEqualTo(815);
        assertThat(ecobee.requests().matching(request -> request.is("GET", THERMOSTAT))).last()
                .extracting(request -> Objects.requireNonNull(request.selection()).getSelectionMatch()).isEqualTo(UPSTAIRS);
    }

    @Test
    void goingOfflineIsDelivered() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());
        start(route("ecobee:thermostats?" + OFTEN));
        changed.assertIsSatisfied();
        changed.reset();
        changed.expectedMinimumMessageCount(1);
        changed.message(0).header(EcobeeConstants.CONNECTED).isEqualTo(false);

        ecobee.thermostat(UPSTAIRS).setConnected(false);

        changed.assertIsSatisfied();
    }

    @Test
    void aFailedMessageComesAgainAndHoldsUpNoOther() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());

        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).log("as expected");
                from("ecobee:thermostats?" + OFTEN).routeId("changed").process(exchange -> {
                    boolean upstairs = UPSTAIRS.equals(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID));
                    if (upstairs && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("the database is down");
                    }
                }).to("mock:changed");
            }
        });

        changed.assertIsSatisfied();
        assertThat(changed.getExchanges().get(changed.getExchanges().size() - 1).getIn()
                .getHeader(EcobeeConstants.THERMOSTAT_ID)).isEqualTo(UPSTAIRS);
        assertThat(failures.get()).isLessThan(0);
    }

    @Test
    void aCursorRepositorySurvivesARestart() throws Exception {
        MemoryStateRepository repository = new MemoryStateRepository();
        // Ours: the context stops, and so empties, only what nobody started.
        repository.start();
        camel.getRegistry().bind("cursors", repository);
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());
        start(route("ecobee:thermostats?cursorRepository=#cursors&" + OFTEN));
        changed.assertIsSatisfied();
        camel.close();

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(82));
        camel = newContext();
        camel.getRegistry().bind("cursors", repository);
        MockEndpoint after = mock("changed");
        after.expectedMessageCount(1);
        after.message(0).header(EcobeeConstants.THERMOSTAT_ID).isEqualTo(UPSTAIRS);
        start(route("ecobee:thermostats?cursorRepository=#cursors&" + OFTEN));

        after.assertIsSatisfied();
        int polls = ecobee.requests().count("GET", SUMMARY);
        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", SUMMARY) >= polls + 3);
        assertThat(after.getReceivedCounter()).isEqualTo(1);
    }

    @Test
    void noMoreThanTheLimitAreDeliveredInOnePoll() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());

        start(route("ecobee:thermostats?maxMessagesPerPoll=1&" + OFTEN));
        changed.assertIsSatisfied();

        assertThat(changed.getExchanges())
                .allSatisfy(exchange -> assertThat(exchange.getProperty(ExchangePropertyKey.BATCH_SIZE)).isEqualTo(1));
        assertThat(ecobee.requests().count("GET", THERMOSTAT)).isEqualTo(ecobee.thermostats().size());
    }

    @Test
    void onlyTheNamedThermostatsAreWatched() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(1);

        start(route("ecobee:thermostats?include=runtime&thermostatIds=" + UPSTAIRS + "&" + OFTEN));
        changed.assertIsSatisfied();

        Thermostat thermostat = changed.getExchanges().get(0).getIn().getBody(Thermostat.class);
        assertThat(thermostat.getIdentifier()).isEqualTo(UPSTAIRS);
        assertThat(thermostat.getRuntime()).isNotNull();
        assertThat(thermostat.getSettings()).isNull();
    }

    @Test
    @Tag("field-68")
    void namesWithColonsAccentsAndDegreeSignsArriveAsTheyAre() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());

        start(route("ecobee:thermostats?" + OFTEN));
        changed.assertIsSatisfied();

        List<Object> names = changed.getExchanges().stream()
                .map(exchange -> exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_NAME)).toList();
        assertThat(names).contains("Chambre d'été 21°", "Attic: East", "");
        assertThat(changed.getExchanges())
                .allSatisfy(exchange -> assertThat(exchange.getIn().getBody(Thermostat.class).getName())
                        .isEqualTo(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_NAME)));
    }

    @Test
    @Tag("field-62")
    void propertiesThatTheContractDoesNotKnowReachTheRoute() throws Exception {
        ecobee.thermostat(UPSTAIRS).setProperty("moodRing", "teal");
        ecobee.thermostat(UPSTAIRS).setProperty("runtime.actualMood", 7);
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(1);

        start(route("ecobee:thermostats?thermostatIds=" + UPSTAIRS + "&" + OFTEN));
        changed.assertIsSatisfied();

        Thermostat thermostat = changed.getExchanges().get(0).getIn().getBody(Thermostat.class);
        assertThat(thermostat.getAdditionalProperties()).containsEntry("moodRing", "teal");
        assertThat(thermostat.getRuntime().getAdditionalProperties()).containsEntry("actualMood", 7);
        assertThat(EcobeeJson.write(thermostat)).contains("\"moodRing\":\"teal\"", "\"actualMood\":7");
    }

    @Test
    void anyFailureOfAPollLeavesTheNextOneAlone() throws Exception {
        ecobee.faults().next("GET", SUMMARY, Fault.htmlPage());
        ecobee.faults().next("GET", SUMMARY, Fault.emptyBody());
        ecobee.faults().next("GET", SUMMARY, Fault.truncatedJson());
        ecobee.faults().next("GET", SUMMARY, Fault.dropConnection());
        ecobee.faults().next("GET", SUMMARY, Fault.ecobeeStatus(3, "Processing error."));
        ecobee.faults().next("GET", SUMMARY, Fault.httpStatus(429));
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());

        start(route("ecobee:thermostats?" + OFTEN));
        // 429 and 503 have the account left alone for a while.
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofMinutes(1));
            return ecobee.faults().pending() == 0 && changed.getReceivedCounter() > 0;
        });

        changed.assertIsSatisfied();
    }

    @Test
    void aDelayBelowThreeMinutesIsRefusedWithoutTheSwitch() {
        assertThatThrownBy(() -> start(route("ecobee:thermostats?delay=60000"))).isInstanceOf(FailedToStartRouteException.class)
                .rootCause().hasMessageContaining("delay: '60000' ms").hasMessageContaining("180000")
                .hasMessageContaining("allowFastPolling");
    }

    @Test
    void aStoppedRouteStartsAgain() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(ecobee.thermostats().size());
        start(route("ecobee:thermostats?" + OFTEN));
        changed.assertIsSatisfied();
        camel.getRouteController().stopRoute("changed");
        changed.reset();
        changed.expectedMessageCount(ecobee.thermostats().size());

        camel.getRouteController().startRoute("changed");

        changed.assertIsSatisfied();
    }

    private static Exchange exchangeOf(String identifier, MockEndpoint mock) {
        return mock.getExchanges().stream()
                .filter(exchange -> identifier.equals(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID)))
                .findFirst().orElseThrow();
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("changed").to("mock:changed");
            }
        };
    }
}
