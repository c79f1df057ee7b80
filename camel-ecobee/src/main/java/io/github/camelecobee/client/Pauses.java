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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.authorization.Backoff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which accounts ecobee asked to be left alone, by HTTP 429 or 503, and until when. */
final class Pauses {
    private static final Logger LOG = LoggerFactory.getLogger(Governor.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Pause> pauses = new TreeMap<>();
    private final Clock clock;
    private final Backoff backoff;

    Pauses(Clock clock, Backoff backoff) {
        this.clock = clock;
        this.backoff = backoff;
    }

    /** Notes an answer. One without {@code Retry-After} is followed by a wait that grows with each in a row. */
    void answered(String account, int httpStatus, @Nullable Duration retryAfter) {
        lock.lock();
        try {
            Pause before = pauses.get(account);
            if (httpStatus == TOO_MANY_REQUESTS || httpStatus == SERVICE_UNAVAILABLE) {
                int strikes = before == null ? 1 : before.strikes + 1;
                Instant until = clock.instant().plus(retryAfter == null ? backoff.afterFailures(strikes) : retryAfter);
                // Another request that was open may have been told less.
                Instant latest = before != null && before.until.isAfter(until) ? before.until : until;
                pauses.put(account, new Pause(latest, strikes));
                if (before == null) {
                    LOG.info("ecobee answered HTTP {}: account '{}' asks for nothing until {}", httpStatus, account, latest);
                }
            } else if (before != null && !clock.instant().isBefore(before.until)) {
                pauses.remove(account);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long an account still has to wait, empty when it may ask. */
    Optional<Duration> left(String account) {
        lock.lock();
        try {
            return Optional.ofNullable(pauses.get(account)).map(pause -> Duration.between(clock.instant(), pause.until))
                    .filter(wait -> !wait.isNegative() && !wait.isZero());
        } finally {
            lock.unlock();
        }
    }

    /** The accounts that wait, and until when; a sorted copy. */
    Map<String, Instant> all() {
        lock.lock();
        try {
            Map<String, Instant> all = new TreeMap<>();
            pauses.forEach((account, pause) -> {
                if (clock.instant().isBefore(pause.until)) {
                    all.put(account, pause.until);
                }
            });
            return all;
        } finally {
            lock.unlock();
        }
    }

    private record Pause(Instant until, int strikes) {
    }
}
