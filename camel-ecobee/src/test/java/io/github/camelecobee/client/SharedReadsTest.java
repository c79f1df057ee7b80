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
package io.github.camelecobee.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What polls know of a thermostat, in the hands of an ecobee that is a little behind. */
class SharedReadsTest {
    private static final ThermostatSelection HALL = ThermostatSelection.thermostats(ScriptedThermostat.ID);
    private static final Set<Include> PARTS = Set.of(Include.EVENTS, Include.RUNTIME, Include.EXTENDED_RUNTIME);

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2025-01-14T16:46:03Z"));
    private final ScriptedThermostat ecobee = new ScriptedThermostat();
    private final EcobeeClient client = ecobee.client(clock);
    private final PollReader reader = client.reader(HALL, PARTS, Duration.ZERO);

    @Test
    @Tag("field-38")
    void aThermostatWithItsOldRevisionIsNotDeliveredForTwoMinutesAfterAnOwnChange() {
        ecobee.thermostat = "\"thermostatRev\":\"1\",\"events\":[],\"runtime\":{\"desiredHeat\":680},\"extendedRuntime\":{}";
        assertThat(poll()).hasSize(1);

        hold();
        ecobee.revisions = "true:1:1:2:1";
        clock.advance(Duration.ofSeconds(60));
        assertThat(poll()).isEmpty();
        clock.advance(Duration.ofSeconds(59));
        assertThat(poll()).isEmpty();

        ecobee.revisions = "true:2:1:2:1";
        ecobee.thermostat = "\"thermostatRev\":\"2\",\"events\":[{\"name\":\"auto\"}],\"runtime\":{\"desiredHeat\":700}";
        assertThat(poll()).singleElement().satisfies(thermostat -> {
            assertThat(thermostat.getEvents()).hasSize(1);
            assertThat(thermostat.getRuntime().getDesiredHeat()).isEqualTo(700);
        });
        assertThat(ecobee.asked).last().isEqualTo(",Runtime,Events");
    }

    @Test
    @Tag("field-38")
    void twoMinutesAfterAnOwnChangeWhatIsReadIsBelieved() {
        ecobee.thermostat = "\"thermostatRev\":\"1\",\"events\":[],\"runtime\":{},\"extendedRuntime\":{}";
        poll();
        hold();
        clock.advance(Duration.ofMinutes(2));
        ecobee.revisions = "true:1:1:2:1";

        assertThat(poll()).hasSize(1);
    }

    @Test
    @Tag("field-38")
    void whatWasKnownBeforeAnOwnChangeIsNotDeliveredAfterItAlsoWhenTheSummaryIsBehind() {
        ecobee.thermostat = "\"thermostatRev\":\"1\",\"events\":[],\"runtime\":{},\"extendedRuntime\":{}";
        poll();
        assertThat(poll()).hasSize(1);
        hold();

        assertThat(poll()).isEmpty();

        ecobee.thermostat = "\"thermostatRev\":\"2\",\"events\":[{\"name\":\"auto\"}],\"runtime\":{}";
        assertThat(poll()).singleElement().satisfies(thermostat -> assertThat(thermostat.getEvents()).hasSize(1));
        assertThat(poll()).hasSize(1);
        assertThat(ecobee.asked).hasSize(3);
    }

    @Test
    void aPartThatWasAskedForAndIsNotThereHasGone() {
        ecobee.thermostat = "\"events\":[{}],\"runtime\":{},\"extendedRuntime\":{}";
        poll();
        ecobee.revisions = "true:2:1:1:1";
        ecobee.thermostat = "\"name\":\"Hall\"";

        assertThat(poll()).singleElement().satisfies(thermostat -> {
            assertThat(thermostat.getEvents()).isNull();
            assertThat(thermostat.getRuntime()).isNotNull();
        });
    }

    @Test
    void propertiesThatNobodyKnowsAndNullsSurviveReadingsThatDoNotSayThem() {
        ecobee.thermostat = "\"moodRing\":\"teal\",\"filterSubscription\":{},\"name\":\"old\",\"events\":null,\"runtime\":{}";
        poll();
        ecobee.revisions = "true:1:1:2:1";
        ecobee.thermostat = "\"name\":\"new\",\"runtime\":{\"desiredHeat\":680}";

        assertThat(poll()).singleElement().satisfies(thermostat -> {
            assertThat(thermostat.getAdditionalProperties()).containsEntry("moodRing", "teal");
            assertThat(thermostat.getFilterSubscription()).isNotNull();
            assertThat(thermostat.isExplicitNull("events")).isTrue();
            assertThat(thermostat.getName()).isEqualTo("new");
            assertThat(thermostat.getRuntime().getDesiredHeat()).isEqualTo(680);
        });
        assertThat(ecobee.asked).last().isEqualTo(",Runtime");
    }

