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
package io.github.camelecobee.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LivingThermostatTest {
    private static final Instant START = Instant.parse("2026-01-14T16:00:00Z");

    private final SimulatedClock clock = SimulatedClock.manual(START);
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock).start();
    private final SimulatedThermostat thermostat = simulator.thermostat("311019854581");

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void coldRoomIsHeatedToTheSetPoint() {
        thermostat.setTemperature(Temperature.ofFahrenheit(55));
        clock.advance(Duration.ofMinutes(3));

        assertThat(thermostat.snapshot().getEquipmentStatus()).isEqualTo("auxHeat1,fan");
        clock.advance(Duration.ofHours(4));
        assertThat(thermostat.snapshot().getRuntime().getActualTemperature()).isBetween(630, 655);
    }

    @Test
    void hotRoomIsCooled() {
        thermostat.setTemperature(Temperature.ofFahrenheit(88));
        clock.advance(Duration.ofMinutes(3));

        assertThat(thermostat.snapshot().getEquipmentStatus()).isEqualTo("compCool1,fan");
    }

    @Test
    void heatPumpHeatsByPump() {
        SimulatedThermostat cottage = simulator.thermostat("311019854584");
        cottage.setTemperature(Temperature.ofFahrenheit(55));
        clock.advance(Duration.ofMinutes(3));

        assertThat(cottage.snapshot().getEquipmentStatus()).startsWith("heatPump");
    }

    @Test
    void systemThatIsOffLetsTheRoomGoCold() {
        thermostat.setProperty("settings.hvacMode", "off");
        int before = thermostat.snapshot().getRuntime().getActualTemperature();

        clock.advance(Duration.ofHours(12));

        assertThat(thermostat.snapshot().getRuntime().getActualTemperature()).isLessThan(before - 50);
        assertThat(thermostat.snapshot().getEquipmentStatus()).isEmpty();
    }

    @Test
    void runtimeMovesEveryThreeMinutesAtMostAndIntervalsEveryFifteen() {
        TreeSet<String> runtime = new TreeSet<>();
        TreeSet<String> interval = new TreeSet<>();
        for (int minute = 0; minute < 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            runtime.add(thermostat.revision(Revision.RUNTIME));
            interval.add(thermostat.revision(Revision.INTERVAL));
        }

        assertThat(runtime.size()).isBetween(2, 21);
        assertThat(runtime).allMatch(revision -> Integer.parseInt(revision.substring(8, 10)) % 3 == 0);
        assertThat(interval).containsExactly("260114160000", "260114161500", "260114163000", "260114164500",
                "260114170000");
    }

    @Test
    void intervalMessageHoldsTheLastThreeReadings() {
        clock.advance(Duration.ofMinutes(20));

        Thermostat snapshot = thermostat.snapshot();
        assertThat(snapshot.getExtendedRuntime().getLastReadingTimestamp()).isEqualTo("2026-01-14 16:10:00");
        assertThat(snapshot.getExtendedRuntime().getRuntimeInterval()).isEqualTo(194);
        assertThat(snapshot.getRuntime().getRuntimeInterval()).isEqualTo(194);
        assertThat(snapshot.getExtendedRuntime().getActualTemperature()).hasSize(3);
        assertThat(snapshot.getExtendedRuntime().getHvacMode()).hasSize(3);
    }

    @Test
    void whatHappensDoesNotDependOnHowOftenOneLooks() {
        try (EcobeeSimulator other = EcobeeSimulator.builder().clock(SimulatedClock.manual(START)).start()) {
            for (int i = 0; i < 600; i++) {
                other.clock().advance(Duration.ofSeconds(37));
                other.thermostat("311019854581").snapshot();
            }
            clock.advance(Duration.ofSeconds(37 * 600));

            assertThat(EcobeeJson.write(thermostat.snapshot()))
                    .isEqualTo(EcobeeJson.write(other.thermostat("311019854581").snapshot()));
        }
    }

    @Test
    void programFollowsTheThermostatsOwnZone() {
        SimulatedThermostat halifax = simulator.thermostat("311019854583");
        List<String> climates = new ArrayList<>();

        // 17:00 in Halifax is 21:00 UTC, an hour before it is 17:00 in Toronto.
        clock.advance(Duration.ofHours(5));
        climates.add(halifax.snapshot().getProgram().getCurrentClimateRef());
        climates.add(thermostat.snapshot().getProgram().getCurrentClimateRef());

        assertThat(climates).containsExactly("home", "away");
        assertThat(halifax.snapshot().getRuntime().getDesiredHeat()).isEqualTo(700);
    }

    @Test
    void offlineThermostatSendsNothingUntilItIsBack() {
        String runtime = thermostat.revision(Revision.RUNTIME);
        thermostat.setConnected(false);
        thermostat.setTemperature(Temperature.ofFahrenheit(55));
        clock.advance(Duration.ofHours(1));

        Thermostat offline = thermostat.snapshot();
        assertThat(offline.getRuntime().getConnected()).isFalse();
        assertThat(offline.getRuntime().getDisconnectDateTime()).isEqualTo("2026-01-14 16:00:00");
        assertThat(thermostat.revision(Revision.RUNTIME)).isEqualTo(runtime);

        thermostat.setConnected(true);
        assertThat(thermostat.revision(Revision.RUNTIME)).isEqualTo("260114170000");
        assertThat(thermostat.snapshot().getRuntime().getConnectDateTime()).isEqualTo("2026-01-14 17:00:00");
    }

    @Test
    void revisionsWithinOneSecondDiffer() {
        TreeSet<String> revisions = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            thermostat.setProperty("name", "Name " + i);
            revisions.add(thermostat.revision(Revision.THERMOSTAT));
        }

        assertThat(revisions).hasSize(5).allMatch(revision -> revision.matches("\\d{12}"));
        assertThat(thermostat.snapshot().getThermostatRev()).isEqualTo(revisions.last());
    }

    @Test
    void propertiesThatTheContractDoesNotKnowCanBeSet() {
        thermostat.setProperty("hologram", List.of("a", "b"));
        thermostat.setProperty("runtime.actualCO2", -5002);
        thermostat.setProperty("settings.future.deep", true);

        SimulatorClient client = new SimulatorClient(simulator);
        client.authorize();
        client.expectNovelties();
        Thermostat read = client.thermostat("311019854581");
        assertThat(read.getAdditionalProperties()).containsEntry("hologram", List.of("a", "b"));
        assertThat(read.getRuntime().getActualCO2()).isEqualTo(-5002);
        assertThat(read.getSettings().getAdditionalProperties()).containsKey("future");
    }

    @Test
    void unknownThermostatsHaveNoHandle() {
        assertThatThrownBy(() -> simulator.thermostat("1")).hasMessageContaining("There is no thermostat 1");
    }
}
