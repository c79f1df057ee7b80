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

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs notifications in the order in which they were added, one at a time, outside every lock. Adding is allowed under
 * a lock; whoever added calls {@link #drain()} once he has let go of it.
 */
final class EventQueue {
    private static final Logger LOG = LoggerFactory.getLogger(EventQueue.class);

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    void add(Runnable notification) {
        waiting.add(notification);
    }

    /** If another thread is at it, or this one further up its stack, that one does the rest. */
    void drain() {
        if (pending.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                try {
                    next.run();
                } catch (RuntimeException | Error e) {
                    // Whatever it is, the events behind it must not wait for ever.
                    LOG.warn("A listener of authorization events failed", e);
                }
            }
            seen = pending.addAndGet(-seen);
        } while (seen != 0);
    }
}
