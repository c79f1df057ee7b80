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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.client.EcobeeProcessingException;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of a report whole, however long: several requests, put together. All rows are in memory at the end.
 */
public final class ReportOnDemand {
    /** More are refused: a thermostat has so many in almost five years. */
    public static final long MOST_ROWS = 500_000;

    /** A few megabytes of answer. */
    private static final long ROWS_PER_REQUEST = 45_000;

    private final ReportReader reader;

    /**
     * Creates it.
     *
     * @param reader reads one request's worth
     */
    public ReportOnDemand(ReportReader reader) {
        this.reader = reader;
    }

    /**
     * Reads.
     *
     * @param  clocks                                       the thermostats and their clocks; a clock is {@code null}
     *                                                      when nothing is known of it
     * @param  ranges                                       what to read of each of them
     * @return                                              the rows that have data, thermostat by thermostat in the
     *                                                      order given, in time's order
     * @throws IllegalArgumentException                     if these would be more than {@value #MOST_ROWS} rows
     * @throws io.github.camelecobee.client.EcobeeException if ecobee refuses or cannot be reached
     */
    public List<ReportRow> read(Map<String, @Nullable ThermostatClock> clocks, Map<String, IntervalRange> ranges) {
        long rows = ranges.values().stream().mapToLong(IntervalRange::size).sum();
        if (rows > MOST_ROWS) {
            throw new IllegalArgumentException(
                    "The report would have up to " + rows + " rows, and at most " + MOST_ROWS
                                               + " are read at once; read less, consume the report, or make a report job");
        }
        Map<String, List<ReportRow>> found = new LinkedHashMap<>();
        Map<IntervalRange, List<String>> together = new LinkedHashMap<>();
        ranges.forEach((thermostat, range) -> {
            found.put(thermostat, new ArrayList<>());
            together.computeIfAbsent(range, key -> new ArrayList<>()).add(thermostat);
        });
        together.forEach((range, thermostats) -> {
            for (long from = range.from(); from < range.to(); from += ReportReader.LONGEST) {
                IntervalRange part = new IntervalRange(from, Math.min(range.to(), from + ReportReader.LONGEST));
                int most = (int) Math.max(1, Math.min(ThermostatSelection.CHUNK, ROWS_PER_REQUEST / part.size()));
                for (int first = 0; first < thermostats.size(); first += most) {
                    read(clocks, thermostats.subList(first, Math.min(first + most, thermostats.size())), part, found);
                }
            }
        });
        return found.values().stream().flatMap(List::stream).toList();
    }

    private void read(
            Map<String, @Nullable ThermostatClock> clocks, List<String> thermostats, IntervalRange part,
            Map<String, List<ReportRow>> found) {
        Map<String, @Nullable ThermostatClock> some = new LinkedHashMap<>();
        thermostats.forEach(each -> some.put(each, clocks.get(each)));
        Map<String, List<ReportRow>> answer;
        try {
            answer = reader.read(some, part, false);
        } catch (EcobeeProcessingException e) {
            // So it answers a range that begins or ends in an hour that a clock skips whose zone is not known.
            if (!some.containsValue(null)) {
                throw e;
            }
            answer = reader.read(some, part, true);
        }
        answer.forEach((thermostat, rows) -> found.computeIfAbsent(thermostat, key -> new ArrayList<>()).addAll(rows));
    }
}
