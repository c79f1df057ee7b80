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

import java.util.List;
import java.util.Optional;

import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.ReportReader;

/**
 * Chooses what of a thermostat's report is read next: one range a poll, because ecobee wants 15 minutes between two
 * reports.
 * <p>
 * History is what is so old that no data will come for it any more; what has no data there, has none for good. What is
 * younger is read again, together with the overlap, for as long as something is missing in it.
 */
final class ReportWindows {
    private final long overlap;
    private final ReportOrder order;

    ReportWindows(ReportSettings settings) {
        this.overlap = settings.overlapIntervals();
        this.order = settings.order();
    }

    /** The first interval for which data may still come. */
    long openFrom(long now) {
        return now - Math.max(overlap, IntervalRange.PER_DAY);
    }

    /** The first interval that is read again although it has been delivered. */
    long overlapFrom(long now) {
        return now - overlap;
    }

    List<IntervalRange> missingHistory(ReportCursor cursor, long now) {
        return cursor.done().gaps(new IntervalRange(cursor.begin(), Math.max(cursor.begin(), openFrom(now))));
    }

    /**
     * The next range.
     *
     * @param  cursor      how far the thermostat's report was delivered
     * @param  now         the interval that is under way; those before it are over
     * @param  presentDue  whether there may be something new
     * @param  presentLate whether the present has waited so long that history has to wait
     * @return             the range, empty when nothing is to be read
     */
    Optional<IntervalRange> next(ReportCursor cursor, long now, boolean presentDue, boolean presentLate) {
        List<IntervalRange> missing = missingHistory(cursor, now);
        Optional<IntervalRange> present = presentDue ? present(cursor, now) : Optional.empty();
        if (missing.isEmpty()) {
            return present;
        }
        if (order == ReportOrder.OLDEST_FIRST) {
            IntervalRange oldest = missing.get(0);
            // A thermostat that was offline leaves a gap that becomes history bit by bit; the present must not wait for it.
            long end = missing.size() == 1 && presentDue ? now : oldest.to();
            return Optional.of(new IntervalRange(oldest.from(), Math.min(end, oldest.from() + ReportReader.LONGEST)));
        }
        if (presentLate && present.isPresent()) {
            return present;
        }
        IntervalRange newest = missing.get(missing.size() - 1);
        return Optional.of(new IntervalRange(Math.max(newest.from(), newest.to() - ReportReader.LONGEST), newest.to()));
    }

    boolean isPresent(IntervalRange range, long now) {
        return range.to() == now;
    }

    private Optional<IntervalRange> present(ReportCursor cursor, long now) {
        long open = Math.max(cursor.begin(), openFrom(now));
        if (open >= now) {
            return Optional.empty();
        }
        List<IntervalRange> gaps = cursor.done().gaps(new IntervalRange(open, now));
        long from = gaps.isEmpty() ? now : gaps.get(0).from();
        return Optional.of(new IntervalRange(Math.max(cursor.begin(), Math.min(from, overlapFrom(now))), now))
                .filter(range -> range.size() > 0);
    }
}
