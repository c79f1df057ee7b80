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
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.model.ReportColumn.Type;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * Five minutes of a thermostat: a row of the runtime report (get-runtime-report.shtml), with the sensors of the same
 * five minutes when they were asked for. Values are those at the beginning of the five minutes, running times are
 * seconds within them.
 * <p>
 * As a map it has {@code sensors}, too, a map by sensor id.
 * <p>
 * Immutable.
 */
public final class RuntimeReportRow extends ReportRow {
    private static final String SENSORS = "sensors";

    private final @Nullable SensorTable sensors;

    RuntimeReportRow(String thermostat, long interval, String line, @Nullable ThermostatClock clock, RowLayout layout,
                     @Nullable SensorTable sensors) {
        super(thermostat, interval, line, clock, layout);
        this.sensors = sensors;
    }

    /**
     * The sensors of the row.
     *
     * @return empty when they were not asked for
     */
    public List<ReportSensor> sensors() {
        return sensors == null ? List.of() : sensors.sensors();
    }

    /**
     * A temperature.
     *
     * @param  column                   name of a column of degrees Fahrenheit
     * @return                          the temperature, empty when absent
     * @throws IllegalArgumentException if the row has no such column, or it holds something else
     */
    public Optional<Temperature> temperature(String column) {
        return typed(column, BigDecimal.class, Type.TEMPERATURE)
                .map(degrees -> Temperature.ofFahrenheit(degrees.doubleValue()));
    }

    /**
     * A whole number: seconds, percent or a code.
     *
     * @param  column                   name of a column of whole numbers
     * @return                          the number, empty when absent
     * @throws IllegalArgumentException if the row has no such column, or it holds something else
     */
    public Optional<Integer> integer(String column) {
        return typed(column, Integer.class, Type.SECONDS, Type.PERCENT, Type.CODE);
    }

    /**
     * A yes or no.
     *
     * @param  column                   name of a column of these, for example {@code zoneOccupancy}
     * @return                          the answer, empty when absent
     * @throws IllegalArgumentException if the row has no such column, or it holds something else
     */
    public Optional<Boolean> flag(String column) {
        return typed(column, Boolean.class, Type.FLAG);
    }

    /**
     * A text.
     *
     * @param  column                   name of a column of text, for example {@code zoneClimate}
     * @return                          the text, empty when absent
     * @throws IllegalArgumentException if the row has no such column, or it holds something else
     */
    public Optional<String> text(String column) {
        return typed(column, String.class, Type.TEXT);
    }

    /**
     * What a sensor says.
     *
     * @param  id column of the report of sensors, for example {@code rs:100:1}
     * @return    {@link BigDecimal} of degrees Fahrenheit for a temperature, {@link Integer} for humidity,
     *            {@link Boolean} for occupancy, else number or text; empty when absent
     */
    public Optional<Object> sensor(String id) {
        return sensors == null ? Optional.empty() : sensors.value(interval(), id);
    }

    @Override
    Map<String, Object> beside() {
        return sensors == null ? Map.of() : Map.of(SENSORS, sensors.values(interval()));
    }

    @Override
    String checked(String cells) {
        return cells + "|" + (sensors == null ? "" : sensors.raw(interval()));
    }
}
