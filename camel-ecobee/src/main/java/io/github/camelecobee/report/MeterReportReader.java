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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.MeterReport;
import io.github.camelecobee.model.MeterReportData;
import io.github.camelecobee.model.MeterReportRequest;
import io.github.camelecobee.model.MeterReportResponse;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * Reads meter reports (get-meter-report.shtml); their rows are {@link MeterReportRow}. A thermostat without a meter is
 * answered for, and has no rows.
 */
public final class MeterReportReader implements ReportReader {
    /** What is made of a line when ecobee does not say. */
    private static final String VALUE = "value";

    private final EcobeeClient client;
    private final String meters;

    /**
     * Creates a reader.
     *
     * @param client speaks to ecobee
     * @param meters names of the meters
     */
    public MeterReportReader(EcobeeClient client, List<String> meters) {
        this.client = client;
        this.meters = String.join(",", meters);
    }

    @Override
    public ReportFeed feed() {
        return ReportFeed.METER;
    }

    @Override
    public Map<String, List<ReportRow>> read(
            Map<String, @Nullable ThermostatClock> thermostats, IntervalRange range, boolean widened) {
        AskedRange asked = AskedRange.of(range, thermostats.values(), widened);
        MeterReportResponse answer = client.meterReport(
                ThermostatSelection.thermostats(List.copyOf(thermostats.keySet())),
                new MeterReportRequest().withStartDate(asked.startDate()).withStartInterval(asked.startInterval())
                        .withEndDate(asked.endDate()).withEndInterval(asked.endInterval()).withMeters(meters));
        Map<String, List<ReportRow>> rows = new LinkedHashMap<>();
        if (answer.getReportList() != null) {
            for (MeterReport report : answer.getReportList()) {
                String identifier = String.valueOf(report.getThermostatIdentifier());
                rows.put(identifier,
                        rows(report, identifier, new RowLines(asked.range(), range, thermostats.get(identifier))));
            }
        }
        return rows;
    }

    private List<ReportRow> rows(MeterReport report, String identifier, RowLines lines) {
        List<ReportRow> rows = new ArrayList<>();
        List<MeterReportData> list = report.getMeterList() == null ? List.of() : report.getMeterList();
        for (MeterReportData data : list) {
            String meter = Objects.requireNonNullElse(data.getMeterType(), meters);
            RowLayout layout = RowLayout.of(Objects.requireNonNullElse(data.getColumns(), VALUE));
            lines.each(data.getData(), (interval, line) -> {
                if (layout.hasValues(line, RowText.of(line).cells())) {
                    rows.add(new MeterReportRow(identifier, interval, line, lines.clock(), layout, meter));
                }
            });
        }
        // What several meters measured at one time belongs together.
        rows.sort(Comparator.comparingLong(ReportRow::interval));
        return rows;
    }
}
