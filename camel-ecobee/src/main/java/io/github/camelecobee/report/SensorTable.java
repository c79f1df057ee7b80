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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.model.RuntimeSensorMetadata;
import io.github.camelecobee.model.RuntimeSensorReport;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/** The report of a thermostat's sensors, by interval (RuntimeSensorReport.shtml). Immutable once made. */
final class SensorTable {
    private final List<ReportSensor> sensors;
    private final RowLayout layout;
    private final Map<Long, String> rows = new HashMap<>();

    private SensorTable(List<ReportSensor> sensors) {
        this.sensors = sensors;
        this.layout = new RowLayout(sensors.stream().map(ReportSensor::column).toList());
    }

    static SensorTable of(RuntimeSensorReport report, IntervalRange asked, @Nullable ThermostatClock clock) {
        Map<String, RuntimeSensorMetadata> metadata = new HashMap<>();
        for (RuntimeSensorMetadata each : orEmpty(report.getSensors())) {
            metadata.put(String.valueOf(each.getSensorId()), each);
        }
        // The first two are date and time.
        SensorTable table = new SensorTable(
                orEmpty(report.getColumns()).stream().skip(2).map(id -> ReportSensor.of(id, metadata.get(id))).toList());
        List<String> data = orEmpty(report.getData());
        RowTimes times = new RowTimes(asked, data.size(), clock);
        for (String line : data) {
            RowText text = RowText.of(line);
            times.next(text).ifPresent(interval -> table.rows.put(interval, text.values()));
        }
        return table;
    }

    List<ReportSensor> sensors() {
        return sensors;
    }

    boolean hasValues(long interval) {
        return layout.hasValues(raw(interval), 0);
    }

    String raw(long interval) {
        return rows.getOrDefault(interval, "");
    }

    Optional<Object> value(long interval, String id) {
        return layout.value(raw(interval), id);
    }

    Map<String, Object> values(long interval) {
        return layout.values(raw(interval));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
