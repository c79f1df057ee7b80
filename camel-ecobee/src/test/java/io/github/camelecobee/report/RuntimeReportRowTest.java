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
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.RuntimeSensorMetadata;
import io.github.camelecobee.model.RuntimeSensorReport;
import io.github.camelecobee.model.Temperature;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.report.ScriptedReport.THERMOSTAT;
import static io.github.camelecobee.report.ScriptedReport.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the cells of a row become. */
class RuntimeReportRowTest {
    private static final String FROM = "2025-01-14T16:45:00Z";
    private static final String COLUMNS = "auxHeat1,zoneAveTemp,HVACmode,zoneCalendarEvent,zoneClimate,zoneOccupancy";

    @Test
    void valuesAreFoundByNameInAnyLetterCaseAndHaveTypes() {
        RuntimeReportRow row = row(COLUMNS, "2025-01-14,11:45:00,120,71.6,heat,hold,Home,1,");

        assertThat(row.integer("auxheat1")).contains(120);
        assertThat(row.temperature("zoneAveTemp")).contains(Temperature.ofFahrenheit(71.6));
        assertThat(row.number("zoneavetemp")).contains(new BigDecimal("71.6"));
        assertThat(row.text("hvacMode")).contains("heat");
        assertThat(row.flag("zoneOccupancy")).contains(true);
        assertThat(row.instant()).isEqualTo(Instant.parse(FROM));
        assertThat(row.thermostatTime()).hasToString("2025-01-14 11:45:00");
        assertThat(row.id()).isEqualTo("311019854581/2025-01-14T16:45:00Z");
    }

    @Test
    void aRowIsAMapAndJson() {
        RuntimeReportRow row = row(COLUMNS, "2025-01-14,11:45:00,0,71.6,heat,,Home,0,");

        Map<String, Object> expected = Map.of(
                "id", "311019854581/2025-01-14T16:45:00Z", "thermostatIdentifier", THERMOSTAT, "instant",
                "2025-01-14T16:45:00Z", "thermostatTime", "2025-01-14 11:45:00", "auxHeat1", 0, "zoneAveTemp",
                new BigDecimal("71.6"), "hvacMode", "heat", "zoneClimate", "Home", "zoneOccupancy", false);
        assertThat(row).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(EcobeeJson.readMap(row.toJson())).isEqualTo(expected);
    }

    @Test
    @Tag("field-61")
    @Tag("field-79")
    @Tag("field-81")
    void aBadCellIsAbsentAndTheRowStays() {
        RuntimeReportRow row = row(COLUMNS, "2025-01-14,11:45:00,301,-500.2,heat,,Home,");

        assertThat(row.integer("auxHeat1")).isEmpty();
        assertThat(row.temperature("zoneAveTemp")).isEmpty();
        assertThat(row.flag("zoneOccupancy")).isEmpty();
        assertThat(row.text("zoneClimate")).contains("Home");
        assertThat(row).doesNotContainKeys("auxHeat1", "zoneAveTemp", "zoneOccupancy", "zoneCalendarEvent");
        assertThat(row.raw("zoneAveTemp")).contains("-500.2");
    }

    @Test
    void aTrailingCommaMakesNoDifference() {
        assertThat(row(COLUMNS, "2025-01-14,11:45:00,0,71.6,heat,,Home,0"))
                .isEqualTo(row(COLUMNS, "2025-01-14,11:45:00,0,71.6,heat,,Home,0,"));
    }

    @Test
    void aCommaInANameStaysInTheName() {
        RuntimeReportRow event = row(COLUMNS, "2025-01-14,11:45:00,0,71.6,heat,Rome, Italy,Home,0,");
        RuntimeReportRow climate = row("zoneClimate,fan", "2025-01-14,11:45:00,Home, sweet, home,300,");

        assertThat(event.text("zoneCalendarEvent")).contains("Rome, Italy");
        assertThat(event.flag("zoneOccupancy")).contains(false);
        assertThat(climate.text("zoneClimate")).contains("Home, sweet, home");
        assertThat(climate.integer("fan")).contains(300);
    }

