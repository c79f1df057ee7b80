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

import java.math.BigDecimal;
import java.util.List;

import io.github.camelecobee.model.MeterReport;
import io.github.camelecobee.model.MeterReportData;
import io.github.camelecobee.model.MeterReportResponse;
import io.github.camelecobee.model.Status;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.report.ScriptedReport.THERMOSTAT;
import static org.assertj.core.api.Assertions.assertThat;

/** What the answers of meter reports become, of which nobody has written down the columns. */
class MeterReportRowTest {
    private static final String FROM = "2025-01-14T16:45:00Z";

    @Test
    void columnsOfAnyNameAreFoundAndTheFirstNumberIsTheValue() {
        MeterReportRow row = (MeterReportRow) read(
                meter("energy", "date,time,quality,energyUse,energyCost", "2025-01-14,11:45:00,good,0.042,0.006,")).get(0);

        assertThat(row.value()).contains(new BigDecimal("0.042"));
        assertThat(row.number("ENERGYCOST")).contains(new BigDecimal("0.006"));
        assertThat(row.raw("quality")).contains("good");
        assertThat(row).containsEntry("energyUse", new BigDecimal("0.042")).containsEntry("meter", "energy");
    }

    @Test
    void columnsThatDoNotNameDateAndTimeAreThoseBehindThem() {
        MeterReportRow row = (MeterReportRow) read(meter("energy", "value", "2025-01-14,11:45:00,0.042")).get(0);

        assertThat(row.value()).contains(new BigDecimal("0.042"));
        assertThat(row.columns()).hasSize(1);
    }

    @Test
    void severalMetersHaveARowEachAndTimeComesFirst() {
        List<ReportRow> rows = read(
                meter("energy", "date,time,value", "2025-01-14,11:45:00,1", "2025-01-14,11:50:00,2"),
                meter("gas", "date,time,value", "2025-01-14,11:45:00,3", "2025-01-14,11:50:00,"));

        assertThat(rows).extracting(ReportRow::id).containsExactly(
                THERMOSTAT + "/2025-01-14T16:45:00Z/energy", THERMOSTAT + "/2025-01-14T16:45:00Z/gas",
                THERMOSTAT + "/2025-01-14T16:50:00Z/energy");
        assertThat(rows.get(0).checksum()).isNotEqualTo(rows.get(1).checksum());
    }

    @Test
    void noMeterAndNothingAtAllAreNoRows() {
        assertThat(read()).isEmpty();
        assertThat(read(new MeterReportData())).isEmpty();
        assertThat(ScriptedReport.read(new MeterReportReader(
                ScriptedReport.client(
                        new MeterReportResponse().withStatus(new Status().withCode(0).withMessage(""))),
                List.of("energy")), FROM, 2,
                null)).isEmpty();
    }

    private static MeterReportData meter(String type, String columns, String... data) {
        return new MeterReportData().withMeterType(type).withColumns(columns).withData(List.of(data));
    }

    private static List<ReportRow> read(MeterReportData... meters) {
        MeterReportResponse answer = new MeterReportResponse().withStatus(new Status().withCode(0).withMessage(""))
                .withReportList(List.of(
                        new MeterReport().withThermostatIdentifier(THERMOSTAT).withMeterList(List.of(meters))));
        return ScriptedReport.read(new MeterReportReader(ScriptedReport.client(answer), List.of("energy")), FROM, 2, null);
    }
}
