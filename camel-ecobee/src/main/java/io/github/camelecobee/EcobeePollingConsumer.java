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

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelecobee.AccountPoll.Item;
import io.github.camelecobee.poll.Delivery;
import org.apache.camel.Exchange;
import org.apache.camel.support.PollingConsumerSupport;
import org.jspecify.annotations.Nullable;

/**
 * Polls on demand, for {@code pollEnrich}, {@code poll} and the consumer template: asks ecobee when it is asked, and
 * hands out one delivery at a time, for example a changed thermostat. Its cursor is its own and moves when the exchange
 * that took the delivery succeeded.
 */
class EcobeePollingConsumer extends PollingConsumerSupport {
    private static final String NAME = "poll";

    private final AccountPolls accounts;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Item> found = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    /** Whose poll may have more parts. Guarded by the turn. */
    private @Nullable AccountPoll current;

    EcobeePollingConsumer(EcobeeEndpoint endpoint) {
        super(endpoint);
        this.accounts = new AccountPolls(endpoint, NAME);
    }

    @Override
    public EcobeeEndpoint getEndpoint() {
        return (EcobeeEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        stopped = new CountDownLatch(1);
        accounts.open(account -> {
        }, false);
    }

    @Override
    protected void doStop() throws Exception {
        stopped.countDown();
        accounts.close();
        // Without the lock: whoever holds it may be waiting for ecobee.
        giveBack();
        super.doStop();
    }

    private void giveBack() {
        for (Item item = found.poll(); item != null; item = found.poll()) {
            item.delivery().release();
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
            releaseOverdue();
            if (found.isEmpty()) {
                ask();
            }
            if (stop.getCount() == 0) {
                giveBack();
                return null;
            }
            Item item = found.poll();
            if (item == null) {
                return null;
            }
            Exchange exchange = getEndpoint().createExchange();
            item.fill(exchange);
            return exchange;
        } finally {
            turn.unlock();
        }
    }

    /** Goes on with the poll under way, else asks one account after the other until one has something. */
    private void ask() {
        int limit = getEndpoint().getConfiguration().getMaxMessagesPerPoll();
        AccountPoll before = current;
        if (before != null && take(before, () -> before.poller().more(limit)) == null && !found.isEmpty()) {
            return;
        }
        RuntimeException problem = null;
        int failed = 0;
        List<AccountPoll> due = accounts.inTurn();
        for (AccountPoll account : due) {
            accounts.asked(account);
            current = account;
            problem = take(account, () -> poll(account, limit));
            accounts.tellUnmatched();
            if (!found.isEmpty()) {
                return;
            }
            failed += problem == null ? 0 : 1;
        }
        if (problem != null && failed == due.size()) {
            throw problem;
        }
    }

    private List<? extends Delivery> poll(AccountPoll account, int limit) {
        Activity activity = getEndpoint().getComponent().backend().activity();
        try {
            List<? extends Delivery> part = account.poller().poll(limit);
            activity.polled(getEndpoint().getOperation(), null);
            return part;
        } catch (RuntimeException e) {
            activity.polled(getEndpoint().getOperation(), e);
            throw e;
        }
    }

    /** Of several accounts one that fails is logged, and holds up no other. */
    private @Nullable RuntimeException take(AccountPoll account, Supplier<List<? extends Delivery>> question) {
        try {
            question.get().forEach(delivery -> found.add(account.item(delivery)));
            account.state().succeeded();
            return null;
        } catch (RuntimeException e) {
            if (!accounts.isSeveral()) {
                throw e;
            }
            account.state().failed(e);
            return e;
        }
    }

    private void releaseOverdue() {
        for (Item item = found.peek(); item != null && !item.delivery().isDue(); item = found.peek()) {
            found.remove();
            item.delivery().release();
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
