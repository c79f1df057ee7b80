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

import java.util.List;

import io.github.camelecobee.model.MeterReport;
import io.github.camelecobee.model.MeterReportData;
import io.github.camelecobee.model.MeterReportResponse;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.RuntimeSensorMetadata;
import io.github.camelecobee.model.RuntimeSensorReport;
import io.github.camelecobee.model.Status;

/** Rows of reports for tests of other packages. */
public final class Rows {
    private Rows() {
    }

    /** Rows from 2025-01-14T16:45:00Z on, of lines that begin with their local time. */
    public static List<RuntimeReportRow> of(String columns, String... lines) {
        return ScriptedReport.read(ScriptedReport.answer(columns, lines), "2025-01-14T16:45:00Z", lines.length, null);
    }

    /** The same of an energy meter. */
    public static List<MeterReportRow> ofMeter(String columns, String... lines) {
        MeterReportData meter = new MeterReportData().withMeterType("energy").withColumns(columns).withData(List.of(lines));
        MeterReportResponse answer = new MeterReportResponse().withStatus(new Status().withCode(0).withMessage(""))
                .withReportList(List.of(new MeterReport().withThermostatIdentifier(ScriptedReport.THERMOSTAT)
                        .withMeterList(List.of(meter))));
        MeterReportReader reader = new MeterReportReader(ScriptedReport.client(answer), List.of("energy"));
        return ScriptedReport.read(reader, "2025-01-14T16:45:00Z", lines.length, null).stream()
                .map(MeterReportRow.class::cast).toList();
    }

    /** The same with a temperature and an occupancy of a sensor. */
    public static List<RuntimeReportRow> withSensor(String columns, String line, String sensorValues) {
        RuntimeSensorReport sensors = new RuntimeSensorReport().withThermostatIdentifier(ScriptedReport.THERMOSTAT)
                .withSensors(List.of(new RuntimeSensorMetadata().withSensorId("rs:100:1").withSensorType("temperature"),
                        new RuntimeSensorMetadata().withSensorId("rs:100:2").withSensorType("occupancy")))
                .withColumns(List.of("date", "time", "rs:100:1", "rs:100:2")).withData(List.of(sensorValues));
        RuntimeReportResponse answer = ScriptedReport.answer(columns, line).withSensorList(List.of(sensors));
        return ScriptedReport.read(answer, "2025-01-14T16:45:00Z", 1, null);
    }
}
