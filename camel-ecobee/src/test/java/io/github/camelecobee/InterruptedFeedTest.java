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

import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.EventChange;
import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.change.ThermostatStatus;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.faults.FaultRule.requests;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of messages that a route was given when its process was killed, or its exchange failed: before the
 * cursor moved. The killed process is one whose repository keeps nothing any more.
 */
class InterruptedFeedTest extends FeedTestSupport {
    private static final String HOLDS = "ecobee:changes?changeTypes=holdStarted,holdReplaced,holdEnded";
    private static final String CONNECTIONS = "ecobee:changes?changeTypes=thermostatConnected,thermostatDisconnected";
    private static final String COMINGS = "ecobee:changes?changeTypes=thermostatAdded,thermostatRemoved";

    private final FailingCursors failing = new FailingCursors();

    @Override
    StateRepository<String, String> repository() {
        return failing;
    }

    private static Map<String, Object> hold(int heat) {
        return Map.ofEntries(
                Map.entry("type", "hold"), Map.entry("name", "auto"), Map.entry("running", true),
                Map.entry("startDate", "2025-01-14"), Map.entry("startTime", "08:00:00"),
                Map.entry("endDate", "2025-01-20"), Map.entry("endTime", "08:00:00"), Map.entry("isOccupied", false),
                Map.entry("heatHoldTemp", heat), Map.entry("coolHoldTemp", 880),
                Map.entry("isTemperatureAbsolute", true), Map.entry("holdClimateRef", ""));
    }

    private void happens(String path, Object value) {
        ecobee.thermostat(UPSTAIRS).setProperty(path, value);
    }

    private static List<String> types(List<Change> changes) {
        return changes.stream().map(change -> change.type().typeName()).toList();
    }

    /** The changes that a route is given before its process is killed: the cursor does not move over the last one. */
    private List<Change> changesUntilAKill(String lastType) {
        broken = exchange -> {
            failing.down = lastType.equals(exchange.getIn().getHeader(EcobeeConstants.CHANGE_TYPE));
            return false;
        };
        return changes();
    }

    private List<Change> afterTheKill(String feed) throws Exception {
        broken = exchange -> false;
        camel.close();
        failing.down = false;
        clock.advance(Duration.ofMinutes(3));
        restart(feed);
        return receivedChanges();
    }

    @Test
    void aHoldThatIsStillOnAfterTheKillComesAgainUnderTheSameId() throws Exception {
        startAt(HOLDS);
        happens("events", List.of(hold(650)));
        Change told = changesUntilAKill("holdStarted").get(0);

        assertThat(afterTheKill(HOLDS)).containsExactly(told);
        assertThat(changes()).isEmpty();
    }

    @Test
    void aHoldThatIsOverAfterTheKillComesAgainUnderTheSameIdAndThenItsEnd() throws Exception {
        startAt(HOLDS);
        happens("events", List.of(hold(650)));
        Change told = changesUntilAKill("holdStarted").get(0);

        happens("events", List.of());
        List<Change> changes = afterTheKill(HOLDS);

        assertThat(types(changes)).containsExactly("holdStarted", "holdEnded");
        assertThat(changes.get(0).id()).isEqualTo(told.id());
        assertThat(changes.get(0).detectedAt()).isEqualTo(told.detectedAt());
        assertThat(changes.get(1).id()).isNotEqualTo(told.id());
        assertThat(changes.get(1).detectedAt()).isEqualTo(clock.instant());
        assertThat(changes()).isEmpty();
    }

    @Test
    void aHoldThatIsAnotherOneAfterTheKillComesAgainAndThenTheOther() throws Exception {
        startAt(HOLDS);
        happens("events", List.of(hold(650)));
        Change told = changesUntilAKill("holdStarted").get(0);

        happens("events", List.of(hold(610)));
        List<Change> changes = afterTheKill(HOLDS);

        assertThat(types(changes)).containsExactly("holdStarted", "holdReplaced");
        assertThat(changes.get(0).id()).isEqualTo(told.id());
        assertThat(changes.get(1)).isInstanceOfSatisfying(EventChange.class, change -> {
            assertThat(change.before()).isEqualTo(told.after());
            assertThat(Objects.requireNonNull(change.after()).heat()).isEqualTo(Temperature.ofFahrenheit(61));
        });
    }

    @Test
    void aHoldThatFailsAgainAndAgainComesUntilItSucceedsAndThenItsEnd() throws Exception {
        startAt(HOLDS);
        happens("events", List.of(hold(650)));
        broken = exchange -> true;
        assertThat(changes()).isEmpty();
        happens("events", List.of());
        assertThat(changes()).isEmpty();
        broken = exchange -> false;

        assertThat(types(changes())).containsExactly("holdStarted", "holdEnded");
        assertThat(changes()).isEmpty();
    }

    @Test
    void underALimitTheEndOfAHoldComesWithTheNextPoll() throws Exception {
        startAt(HOLDS + "&maxMessagesPerPoll=1");
        happens("events", List.of(hold(650)));
        changesUntilAKill("holdStarted");

        happens("events", List.of());

        assertThat(types(afterTheKill(HOLDS + "&maxMessagesPerPoll=1"))).containsExactly("holdStarted");
        assertThat(types(changes())).containsExactly("holdEnded");
        assertThat(changes()).isEmpty();
    }

