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
package io.github.camelecobee.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.github.camelecobee.model.ThermostatClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The hour that spring skips, at 07:00 UTC of 9 March 2025 in Toronto and at 10:00 in Vancouver. */
@Tag("field-75")
class DaylightSavingTest {
    private static final ThermostatClock TORONTO = new ThermostatClock(ZoneId.of("America/Toronto"));
    private static final ThermostatClock VANCOUVER = new ThermostatClock(ZoneId.of("America/Vancouver"));

    @ParameterizedTest
    @CsvSource({
            "2025-03-09T07:00:00Z,2025-03-09T06:00:00Z", "2025-03-09T07:55:00Z,2025-03-09T06:55:00Z",
            "2025-03-09T06:55:00Z,2025-03-09T06:55:00Z", "2025-03-09T08:00:00Z,2025-03-09T08:00:00Z" })
    void aBeginningInTheHourIsMovedBackByOne(Instant from, Instant moved) {
        IntervalRange range = avoid(from, Instant.parse("2025-03-20T00:00:00Z"));

        assertThat(IntervalRange.begin(range.from())).isEqualTo(moved);
        assertThat(IntervalRange.begin(range.to())).isEqualTo(Instant.parse("2025-03-20T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
            "2025-03-09T06:55:00Z,2025-03-09T06:55:00Z", "2025-03-09T07:00:00Z,2025-03-09T09:00:00Z",
            "2025-03-09T07:30:00Z,2025-03-09T08:30:00Z", "2025-03-09T08:00:00Z,2025-03-09T09:00:00Z",
            "2025-03-09T08:05:00Z,2025-03-09T08:05:00Z" })
    void neitherTheLastIntervalNorTheOneBehindItIsInTheHour(Instant to, Instant moved) {
        IntervalRange range = avoid(Instant.parse("2025-03-01T00:00:00Z"), to);

        assertThat(IntervalRange.begin(range.from())).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(IntervalRange.begin(range.to())).isEqualTo(moved);
    }

    @Test
    void everyZoneOfTheRequestCounts() {
        IntervalRange range = DaylightSaving.avoid(
                new IntervalRange(interval("2025-03-09T10:30:00Z"), interval("2025-03-09T20:00:00Z")),
                List.of(TORONTO, VANCOUVER));

        assertThat(IntervalRange.begin(range.from())).isEqualTo(Instant.parse("2025-03-09T09:30:00Z"));
    }

    @Test
    void autumnIsNoReasonToMove() {
        IntervalRange range = new IntervalRange(interval("2024-11-03T05:30:00Z"), interval("2024-11-03T06:30:00Z"));

        assertThat(DaylightSaving.avoid(range, List.of(TORONTO))).isEqualTo(range);
    }

    private static IntervalRange avoid(Instant from, Instant to) {
        return DaylightSaving.avoid(
                new IntervalRange(IntervalRange.intervalOf(from), IntervalRange.intervalOf(to)), List.of(TORONTO));
    }

    private static long interval(String instant) {
        return IntervalRange.intervalOf(Instant.parse(instant));
    }
}
