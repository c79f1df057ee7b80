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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What was found together, while it is being delivered. Each success moves the cursor over what that one is about, and
 * over nothing else; when all have succeeded, over the rest. Safe for use by several threads.
 */
public final class FacetLot {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<List<String>> steps;
    private final Map<String, Object> after;
    private final @Nullable String revisions;
    private final boolean ordered;
    private final Clock clock;
    private final Instant foundAt;
    private final Consumer<FacetCursor> write;
    private final Consumer<FacetLot> finished;
    private FacetCursor cursor;
    private int outstanding;
    private boolean failed;
    private boolean abandoned;
    private volatile Instant lastActivity;

    /**
     * Creates a lot.
     *
     * @param cursor    what was delivered before
     * @param steps     the keys of the facets that each delivery is about
     * @param after     the facets afterwards
     * @param revisions of the cursor when all have succeeded, {@code null} when there is more to come
     * @param ordered   whether none is due after one that failed
     * @param clock     tells the time
     * @param write     keeps a cursor
     * @param finished  hears that nothing is under way any more
     */
    FacetLot(FacetCursor cursor, List<List<String>> steps, Map<String, Object> after, @Nullable String revisions,
             boolean ordered, Clock clock, Consumer<FacetCursor> write, Consumer<FacetLot> finished) {
        this.cursor = cursor;
        this.steps = List.copyOf(steps);
        this.after = after;
        this.revisions = revisions;
        this.ordered = ordered;
        this.clock = clock;
        this.write = write;
        this.finished = finished;
        this.outstanding = steps.size();
        this.foundAt = clock.instant();
        this.lastActivity = foundAt;
    }

    /** When a route was last done with something of it. */
    Instant lastActivity() {
        return lastActivity;
    }

    /** What a delivery is about. */
    String subject(int index) {
        return String.join(",", steps.get(index));
    }

    boolean isDue() {
        lock.lock();
        try {
            return !abandoned && !(failed && ordered);
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

    void done(int index, boolean success) {
        lock.lock();
        try {
            if (abandoned) {
                return;
            }
            lastActivity = clock.instant();
            outstanding--;
            failed |= !success;
            try {
                if (success) {
                    cursor = cursor.with(steps.get(index), after, foundAt);
                    boolean all = outstanding == 0 && !failed && revisions != null;
                    write.accept(all ? cursor.withRevisions(Objects.requireNonNull(revisions)) : cursor);
                }
            } finally {
                if (outstanding == 0) {
                    finished.accept(this);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
