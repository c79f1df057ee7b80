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
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/** Lets a few requests be open at once. Who changes something goes before who reads, then who came first. */
final class Slots {
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Waiter> queue = new ArrayList<>();
    private int open;
    private int openAlone;
    private long delayed;
    private long waitedNanos;

    Slots(int most) {
        this.most = most;
    }

    /**
     * Waits for a slot.
     *
     * @param  first                whether it goes before those that are not first
     * @param  alone                whether no other that is alone may be open
     * @param  patience             the longest time to wait
     * @throws TimeoutException     if there was none in that time
     * @throws InterruptedException if the thread is to end
     */
    void acquire(boolean first, boolean alone, Duration patience) throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            Waiter me = enqueue(first, alone);
            try {
                if (next() != me) {
                    await(me, patience);
                }
                open++;
                openAlone += alone ? 1 : 0;
            } finally {
                queue.remove(me);
                wakeNext();
            }
        } finally {
            lock.unlock();
        }
    }

    private void await(Waiter me, Duration patience) throws InterruptedException, TimeoutException {
        long started = System.nanoTime();
        try {
            long left = patience.toNanos();
            while (next() != me) {
                if (left <= 0) {
                    throw new TimeoutException();
                }
                left = me.turn.awaitNanos(left);
            }
        } finally {
            delayed++;
            waitedNanos += System.nanoTime() - started;
        }
    }

    /** Gives a slot back, acquired with the same {@code alone}. */
    void release(boolean alone) {
        lock.lock();
        try {
            open--;
            openAlone -= alone ? 1 : 0;
            wakeNext();
        } finally {
            lock.unlock();
        }
    }

    int open() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many had to wait, of those that wait no longer. */
    long delayed() {
        lock.lock();
        try {
            return delayed;
        } finally {
            lock.unlock();
        }
    }

    /** How long they waited, in sum. */
    Duration waited() {
        lock.lock();
        try {
            return Duration.ofNanos(waitedNanos);
        } finally {
            lock.unlock();
        }
    }

    private Waiter enqueue(boolean first, boolean alone) {
        Waiter me = new Waiter(first, alone, lock.newCondition());
        int place = queue.size();
        while (first && place > 0 && !queue.get(place - 1).first) {
            place--;
        }
        queue.add(place, me);
        return me;
    }

    /** No other: with many that wait, waking all of them costs more than what they send. */
    private void wakeNext() {
        Waiter next = next();
        if (next != null) {
            next.turn.signal();
        }
    }

    /** One that must be alone and cannot does not hold up those behind it. */
    private @Nullable Waiter next() {
        if (open >= most) {
            return null;
        }
        return queue.stream().filter(waiter -> !waiter.alone || openAlone == 0).findFirst().orElse(null);
    }

    /** Told apart by identity. */
    private static final class Waiter {
        private final boolean first;
        private final boolean alone;
        private final Condition turn;

        Waiter(boolean first, boolean alone, Condition turn) {
            this.first = first;
            this.alone = alone;
            this.turn = turn;
        }
    }
}
