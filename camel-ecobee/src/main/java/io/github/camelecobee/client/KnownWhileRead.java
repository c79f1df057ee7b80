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

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What is known as long as somebody reads. When the last reader has left it is forgotten: when memory is needed, or by
 * the time that ecobee may be asked again. A route that is restarted at once finds it and asks for nothing.
 */
final class KnownWhileRead {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Supplier<KnownThermostats> empty;
    private KnownThermostats known;
    private @Nullable SoftReference<KnownThermostats> left;
    private Instant leftAt = Instant.EPOCH;

    KnownWhileRead(Clock clock, Supplier<KnownThermostats> empty) {
        this.clock = clock;
        this.empty = empty;
        this.known = empty.get();
    }

    KnownThermostats get() {
        return locked(() -> known);
    }

    void readersCame() {
        locked(() -> {
            KnownThermostats kept = left == null ? null : left.get();
            if (kept != null && clock.instant().isBefore(leftAt.plus(RequestKind.SUMMARY.shortestInterval()))) {
                known = kept;
            }
            left = null;
            return known;
        });
    }

    void readersLeft() {
        locked(() -> {
            if (left == null) {
                left = new SoftReference<>(known);
                leftAt = clock.instant();
                known = empty.get();
            }
            return known;
        });
    }

    private KnownThermostats locked(Supplier<KnownThermostats> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
