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

import java.time.LocalDateTime;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("field-77")
class ThermostatTimeTest {
    @Test
    void timestampIsTheTimeOnTheThermostatsClock() {
        ThermostatTime time = ThermostatTime.ofReading("2026-03-08 02:30:05").orElseThrow();

        assertThat(time.local()).isEqualTo(LocalDateTime.of(2026, 3, 8, 2, 30, 5));
        assertThat(time.date()).isEqualTo("2026-03-08");
        assertThat(time.time()).isEqualTo("02:30:05");
        assertThat(time).hasToString("2026-03-08 02:30:05");
    }

    @Test
    void dateAndTimeOfAnEventBelongTogether() {
        Event hold = new Event().withEndDate("2026-11-23").withEndTime("18:00:00");

        assertThat(ThermostatTime.ofReading(hold.getEndDate(), hold.getEndTime()))
                .isEqualTo(ThermostatTime.ofReading("2026-11-23 18:00:00")).isPresent();
        assertThat(ThermostatTime.ofReading(hold.getStartDate(), hold.getEndTime())).isEmpty();
        assertThat(ThermostatTime.ofReading(hold.getEndDate(), hold.getStartTime())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "unknown", "2026-11-23", "2026-11-23T18:00:00", "2026-11-23 18:00", "2026-02-30 10:00:00",
            "2026-11-23 25:00:00", "2026-11-23 24:00:00", "2026-13-01 00:00:00",
            "2026-11-23 18:00:00 ", "2026-11-23 18:00:00Z", "26-11-23 18:00:00" })
    void otherFormsAreNoTime(String timestamp) {
        assertThat(ThermostatTime.ofReading(timestamp)).isEmpty();
    }

    @Test
    void absentTimestampIsNoTime() {
        assertThat(ThermostatTime.ofReading(null)).isEmpty();
    }

    @Test
    void fractionsOfASecondAreCutOff() {
        LocalDateTime exact = LocalDateTime.of(2026, 11, 23, 18, 0, 59);

        assertThat(new ThermostatTime(exact.plusNanos(999_999_999))).isEqualTo(new ThermostatTime(exact));
    }

    @Test
    void foreverIsATimeToo() {
        assertThat(ThermostatTime.ofReading("2035-01-01 00:00:00").orElseThrow())
                .isGreaterThan(ThermostatTime.ofReading("2026-11-23 00:00:00").orElseThrow());
    }
}
