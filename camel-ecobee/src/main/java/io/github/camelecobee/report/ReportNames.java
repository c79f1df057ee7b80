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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.camelecobee.model.ReportColumn;
import org.jspecify.annotations.Nullable;

/** What can be asked for in reports, by the names that ecobee documents. */
public final class ReportNames {
    private static final List<String> METERS = List.of("energy");

    private ReportNames() {
    }

    /**
     * Reads names of columns (get-runtime-report.shtml).
     *
     * @param  csv                      names in any letter case, comma-separated; {@code null} for all
     * @return                          the names as ecobee documents them
     * @throws IllegalArgumentException if one is unknown, or there is none
     */
    public static List<String> columns(@Nullable String csv) {
        if (csv == null) {
            return ReportColumn.all().stream().map(ReportColumn::name).toList();
        }
        List<String> names = Arrays.stream(csv.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .map(name -> ReportColumn.named(name).map(ReportColumn::name).orElseThrow(() -> unknown(name))).distinct()
                .toList();
        if (names.isEmpty()) {
            throw unknown(csv);
        }
        return names;
    }

    /**
     * Reads names of meters (get-meter-report.shtml).
     *
     * @param  csv                      names in any letter case, comma-separated
     * @return                          the names as ecobee documents them
     * @throws IllegalArgumentException if one is unknown, or there is none
     */
    public static List<String> meters(String csv) {
        List<String> names = Arrays.stream(csv.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
        if (!names.equals(METERS)) {
            throw new IllegalArgumentException(
                    "meters: '" + csv + "' is unknown; give " + String.join(", ", METERS)
                                               + ", which is all that ecobee reports");
        }
        return names;
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "columns: '" + name + "' is unknown; give some of "
                                            + ReportColumn.all().stream().map(ReportColumn::name)
                                                    .collect(Collectors.joining(", ")));
    }
}
