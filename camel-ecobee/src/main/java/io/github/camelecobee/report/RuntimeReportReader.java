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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.RuntimeReport;
import io.github.camelecobee.model.RuntimeReportRequest;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.RuntimeSensorReport;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/** Reads runtime reports (get-runtime-report.shtml); their rows are {@link RuntimeReportRow}. */
public final class RuntimeReportReader implements ReportReader {
    private final EcobeeClient client;
    private final String columns;
    private final boolean includeSensors;

    /**
     * Creates a reader.
     *
     * @param client         speaks to ecobee
     * @param columns        names of the columns
     * @param includeSensors whether the sensors are joined to the rows
     */
    public RuntimeReportReader(EcobeeClient client, List<String> columns, boolean includeSensors) {
        this.client = client;
        this.columns = String.join(",", columns);
        this.includeSensors = includeSensors;
    }

    @Override
    public ReportFeed feed() {
        return ReportFeed.RUNTIME;
    }

    @Override
    public Map<String, List<ReportRow>> read(
            Map<String, @Nullable ThermostatClock> thermostats, IntervalRange range, boolean widened) {
        AskedRange asked = AskedRange.of(range, thermostats.values(), widened);
        RuntimeReportResponse answer = client.runtimeReport(
                ThermostatSelection.thermostats(List.copyOf(thermostats.keySet())), request(asked));
        RowLayout layout = RowLayout.of(answer.getColumns() == null ? columns : answer.getColumns());
        Map<String, SensorTable> sensors = sensors(answer, asked.range(), thermostats);
        Map<String, List<ReportRow>> rows = new LinkedHashMap<>();
        if (answer.getReportList() != null) {
            for (RuntimeReport report : answer.getReportList()) {
                String identifier = String.valueOf(report.getThermostatIdentifier());
                rows.put(identifier, rows(report, identifier, layout, sensors.get(identifier),
                        new RowLines(asked.range(), range, thermostats.get(identifier))));
            }
        }
        return rows;
    }

    private RuntimeReportRequest request(AskedRange asked) {
        return new RuntimeReportRequest().withStartDate(asked.startDate()).withStartInterval(asked.startInterval())
                .withEndDate(asked.endDate()).withEndInterval(asked.endInterval()).withColumns(columns)
                .withIncludeSensors(includeSensors);
    }

    private static Map<String, SensorTable> sensors(
            RuntimeReportResponse answer, IntervalRange asked, Map<String, @Nullable ThermostatClock> clocks) {
        Map<String, SensorTable> tables = new HashMap<>();
        if (answer.getSensorList() != null) {
            for (RuntimeSensorReport report : answer.getSensorList()) {
                String identifier = String.valueOf(report.getThermostatIdentifier());
                tables.put(identifier, SensorTable.of(report, asked, clocks.get(identifier)));
            }
        }
        return tables;
    }

    private static List<ReportRow> rows(
            RuntimeReport report, String identifier, RowLayout layout, @Nullable SensorTable sensors, RowLines lines) {
        List<String> list = report.getRowList();
        List<ReportRow> rows = new ArrayList<>(list == null ? 0 : list.size());
        lines.each(list, (interval, line) -> {
            if (layout.hasValues(line, RowText.of(line).cells()) || sensors != null && sensors.hasValues(interval)) {
                rows.add(new RuntimeReportRow(identifier, interval, line, lines.clock(), layout, sensors));
            }
        });
        return rows;
    }
}
