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

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.console.ParkedDelivery;
import io.github.camelecobee.poll.Delivery;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often a consumer delivered the same, and parks what failed too often: its cursor moves as if it had
 * succeeded. In memory, so that a restart begins anew.
 */
final class DeliveryAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeConsumer.class);
    private static final int MOST_COUNTED = 10_000;
    private static final int LONGEST_MESSAGE = 200;

    private final String consumer;
    private final int most;
    private final Parking parking;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    /** Failures so far; what was superseded by something newer falls out at the old end. Guarded by the lock. */
    private final Map<String, Integer> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_COUNTED;
        }
    };

    /** Parks after the most attempts, never if that is 0. */
    DeliveryAttempts(String consumer, int most, Parking parking, Clock clock) {
        this.consumer = consumer;
        this.most = most;
        this.parking = parking;
        this.clock = clock;
    }

    /** Which attempt this is, 1 for the first. */
    int number(String account, Delivery delivery) {
        lock.lock();
        try {
            // Nearly always: reports deliver millions of rows, and a key costs as much as the rest.
            return failures.isEmpty() ? 1 : failures.getOrDefault(key(account, delivery), 0) + 1;
        } finally {
            lock.unlock();
        }
    }

    void succeeded(String account, Delivery delivery) {
        delivery.commit();
        forget(account, delivery);
    }

    void failed(String account, Delivery delivery, @Nullable Throwable problem) {
        int attempts;
        lock.lock();
        try {
            attempts = failures.merge(key(account, delivery), 1, Integer::sum);
        } finally {
            lock.unlock();
        }
        if (most <= 0 || attempts < most) {
            delivery.release();
            return;
        }
        delivery.commit();
        forget(account, delivery);
        String error = problem == null ? "no exception" : describe(problem);
        parking.add(new ParkedDelivery(consumer, account, delivery.key(), clock.instant(), attempts, error));
        LOG.warn("Route {} failed {} times with {} of account '{}', which is parked and not delivered again: {}", consumer,
                attempts, delivery.key(), account, error);
    }

    private void forget(String account, Delivery delivery) {
        lock.lock();
        try {
            if (!failures.isEmpty()) {
                failures.remove(key(account, delivery));
            }
        } finally {
            lock.unlock();
        }
    }

    private static String key(String account, Delivery delivery) {
        return account + "/" + delivery.key();
    }

    /** Routes have secrets of their own in their exceptions, mostly in addresses. */
    private static String describe(Throwable problem) {
        String message = problem.getMessage() == null
                ? "" : ": " + URISupport.sanitizeUri(problem.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return problem.getClass().getName()
               + (message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...");
    }
}
