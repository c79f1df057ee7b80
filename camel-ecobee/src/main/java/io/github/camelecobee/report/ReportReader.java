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

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.RuntimeReport;
import io.github.camelecobee.model.RuntimeReportRequest;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.RuntimeSensorReport;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/** Reads runtime reports (get-runtime-report.shtml). Safe for use by several threads. */
public final class ReportReader {
    /** ecobee answers at most 31 days; an hour on either side is left for daylight saving. */
    public static final int LONGEST = 30 * IntervalRange.PER_DAY;

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
    public ReportReader(EcobeeClient client, List<String> columns, boolean includeSensors) {
        this.client = client;
        this.columns = String.join(",", columns);
        this.includeSensors = includeSensors;
    }

    /**
     * Reads a range, with one request. The range that is asked for is longer than it when one of its ends is in the
     * hour that a clock skips; rows of other intervals are dropped.
     *
     * @param  thermostats                                  at most 25 thermostats, and their clocks; a clock is
     *                                                      {@code null} when nothing is known of it
     * @param  range                                        at most {@link #LONGEST} intervals
     * @param  widened                                      whether to ask for an hour more on either side: for
     *                                                      thermostats whose zone is not known and that ecobee has
     *                                                      refused
     * @return                                              for each thermostat that ecobee answered for, the rows that
     *                                                      have data, in time's order
     * @throws io.github.camelecobee.client.EcobeeException if ecobee refuses or cannot be reached
     */
    public Map<String, List<RuntimeReportRow>> read(
            Map<String, @Nullable ThermostatClock> thermostats, IntervalRange range, boolean widened) {
        long margin = widened ? IntervalRange.PER_DAY / 24 : 0;
        IntervalRange asked = DaylightSaving.avoid(new IntervalRange(range.from() - margin, range.to() + margin),
                thermostats.values().stream().filter(Objects::nonNull).toList());
        RuntimeReportResponse answer = client.runtimeReport(
                ThermostatSelection.thermostats(List.copyOf(thermostats.keySet())), request(asked));
        RowLayout layout = RowLayout.of(answer.getColumns() == null ? columns : answer.getColumns());
        Map<String, SensorTable> sensors = sensors(answer, asked, thermostats);
        Map<String, List<RuntimeReportRow>> rows = new LinkedHashMap<>();
        if (answer.getReportList() != null) {
            for (RuntimeReport report : answer.getReportList()) {
                String identifier = String.valueOf(report.getThermostatIdentifier());
                rows.put(identifier, new Rows(identifier, layout, sensors.get(identifier), thermostats.get(identifier))
                        .of(report, asked, range));
            }
        }
        return rows;
    }

    private RuntimeReportRequest request(IntervalRange asked) {
        return new RuntimeReportRequest().withStartDate(date(asked.from())).withStartInterval(ofDay(asked.from()))
                .withEndDate(date(asked.to() - 1)).withEndInterval(ofDay(asked.to() - 1)).withColumns(columns)
                .withIncludeSensors(includeSensors);
    }

    private static String date(long interval) {
        return LocalDate.ofInstant(IntervalRange.begin(interval), ZoneOffset.UTC).toString();
    }

    private static int ofDay(long interval) {
        return (int) Math.floorMod(interval, (long) IntervalRange.PER_DAY);
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

    private record Rows(
            String identifier, RowLayout layout, @Nullable SensorTable sensors, @Nullable ThermostatClock clock) {

        List<RuntimeReportRow> of(RuntimeReport report, IntervalRange asked, IntervalRange range) {
            List<String> lines = report.getRowList() == null ? List.of() : report.getRowList();
            RowTimes times = new RowTimes(asked, lines.size(), clock);
            List<RuntimeReportRow> rows = new ArrayList<>();
            for (String line : lines) {
                RowText text = RowText.of(line);
                OptionalLong interval = times.next(text.local());
                if (interval.isPresent() && range.contains(interval.getAsLong())
                        && hasData(text.values(), interval.getAsLong())) {
                    rows.add(new RuntimeReportRow(
                            identifier, interval.getAsLong(), local(text, interval.getAsLong()), layout, text.values(),
                            sensors));
                }
            }
            return rows;
        }

        private boolean hasData(String values, long interval) {
            return layout.hasValues(values) || sensors != null && sensors.hasValues(interval);
        }

        private ThermostatTime local(RowText text, long interval) {
            if (text.local() != null) {
                return text.local();
            }
            ThermostatClock known = clock == null ? new ThermostatClock(ZoneOffset.UTC) : clock;
            return known.at(IntervalRange.begin(interval));
        }
    }
}
