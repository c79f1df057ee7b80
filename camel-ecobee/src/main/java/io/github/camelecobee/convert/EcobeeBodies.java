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
package io.github.camelecobee.convert;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.change.ThermostatStatus;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.report.ReportRow;
import org.jspecify.annotations.Nullable;

/**
 * What consumers and producers of ecobee make bodies of, as text: an object of ecobee, a row of a report, a change, a
 * reading of a sensor, a status, or a list of these. Lists become streams that are written while they are read.
 */
public final class EcobeeBodies {
    private EcobeeBodies() {
    }

    /**
     * Whether it is something of ecobee.
     *
     * @param  value any value
     * @return       whether it is one of these, or a list with nothing else in it and at least one
     */
    public static boolean knows(@Nullable Object value) {
        return isOne(value) || value instanceof List<?> list && isOurs(list);
    }

    /**
     * As JSON: an object, or an array.
     *
     * @param  value what {@link #knows} says yes to
     * @return       JSON in UTF-8
     */
    public static InputStream json(Object value) {
        if (value instanceof List<?> list) {
            Stream<String> elements
                    = IntStream.range(0, list.size()).mapToObj(index -> (index == 0 ? "" : ",") + jsonOf(list.get(index)));
            return Pieces.stream(Stream.concat(Stream.concat(Stream.of("["), elements), Stream.of("]")));
        }
        return Pieces.stream(Stream.of(jsonOf(value)));
    }

    /**
     * As JSON lines: each object on a line of its own.
     *
     * @param  value what {@link #knows} says yes to
     * @return       lines of JSON in UTF-8, each ended
     */
    public static InputStream jsonLines(Object value) {
        return Pieces.stream((value instanceof List<?> list ? list : List.of(value)).stream().map(each -> jsonOf(each) + "\n"));
    }

    /**
     * Rows as CSV (RFC 4180). A list has a header line: {@code id}, {@code thermostatIdentifier}, {@code instant},
     * {@code thermostatTime}, {@code meter} of a meter report, the columns of the report, and the sensors by their ids.
     * A single row is a single line, with the same columns, so that rows can be appended to one file. What is absent is
     * empty.
     *
     * @param  value                    a row, or a list of rows
     * @return                          lines of CSV in UTF-8, each ended by CR LF
     * @throws IllegalArgumentException if it is something else
     */
    public static InputStream csv(Object value) {
        if (value instanceof ReportRow row) {
            return Pieces.stream(Stream.of(new RowCsv(List.of(row)).line(row)));
        }
        if (value instanceof List<?> list && list.stream().allMatch(ReportRow.class::isInstance)) {
            List<ReportRow> rows = list.stream().map(ReportRow.class::cast).toList();
            RowCsv csv = new RowCsv(rows);
            return Pieces.stream(Stream.concat(Stream.of(csv.header()), rows.stream().map(csv::line)));
        }
        throw new IllegalArgumentException("only rows of a report have columns");
    }

    /** One of ours as JSON, without secrets. */
    private static String jsonOf(Object value) {
        if (value instanceof EcobeeObject object) {
            return EcobeeJson.writeWithoutSecrets(object);
        }
        return EcobeeJson.write(Objects.requireNonNull(mapOf(value)));
    }

    /** What the immutable ones, which have no secrets, are as a map; {@code null} for what is none of them. */
    private static @Nullable Map<String, Object> mapOf(@Nullable Object value) {
        if (value instanceof ReportRow row) {
            return row;
        }
        if (value instanceof Change change) {
            return change.toMap();
        }
        if (value instanceof SensorReading reading) {
            return reading.toMap();
        }
        return value instanceof ThermostatStatus status ? status.toMap() : null;
    }

    private static boolean isOurs(List<?> list) {
        return !list.isEmpty() && isOne(list.get(0)) && list.stream().allMatch(EcobeeBodies::isOne);
    }

    private static boolean isOne(@Nullable Object value) {
        return value instanceof EcobeeObject || value instanceof ReportRow || value instanceof Change
                || value instanceof SensorReading || value instanceof ThermostatStatus;
    }
}
