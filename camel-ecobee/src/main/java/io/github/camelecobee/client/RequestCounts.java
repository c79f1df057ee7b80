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
package io.github.camelecobee.client;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Counts requests by kind, and all of the last 30 days, in hours so that a month takes little memory. */
final class RequestCounts {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final long HOUR = 3600;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RequestKind, Long> sums = new EnumMap<>(RequestKind.class);
    private final Map<RequestKind, Long> failures = new EnumMap<>(RequestKind.class);
    private final Deque<Hour> hours = new ArrayDeque<>();
    private final Clock clock;

    RequestCounts(Clock clock) {
        this.clock = clock;
    }

    void sent(RequestKind kind) {
        lock.lock();
        try {
            sums.merge(kind, 1L, Long::sum);
            long number = clock.instant().getEpochSecond() / HOUR;
            Hour last = hours.peekLast();
            long calls = last != null && last.number == number ? last.calls + 1 : 1;
            if (calls > 1) {
                hours.removeLast();
            }
            hours.addLast(new Hour(number, calls));
            forget(number);
        } finally {
            lock.unlock();
        }
    }

    void failed(RequestKind kind) {
        lock.lock();
        try {
            failures.merge(kind, 1L, Long::sum);
        } finally {
            lock.unlock();
        }
    }

    long sum(RequestKind kind) {
        return get(sums, kind);
    }

    long failures(RequestKind kind) {
        return get(failures, kind);
    }

    long inThirtyDays() {
        lock.lock();
        try {
            forget(clock.instant().getEpochSecond() / HOUR);
            return hours.stream().mapToLong(Hour::calls).sum();
        } finally {
            lock.unlock();
        }
    }

    private long get(Map<RequestKind, Long> counts, RequestKind kind) {
        lock.lock();
        try {
            return counts.getOrDefault(kind, 0L);
        } finally {
            lock.unlock();
        }
    }

    private void forget(long now) {
        while (!hours.isEmpty() && hours.getFirst().number <= now - MONTH.toHours()) {
            hours.removeFirst();
        }
    }

    private record Hour(long number, long calls) {
    }
}
