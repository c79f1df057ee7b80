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

import java.util.Optional;

import io.github.camelecobee.model.ThermostatTime;

/**
 * A line of a report: date, time, cells. Made when somebody asks for something of a line, and not kept: there are
 * millions.
 *
 * @param line  as it came
 * @param cells where the cells begin
 */
record RowText(String line, int cells) {
    static RowText of(String line) {
        int date = line.indexOf(',');
        int time = date < 0 ? -1 : line.indexOf(',', date + 1);
        return new RowText(line, time < 0 ? line.length() : time + 1);
    }

    /** Local time, empty when it cannot be read. */
    Optional<ThermostatTime> local() {
        int date = line.indexOf(',');
        return date < 0 || cells <= date + 1
                ? Optional.empty() : ThermostatTime.ofReading(line.substring(0, date), line.substring(date + 1, cells - 1));
    }

    /** The cells with commas between. */
    String values() {
        return line.substring(cells);
    }
}
