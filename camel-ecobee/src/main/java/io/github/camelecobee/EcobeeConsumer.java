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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelecobee.AccountPoll.Item;
import io.github.camelecobee.authorization.Registration;
import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.poll.Delivery;
import io.github.camelecobee.poll.Poller;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one exchange of each delivery, for example of a thermostat that changed. The cursor moves when the exchange
 * succeeded; one that failed is delivered again at the next poll, without holding up the others.
 * <p>
 * Polling begins when the account is authorized: until then there is nothing to ask for, and nobody waits. Several
 * accounts are asked one after the other by the same thread. One that fails holds up no other: the poll has failed when
 * all have.
 */
public class EcobeeConsumer extends ScheduledBatchPollingConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeConsumer.class);

    private final ReentrantLock polling = new ReentrantLock();
    private AccountPolls accounts;
    private volatile boolean asking;
    /** Whom to tell about single accounts; nobody where it is only for the log, which has it already. */
    private @Nullable ExceptionHandler listener;
    private @Nullable PollAfterWrite afterWrite;
    private @Nullable Registration waiting;

    EcobeeConsumer(EcobeeEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.accounts = new AccountPolls(endpoint, "");
    }

    @Override
    public EcobeeEndpoint getEndpoint() {
        return (EcobeeEndpoint) super.getEndpoint();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        AccountPolls opened = new AccountPolls(getEndpoint(), getRouteId());
        accounts = opened;
        ExceptionHandler handler = getExceptionHandler();
        // Only Camel's own is kept quiet: who bridges to the route or brings a handler wants to hear everything.
        boolean camels = handler instanceof LoggingExceptionHandler;
        if (camels || accounts.isSeveral() && listener == null) {
            listener = camels ? null : handler;
            setExceptionHandler(new QuietExceptionHandler(handler, opened::isTold));
        }
        if (getHealthCheck() != null && !(getHealthCheck() instanceof PatientHealthCheck)) {
            setHealthCheck(new PatientHealthCheck(getHealthCheck(), opened));
        }
    }

    @Override
    protected void doStart() throws Exception {
        PollAfterWrite after = getEndpoint().getConfiguration().getPollAfterWrite() > 0
                ? new PollAfterWrite(
                        getEndpoint(), ObjectHelper.notNull(getRouteId(), "routeId"), this::pollBesideSchedule)
                : null;
        afterWrite = after;
        accounts.open(account -> {
            if (after != null) {
                after.watch(account);
            }
        }, true);
        super.doStart();
    }

    @Override
    public void startScheduler() {
        AtomicBoolean begun = new AtomicBoolean();
        waiting = accounts.whenFirstIsAuthorized(() -> {
            // The turn may come while the consumer stops, too late to be taken back.
            if (!isStoppingOrStopped() && begun.compareAndSet(false, true)) {
                super.startScheduler();
            }
        });
    }

    @Override
    protected void doStop() throws Exception {
        if (waiting != null) {
            waiting.cancel();
        }
        if (afterWrite != null) {
            afterWrite.close();
            afterWrite = null;
        }
        accounts.close();
        super.doStop();
    }

    /** Whoever stops waits for exchanges, not for ecobee's answer: there is nothing in it that would not come again. */
    @Override
    public int getPendingExchangesSize() {
        return asking ? 0 : super.getPendingExchangesSize();
    }

    /** An error, too, has been logged by then; if it left here, the scheduler would never come again. */
    @Override
    public void run() {
        try {
            super.run();
        } catch (Error e) {
            if (!isStoppingOrStopped() && !accounts.isTold(e)) {
                accounts.own().failed(e);
            }
        }
    }

    @Override
    protected int poll() throws Exception {
        // A poll beside the schedule and one of it come one after the other.
        polling.lockInterruptibly();
        try {
            shutdownRunningTask = null;
            pendingExchanges = 0;
            return pollInTurn();
        } finally {
            polling.unlock();
        }
    }

    private int pollInTurn() throws Exception {
        int limit = getMaxMessagesPerPoll();
        int total = 0;
        int asked = 0;
        int failed = 0;
        Exception last = null;
        for (AccountPoll account : accounts.inTurn()) {
            if (asked > 0 && (!mayGoOn() || limit > 0 && total >= limit)) {
                break;
            }
            if (accounts.isSeveral() && !account.isReady()) {
                continue;
            }
            asked++;
            accounts.asked(account);
            try {
                total += poll(account, limit <= 0 ? 0 : limit - total);
            } catch (Exception e) {
                failed++;
                last = e;
                tell(account, e, "");
            }
        }
        accounts.tellUnmatched();
        if (last != null && failed == asked) {
            throw last;
        }
        return total;
    }

    /** Whether another account may be asked: not when the route stops or is suspended meanwhile. */
    private boolean mayGoOn() {
        return isBatchAllowed() && shutdownRunningTask == null && !isSuspendingOrSuspended();
    }

    private int poll(AccountPoll account, int limit) throws Exception {
        try {
            int total = processParts(account, limit);
            activity().polled(getEndpoint().getOperation(), null);
            return total;
        } catch (Exception e) {
            if (e instanceof EcobeeException known) {
                if (account.state().isTold(known)) {
                    return 0;
                }
                describe(known);
            }
            failed(account, e);
            throw e;
        } catch (Error e) {
            failed(account, e);
            throw e;
        }
    }

    private void failed(AccountPoll account, Throwable problem) {
        if (!isStoppingOrStopped()) {
            account.state().failed(problem);
            activity().polled(getEndpoint().getOperation(), problem);
        }
    }

    private Activity activity() {
        return getEndpoint().getComponent().backend().activity();
    }

    /** Of one of several accounts the scheduler may not learn, and it would not say of which. */
    private void tell(AccountPoll account, Exception problem, String when) {
        ExceptionHandler handler = listener;
        if (handler == null || !isRunAllowed()) {
            return;
        }
        Exchange exchange = getEndpoint().createExchange();
        exchange.getIn().setHeader(EcobeeConstants.ACCOUNT, account.name());
        try {
            handler.handleException("Failed polling account '" + account.name() + "' of endpoint: " + getEndpoint() + when
                                    + ". Will try again at next poll",
                    exchange, problem);
        } catch (RuntimeException e) {
            LOG.warn("The exception handler failed with a poll of account '{}'; polls go on", account.name(), e);
        }
    }

    private void pollBesideSchedule(AccountPoll account) {
        try {
            if (isRunAllowed() && !isSuspended()) {
                polling.lockInterruptibly();
                try {
                    shutdownRunningTask = null;
                    pendingExchanges = 0;
                    poll(account, getMaxMessagesPerPoll());
                } finally {
                    polling.unlock();
                }
            }
        } catch (Exception e) {
            if (listener == null) {
                getExceptionHandler().handleException("Failed polling endpoint: " + getEndpoint() + " after a change", e);
            } else {
                tell(account, e, " after a change");
            }
        }
    }

    private int processParts(AccountPoll account, int limit) {
        Poller poller = account.poller();
        int total = 0;
        List<? extends Delivery> part = ask(() -> poller.poll(limit));
        while (!part.isEmpty()) {
            total += processBatch(part.stream().map(account::item).collect(Collectors.toCollection(ArrayDeque::new)));
            // What a route is done with is not to be held while the next part is read.
            part = List.of();
            int left = limit - total;
            part = isBatchAllowed() && (limit <= 0 || left > 0) ? ask(() -> poller.more(Math.max(0, left))) : List.of();
        }
        account.state().succeeded();
        return total;
    }

    private List<? extends Delivery> ask(Supplier<List<? extends Delivery>> question) {
        asking = true;
        try {
            return question.get();
        } finally {
            asking = false;
        }
    }

    @Override
    public int processBatch(Queue<Object> batch) {
        int total = batch.size();
        for (int index = 0; index < total && isBatchAllowed(); index++) {
            Item item = (Item) batch.remove();
            if (!item.delivery().isDue()) {
                item.delivery().release();
                continue;
            }
            Exchange exchange = createExchange(true);
            item.fill(exchange);
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
            pendingExchanges = total - index - 1;
            getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
        }
        // Stopped in the middle: the rest comes again after the restart.
        batch.forEach(item -> ((Item) item).delivery().release());
        return total - batch.size();
    }

    private void describe(EcobeeException e) {
        addLastErrorDetail("ecobee.account", e.account());
        if (e.httpStatus() > 0) {
            addLastErrorDetail(HealthCheck.HTTP_RESPONSE_CODE, e.httpStatus());
        }
        if (e instanceof EcobeeRefusedException refused && refused.code() >= 0) {
            addLastErrorDetail("ecobee.code", refused.code());
            addLastErrorDetail("ecobee.text", refused.text());
        }
    }
}
