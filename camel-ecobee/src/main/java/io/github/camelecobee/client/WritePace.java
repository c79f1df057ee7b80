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
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/** When the thermostats of one account were last changed, so that there is some time between two changes of one. */
final class WritePace {
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Instant> changed = new HashMap<>();
    /** When they were changed before that: it counts again when a change was not sent. */
    private final Map<String, Instant> before = new HashMap<>();
    /** The longest that anybody wants: what is older need not be remembered. */
    private Duration longest = Duration.ZERO;

    WritePace(Clock clock) {
        this.clock = clock;
    }

    /**
     * Begins a change, unless it comes too early.
     *
     * @param  thermostats identifiers of the thermostats to change
     * @param  interval    the shortest time since the last change of one of them
     * @return             how long to wait; zero when the change is begun
     */
    Duration begin(List<String> thermostats, Duration interval) {
        lock.lock();
        try {
            longest = interval.compareTo(longest) > 0 ? interval : longest;
            if (longest.isZero()) {
                return Duration.ZERO;
            }
            Instant now = clock.instant();
            // Nor does a change from the time before the clock was set back count.
            changed.values().removeIf(last -> !now.isBefore(last.plus(longest)) || now.isBefore(last));
            before.keySet().retainAll(changed.keySet());
            Duration wait = thermostats.stream().filter(changed::containsKey)
                    .map(thermostat -> Duration.between(now, changed.getOrDefault(thermostat, now).plus(interval)))
                    .reduce(Duration.ZERO, (one, two) -> one.compareTo(two) > 0 ? one : two);
            if (wait.isZero()) {
                thermostats.forEach(thermostat -> move(thermostat, changed.put(thermostat, now), before));
            }
            return wait;
        } finally {
            lock.unlock();
        }
    }

    /** A change that was begun was not sent after all. */
    void takeBack(List<String> thermostats) {
        lock.lock();
        try {
            thermostats.forEach(thermostat -> move(thermostat, before.remove(thermostat), changed));
        } finally {
            lock.unlock();
        }
    }

    private static void move(String thermostat, @Nullable Instant time, Map<String, Instant> to) {
        if (time == null) {
            to.remove(thermostat);
        } else {
            to.put(thermostat, time);
        }
    }
}
