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
package io.github.camelecobee.simulator.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.camelecobee.simulator.home.Reading;
import io.github.camelecobee.simulator.home.Reading.Part;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a runtime report (get-runtime-report.shtml). Letter case does not matter in a request; the answer has
 * ecobee's own, which for two columns is another one than the documentation's.
 */
public final class ReportColumns {
    private static final Map<String, Column> KNOWN = known();

    private final List<Column> columns;

    private ReportColumns(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * Finds columns.
     *
     * @param  csv their names with commas between
     * @return     the columns, empty when one of them does not exist
     */
    public static Optional<ReportColumns> of(String csv) {
        List<Column> found = new ArrayList<>();
        for (String name : csv.split(",", -1)) {
            Column column = KNOWN.get(name.strip().toLowerCase(Locale.ROOT));
            if (column == null) {
                return Optional.empty();
            }
            found.add(column);
        }
        return Optional.of(new ReportColumns(found));
    }

    /**
     * The columns as an answer repeats them.
     *
     * @return their names with commas between
     */
    public String echo() {
        return columns.stream().map(Column::echo).collect(Collectors.joining(","));
    }

    /** Appends each value and a comma; for a reading that the cloud does not have the commas alone. */
    void append(StringBuilder row, @Nullable Reading reading) {
        for (Column column : columns) {
            if (reading != null) {
                column.value.append(row, reading);
            }
            row.append(',');
        }
    }

    /** Tenths of a degree as reports write them: a decimal. */
    static void appendTenths(StringBuilder row, int tenths) {
        if (tenths < 0) {
            row.append('-');
        }
        row.append(Math.abs(tenths) / 10).append('.').append(Math.abs(tenths) % 10);
    }

    private static Map<String, Column> known() {
        Map<String, Column> all = new LinkedHashMap<>();
        seconds(all, "auxHeat1", Part.AUXILIARY_1);
        seconds(all, "auxHeat2", Part.AUXILIARY_2);
        seconds(all, "auxHeat3", Part.AUXILIARY_3);
        seconds(all, "compCool1", Part.COOL_1);
        seconds(all, "compCool2", Part.COOL_2);
        seconds(all, "compHeat1", Part.HEAT_PUMP_1);
        seconds(all, "compHeat2", Part.HEAT_PUMP_2);
        seconds(all, "dehumidifier", Part.DEHUMIDIFIER);
        seconds(all, "economizer", Part.ECONOMIZER);
        seconds(all, "fan", Part.FAN);
        seconds(all, "humidifier", Part.HUMIDIFIER);
        seconds(all, "ventilator", Part.VENTILATOR);
        add(all, "dmOffset", (row, reading) -> appendTenths(row, reading.demandOffset()));
        add(all, "hvacMode", "HVACmode", (row, reading) -> row.append(reading.hvacMode()));
        add(all, "outdoorHumidity", (row, reading) -> row.append(reading.outdoorHumidity()));
        add(all, "outdoorTemp", (row, reading) -> appendTenths(row, reading.outdoorTemperature()));
        add(all, "sky", (row, reading) -> row.append(reading.sky()));
        add(all, "wind", (row, reading) -> row.append(reading.wind()));
        add(all, "zoneAveTemp", (row, reading) -> appendTenths(row, reading.temperature()));
        // How ecobee escapes a comma in a name is not known, so names stand as they are.
        add(all, "zoneCalendarEvent", (row, reading) -> row.append(reading.event()));
        add(all, "zoneClimate", (row, reading) -> row.append(reading.climate()));
        add(all, "zoneCoolTemp", (row, reading) -> appendTenths(row, reading.cool()));
        add(all, "zoneHeatTemp", (row, reading) -> appendTenths(row, reading.heat()));
        add(all, "zoneHumidity", (row, reading) -> row.append(reading.humidity()));
        add(all, "zoneHumidityHigh", (row, reading) -> row.append(reading.humidityHigh()));
        add(all, "zoneHumidityLow", (row, reading) -> row.append(reading.humidityLow()));
        add(all, "zoneHvacMode", "zoneHVACmode", (row, reading) -> row.append(reading.stage()));
        add(all, "zoneOccupancy", (row, reading) -> row.append(reading.occupied() ? 1 : 0));
        return all;
    }

    private static void seconds(Map<String, Column> all, String name, Part part) {
        add(all, name, (row, reading) -> row.append(reading.seconds(part)));
    }

    private static void add(Map<String, Column> all, String name, Value value) {
        add(all, name, name, value);
    }

    private static void add(Map<String, Column> all, String name, String echo, Value value) {
        all.put(name.toLowerCase(Locale.ROOT), new Column(echo, value));
    }

    private record Column(String echo, Value value) {
    }

    @FunctionalInterface
    private interface Value {
        void append(StringBuilder row, Reading reading);
    }
}
