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
package io.github.camelecobee.simulator.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Counts what each application does, and records where it breaks the {@linkplain UsageRule rules}. All times are
 * simulated. Requests that were answered with a failure, or that met a fault, are no polls: their repetition is not
 * held against the client. Neither is reading back a thermostat after having changed it.
 * <p>
 * Safe for use by several threads.
 */
public final class Usage {
    private static final int LONGEST = 10_000;
    private static final int QUOTA = 85_000;
    private static final Duration MONTH = Duration.ofDays(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Counters> keys = new LinkedHashMap<>();
    private final Deque<Violation> violations = new ArrayDeque<>();

    /** Nothing seen yet. */
    public Usage() {
    }

    /** The name under which requests without a key are counted. */
    static String named(@Nullable String apiKeyId) {
        return apiKeyId == null ? "unknown" : apiKeyId;
    }

    /**
     * A request has come.
     *
     * @param apiKeyId the name of its API key, {@code null} when unknown
     * @param alone    whether ecobee wants no other of this kind open at the same time: reports and management sets
     * @param what     the request in a few words
     * @param now      the time
     */
    public void opened(@Nullable String apiKeyId, boolean alone, String what, Instant now) {
        locked(() -> {
            Counters counters = counters(named(apiKeyId));
            counters.open++;
            counters.openAlone += alone ? 1 : 0;
            counters.peak = Math.max(counters.peak, counters.open);
            if (counters.open > 3 || alone && counters.openAlone > 1) {
                record(new Violation(
                        now, named(apiKeyId), UsageRule.TOO_MANY_OPEN,
                        what + " came while " + (counters.open - 1) + " others were open"));
            }
            return true;
        });
    }

    /**
     * The answer of a request leaves.
     *
     * @param apiKeyId as it was {@linkplain #opened opened}
     * @param alone    as it was opened
     */
    public void closed(@Nullable String apiKeyId, boolean alone) {
        locked(() -> {
            Counters counters = counters(named(apiKeyId));
            counters.open = Math.max(0, counters.open - 1);
            counters.openAlone = Math.max(0, counters.openAlone - (alone ? 1 : 0));
            return true;
        });
    }

    /**
     * A request was answered.
     *
     * @param observed what is known of it
     */
    public void answered(Observed observed) {
        locked(() -> {
            Counters counters = counters(observed.apiKeyId());
            counters.calls++;
            if (counters.month.count(observed.request().instant()) == QUOTA + 1) {
                record(new Violation(
                        observed.request().instant(), observed.apiKeyId(), UsageRule.QUOTA_EXCEEDED,
                        "call " + (QUOTA + 1) + " of the last 30 days"));
            }
            counters.polls.check(observed, this::record);
            return true;
        });
    }

    /**
     * What the applications do.
     *
     * @return an immutable list, in the order of their first requests
     */
    public List<KeyUsage> byKey() {
        return locked(() -> keys.entrySet().stream().map(each -> each.getValue().snapshot(each.getKey())).toList());
    }

    /**
     * The rules that were broken.
     *
     * @return an immutable list, oldest first; at most the last 10,000
     */
    public List<Violation> violations() {
        return locked(() -> List.copyOf(violations));
    }

    /** Forgets what was seen, except what is open. */
    public void clear() {
        locked(() -> {
            violations.clear();
            Map<String, Counters> before = new HashMap<>(keys);
            keys.clear();
            before.forEach((key, counters) -> {
                if (counters.open > 0) {
                    Counters kept = counters(key);
                    kept.open = counters.open;
                    kept.openAlone = counters.openAlone;
                }
            });
            return true;
        });
    }

    private void record(Violation violation) {
        violations.addLast(violation);
        if (violations.size() > LONGEST) {
            violations.removeFirst();
        }
    }

    private Counters counters(String key) {
        return keys.computeIfAbsent(key, unused -> new Counters());
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Guarded by the lock. */
    private static final class Counters {
        private final SlidingCount month = new SlidingCount(MONTH);
        private final Polls polls = new Polls();
        private long calls;
        private int open;
        private int openAlone;
        private int peak;

        KeyUsage snapshot(String key) {
            return new KeyUsage(key, calls, month.count(), open, peak, polls.shortestIntervals());
        }
    }

    /** Counts in hours, so that a month of calls takes little memory. */
    private static final class SlidingCount {
        private final Duration window;
        private final List<Hour> hours = new ArrayList<>();

        SlidingCount(Duration window) {
            this.window = window;
        }

        int count(Instant now) {
            long hour = now.getEpochSecond() / 3600;
            hours.removeIf(each -> each.number <= hour - window.toHours());
            if (hours.isEmpty() || hours.get(hours.size() - 1).number != hour) {
                hours.add(new Hour(hour));
            }
            hours.get(hours.size() - 1).calls++;
            return count();
        }

        int count() {
            return hours.stream().mapToInt(each -> each.calls).sum();
        }
    }

    private static final class Hour {
        private final long number;
        private int calls;

        Hour(long number) {
            this.number = number;
        }
    }
}
