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

import java.time.Duration;
import java.time.Instant;

/**
 * Five-minute intervals that follow each other, counted from 1970 in UTC: every interval of a report begins at a
 * multiple of five minutes, whatever the zone and whatever the season.
 *
 * @param from number of the first interval
 * @param to   number of the first interval behind the range; equal to {@code from} in an empty range
 */
public record IntervalRange(long from, long to) {
    /** How long an interval is (get-runtime-report.shtml). */
    public static final Duration INTERVAL = Duration.ofMinutes(5);
    /** Intervals of a UTC day. */
    public static final int PER_DAY = 288;

    private static final long SECONDS = INTERVAL.toSeconds();

    /**
     * Checks the ends.
     *
     * @param  from                     see above
     * @param  to                       see above
     * @throws IllegalArgumentException if the end is before the beginning
     */
    public IntervalRange {
        if (to < from) {
            throw new IllegalArgumentException("A range of intervals cannot end at " + to + " before it begins at " + from);
        }
    }

    /**
     * The interval that an instant is in.
     *
     * @param  instant any instant
     * @return         the number of the interval
     */
    public static long intervalOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS);
    }

    /**
     * When an interval begins.
     *
     * @param  interval its number
     * @return          its first instant
     */
    public static Instant begin(long interval) {
        return Instant.ofEpochSecond(interval * SECONDS);
    }

    /**
     * A length of time in intervals.
     *
     * @param  time the length
     * @return      whole intervals, rounded up
     */
    public static long intervals(Duration time) {
        return Math.floorDiv(time.toSeconds() + SECONDS - 1, SECONDS);
    }

    /**
     * How many intervals the range has.
     *
     * @return 0 for an empty one
     */
    public long size() {
        return to - from;
    }

    /**
     * Whether an interval is in the range.
     *
     * @param  interval its number
     * @return          whether it is
     */
    public boolean contains(long interval) {
        return from <= interval && interval < to;
    }

    /** The range in UTC, the end not being part of it, as log lines have it. */
    @Override
    public String toString() {
        return begin(from) + "/" + begin(to);
    }
}
