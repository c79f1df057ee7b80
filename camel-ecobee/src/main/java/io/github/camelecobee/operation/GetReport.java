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
package io.github.camelecobee.operation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.MeterReportReader;
import io.github.camelecobee.report.ReportNames;
import io.github.camelecobee.report.ReportOnDemand;
import io.github.camelecobee.report.ReportReader;
import io.github.camelecobee.report.ReportTime;
import io.github.camelecobee.report.RuntimeReportReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report of a time that is given (get-runtime-report.shtml, get-meter-report.shtml). Where the thermostats hang
 * is read first: days and times are those of their clocks, and ecobee refuses ends in an hour that a clock skips.
 */
public final class GetReport implements OperationHandler {
    private static final String START = "start";
    private static final String END = "end";
    private static final String COLUMNS = "columns";
    private static final String INCLUDE_SENSORS = "includeSensors";
    private static final String METERS = "meters";

    private final Set<String> parameters;
    private final BiFunction<EcobeeClient, Command, ReportReader> reader;

    private GetReport(Set<String> parameters, BiFunction<EcobeeClient, Command, ReportReader> reader) {
        this.parameters = parameters;
        this.reader = reader;
    }

    /**
     * What thermostats measure, and how long equipment runs.
     *
     * @return the handler
     */
    public static GetReport runtime() {
        return new GetReport(
                Set.of(START, END, COLUMNS, INCLUDE_SENSORS), (client, command) -> new RuntimeReportReader(
                        client,
                        command.parameter(COLUMNS).map(each -> names(each, ReportNames::columns))
                                .orElseGet(() -> ReportNames.columns(null)),
                        command.parameter(INCLUDE_SENSORS).map(Parameter::flag).orElse(false)));
    }

    /**
     * What meters measure.
     *
     * @return the handler
     */
    public static GetReport meters() {
        return new GetReport(
                Set.of(START, END, METERS), (client, command) -> new MeterReportReader(
                        client,
                        command.parameter(METERS).map(each -> names(each, ReportNames::meters))
                                .orElseGet(() -> ReportNames.meters("energy"))));
    }

    @Override
    public Set<String> parameters() {
        return parameters;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public Result handle(EcobeeClient client, Command command) {
        ReportReader wanted = reader.apply(client, command);
        Parameter start = command.parameter(START).orElseThrow(() -> new IllegalArgumentException(
                "start is missing; give it as header CamelEcobeeStart or in the body: " + ReportTime.ALLOWED));
        Parameter end = command.parameter(END).orElse(null);
        ReportTime from = time(start);
        ReportTime to = end == null ? null : time(end);
        Map<String, @Nullable ThermostatClock> clocks = new LinkedHashMap<>();
        Map<String, IntervalRange> ranges = new LinkedHashMap<>();
        for (Thermostat thermostat : client.thermostats(command.target(), Set.of(Include.LOCATION))) {
            ThermostatClock clock = ThermostatClock.of(thermostat).orElse(null);
            ZoneId zone = clock == null ? ZoneOffset.UTC : clock.zone();
            Instant begin = instant(start, () -> from.begin(zone));
            Instant until = end == null || to == null ? client.clock().instant() : instant(end, () -> to.end(zone));
            long first = IntervalRange.intervalOf(begin);
            long behind = end == null ? IntervalRange.intervalOf(until) : IntervalRange.intervalOf(until.minusSeconds(1)) + 1;
            if (behind <= first) {
                throw (end == null ? start : end).wrong(end == null ? "a start in the past" : "an end behind " + begin);
            }
            clocks.put(String.valueOf(thermostat.getIdentifier()), clock);
            ranges.put(String.valueOf(thermostat.getIdentifier()), new IntervalRange(first, behind));
        }
        return new Result(new ReportOnDemand(wanted).read(clocks, ranges));
    }

    private static ReportTime time(Parameter given) {
        try {
            return ReportTime.parse(given.text());
        } catch (DateTimeException e) {
            throw given.wrong(ReportTime.ALLOWED);
        }
    }

    private static Instant instant(Parameter given, Supplier<Instant> time) {
        try {
            return time.get();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(given.place() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> names(Parameter given, Function<String, List<String>> reading) {
        try {
            return reading.apply(String.join(",", Readings.words(given)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(given.place() + ": " + e.getMessage(), e);
        }
    }
}
