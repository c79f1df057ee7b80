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
package io.github.camelecobee.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ThermostatClockTest {
    private static final ThermostatClock TORONTO = new ThermostatClock(ZoneId.of("America/Toronto"));

    @Nested
    @Tag("field-76")
    class Zone {
        @ParameterizedTest
        @CsvSource({
                "America/Toronto,America/Toronto", "america/new_york,America/New_York", "us/eastern,US/Eastern",
                "america/montreal,America/Montreal", "AMERICA/MONTREAL,America/Montreal", "utc,UTC",
                "' Europe/Berlin ',Europe/Berlin" })
        void nameIsTakenInAnyLetterCaseAndWithLegacyIds(String name, String zone) {
            Thermostat thermostat = thermostat("2026-01-15 12:00:00", "2026-01-15 12:00:00")
                    .withLocation(new Location().withTimeZone(name).withTimeZoneOffsetMinutes(60));

            assertThat(ThermostatClock.of(thermostat)).contains(new ThermostatClock(ZoneId.of(zone)));
        }

        @Test
        void legacyIdsFollowTheRulesOfTheirZone() {
            ThermostatTime summer = ThermostatTime.ofReading("2026-07-01 12:00:00").orElseThrow();

            assertThat(clock("us/eastern").instantOf(summer)).isEqualTo(Instant.parse("2026-07-01T16:00:00Z"));
            assertThat(clock("america/montreal").instantOf(summer)).isEqualTo(Instant.parse("2026-07-01T16:00:00Z"));
        }

        @ParameterizedTest
        @CsvSource({
                "2026-03-30 13:05:43,2026-03-30 17:05:43,-04:00", "2026-12-14 18:26:57,2026-12-14 10:26:57,+08:00",
                "2026-12-14 16:12:01,2026-12-14 10:26:59,+05:45", "2026-12-14 07:56:55,2026-12-14 10:26:57,-02:30",
                "2026-12-15 00:30:00,2026-12-14 10:30:00,+14:00", "2026-12-14 10:26:58,2026-12-14 10:26:57,Z" })
        void differenceOfTheClocksStandsInForTheName(String local, String utc, String offset) {
            Thermostat thermostat = thermostat(local, utc);

            assertThat(ThermostatClock.of(thermostat)).contains(new ThermostatClock(ZoneOffset.of(offset)));

            thermostat.setLocation(new Location().withTimeZone("Middle/Earth").withTimeZoneOffsetMinutes(777));

            assertThat(ThermostatClock.of(thermostat)).contains(new ThermostatClock(ZoneOffset.of(offset)));
        }

        @Test
        void offsetIsTheLastResort() {
            Thermostat thermostat = new Thermostat().withLocation(new Location().withTimeZoneOffsetMinutes(-300));

            assertThat(ThermostatClock.of(thermostat)).contains(new ThermostatClock(ZoneOffset.ofHours(-5)));

            thermostat.withThermostatTime("2008-01-02 00:00:00").withUtcTime("2026-11-23 00:00:00");

            assertThat(ThermostatClock.of(thermostat)).as("a clock that is years behind tells no zone")
                    .contains(new ThermostatClock(ZoneOffset.ofHours(-5)));
        }

        @ParameterizedTest
        @ValueSource(ints = { -5002, 1081, -1081, Integer.MIN_VALUE, Integer.MAX_VALUE })
        void impossibleOffsetIsNoZone(int minutes) {
            Thermostat thermostat = new Thermostat().withLocation(new Location().withTimeZoneOffsetMinutes(minutes));

            assertThat(ThermostatClock.of(thermostat)).isEmpty();
        }

        @Test
        void thermostatThatTellsNothingHasNoClock() {
            assertThat(ThermostatClock.of(new Thermostat())).isEmpty();
            assertThat(ThermostatClock.of(new Thermostat().withLocation(new Location()))).isEmpty();
            assertThat(ThermostatClock.of(new Thermostat().withThermostatTime("2026-11-23 00:00:00"))).isEmpty();
            assertThat(ThermostatClock.of(thermostat("0001-01-01 00:00:00", "9999-12-31 23:59:59"))).isEmpty();
            assertThat(ThermostatClock.of(new Thermostat().withLocation(new Location().withTimeZone("")))).isEmpty();
        }

        private static ThermostatClock clock(String zone) {
            return ThermostatClock.of(new Thermostat().withLocation(new Location().withTimeZone(zone))).orElseThrow();
        }
    }

    @Nested
    @Tag("field-77")
    class LocalAndUtc {
        @Test
        void sameTextIsAnotherInstantLocallyAndInUtc() {
            String text = "2026-11-23 18:00:00";

            assertThat(ThermostatClock.utc(text)).contains(Instant.parse("2026-11-23T18:00:00Z"));
            assertThat(TORONTO.instantOf(time(text))).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        }

        @Test
        void instantIsWrittenInUtcWithoutFractions() {
            assertThat(ThermostatClock.utc(Instant.parse("2026-11-23T18:00:00.999Z"))).isEqualTo("2026-11-23 18:00:00");
            assertThat(ThermostatClock.utc("unknown")).isEmpty();
            assertThat(ThermostatClock.utc((String) null)).isEmpty();
        }

        @Test
        void thermostatShowsTheTimeOfItsZone() {
            Instant instant = Instant.parse("2026-07-01T03:59:59.5Z");

            assertThat(TORONTO.at(instant)).hasToString("2026-06-30 23:59:59");
            assertThat(TORONTO.instantOf(TORONTO.at(instant))).isEqualTo(Instant.parse("2026-07-01T03:59:59Z"));
        }
    }

    @Nested
    class DaylightSaving {
        @ParameterizedTest
        @ValueSource(strings = { "2026-03-08 02:00:00", "2026-03-08 02:30:00", "2026-03-08 02:59:59" })
        void timeThatSpringSkipsIsRefused(String skipped) {
            assertThatIllegalArgumentException().isThrownBy(() -> TORONTO.instantOf(time(skipped)))
                    .withMessageContaining("'" + skipped + "' does not exist in America/Toronto")
                    .withMessageContaining("the clock jumps from");
        }

        @Test
        void edgesOfTheSpringGapExist() {
            assertThat(TORONTO.instantOf(time("2026-03-08 01:59:59"))).isEqualTo(Instant.parse("2026-03-08T06:59:59Z"));
            assertThat(TORONTO.instantOf(time("2026-03-08 03:00:00"))).isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
        }

        @Test
        void timeThatAutumnRepeatsIsTheFirstOfTheTwo() {
            ThermostatTime twice = time("2026-11-01 01:30:00");

            assertThat(TORONTO.instantOf(twice)).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
            assertThat(TORONTO.at(Instant.parse("2026-11-01T05:30:00Z"))).isEqualTo(twice);
            assertThat(TORONTO.at(Instant.parse("2026-11-01T06:30:00Z"))).isEqualTo(twice);
        }
    }

    private static ThermostatTime time(String text) {
        return ThermostatTime.ofReading(text).orElseThrow();
    }

    private static Thermostat thermostat(String local, String utc) {
        return new Thermostat().withThermostatTime(local).withUtcTime(utc);
    }
}
