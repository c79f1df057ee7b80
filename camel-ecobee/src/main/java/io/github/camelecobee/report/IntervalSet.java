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
import java.util.List;
import java.util.stream.Collectors;

/**
 * Intervals of which it is known that they are done, as few ranges as possible. What is not in the set, is a gap.
 * Immutable.
 *
 * @param ranges ranges that neither touch nor overlap, in time's order
 */
public record IntervalSet(List<IntervalRange> ranges) {
    /** No interval. */
    public static final IntervalSet EMPTY = new IntervalSet(List.of());

    /**
     * Copies the ranges.
     *
     * @param ranges see above
     */
    public IntervalSet {
        ranges = List.copyOf(ranges);
    }

    /**
     * The set and a range.
     *
     * @param  range intervals to add, which may be in the set already
     * @return       a new set
     */
    public IntervalSet plus(IntervalRange range) {
        if (range.size() == 0) {
            return this;
        }
        List<IntervalRange> merged = new ArrayList<>();
        long from = range.from();
        long to = range.to();
        for (IntervalRange each : ranges) {
            if (each.to() < from) {
                merged.add(each);
            } else if (each.from() <= to) {
                from = Math.min(from, each.from());
                to = Math.max(to, each.to());
            }
        }
        merged.add(new IntervalRange(from, to));
        long end = to;
        ranges.stream().filter(each -> each.from() > end).forEach(merged::add);
        return new IntervalSet(merged);
    }

    /**
     * The set and another.
     *
     * @param  other intervals to add
     * @return       a new set
     */
    public IntervalSet plus(IntervalSet other) {
        IntervalSet sum = this;
        for (IntervalRange range : other.ranges) {
            sum = sum.plus(range);
        }
        return sum;
    }

    /**
     * What of a range is missing.
     *
     * @param  range where to look
     * @return       the gaps, in time's order
     */
    public List<IntervalRange> gaps(IntervalRange range) {
        List<IntervalRange> gaps = new ArrayList<>();
        long next = range.from();
        for (IntervalRange each : ranges) {
            if (each.to() <= next || each.from() >= range.to()) {
                continue;
            }
            if (each.from() > next) {
                gaps.add(new IntervalRange(next, each.from()));
            }
            next = each.to();
        }
        if (next < range.to()) {
            gaps.add(new IntervalRange(next, range.to()));
        }
        return gaps;
    }

    /**
     * Whether an interval is in the set.
     *
     * @param  interval its number
     * @return          whether it is
     */
    public boolean contains(long interval) {
        return ranges.stream().anyMatch(range -> range.contains(interval));
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param  text                     numbers of intervals, for example {@code 5788000-5788036,5788040-5788050}
     * @return                          the set
     * @throws IllegalArgumentException if it is something else
     */
    public static IntervalSet parse(String text) {
        IntervalSet set = EMPTY;
        for (String range : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] ends = range.split("-", 2);
            if (ends.length != 2) {
                throw new IllegalArgumentException("'" + range + "' is no range of intervals");
            }
            set = set.plus(new IntervalRange(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
        }
        return set;
    }

    @Override
    public String toString() {
        return ranges.stream().map(range -> range.from() + "-" + range.to()).collect(Collectors.joining(","));
    }
}
