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

import java.util.List;
import java.util.OptionalLong;

import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of one report in its lines.
 *
 * @param asked  what was asked for
 * @param wanted what is wanted of it
 * @param clock  the thermostat's, {@code null} when nothing is known of it
 */
record RowLines(IntervalRange asked, IntervalRange wanted, @Nullable ThermostatClock clock) {

    /** Takes rows. */
    interface Taker {
        void row(long interval, String line);
    }

    /** Hands out those that are wanted, in time's order. */
    void each(@Nullable List<String> lines, Taker taker) {
        if (lines == null) {
            return;
        }
        RowTimes times = new RowTimes(asked, lines.size(), clock);
        for (String line : lines) {
            OptionalLong interval = times.next(RowText.of(line));
            if (interval.isPresent() && wanted.contains(interval.getAsLong())) {
                taker.row(interval.getAsLong(), line);
            }
        }
    }
}
