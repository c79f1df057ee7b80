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
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.camelecobee.model.ReportColumn;
import io.github.camelecobee.model.ReportColumn.Type;

/** What the cells of rows are. The rows of a report share one. Immutable. */
final class RowLayout {
    /** Names that people give, and that may hold what separates cells; how ecobee escapes that is not known. */
    private static final List<String> GIVEN_NAMES = List.of("zoneCalendarEvent", "zoneClimate");

    private final List<ReportColumn> columns;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    /** The columns of which {@code 0} is a value. It is what most rows begin with. */
    private final BitSet zeros = new BitSet();

    RowLayout(List<ReportColumn> columns) {
        this.columns = List.copyOf(columns);
        IntStream.range(0, columns.size())
                .forEach(place -> places.putIfAbsent(key(columns.get(place).name()), place));
        IntStream.range(0, columns.size()).filter(place -> columns.get(place).value("0").isPresent()).forEach(zeros::set);
    }

    /**
     * The columns that an answer names, without date and time, which some answers name and others do not; one that
     * ecobee does not document is kept under the name it came with.
     */
    static RowLayout of(String csv) {
        List<String> names = Arrays.stream(csv.split(",")).map(String::strip).toList();
        boolean times = names.size() > 2 && "date".equalsIgnoreCase(names.get(0)) && "time".equalsIgnoreCase(names.get(1));
        return new RowLayout(
                names.stream().skip(times ? 2 : 0).map(name -> ReportColumn.named(name)
                        .orElseGet(() -> new ReportColumn(name, Type.OTHER, "", null, null, name))).toList());
    }

    List<ReportColumn> columns() {
        return columns;
    }

    Optional<ReportColumn> column(String name) {
        return Optional.ofNullable(places.get(key(name))).map(columns::get);
    }

    /** The text of a cell as it came. */
    Optional<String> raw(String values, String name) {
        return Optional.ofNullable(places.get(key(name))).map(cells(values)::get);
    }

    Optional<Object> value(String values, String name) {
        return column(name).flatMap(column -> raw(values, name).flatMap(column::value));
    }

    /** The values that are there, by the name of their column. */
    Map<String, Object> values(String values) {
        List<String> cells = cells(values);
        Map<String, Object> present = new LinkedHashMap<>();
        for (int place = 0; place < columns.size(); place++) {
            ReportColumn column = columns.get(place);
            column.value(cells.get(place)).ifPresent(value -> present.put(column.name(), value));
        }
        return present;
    }

    /** Whether there is a value among the cells that begin at a place of a line. Looks no further than to the first. */
    boolean hasValues(String line, int cells) {
        int from = cells;
        for (int place = 0; place < columns.size() && from < line.length(); place++) {
            int comma = line.indexOf(',', from);
            int end = comma < 0 ? line.length() : comma;
            boolean zero = end == from + 1 && line.charAt(from) == '0';
            if (zero ? zeros.get(place) : end > from && columns.get(place).value(line.substring(from, end)).isPresent()) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    private List<String> cells(String values) {
        List<String> cells = new ArrayList<>(Arrays.asList(values.split(",", -1)));
        if (cells.size() > columns.size() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        int surplus = cells.size() - columns.size();
        if (surplus > 0) {
            return withCommaInName(cells, surplus);
        }
        cells.addAll(Collections.nCopies(-surplus, ""));
        return cells;
    }

    /** The name is the one that lets every other cell be what its column is. */
    private List<String> withCommaInName(List<String> cells, int surplus) {
        return GIVEN_NAMES.stream().map(name -> places.get(key(name))).filter(place -> place != null)
                .map(place -> joined(cells, place, surplus)).filter(this::fits).findFirst()
                .orElseGet(() -> cells.subList(0, columns.size()));
    }

    private static List<String> joined(List<String> cells, int place, int surplus) {
        List<String> joined = new ArrayList<>(cells.subList(0, place));
        joined.add(String.join(",", cells.subList(place, place + surplus + 1)));
        joined.addAll(cells.subList(place + surplus + 1, cells.size()));
        return joined;
    }

    private boolean fits(List<String> cells) {
        return IntStream.range(0, columns.size())
                .allMatch(place -> cells.get(place).isBlank() || columns.get(place).value(cells.get(place)).isPresent());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