    @Test
    void aPartThatNobodyWantedForAWhileIsReadAgain() {
        ecobee.thermostat = "\"events\":[],\"runtime\":{},\"extendedRuntime\":{},\"settings\":{}";
        poll();
        PollReader second = client.reader(HALL, Set.of(Include.SETTINGS), Duration.ZERO);
        second.summary();
        assertThat(second.thermostats(HALL.match())).hasSize(1);
        assertThat(ecobee.asked).last().isEqualTo(",Settings");
        second.close();
        ecobee.revisions = "true:2:1:1:1";
        ecobee.thermostat = "\"events\":[]";
        poll();
        ecobee.thermostat = "\"settings\":{\"hvacMode\":\"off\"}";

        PollReader third = client.reader(HALL, Set.of(Include.SETTINGS), Duration.ZERO);
        third.summary();

        assertThat(third.thermostats(HALL.match())).singleElement()
                .satisfies(thermostat -> assertThat(thermostat.getSettings().getHvacMode()).isEqualTo("off"));
    }

    @Test
    void theClimateOfTheScheduleIsReadAgainWhenAHalfHourHasBegunAndReadingsMoved() {
        PollReader programs = client.reader(HALL, Set.of(Include.PROGRAM, Include.RUNTIME), Duration.ZERO);
        reader.close();
        ecobee.thermostat = "\"program\":{\"currentClimateRef\":\"home\"},\"runtime\":{}";
        programs.summary();
        programs.thermostats(HALL.match());

        ecobee.revisions = "true:1:1:2:1";
        clock.advance(Duration.ofMinutes(3));
        programs.summary();
        programs.thermostats(HALL.match());
        assertThat(ecobee.asked).last().isEqualTo(",Runtime");

        // 17:01: the thermostat has not told yet. 17:04: it has.
        clock.advance(Duration.ofMinutes(12));
        ecobee.revisions = "true:1:1:3:1";
        programs.summary();
        programs.thermostats(HALL.match());
        assertThat(ecobee.asked).last().isEqualTo(",Runtime,Program");
        clock.advance(Duration.ofMinutes(3));
        ecobee.revisions = "true:1:1:4:1";
        ecobee.thermostat = "\"program\":{\"currentClimateRef\":\"sleep\"},\"runtime\":{}";
        programs.summary();
        assertThat(programs.thermostats(HALL.match())).singleElement()
                .satisfies(thermostat -> assertThat(thermostat.getProgram().getCurrentClimateRef()).isEqualTo("sleep"));

        clock.advance(Duration.ofMinutes(3));
        ecobee.revisions = "true:1:1:5:1";
        programs.summary();
        programs.thermostats(HALL.match());
        clock.advance(Duration.ofMinutes(3));
        ecobee.revisions = "true:1:1:6:1";
        programs.summary();
        programs.thermostats(HALL.match());
        assertThat(ecobee.asked).last().isEqualTo(",Runtime");
    }

    @Test
    void aClockThatWasSetBackKeepsNobodyFromAsking() {
        SettableClock own = new SettableClock();
        EcobeeClient set = ecobee.client(own);
        PollReader patient = set.reader(HALL, PARTS, Duration.ofMinutes(3));
        ecobee.thermostat = "\"runtime\":{}";
        patient.summary();
        ecobee.revisions = "true:1:1:2:1";
        own.now = own.now.minus(Duration.ofHours(5));

        assertThat(patient.summary().revisions().get(ScriptedThermostat.ID)).extracting(ThermostatRevisions::runtime)
                .isEqualTo("2");
    }

    @Test
    void aTurnFromTheTimeBeforeTheClockWasSetBackHoldsUpNobody() {
        SettableClock own = new SettableClock();
        Turns turns = new Turns(own);
        assertThat(turns.take("report", Duration.ofMinutes(15), "one")).isTrue();
        assertThat(turns.take("report", Duration.ofMinutes(15), "one")).isFalse();

        own.now = own.now.minus(Duration.ofHours(5));

        assertThat(turns.take("report", Duration.ofMinutes(15), "one")).isTrue();
    }

    /** As an administrator or a time server sets it. */
    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2025-01-14T16:46:03Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private List<Thermostat> poll() {
        reader.summary();
        return reader.thermostats(HALL.match());
    }

    private void hold() {
        client.writes().update(HALL, ThermostatUpdate.of(List.of(new Function().withType("setHold"))));
    }
}
