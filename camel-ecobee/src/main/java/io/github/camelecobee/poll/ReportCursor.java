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
package io.github.camelecobee.poll;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.IntervalSet;
import io.github.camelecobee.report.ReportFeed;
import io.github.camelecobee.report.ReportRow;

/**
 * How far a thermostat's report was delivered. Kept as text: {@code report1;} or {@code meter1;} first interval
 * {@code ;} intervals that are done {@code ;} checksums of the newest rows, so that a row that says something else
 * later is noticed.
 *
 * @param feed   which report it is
 * @param begin  the first interval wanted, when the report's start was chosen
 * @param done   intervals that were delivered, or that have no data and will not get any
 * @param recent checksums of delivered rows by interval, for the intervals that are read again
 */
record ReportCursor(ReportFeed feed, long begin, IntervalSet done, SortedMap<Long, Integer> recent) {

    static ReportCursor begin(ReportFeed feed, long interval) {
        return new ReportCursor(feed, interval, IntervalSet.EMPTY, new TreeMap<>());
    }

    /** Reads what {@link #toString} wrote. */
    static ReportCursor parse(ReportFeed feed, String text, String thermostat) {
        try {
            String[] parts = text.split(";", -1);
            if (parts.length != 4 || !parts[0].equals(format(feed))) {
                throw new IllegalArgumentException("of another form");
            }
            SortedMap<Long, Integer> recent = new TreeMap<>();
            Arrays.stream(parts[3].split(",")).filter(pair -> !pair.isEmpty()).map(pair -> pair.split(":", 2))
                    .forEach(pair -> recent.put(Long.parseLong(pair[0]), Integer.parseUnsignedInt(pair[1], 16)));
            return new ReportCursor(feed, Long.parseLong(parts[1]), IntervalSet.parse(parts[2]), recent);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "The cursor of thermostat " + thermostat + " in the cursorRepository is none of a " + feed + ": '" + text
                                            + "'. Give the consumer a cursorName of its own, or remove the cursor",
                    e);
        }
    }

    /** Whether the rows of an interval have not been delivered, or with other values. */
    boolean wants(long interval, Map<Long, Integer> checksums) {
        Integer before = recent.get(interval);
        return before == null ? !done.contains(interval) : !before.equals(checksums.get(interval));
    }

    /** Those of the rows that have not been delivered, or with other values. */
    List<ReportRow> wanted(List<ReportRow> rows) {
        if (rows.isEmpty() || isUntouched(rows.get(0).interval(), rows.get(rows.size() - 1).interval() + 1)) {
            return rows;
        }
        Map<Long, Integer> checksums = recent.isEmpty() ? Map.of() : checksums(rows, recent.firstKey());
        return rows.stream().filter(row -> wants(row.interval(), checksums)).toList();
    }

    /** Nothing of a range was delivered, as of nearly all history. */
    private boolean isUntouched(long from, long to) {
        IntervalRange range = new IntervalRange(from, to);
        return done.gaps(range).equals(List.of(range)) && recent.subMap(from, to).isEmpty();
    }

    /** What rows say, by interval, of which several meters may have a row each. */
    static Map<Long, Integer> checksums(List<ReportRow> rows, long from) {
        Map<Long, Integer> checksums = new HashMap<>();
        for (int index = rows.size() - 1; index >= 0 && rows.get(index).interval() >= from; index--) {
            checksums.merge(rows.get(index).interval(), rows.get(index).checksum(), (one, other) -> 31 * one + other);
        }
        return checksums;
    }

    /** The cursor when more was done; checksums from before an interval are forgotten. */
    ReportCursor plus(IntervalSet more, Map<Long, Integer> checksums, long rememberFrom) {
        SortedMap<Long, Integer> all = new TreeMap<>(recent);
        all.putAll(checksums);
        return new ReportCursor(feed, begin, done.plus(more), new TreeMap<>(all.tailMap(rememberFrom)));
    }

    ReportCursor withBegin(long interval) {
        return new ReportCursor(feed, interval, done, recent);
    }

    private static String format(ReportFeed feed) {
        return feed == ReportFeed.RUNTIME ? "report1" : "meter1";
    }

    @Override
    public String toString() {
        return format(feed) + ";" + begin + ";" + done + ";" + recent.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + Integer.toHexString(entry.getValue())).collect(Collectors.joining(","));
    }
}
