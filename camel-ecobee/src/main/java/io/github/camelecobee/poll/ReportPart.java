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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.IntervalSet;
import io.github.camelecobee.report.ReportRow;

/**
 * What one answer holds for one thermostat, while it is being delivered. The cursor moves over what was delivered
 * without interruption: when all of it was, when something failed, and now and then in between, because a repository
 * may be slow. Safe for use by several threads.
 */
public final class ReportPart {
    /** A day of rows. */
    private static final int BETWEEN_WRITES = IntervalRange.PER_DAY;

    /** Hears of what was delivered. */
    interface Ledger {
        void write(ReportCursor cursor);

        /** A route was done with rows. */
        void delivered(int rows);

        /** Nothing of the part is under way any more. */
        void finished(ReportPart part, boolean complete);
    }

    private final ReportLot lot;
    private final Ledger ledger;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final BitSet processed = new BitSet();
    private int outstanding;
    private int uninterrupted;
    private int written;
    private boolean failed;
    private boolean abandoned;
    private volatile Instant lastActivity;

    ReportPart(ReportLot lot, Ledger ledger, Clock clock) {
        this.lot = lot;
        this.ledger = ledger;
        this.clock = clock;
        this.outstanding = lot.chunks().size();
        this.lastActivity = clock.instant();
    }

    /** When a route was last done with something of it. */
    Instant lastActivity() {
        return lastActivity;
    }

    boolean isDue() {
        lock.lock();
        try {
            return !failed && !abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** It counts no more: a route has lost something of it. */
    void giveUp() {
        lock.lock();
        try {
            abandoned = true;
        } finally {
            lock.unlock();
        }
    }

    /** There is nothing to deliver: intervals without data are done. */
    void skip() {
        ledger.write(lot.cursorAfter(lot.chunks().size()));
        ledger.finished(this, true);
    }

    void done(int index, boolean success) {
        lock.lock();
        try {
            if (abandoned) {
                return;
            }
            lastActivity = clock.instant();
            outstanding--;
            failed |= !success;
            processed.set(index, success);
            if (success) {
                ledger.delivered(lot.chunks().get(index).size());
            }
            uninterrupted = processed.nextClearBit(uninterrupted);
            try {
                if (uninterrupted > written && (outstanding == 0 || uninterrupted - written >= BETWEEN_WRITES)) {
                    ledger.write(lot.cursorAfter(uninterrupted));
                    written = uninterrupted;
                }
            } finally {
                if (outstanding == 0) {
                    ledger.finished(this, uninterrupted == lot.chunks().size());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is to be delivered.
     *
     * @param cursor       how far the thermostat's report was delivered before
     * @param range        what was read
     * @param open         intervals without data for which data may still come
     * @param chunks       the rows to deliver, an exchange each
     * @param rememberFrom the first interval whose rows are read again
     */
    record ReportLot(
            ReportCursor cursor, IntervalRange range, IntervalSet open, List<List<ReportRow>> chunks,
            long rememberFrom) {

        ReportCursor cursorAfter(int delivered) {
            long end = delivered == chunks.size() ? range.to() : chunks.get(delivered).get(0).interval();
            IntervalSet done = new IntervalSet(open.gaps(new IntervalRange(range.from(), end)));
            Deque<ReportRow> read = new ArrayDeque<>();
            for (int index = delivered - 1; index >= 0 && last(index).interval() >= rememberFrom; index--) {
                List<ReportRow> chunk = chunks.get(index);
                for (int row = chunk.size() - 1; row >= 0; row--) {
                    read.addFirst(chunk.get(row));
                }
            }
            return cursor.plus(done, ReportCursor.checksums(List.copyOf(read), rememberFrom), rememberFrom);
        }

        private ReportRow last(int index) {
            List<ReportRow> chunk = chunks.get(index);
            return chunk.get(chunk.size() - 1);
        }
    }
}
