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

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;

import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * The range of a request, and how it is written there: UTC dates, and intervals of their days
 * (get-runtime-report.shtml, get-meter-report.shtml).
 *
 * @param range the range
 */
record AskedRange(IntervalRange range) {
    private static final int HOUR = IntervalRange.PER_DAY / 24;

    /** The range to ask for when another one is wanted. */
    static AskedRange of(IntervalRange wanted, Collection<@Nullable ThermostatClock> clocks, boolean widened) {
        int margin = widened ? HOUR : 0;
        return new AskedRange(
                DaylightSaving.avoid(new IntervalRange(wanted.from() - margin, wanted.to() + margin),
                        clocks.stream().filter(Objects::nonNull).toList()));
    }

    String startDate() {
        return date(range.from());
    }

    int startInterval() {
        return ofDay(range.from());
    }

    String endDate() {
        return date(range.to() - 1);
    }

    int endInterval() {
        return ofDay(range.to() - 1);
    }

    private static String date(long interval) {
        return LocalDate.ofInstant(IntervalRange.begin(interval), ZoneOffset.UTC).toString();
    }

    private static int ofDay(long interval) {
        return (int) Math.floorMod(interval, (long) IntervalRange.PER_DAY);
    }
}
