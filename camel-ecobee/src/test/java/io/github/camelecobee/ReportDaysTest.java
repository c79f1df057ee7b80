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
import java.time.Instant;
import java.util.List;

import io.github.camelecobee.report.RuntimeReportRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Days of 23, 24 and 25 hours, hours that do not exist, and thermostats in different zones. */
@Timeout(120)
class ReportDaysTest extends ReportTestSupport {

    @ParameterizedTest
    @Tag("field-78")
    @CsvSource({ "2024-03-10,276", "2024-11-03,300", "2024-07-01,288" })
    void aDayHasARowForEachOfItsIntervals(String day, int intervals) throws Exception {
        List<RuntimeReportRow> rows = ofDay(receive(
                report(UPSTAIRS, CHUNKS + "&reportOrder=oldestFirst&reportStart=" + day), received -> true), day);

        assertThat(rows).hasSize(intervals);
        assertThat(instants(rows)).doesNotHaveDuplicates().isSorted();
        assertThat(Duration.between(rows.get(0).instant(), rows.get(intervals - 1).instant()))
                .isEqualTo(Duration.ofMinutes(5).multipliedBy(intervals - 1));
        assertThat(rows.get(0).thermostatTime()).hasToString(day + " 00:00:00");
        assertThat(rows.get(intervals - 1).thermostatTime()).hasToString(day + " 23:55:00");
    }

    @Test
    @Tag("field-77")
    @Tag("field-78")
    void theHourThatAutumnRepeatsIsInUtcTwoHours() throws Exception {
        List<RuntimeReportRow> rows = ofDay(receive(
                report(UPSTAIRS, CHUNKS + "&reportOrder=oldestFirst&reportStart=2024-11-03"), received -> true),
                "2024-11-03");

        assertThat(rows).filteredOn(row -> row.thermostatTime().time().equals("01:30:00"))
                .extracting(RuntimeReportRow::instant)
                .containsExactly(Instant.parse("2024-11-03T05:30:00Z"), Instant.parse("2024-11-03T06:30:00Z"));
    }

    @Test
    @Tag("field-75")
    void aReportThatBeginsInTheHourThatSpringSkipsIsAnswered() throws Exception {
        ecobee.reports().failInDaylightSavingGap(true);

        List<RuntimeReportRow> rows = receive(
                report(UPSTAIRS, CHUNKS + "&reportOrder=oldestFirst&reportStart=2024-03-10T07:30:00Z"), received -> true);

        assertThat(rows.get(0).instant()).isEqualTo(Instant.parse("2024-03-10T07:30:00Z"));
        assertThat(rows.get(0).thermostatTime()).hasToString("2024-03-10 03:30:00");
        assertThat(rows).hasSize(30 * 288);
        assertThat(thermostatsPerRequest()).hasSize(1);
    }

    @Test
    @Tag("field-75")
    void aReportThatEndsInTheHourThatSpringSkipsIsAnswered() throws Exception {
        ecobee.reports().failInDaylightSavingGap(true);

        List<RuntimeReportRow> rows = receive(
                report(UPSTAIRS, CHUNKS + "&reportOrder=oldestFirst&reportStart=2024-02-09T07:30:00Z"),
                received -> received.size() > 30 * 288);

        assertThat(rows.get(30 * 288 - 1).instant()).isEqualTo(Instant.parse("2024-03-10T07:25:00Z"));
        assertThat(rows.get(30 * 288).instant()).isEqualTo(Instant.parse("2024-03-10T07:30:00Z"));
        assertThat(instants(rows)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @Tag("field-75")
    void theHourThatSpringSkipsInOneZoneIsMindedForAllThermostatsOfARequest() throws Exception {
        ecobee.reports().failInDaylightSavingGap(true);

        List<RuntimeReportRow> rows = receive(
                report(UPSTAIRS + "," + COTTAGE, CHUNKS + "&reportOrder=oldestFirst&reportStart=2024-03-10T10:30:00Z"),
                received -> received.size() >= 2 * 30 * 288);

        assertThat(of(rows, UPSTAIRS).get(0).thermostatTime()).hasToString("2024-03-10 06:30:00");
        assertThat(of(rows, COTTAGE).get(0).thermostatTime()).hasToString("2024-03-10 03:30:00");
        assertThat(thermostatsPerRequest()).containsExactly(2);
    }

    @Test
    @Tag("field-76")
    @Tag("field-77")
    void aDateIsADayOfTheThermostatsCalendar() throws Exception {
        ecobee.thermostat(UPSTAIRS).setProperty("location.timeZone", "US/eastern");

        List<RuntimeReportRow> rows = receiveAll(report(UPSTAIRS + "," + COTTAGE, CHUNKS + "&reportStart=2025-01-14"));

        assertThat(of(rows, UPSTAIRS).get(0).instant()).isEqualTo(Instant.parse("2025-01-14T05:00:00Z"));
        assertThat(of(rows, COTTAGE).get(0).instant()).isEqualTo(Instant.parse("2025-01-14T08:00:00Z"));
        assertThat(rows).allSatisfy(row -> assertThat(row.thermostatTime().date()).isEqualTo("2025-01-14"));
    }
}
