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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.ReportColumn;
import io.github.camelecobee.model.ReportColumn.Type;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/**
 * Five minutes of a thermostat: a row of a report. A value that ecobee does not have is absent, and not 0.
 * <p>
 * As a map it has {@code id}, {@code thermostatIdentifier}, {@code instant} (ISO 8601, UTC) and {@code thermostatTime}
 * (local), and the values that are there by the name of their column. Columns are found in any letter case by the
 * methods, and in that of {@link ReportColumn#name()} in the map.
 * <p>
 * Immutable.
 */
public abstract sealed class ReportRow extends AbstractMap<String, Object> permits RuntimeReportRow, MeterReportRow {
    private final String thermostat;
    private final long interval;
    private final String line;
    private final @Nullable ThermostatClock clock;
    private final RowLayout layout;

    /** The clock is asked when the line has no time that can be read. */
    ReportRow(String thermostat, long interval, String line, @Nullable ThermostatClock clock, RowLayout layout) {
        this.thermostat = thermostat;
        this.interval = interval;
        this.line = line;
        this.clock = clock;
        this.layout = layout;
    }

    /**
     * What stays the same when the row is delivered again: thermostat and instant. A database that has it as its key
     * has every row once.
     *
     * @return for example {@code 311019854581/2025-01-14T16:45:00Z}
     */
    public String id() {
        return thermostat + "/" + utc();
    }

    /**
     * Whose row it is.
     *
     * @return identifier (serial number) of the thermostat
     */
    public String thermostatIdentifier() {
        return thermostat;
    }

    /**
     * When the five minutes begin.
     *
     * @return the instant, in whole five minutes
     */
    public Instant instant() {
        return IntervalRange.begin(interval);
    }

    /**
     * What the thermostat's clock shows then. Autumn shows an hour twice; {@link #instant()} tells the two apart.
     *
     * @return the local time
     */
    public ThermostatTime thermostatTime() {
        return RowText.of(line).local()
                .orElseGet(() -> Objects.requireNonNullElseGet(clock, () -> new ThermostatClock(ZoneOffset.UTC))
                        .at(instant()));
    }

    /**
     * Which interval it is.
     *
     * @return its number, see {@link IntervalRange}
     */
    public long interval() {
        return interval;
    }

    /**
     * The columns of the row.
     *
     * @return those that were asked for, in the order of the answer
     */
    public List<ReportColumn> columns() {
        return layout.columns();
    }

    /**
     * The value of a column.
     *
     * @param  column                   its name in any letter case
     * @return                          the value, of the class that {@link ReportColumn.Type} names; empty when absent
     * @throws IllegalArgumentException if the row has no such column
     */
    public Optional<Object> value(String column) {
        requireColumn(column);
        return layout.value(cells(), column);
    }

    /**
     * What ecobee sent for a column, sentinels and nonsense included.
     *
     * @param  column                   its name in any letter case
     * @return                          the text, empty when there is none
     * @throws IllegalArgumentException if the row has no such column
     */
    public Optional<String> raw(String column) {
        requireColumn(column);
        return layout.raw(cells(), column).filter(cell -> !cell.isBlank());
    }

    /**
     * A number, whatever it counts.
     *
     * @param  column                   name of a column of numbers
     * @return                          the number, empty when absent or no number
     * @throws IllegalArgumentException if the row has no such column, or it holds something else
     */
    public Optional<BigDecimal> number(String column) {
        return typed(column, Number.class, Type.SECONDS, Type.PERCENT, Type.CODE, Type.TEMPERATURE, Type.DIFFERENCE,
                Type.SPEED, Type.OTHER).map(number -> new BigDecimal(number.toString()));
    }

    /**
     * The row as JSON, with what the map has.
     *
     * @return JSON on one line
     */
    public String toJson() {
        return EcobeeJson.write(this);
    }

    /**
     * A number for what the row says, to see whether it says something else later.
     *
     * @return a checksum of all cells
     */
    public int checksum() {
        CRC32C sum = new CRC32C();
        sum.update(checked(cells()).getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id());
        all.put("thermostatIdentifier", thermostat);
        all.put("instant", utc());
        all.put("thermostatTime", thermostatTime().toString());
        all.putAll(layout.values(cells()));
        all.putAll(beside());
        return Collections.unmodifiableMap(all).entrySet();
    }

    /** What the map has beside what every row has. */
    abstract Map<String, Object> beside();

    /** What the checksum is of. */
    abstract String checked(String cells);

    <T> Optional<T> typed(String name, Class<T> type, Type... allowed) {
        ReportColumn column = requireColumn(name);
        if (!Set.of(allowed).contains(column.type())) {
            throw new IllegalArgumentException(
                    "Column " + column.name() + " is of type " + column.type() + "; asked for was "
                                               + List.of(allowed));
        }
        return layout.value(cells(), name).filter(type::isInstance).map(type::cast);
    }

    /** The instant's own text, for which it takes a formatter; every row has an id. */
    private String utc() {
        return LocalDateTime.ofEpochSecond(instant().getEpochSecond(), 0, ZoneOffset.UTC) + ":00Z";
    }

    private String cells() {
        return RowText.of(line).values();
    }

    private ReportColumn requireColumn(String name) {
        return layout.column(name).orElseThrow(() -> new IllegalArgumentException(
                "The report has no column '" + name + "'; it has " + names()));
    }

    private String names() {
        return columns().stream().map(ReportColumn::name).collect(Collectors.joining(", "));
    }
}
