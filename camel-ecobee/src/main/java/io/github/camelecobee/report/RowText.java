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

import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report: date, time, cells.
 *
 * @param local  local time, {@code null} when it cannot be read
 * @param values the cells with commas between
 */
record RowText(@Nullable ThermostatTime local, String values) {
    static RowText of(String line) {
        int date = line.indexOf(',');
        int time = date < 0 ? -1 : line.indexOf(',', date + 1);
        if (time < 0) {
            return new RowText(null, "");
        }
        return new RowText(
                ThermostatTime.ofReading(line.substring(0, date), line.substring(date + 1, time)).orElse(null),
                line.substring(time + 1));
    }
}