    @Test
    void onlyWhatTheCursorHasNotMovedOverComesAgain() throws Exception {
        String feed = HOLDS + ",hvacModeChanged";
        startAt(feed);
        Object mode = ecobee.thermostat(UPSTAIRS).snapshot().getSettings().getHvacMode();
        happens("settings.hvacMode", "off");
        happens("events", List.of(hold(650)));
        assertThat(types(changesUntilAKill("holdStarted"))).containsExactly("hvacModeChanged", "holdStarted");

        happens("settings.hvacMode", mode);
        happens("events", List.of());

        assertThat(types(afterTheKill(feed))).containsExactly("holdStarted", "hvacModeChanged", "holdEnded");
    }

    @Test
    void whatNobodyWantsToHearOfAfterTheKillDoesNotComeAgain() throws Exception {
        startAt(HOLDS + ",hvacModeChanged");
        happens("events", List.of(hold(650)));
        changesUntilAKill("holdStarted");

        happens("events", List.of());
        happens("settings.hvacMode", "off");

        assertThat(types(afterTheKill("ecobee:changes?changeTypes=holdEnded,hvacModeChanged")))
                .containsExactly("hvacModeChanged", "holdEnded");
    }

    @Test
    void aThermostatThatOnlySeemedDisconnectedBeforeTheKillIsToldToBeConnected() throws Exception {
        startAt(CONNECTIONS);
        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.DISCONNECTED, UPSTAIRS));
        assertThat(types(changesUntilAKill("thermostatDisconnected"))).containsExactly("thermostatDisconnected");

        assertThat(types(afterTheKill(CONNECTIONS))).containsExactly("thermostatDisconnected", "thermostatConnected");
    }

    @Test
    void evenWhenItsRevisionsAreThoseOfLastTimeAThermostatIsLookedAtAgain() throws Exception {
        String feed = CONNECTIONS + ",hvacModeChanged";
        startAt(feed);
        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.DISCONNECTED, UPSTAIRS));
        changesUntilAKill("thermostatDisconnected");

        assertThat(types(afterTheKill(feed))).containsExactly("thermostatDisconnected", "thermostatConnected");
    }

    @Test
    void aThermostatThatHasComeBeforeTheKillAndIsGoneAfterItIsToldBoth() throws Exception {
        startAt(COMINGS);
        ecobee.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.REPLACED, UNNAMED));
        Change told = changesUntilAKill("thermostatAdded").get(0);

        ecobee.faults().clear();
        List<Change> again = afterTheKill(COMINGS);
        clock.advance(Duration.ofMinutes(3));
        changes();
        clock.advance(Duration.ofMinutes(3));
        List<Change> gone = changes();

        assertThat(again).singleElement().satisfies(change -> {
            assertThat(change.type()).isEqualTo(ChangeType.THERMOSTAT_ADDED);
            assertThat(change.id()).isEqualTo(told.id());
            assertThat(change.thermostatName()).isEqualTo(told.thermostatName());
        });
        assertThat(gone).extracting(Change::type).containsExactly(ChangeType.THERMOSTAT_REMOVED);
        assertThat(gone).extracting(Change::thermostatId).containsExactly(told.thermostatId());
    }

    @Test
    void aReadingThatWasToldBeforeTheKillAndIsWhatItWasIsToldAsItIs() throws Exception {
        String feed = "ecobee:sensors?initialState=false&thermostatIds=" + UPSTAIRS;
        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(70));
        startAt(feed);
        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(81.5));
        broken = exchange -> {
            failing.down = true;
            return false;
        };
        assertThat(poll()).isNotEmpty();

        ecobee.thermostat(UPSTAIRS).setTemperature(Temperature.ofFahrenheit(70));
        afterTheKillOf(feed);

        assertThat(received).extracting(exchange -> exchange.getIn().getBody(SensorReading.class))
                .anySatisfy(reading -> assertThat(reading.temperature()).contains(Temperature.ofFahrenheit(70)));
        assertThat(poll()).isEmpty();
    }

    @Test
    void aLineThatWasToldBeforeTheKillAndIsWhatItWasIsToldAsItIs() throws Exception {
        String feed = "ecobee:summary?initialState=false&thermostatIds=" + UPSTAIRS;
        startAt(feed);
        ecobee.faults().next("GET", SUMMARY, Fault.answer(AnswerChange.DISCONNECTED, UPSTAIRS));
        broken = exchange -> {
            failing.down = true;
            return false;
        };
        assertThat(poll()).hasSize(1);

        afterTheKillOf(feed);

        assertThat(received).extracting(exchange -> exchange.getIn().getBody(ThermostatStatus.class))
                .singleElement().satisfies(status -> assertThat(status.connected()).isTrue());
        assertThat(poll()).isEmpty();
    }

    @Test
    void whatCannotBeMarkedIsNotDeliveredUntilItCan() throws Exception {
        startAt(HOLDS);
        happens("events", List.of(hold(650)));
        ecobee.thermostat(COTTAGE).setProperty("events", List.of(hold(650)));
        failing.down = true;
        assertThat(changes()).isEmpty();

        failing.down = false;
        // A poll that failed has the next one wait.
        clock.advance(Duration.ofMinutes(3));

        assertThat(changes()).extracting(Change::thermostatId).containsExactlyInAnyOrder(UPSTAIRS, COTTAGE);
    }

    private void afterTheKillOf(String feed) throws Exception {
        broken = exchange -> false;
        camel.close();
        failing.down = false;
        restart(feed);
    }

    /** Keeps nothing while it is down. */
    private final class FailingCursors extends ServiceSupport implements StateRepository<String, String> {
        private volatile boolean down;

        @Override
        public void setState(String key, String value) {
            if (down) {
                throw new IllegalStateException("the disk is full");
            }
            cursors.setState(key, value);
        }

        @Override
        public String getState(String key) {
            return cursors.getState(key);
        }
    }
}