    @Test
    @Tag("field-62")
    void aColumnThatNobodyKnowsIsKept() {
        RuntimeReportRow row = row("fan,zoneVOC", "2025-01-14,11:45:00,0,412,");

        assertThat(row.value("zoneVOC")).contains(new BigDecimal("412"));
        assertThat(row).containsEntry("zoneVOC", new BigDecimal("412"));
    }

    @Test
    void aRowWithoutAnyValueIsNoData() {
        assertThat(ScriptedReport.read(answer(COLUMNS, "2025-01-14,11:45:00,,,,,,,"), FROM, 1, null)).isEmpty();
        assertThat(ScriptedReport.read(answer("zoneAveTemp", "2025-01-14,11:45:00,-500.2,"), FROM, 1, null)).isEmpty();
    }

    @Test
    void askingForAnotherColumnOrTypeSaysWhatThereIs() {
        RuntimeReportRow row = row("fan,zoneAveTemp", "2025-01-14,11:45:00,0,71.6,");

        assertThatThrownBy(() -> row.value("zoneHumidity")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The report has no column 'zoneHumidity'; it has fan, zoneAveTemp");
        assertThatThrownBy(() -> row.temperature("fan")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fan").hasMessageContaining("SECONDS");
    }

    @Test
    @Tag("field-66")
    void sensorsAreJoinedByTheirIdsWhateverTheirShape() {
        RuntimeReportResponse answer = answer("fan", "2025-01-14,11:45:00,0,", "2025-01-14,11:50:00,0,")
                .withSensorList(List.of(new RuntimeSensorReport().withThermostatIdentifier(THERMOSTAT)
                        .withSensors(List.of(metadata("rs:100:1", "temperature"), metadata("rs:100:2", "occupancy"),
                                metadata("ei:0:1", "humidity"), metadata("07", "dryContact")))
                        .withColumns(List.of("date", "time", "rs:100:1", "rs:100:2", "ei:0:1", "07", "dw:1:"))
                        .withData(List.of("2025-01-14,11:45:00,70.2,1,36,0,5",
                                "2025-01-14,11:50:00,unknown,,-5002,,unknown"))));

        List<RuntimeReportRow> rows = ScriptedReport.read(answer, FROM, 2, null);

        RuntimeReportRow first = rows.get(0);
        assertThat(first.sensors()).extracting(ReportSensor::id).containsExactly("rs:100:1", "rs:100:2", "ei:0:1", "07",
                "dw:1:");
        assertThat(first.sensors()).extracting(ReportSensor::remoteSensorId).startsWith("rs:100", "rs:100", "ei:0", "07");
        assertThat(first.sensor("rs:100:1")).contains(new BigDecimal("70.2"));
        assertThat(first.sensor("rs:100:2")).contains(true);
        assertThat(first.sensor("ei:0:1")).contains(36);
        assertThat(first.sensor("07")).contains(BigDecimal.ZERO);
        assertThat(first.get("sensors")).isEqualTo(Map.of("rs:100:1", new BigDecimal("70.2"), "rs:100:2", true, "ei:0:1", 36,
                "07", BigDecimal.ZERO, "dw:1:", BigDecimal.valueOf(5)));
        assertThat(rows.get(1).get("sensors")).isEqualTo(Map.of());
    }

    @Test
    void aRowThatSaysSomethingElseHasAnotherChecksum() {
        assertThat(row("fan", "2025-01-14,11:45:00,0,").checksum())
                .isEqualTo(row("fan", "2025-01-14,11:45:00,0,").checksum())
                .isNotEqualTo(row("fan", "2025-01-14,11:45:00,30,").checksum());
    }

    private static RuntimeSensorMetadata metadata(String id, String type) {
        return new RuntimeSensorMetadata().withSensorId(id).withSensorName("Sensor").withSensorType(type)
                .withSensorUsage("indoor");
    }

    private static RuntimeReportRow row(String columns, String line) {
        List<RuntimeReportRow> rows = ScriptedReport.read(answer(columns, line), FROM, 1, null);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
