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

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.camelecobee.model.ReportColumn;
import io.github.camelecobee.report.MeterReportRow;
import io.github.camelecobee.report.ReportRow;
import io.github.camelecobee.report.ReportSensor;
import io.github.camelecobee.report.RuntimeReportRow;
import org.jspecify.annotations.Nullable;

/** The columns that some rows have together, and the rows as lines with these columns. */
final class RowCsv {
    private static final ObjectWriter WRITER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));
    private static final List<String> ALWAYS = List.of("id", "thermostatIdentifier", "instant", "thermostatTime");
    private static final String METER = "meter";
    private static final String SENSORS = "sensors";

    private final List<String> columns;
    private final List<String> sensors;

    RowCsv(List<? extends ReportRow> rows) {
        Set<String> names = new LinkedHashSet<>(ALWAYS);
        if (rows.stream().anyMatch(MeterReportRow.class::isInstance)) {
            names.add(METER);
        }
        Set<String> ids = new LinkedHashSet<>();
        // Rows that were read together share their columns, and there may be a year of them.
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ReportRow row : rows) {
            if (seen.add(row.columns())) {
                row.columns().stream().map(ReportColumn::name).forEach(names::add);
            }
            if (row instanceof RuntimeReportRow runtime && seen.add(runtime.sensors())) {
                runtime.sensors().stream().map(ReportSensor::id).forEach(ids::add);
            }
        }
        this.columns = List.copyOf(names);
        this.sensors = List.copyOf(ids);
    }

    String header() {
        List<Object> cells = new ArrayList<>(columns);
        cells.addAll(sensors);
        return write(cells);
    }

    String line(ReportRow row) {
        Map<String, Object> values = new LinkedHashMap<>(row);
        Map<?, ?> ofSensors = values.get(SENSORS) instanceof Map<?, ?> map ? map : Map.of();
        List<Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(cell(values.get(column))));
        sensors.forEach(sensor -> cells.add(cell(ofSensors.get(sensor))));
        return write(cells);
    }

    /** A null would not be written, not even its comma. */
    private static Object cell(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static String write(List<Object> cells) {
        try {
            return WRITER.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row has something that is no cell", e);
        }
    }
}
