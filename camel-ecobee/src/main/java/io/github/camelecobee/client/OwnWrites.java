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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * The changes that this process made to thermostats of one account, so that a reading from before a change does not
 * come after it, as if somebody had taken it back: one that was asked for before the change was done, and for two
 * minutes one that still has the revision from before it.
 */
final class OwnWrites {
    private static final Duration ECHO = Duration.ofMinutes(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Map<String, String> revisions = new HashMap<>();
    private final Map<String, Write> writes = new HashMap<>();
    private final Set<String> fresh = new LinkedHashSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long count;
    private long wide;

    OwnWrites(Clock clock) {
        this.clock = clock;
    }

    /** A summary tells the revisions that a later change will move on from. */
    void seen(ThermostatSummary summary) {
        locked(() -> {
            summary.revisions().forEach((identifier, line) -> revisions.put(identifier, line.thermostat()));
            return true;
        });
    }

    /** A change of thermostats was applied. Of all registered ones is only known that they changed. */
    void done(ThermostatSelection selection) {
        locked(() -> {
            count++;
            Instant until = clock.instant().plus(ECHO);
            writes.values().removeIf(write -> !clock.instant().isBefore(write.until));
            selection.match().forEach(
                    identifier -> writes.put(identifier, new Write(count, revisions.get(identifier), until)));
            if (selection.type() != ThermostatSelection.Type.THERMOSTATS) {
                wide = count;
            } else if (!listeners.isEmpty()) {
                fresh.addAll(selection.match());
            }
            return true;
        });
        listeners.forEach(Runnable::run);
    }

    /** To be asked for before a thermostat is read. */
    long mark() {
        return locked(() -> count);
    }

    /** Whether a thermostat that was asked for after the mark is older than a change. */
    boolean overtook(Thermostat thermostat, long mark) {
        return locked(() -> {
            Write write = writes.get(thermostat.getIdentifier());
            if (write == null || !clock.instant().isBefore(write.until)) {
                return false;
            }
            return write.number > mark || write.before != null && write.before.equals(thermostat.getThermostatRev());
        });
    }

    /** Whether a change may concern what was read of a thermostat after the mark. */
    boolean changedSince(String identifier, long mark) {
        return locked(() -> {
            Write write = writes.get(identifier);
            return wide > mark || write != null && write.number > mark;
        });
    }

    /** The thermostats changed since the last call, as far as somebody listens. */
    List<String> take() {
        return locked(() -> {
            List<String> taken = List.copyOf(fresh);
            fresh.clear();
            return taken;
        });
    }

    /** Calls somebody back after each change. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private record Write(long number, @Nullable String before, Instant until) {
    }
}
