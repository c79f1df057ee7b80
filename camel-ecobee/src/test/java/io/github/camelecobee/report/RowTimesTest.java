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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.model.ThermostatTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When rows are, although they carry local times only. */
class RowTimesTest {
    private static final ThermostatClock TORONTO = new ThermostatClock(ZoneId.of("America/Toronto"));
    private static final Instant BEFORE_AUTUMN = Instant.parse("2024-11-03T05:00:00Z");

    @Test
    @Tag("field-78")
    void theHourThatAutumnRepeatsIsToldApartByThePlaceOfTheRow() {
        assertThat(read(rows(BEFORE_AUTUMN, 24), BEFORE_AUTUMN)).hasSize(24)
                .startsWith(BEFORE_AUTUMN).endsWith(Instant.parse("2024-11-03T06:55:00Z")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @Tag("field-78")
    void theHourThatAutumnRepeatsIsToldApartWhenARowIsMissingToo() {
        List<String> rows = rows(BEFORE_AUTUMN, 24);
        rows.remove(3);

        assertThat(read(rows, BEFORE_AUTUMN)).hasSize(23).doesNotContain(Instant.parse("2024-11-03T05:15:00Z"))
                .endsWith(Instant.parse("2024-11-03T06:55:00Z")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void rowsBehindAMissingOneKeepTheirTimes() {
        Instant from = Instant.parse("2025-01-14T16:00:00Z");
        List<String> rows = rows(from, 24);
        rows.remove(0);
        rows.remove(10);

        assertThat(read(rows, from)).hasSize(22)
                .doesNotContain(from, Instant.parse("2025-01-14T16:55:00Z"))
                .contains(Instant.parse("2025-01-14T16:05:00Z"), Instant.parse("2025-01-14T17:55:00Z"));
    }

    @Test
    void aRowWhoseTimeCannotBeIsLeftOutWhenRowsAreMissing() {
        Instant from = Instant.parse("2025-01-14T16:00:00Z");

        assertThat(read(List.of("2025-01-14,11:05:00,0,", "2025-01-14,11:00:00,0,", "nonsense", "2025-01-14,11:10:00,0,"),
                from)).containsExactly(Instant.parse("2025-01-14T16:05:00Z"), Instant.parse("2025-01-14T16:10:00Z"));
    }

    private static List<Instant> read(List<String> rows, Instant from) {
        return ScriptedReport.read(ScriptedReport.answer("fan", rows.toArray(String[]::new)), from.toString(), 24, TORONTO)
                .stream().map(RuntimeReportRow::instant).toList();
    }

    private static List<String> rows(Instant from, int count) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            ThermostatTime local = new ThermostatTime(
                    LocalDateTime.ofInstant(from.plus(IntervalRange.INTERVAL.multipliedBy(row)), TORONTO.zone()));
            rows.add(local.date() + "," + local.time() + ",0,");
        }
        return rows;
    }
}
