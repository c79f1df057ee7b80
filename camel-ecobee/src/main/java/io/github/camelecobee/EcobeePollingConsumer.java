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

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.poll.Delivery;
import io.github.camelecobee.poll.Poller;
import org.apache.camel.Exchange;
import org.apache.camel.support.PollingConsumerSupport;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Polls on demand, for {@code pollEnrich}, {@code poll} and the consumer template: asks ecobee when it is asked, and
 * hands out one delivery at a time, for example a changed thermostat. Its cursor is its own and moves when the exchange
 * that took the delivery succeeded.
 */
class EcobeePollingConsumer extends PollingConsumerSupport {
    private static final String NAME = "poll";

    private final Deliveries deliveries;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Delivery> found = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Poller poller;
    private boolean asked;

    EcobeePollingConsumer(EcobeeEndpoint endpoint) {
        super(endpoint);
        this.deliveries = new Deliveries(endpoint.account());
    }

    @Override
    public EcobeeEndpoint getEndpoint() {
        return (EcobeeEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        stopped = new CountDownLatch(1);
        poller = Pollers.open(getEndpoint(), NAME);
        getEndpoint().authorization().start();
    }

    @Override
    protected void doStop() throws Exception {
        stopped.countDown();
        if (poller != null) {
            poller.close();
        }
        // Without the lock: whoever holds it may be waiting for ecobee.
        giveBack();
        super.doStop();
    }

    private void giveBack() {
        for (Delivery delivery = found.poll(); delivery != null; delivery = found.poll()) {
            delivery.release();
        }
    }

    @Override
    public @Nullable Exchange receive() {
        return receive(Long.MAX_VALUE);
    }

    @Override
    public @Nullable Exchange receiveNoWait() {
        return receive(0);
    }

    @Override
    public @Nullable Exchange receive(long timeout) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(timeout, Long.MAX_VALUE / 2_000_000));
        long delay = TimeUnit.NANOSECONDS.convert(getEndpoint().getDelay(), getEndpoint().getTimeUnit());
        while (true) {
            Exchange exchange = next();
            long left = deadline - System.nanoTime();
            if (exchange != null || left <= 0) {
                return exchange;
            }
            if (stopsWithin(Math.min(left, delay))) {
                return null;
            }
        }
    }

    /** ecobee is asked by one thread at a time; nobody holds the lock while waiting for the next poll. */
    private @Nullable Exchange next() {
        CountDownLatch stop = stopped;
        turn.lock();
        try {
            Poller current = ObjectHelper.notNull(poller, "poller");
            int limit = getEndpoint().getConfiguration().getMaxMessagesPerPoll();
            releaseOverdue();
            if (found.isEmpty() && asked) {
                found.addAll(current.more(limit));
            }
            if (found.isEmpty()) {
                asked = true;
                found.addAll(current.poll(limit));
            }
            if (stop.getCount() == 0) {
                giveBack();
                return null;
            }
            Delivery delivery = found.poll();
            if (delivery == null) {
                return null;
            }
            Exchange exchange = getEndpoint().createExchange();
            deliveries.fill(exchange, delivery);
            return exchange;
        } finally {
            turn.unlock();
        }
    }

    private void releaseOverdue() {
        for (Delivery delivery = found.peek(); delivery != null && !delivery.isDue(); delivery = found.peek()) {
            found.remove();
            delivery.release();
        }
    }

    private boolean stopsWithin(long nanos) {
        try {
            return stopped.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
