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
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.model.ReportColumn;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * Five minutes of a meter that is paired with a thermostat: a row of the meter report (get-meter-report.shtml). ecobee
 * does not document its columns or their units; values are found by the names that ecobee sends, or by
 * {@link #value()}, the first of them.
 * <p>
 * As a map it has {@code id}, {@code thermostatIdentifier}, {@code instant} (ISO 8601, UTC) and {@code thermostatTime}
 * (local), the values that are there by the name of their column, and {@code meter}.
 * <p>
 * Immutable.
 */
public final class MeterReportRow extends ReportRow {
    private final String meter;

    MeterReportRow(String thermostat, long interval, String line, @Nullable ThermostatClock clock, RowLayout layout,
                   String meter) {
        super(thermostat, interval, line, clock, layout);
        this.meter = meter;
    }

    /** Thermostat, instant and meter, for example {@code 311019854581/2025-01-14T16:45:00Z/energy}. */
    @Override
    public String id() {
        return super.id() + "/" + meter;
    }

    /**
     * Which meter it is.
     *
     * @return its type, for example {@code energy}
     */
    public String meter() {
        return meter;
    }

    /**
     * What the meter says, when it says one thing.
     *
     * @return the first number of the row, whatever its column is called; empty when there is none
     */
    public Optional<BigDecimal> value() {
        return columns().stream().map(ReportColumn::name).map(this::value).flatMap(Optional::stream)
                .filter(Number.class::isInstance).map(number -> new BigDecimal(number.toString())).findFirst();
    }

    @Override
    Map<String, Object> beside() {
        return Map.of("meter", meter);
    }

    @Override
    String checked(String values) {
        return values + "|" + meter;
    }
}
