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
package io.github.camelecobee.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Aborts attempts that take too long, with one timer for all of them: one for each would wake the thread of the timer
 * with each call. It goes off when the first of those that began with it would end, and is then set for those that are
 * still under way.
 */
final class Deadlines {
    private final ScheduledExecutorService executor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Attempt, Long> ends = new HashMap<>();
    private @Nullable Future<?> timer;
    /** When the timer goes off, as {@link System#nanoTime()}. */
    private long alarm;

    Deadlines(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** An attempt begins, and is aborted after the limit unless {@link #end} comes before. */
    void begin(Attempt attempt, Duration limit) {
        lock.lock();
        try {
            long now = System.nanoTime();
            long end = now + limit.toNanos();
            ends.put(attempt, end);
            if (timer == null || end - alarm < 0) {
                set(end, now);
            }
        } finally {
            lock.unlock();
        }
    }

    void end(Attempt attempt) {
        lock.lock();
        try {
            ends.remove(attempt);
        } finally {
            lock.unlock();
        }
    }

    private void goOff() {
        late().forEach(Attempt::abortAsLate);
    }

    private List<Attempt> late() {
        lock.lock();
        try {
            long now = System.nanoTime();
            List<Attempt> late
                    = ends.entrySet().stream().filter(each -> each.getValue() - now <= 0).map(Map.Entry::getKey).toList();
            late.forEach(ends::remove);
            timer = null;
            ends.values().stream().min((one, other) -> Long.compare(one - other, 0)).ifPresent(next -> set(next, now));
            return late;
        } finally {
            lock.unlock();
        }
    }

    private void set(long end, long now) {
        if (timer != null) {
            timer.cancel(false);
        }
        alarm = end;
        timer = executor.schedule(this::goOff, end - now, TimeUnit.NANOSECONDS);
    }
}
