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

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets the changes of one account that concern the same thermostat happen in the order in which they came, and those of
 * different thermostats side by side. What does not name its thermostats concerns all of them.
 */
final class WriteOrder {
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    /** Those that are under way and those that wait, in the order in which they came. */
    private final List<Change> queue = new ArrayList<>();

    /**
     * Creates an empty one.
     *
     * @param patience the longest time that a change waits for those before it
     */
    WriteOrder(Duration patience) {
        this.patience = patience;
    }

    /**
     * Makes a change when those before it are done. What the thread changes within a change of the same thermostats is
     * part of that.
     *
     * @param  selection            the thermostats that it concerns
     * @param  work                 the change
     * @param  <T>                  what comes of it
     * @return                      what comes of it
     * @throws TimeoutException     if those before it took too long; nothing was done
     * @throws InterruptedException if the thread is to end; nothing was done
     */
    <T> T run(ThermostatSelection selection, Supplier<T> work) throws InterruptedException, TimeoutException {
        if (isWithin(selection)) {
            return work.get();
        }
        Change change = enter(selection);
        try {
            return work.get();
        } finally {
            leave(change);
        }
    }

    /** How many are under way or wait. */
    int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean isWithin(ThermostatSelection selection) {
        lock.lock();
        try {
            return queue.stream().anyMatch(change -> change.thread == Thread.currentThread() && change.covers(selection));
        } finally {
            lock.unlock();
        }
    }

    private Change enter(ThermostatSelection selection) throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            Change me = new Change(selection, lock.newCondition());
            queue.add(me);
            boolean entered = false;
            try {
                long left = patience.toNanos();
                while (isHeldUp(me)) {
                    if (left <= 0) {
                        throw new TimeoutException();
                    }
                    left = me.free.awaitNanos(left);
                }
                entered = true;
            } finally {
                if (!entered) {
                    leave(me);
                }
            }
            return me;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Change me) {
        lock.lock();
        try {
            queue.remove(me);
            queue.stream().filter(me::concerns).forEach(other -> other.free.signal());
        } finally {
            lock.unlock();
        }
    }

    private boolean isHeldUp(Change me) {
        for (Change other : queue) {
            if (other == me) {
                return false;
            }
            if (other.concerns(me)) {
                return true;
            }
        }
        return false;
    }

    /** Told apart by identity. */
    private static final class Change {
        private final Thread thread = Thread.currentThread();
        private final boolean ofAll;
        private final Set<String> thermostats;
        private final Condition free;

        Change(ThermostatSelection selection, Condition free) {
            this.ofAll = selection.type() != ThermostatSelection.Type.THERMOSTATS;
            this.thermostats = Set.copyOf(selection.match());
            this.free = free;
        }

        boolean concerns(Change other) {
            return ofAll || other.ofAll || !Collections.disjoint(thermostats, other.thermostats);
        }

        boolean covers(ThermostatSelection selection) {
            return ofAll
                    || selection.type() == ThermostatSelection.Type.THERMOSTATS && thermostats.containsAll(selection.match());
        }
    }
}
