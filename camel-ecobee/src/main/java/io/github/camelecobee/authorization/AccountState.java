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
package io.github.camelecobee.authorization;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;

/** The state of one account, its changes, and who is told about them. */
final class AccountState {
    private final String account;
    private final AuthorizationMethod method;
    private final Clock clock;
    private final AuthorizationListener listener;
    private final EventQueue queue = new EventQueue();
    private final ReentrantLock lock = new ReentrantLock();
    /** Guarded by the lock. */
    private final List<Waiter> waiters = new ArrayList<>();
    private volatile Snapshot now;

    AccountState(String account, AuthorizationMethod method, Clock clock, AuthorizationListener listener) {
        this.account = account;
        this.method = method;
        this.clock = clock;
        this.listener = listener;
        this.now = Snapshot.initial(clock.instant());
    }

    Snapshot get() {
        return now;
    }

    AuthorizationStatus status() {
        return Statuses.of(account, method, now);
    }

    /** Changes the state, and queues what is to be told about it. Nobody is told before {@link #announce()}. */
    Snapshot change(Consumer<Snapshot.Draft> change, Type... events) {
        lock.lock();
        try {
            Snapshot next = now.with(change);
            now = next;
            Instant at = clock.instant();
            for (Type type : events) {
                AuthorizationEvent event = new AuthorizationEvent(type, Statuses.of(account, method, next), at);
                queue.add(() -> listener.onEvent(event));
            }
            if (next.isUsable()) {
                waiters.forEach(waiter -> queue.add(waiter.task()));
                waiters.clear();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** To be called without a lock of ours or of the store. */
    void announce() {
        queue.drain();
    }

    Registration whenUsable(Runnable task) {
        Waiter waiter = new Waiter(task);
        lock.lock();
        try {
            if (now.isUsable()) {
                queue.add(task);
            } else {
                waiters.add(waiter);
            }
        } finally {
            lock.unlock();
        }
        queue.drain();
        return () -> remove(waiter);
    }

    // Two waiters for the same task are two waiters.
    @SuppressWarnings("ReferenceEquality")
    private void remove(Waiter waiter) {
        lock.lock();
        try {
            waiters.removeIf(other -> other == waiter);
        } finally {
            lock.unlock();
        }
    }

    private record Waiter(Runnable task) {
    }
}
