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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelecobee.authorization.Registration;
import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.poll.Delivery;
import io.github.camelecobee.poll.Poller;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Makes one exchange of each delivery, for example of a thermostat that changed. The cursor moves when the exchange
 * succeeded; one that failed is delivered again at the next poll, without holding up the others.
 * <p>
 * Polling begins when the account is authorized: until then there is nothing to ask for, and nobody waits.
 */
public class EcobeeConsumer extends ScheduledBatchPollingConsumer {
    private final Deliveries deliveries;
    private @Nullable Poller poller;
    private volatile boolean asking;
    private final ReentrantLock polling = new ReentrantLock();
    private PollState state;
    private @Nullable PollAfterWrite afterWrite;
    private @Nullable Registration waiting;

    EcobeeConsumer(EcobeeEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.deliveries = new Deliveries(endpoint.account());
        this.state = state(endpoint, "");
    }

    @Override
    public EcobeeEndpoint getEndpoint() {
        return (EcobeeEndpoint) super.getEndpoint();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        state = state(getEndpoint(), getRouteId());
        // Only Camel's own: who bridges to the route or brings a handler wants to hear everything.
        if (getExceptionHandler() instanceof LoggingExceptionHandler camels) {
            setExceptionHandler(new QuietExceptionHandler(camels, state));
        }
        if (getHealthCheck() != null && !(getHealthCheck() instanceof PatientHealthCheck)) {
            setHealthCheck(new PatientHealthCheck(getHealthCheck(), state));
        }
    }

    private static PollState state(EcobeeEndpoint endpoint, String consumer) {
        return new PollState(
                consumer, endpoint.account(), endpoint.getConfiguration().getFailedPollsUntilDown(),
                endpoint.getComponent().effectiveClock());
    }

    @Override
    protected void doStart() throws Exception {
        Poller opened = Pollers.open(getEndpoint(), getRouteId());
        poller = opened;
        state.reads(getEndpoint().getOperation(), opened);
        getEndpoint().getComponent().watch(state);
        if (getEndpoint().getConfiguration().getPollAfterWrite() > 0) {
            afterWrite = new PollAfterWrite(
                    getEndpoint(), ObjectHelper.notNull(getRouteId(), "routeId"), opened, this::pollBesideSchedule);
        }
        getEndpoint().authorization().start();
        super.doStart();
    }

    @Override
    public void startScheduler() {
        waiting = getEndpoint().authorization().whenAuthorized(() -> {
            // The turn may come while the consumer stops, too late to be taken back.
            if (!isStoppingOrStopped()) {
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
        getEndpoint().getComponent().unwatch(state);
        if (poller != null) {
            poller.close();
        }
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
            if (!isStoppingOrStopped()) {
                state.failed(e);
            }
        }
    }

    @Override
    protected int poll() throws Exception {
        // A poll beside the schedule and one of it come one after the other.
        polling.lockInterruptibly();
        try {
            return processParts();
        } catch (Exception e) {
            if (e instanceof EcobeeException known) {
                if (state.isTold(known)) {
                    return 0;
                }
                describe(known);
            }
            if (!isStoppingOrStopped()) {
                state.failed(e);
            }
            throw e;
        } finally {
            polling.unlock();
        }
    }

    private void pollBesideSchedule() {
        try {
            if (isRunAllowed() && !isSuspended()) {
                poll();
            }
        } catch (Exception e) {
            getExceptionHandler().handleException("Failed polling endpoint: " + getEndpoint() + " after a change", e);
        }
    }

    private int processParts() {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        Poller current = ObjectHelper.notNull(poller, "poller");
        int limit = getMaxMessagesPerPoll();
        int total = 0;
        List<? extends Delivery> part = ask(() -> current.poll(limit));
        while (!part.isEmpty()) {
            total += processBatch(new ArrayDeque<>(part));
            // What a route is done with is not to be held while the next part is read.
            part = List.of();
            int left = limit - total;
            part = isBatchAllowed() && (limit <= 0 || left > 0) ? ask(() -> current.more(Math.max(0, left))) : List.of();
        }
        state.succeeded();
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
            Delivery delivery = (Delivery) batch.remove();
            if (!delivery.isDue()) {
                delivery.release();
                continue;
            }
            Exchange exchange = createExchange(true);
            deliveries.fill(exchange, delivery);
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, total);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == total - 1);
            pendingExchanges = total - index - 1;
            getAsyncProcessor().process(exchange, defaultConsumerCallback(exchange, true));
        }
        // Stopped in the middle: the rest comes again after the restart.
        batch.forEach(delivery -> ((Delivery) delivery).release());
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
