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
package io.github.camelecobee;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.console.ParkedDelivery;

/** What the routes of a component failed with too often: how much it was, and the newest of it. In memory only. */
final class Parking {
    private static final int MOST_SHOWN = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<ParkedDelivery> newest = new ArrayDeque<>();
    private long total;

    void add(ParkedDelivery delivery) {
        lock.lock();
        try {
            total++;
            newest.addFirst(delivery);
            if (newest.size() > MOST_SHOWN) {
                newest.removeLast();
            }
        } finally {
            lock.unlock();
        }
    }

    long total() {
        lock.lock();
        try {
            return total;
        } finally {
            lock.unlock();
        }
    }

    /** The newest first. */
    List<ParkedDelivery> newest() {
        lock.lock();
        try {
            return List.copyOf(newest);
        } finally {
            lock.unlock();
        }
    }
}
