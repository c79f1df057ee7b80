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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the same be asked for once in a while. Who came too early is before who was served last, so that none of several
 * that poll at the same pace is always the one that comes too early.
 */
final class Turns {
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Turn> turns = new HashMap<>();

    Turns(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes a turn.
     *
     * @param  what  what is asked for
     * @param  pause the shortest time to the next turn
     * @param  who   asks
     * @return       whether it is its turn
     */
    boolean take(Object what, Duration pause, Object who) {
        Instant now = clock.instant();
        lock.lock();
        try {
            // Who has not come back by then does not hold up the others.
            // Nor does a turn from the time before the clock was set back.
            turns.values()
                    .removeIf(turn -> !now.isBefore(turn.free.plus(turn.pause)) || now.isBefore(turn.free.minus(turn.pause)));
            Turn last = turns.get(what);
            if (last != null && !last.isOf(who, now)) {
                last.waiting.add(who);
                return false;
            }
            Set<Object> waiting = last == null ? new LinkedHashSet<>() : last.waiting;
            waiting.remove(who);
            if (!pause.isZero()) {
                turns.put(what, new Turn(now.plus(pause), pause, waiting));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private record Turn(Instant free, Duration pause, Set<Object> waiting) {
        boolean isOf(Object who, Instant now) {
            return !now.isBefore(free) && (waiting.isEmpty() || waiting.iterator().next().equals(who));
        }
    }
}
