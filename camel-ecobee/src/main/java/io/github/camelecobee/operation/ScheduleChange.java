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
package io.github.camelecobee.operation;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Days of the schedule that are to be replaced. Immutable.
 *
 * @param days the climates of the 48 half hours of each day that changes
 */
record ScheduleChange(Map<DayOfWeek, List<String>> days) {
    /** No day. */
    static final ScheduleChange NONE = new ScheduleChange(Map.of());

    private static final int HALF_HOURS = 48;

    ScheduleChange {
        days = Map.copyOf(days);
    }

    /** A list of seven days, Monday first, or some days by their English names. */
    static ScheduleChange of(Parameter given) {
        Map<DayOfWeek, List<String>> days = new EnumMap<>(DayOfWeek.class);
        if (given.value() instanceof Map || given.text().startsWith("{")) {
            WireValue.map(given).forEach((day, cells) -> days.put(
                    day(day, given), cells(new Parameter(cells == null ? "null" : cells, given.place() + "." + day))));
            return new ScheduleChange(days);
        }
        List<Parameter> all = WireValue.list(given);
        if (all.size() != DayOfWeek.values().length) {
            throw new IllegalArgumentException(
                    given.place() + ": has " + all.size() + " days; give 7, Monday first, or some by name, for example"
                                               + " {\"monday\": [...]}");
        }
        all.forEach(day -> days.put(DayOfWeek.of(days.size() + 1), cells(day)));
        return new ScheduleChange(days);
    }

    private static DayOfWeek day(String name, Parameter given) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().equalsIgnoreCase(name.strip())).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        given.place() + ": '" + Shown.of(name) + "' is no day; allowed are "
                                                                + Arrays.stream(DayOfWeek.values())
                                                                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                                                                        .collect(Collectors.joining(", "))));
    }

    private static List<String> cells(Parameter given) {
        List<String> cells = WireValue.list(given).stream().map(Parameter::text).toList();
        if (cells.size() != HALF_HOURS) {
            throw new IllegalArgumentException(
                    given.place() + ": has " + cells.size() + " half hours; a day has 48, the first from 00:00 to 00:30");
        }
        return cells;
    }
}
