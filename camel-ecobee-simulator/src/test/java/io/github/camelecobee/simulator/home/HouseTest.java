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
package io.github.camelecobee.simulator.home;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.github.camelecobee.model.Device;
import io.github.camelecobee.model.Output;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Reading.Part;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HouseTest {
    private static final String ID = "411900000001";
    private static final Instant WINTER = Instant.parse("2026-01-14T16:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-15T16:00:00Z");

    private static Thermostat with(Settings settings) {
        return SampleThermostats.of(ID, "Test").withSettings(settings);
    }

    private static SimulatedThermostat hang(Thermostat thermostat, SimulatedClock clock) {
        return new Home(clock, List.of(thermostat), 7).thermostat(ID);
    }

    private static List<Reading> readings(SimulatedThermostat thermostat, Instant from, Duration length) {
        List<Reading> readings = new ArrayList<>();
        thermostat.history().readings(from, from.plus(length), readings::add);
        return readings;
    }

    @Test
    void weatherHasSeasonsAndTimesOfDay() {
        Outdoors toronto = Outdoors.at("43.64, -79.39", 1);
        Outdoors sydney = Outdoors.at("-33.87, 151.21", 1);
        Outdoors miami = Outdoors.at("25.76, -80.19", 1);
        LocalDateTime january = LocalDateTime.of(2026, 1, 20, 15, 0);
        LocalDateTime july = LocalDateTime.of(2026, 7, 20, 15, 0);

        assertThat(toronto.temperature(january)).isBetween(100.0, 450.0);
        assertThat(toronto.temperature(july)).isBetween(680.0, 950.0);
        assertThat(sydney.temperature(january)).isGreaterThan(sydney.temperature(july));
        assertThat(miami.temperature(january)).isGreaterThan(500);
        assertThat(toronto.temperature(july)).isGreaterThan(toronto.temperature(july.withHour(5)));
        assertThat(Outdoors.at("behind the barn", 1)).isEqualTo(Outdoors.at(null, 1));
    }

    @Test
    void secondStageComesInWhenTheFirstIsFarBehind() {
        SimulatedClock clock = SimulatedClock.manual(WINTER);
        SimulatedThermostat thermostat = hang(with(new Settings().withHeatStages(2)), clock);
        thermostat.setTemperature(Temperature.ofFahrenheit(55));
        clock.advance(Duration.ofMinutes(3));
        assertThat(thermostat.snapshot().getEquipmentStatus()).isEqualTo("auxHeat1,auxHeat2,fan");

        thermostat.setTemperature(Temperature.ofFahrenheit(63));
        clock.advance(Duration.ofMinutes(60));
        assertThat(thermostat.snapshot().getEquipmentStatus()).doesNotContain("auxHeat2");
    }

    @Test
    void heatPumpRestsBelowItsLowestOutdoorTemperature() {
        SimulatedClock clock = SimulatedClock.manual(WINTER);
        SimulatedThermostat thermostat = hang(with(new Settings().withHasHeatPump(true).withHeatStages(2)
                .withCompressorProtectionMinTemp(600)), clock);
        thermostat.setTemperature(Temperature.ofFahrenheit(55));
        clock.advance(Duration.ofMinutes(3));

        assertThat(thermostat.snapshot().getEquipmentStatus()).isEqualTo("auxHeat1,fan");
    }

    @Test
    void compressorRestsForItsProtectionTime() {
        SimulatedClock clock = SimulatedClock.manual(SUMMER);
        SimulatedThermostat thermostat = hang(
                with(new Settings().withHvacMode("cool").withCompressorProtectionMinTime(900)), clock);
        thermostat.setTemperature(Temperature.ofFahrenheit(90));
        clock.advance(Duration.ofMinutes(30));
        assertThat(thermostat.snapshot().getEquipmentStatus()).contains("compCool1");

        thermostat.setProperty("settings.hvacMode", "off");
        clock.advance(Duration.ofMinutes(3));
        thermostat.setProperty("settings.hvacMode", "cool");
        clock.advance(Duration.ofMinutes(9));
        assertThat(thermostat.snapshot().getEquipmentStatus()).doesNotContain("compCool1");
        clock.advance(Duration.ofMinutes(6));
        assertThat(thermostat.snapshot().getEquipmentStatus()).contains("compCool1");
    }

    @Test
    void economizerCoolsWhileItIsColdOutside() {
        SimulatedClock clock = SimulatedClock.manual(WINTER);
        SimulatedThermostat thermostat = hang(SampleThermostats.of(ID, "Test").withDevices(List.of(
                new Device().withDeviceId(0).withOutputs(List.of(new Output().withType("economizer"))))), clock);
        thermostat.setTemperature(Temperature.ofFahrenheit(88));

        clock.advance(Duration.ofMinutes(30));

        assertThat(thermostat.snapshot().getEquipmentStatus()).isEqualTo("fan,economizer");
        assertThat(thermostat.snapshot().getRuntime().getActualTemperature()).isBetween(820, 875);
        assertThat(thermostat.snapshot().getExtendedRuntime().getEconomizer()).containsExactly(300, 300, 300);
        assertThat(thermostat.snapshot().getExtendedRuntime().getHvacMode()).containsOnly("economyCycle");
        assertThat(readings(thermostat, WINTER, Duration.ofMinutes(30))).allMatch(
                reading -> reading.seconds(Part.ECONOMIZER) == 300 && reading.seconds(Part.COOL_1) == 0);
        clock.advance(Duration.ofHours(4));
        assertThat(thermostat.snapshot().getEquipmentStatus()).doesNotContain("economizer");
    }

    @Test
    void compressorCoolsWhenItIsTooWarmForTheEconomizer() {
        SimulatedClock clock = SimulatedClock.manual(SUMMER);
        SimulatedThermostat thermostat = hang(SampleThermostats.of(ID, "Test").withDevices(List.of(
                new Device().withDeviceId(0).withOutputs(List.of(new Output().withType("economizer"))))), clock);
        thermostat.setTemperature(Temperature.ofFahrenheit(84));
        clock.advance(Duration.ofMinutes(6));

        assertThat(thermostat.snapshot().getEquipmentStatus()).isEqualTo("compCool1,fan");
    }

    @Test
    void fanRunsItsMinutesInEachHour() {
        SimulatedClock clock = SimulatedClock.manual(WINTER);
        SimulatedThermostat thermostat = hang(
                with(new Settings().withFanMinOnTime(20).withHvacMode("cool")), clock);
        clock.advance(Duration.ofHours(3));

        int seconds = readings(thermostat, WINTER, Duration.ofHours(1)).stream()
                .mapToInt(reading -> reading.seconds(Part.FAN)).sum();
        assertThat(seconds).isEqualTo(20 * 60);
    }

    @Test
    void humidifierMoistensWinterAir() {
        SimulatedClock clock = SimulatedClock.manual(WINTER);
        Instant later = WINTER.plus(Duration.ofDays(2));
        SimulatedThermostat dry = hang(with(new Settings()), clock);
        SimulatedThermostat moist = hang(
                with(new Settings().withHasHumidifier(true).withHumidifierMode("manual").withHumidity("40")), clock);
        clock.advance(Duration.ofDays(3));

        assertThat(readings(moist, later, Duration.ofMinutes(5)).get(0).humidity())
                .isGreaterThan(readings(dry, later, Duration.ofMinutes(5)).get(0).humidity());
    }

    @Test
    void onlyModelsThatSmellTheAirTellItsQuality() {
        SimulatedClock clock = SimulatedClock.manual(WINTER);
        Thermostat premium = hang(SampleThermostats.of(ID, "").withModelNumber("aresSmart"), clock).snapshot();
        Thermostat other = hang(SampleThermostats.of(ID, ""), clock).snapshot();

        assertThat(premium.getRuntime().getActualCO2()).isBetween(400, 1500);
        assertThat(premium.getRuntime().getActualVOC()).isPositive();
        assertThat(premium.getRemoteSensors().get(0).getCapability()).extracting(RemoteSensorCapability::getType)
                .contains("airQuality", "vocPPM", "co2PPM", "airQualityAccuracy");
        assertThat(other.getRuntime().getActualCO2()).isNull();
    }

    @Test
    void sensorsOutOfReachSayUnknown() {
        SimulatedClock clock = SimulatedClock.manual(WINTER);
        SimulatedThermostat thermostat = hang(SampleThermostats.of(ID, ""), clock);
        String before = thermostat.revision(Revision.RUNTIME);
        thermostat.setSensorOnline("rs:100", false);
        assertThat(thermostat.revision(Revision.RUNTIME)).isGreaterThan(before);
        clock.advance(Duration.ofHours(1));
        RemoteSensor sensor = thermostat.snapshot().getRemoteSensors().get(1);
        assertThat(sensor.getCapability()).extracting(RemoteSensorCapability::getValue).containsOnly("unknown");

        thermostat.setSensorOnline("rs:100", true);
        sensor = thermostat.snapshot().getRemoteSensors().get(1);
        assertThat(sensor.getCapability()).extracting(RemoteSensorCapability::getValue).doesNotContain("unknown", "");
        assertThatThrownBy(() -> thermostat.setSensorOnline("rs:7", true)).hasMessage("There is no sensor rs:7");
    }

    @Test
    void peopleLeaveInTheMorningAndComeBackInTheEvening() {
        Place place = new Place(ZoneId.of("America/Toronto"), Outdoors.at(null, 3), false, 3);
        Place office = new Place(ZoneId.of("America/Toronto"), Outdoors.at(null, 3), true, 20);

        assertThat(at(place, "2026-01-14T17:00:00Z").somebodyThere()).isFalse();
        assertThat(at(place, "2026-01-15T01:00:00Z").somebodyThere()).isTrue();
        assertThat(at(office, "2026-01-14T17:00:00Z").somebodyThere()).isTrue();
        assertThat(at(office, "2026-01-17T17:00:00Z").somebodyThere()).isFalse();
    }

    private static Surroundings at(Place place, String instant) {
        return place.at(Instant.parse(instant).getEpochSecond() / 300);
    }

    @Test
    void replayComputesWhatHasHappened() {
        SimulatedClock clock = SimulatedClock.manual(WINTER.plusSeconds(47));
        SimulatedThermostat thermostat = hang(SampleThermostats.of(ID, ""), clock);
        List<Integer> seen = new ArrayList<>();
        List<String> equipment = new ArrayList<>();
        clock.advance(Duration.ofSeconds(13 + 14 * 60));
        for (int i = 0; i < 24 * 4 * 2; i++) {
            if (i == 20) {
                thermostat.setProperty("settings.fanMinOnTime", 30);
            }
            if (i == 50) {
                thermostat.setTemperature(Temperature.ofFahrenheit(80));
            }
            if (i == 90) {
                clock.advance(Duration.ofMinutes(7));
                thermostat.setTemperature(Temperature.ofFahrenheit(60));
                thermostat.setProperty("settings.hvacMode", "heat");
                clock.advance(Duration.ofMinutes(8));
            } else {
                clock.advance(Duration.ofMinutes(15));
            }
            seen.addAll(thermostat.snapshot().getExtendedRuntime().getActualTemperature());
            thermostat.snapshot().getExtendedRuntime().getFan().forEach(each -> equipment.add("fan" + each));
        }

        List<Reading> replayed = readings(thermostat, WINTER.plusSeconds(900), Duration.ofDays(2));
        assertThat(replayed).extracting(Reading::temperature).isEqualTo(seen);
        assertThat(replayed).extracting(reading -> "fan" + reading.seconds(Part.FAN)).isEqualTo(equipment);
        // Whoever asks for a part gets the same part.
        assertThat(readings(thermostat, WINTER.plusSeconds(900 + 86_400), Duration.ofHours(3)))
                .extracting(Reading::temperature).isEqualTo(seen.subList(288, 288 + 36));
    }

    @Test
    void pastIsTheSameWhoeverAsksAndGoesOnInThePresent() {
        SimulatedThermostat early = hang(SampleThermostats.of(ID, ""), SimulatedClock.manual(WINTER));
        SimulatedThermostat late = hang(SampleThermostats.of(ID, ""), SimulatedClock.manual(SUMMER));
        Instant lastYear = Instant.parse("2025-03-08T22:00:00Z");

        assertThat(readings(early, lastYear, Duration.ofDays(2))).extracting(Reading::temperature)
                .isEqualTo(readings(late, lastYear, Duration.ofDays(2)).stream().map(Reading::temperature).toList());
        assertThat(readings(early, lastYear.plus(Duration.ofDays(1)), Duration.ofDays(1)))
                .extracting(Reading::temperature).isEqualTo(
                        readings(late, lastYear, Duration.ofDays(2)).stream().skip(288).map(Reading::temperature).toList());
        List<Reading> today = readings(early, WINTER.minus(Duration.ofHours(12)), Duration.ofDays(1));
        assertThat(today).hasSize(144);
        for (int i = 1; i < today.size(); i++) {
            assertThat(Math.abs(today.get(i).temperature() - today.get(i - 1).temperature())).isLessThan(15);
        }
    }

    @Test
    void yearOfHistoryIsComputedWhileItIsRead() {
        SimulatedThermostat thermostat = hang(SampleThermostats.of(ID, ""), SimulatedClock.manual(WINTER));
        int[] rows = new int[1];
        int[] winter = new int[1];
        int[] summer = new int[1];

        thermostat.history().readings(WINTER.minus(Duration.ofDays(365)), WINTER, reading -> {
            rows[0]++;
            winter[0] += reading.seconds(Part.AUXILIARY_1);
            summer[0] += reading.seconds(Part.COOL_1);
            assertThat(reading.seconds(Part.AUXILIARY_1) == 0 || reading.seconds(Part.COOL_1) == 0
                    || reading.heat() + 50 <= reading.cool()).isTrue();
        });

        assertThat(rows[0]).isEqualTo(365 * 288);
        // A furnace and an air conditioner of Toronto run for some 500 to 3,000 hours a year.
        assertThat(winter[0] / 3600).isBetween(300, 4000);
        assertThat(summer[0] / 3600).isBetween(20, 2500);
    }
}
