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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes that came too early, in the order in which they came. They hold no thread until their time has come; what
 * concerns the same thermostat waits behind them.
 */
final class WaitingChanges {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeProducer.class);
    /** The clock may be moved by hand, or be set, while one waits. */
    private static final Duration TICK = Duration.ofMillis(250);

    private final EcobeeComponent component;
    private final ReentrantLock lock = new ReentrantLock();
    /** Those that wait, and those that waited and are being made. */
    private final List<PendingChange> line = new ArrayList<>();
    private @Nullable ScheduledExecutorService threads;
    private boolean checkPlanned;

    WaitingChanges(EcobeeComponent component) {
        this.component = component;
    }

    /**
     * Lets a change pass, or keeps it until its time has come.
     *
     * @param  change the change
     * @return        whether it is to be made now; otherwise its exchange is ended from here
     */
    boolean letPass(PendingChange change) {
        lock.lock();
        try {
            PendingChange before = lastBefore(change);
            if (before == null) {
                Duration wait = begin(change);
                if (wait.isZero()) {
                    return true;
                }
                plan(wait);
                line.add(change);
                return false;
            }
            plan(TICK);
            PendingChange needless = before.isNeedlessBefore(change) ? before : null;
            if (needless == null) {
                line.add(change);
            } else {
                // Not by this thread: what follows in its route is not the affair of who came later.
                threads().execute(needless::supersede);
                line.set(line.indexOf(needless), change);
            }
        } finally {
            lock.unlock();
        }
        return false;
    }

    /** A producer stops: its changes that still wait are not made. */
    void giveUp(EcobeeProducer producer) {
        giveUp(change -> change.isOf(producer));
    }

    /** The component stops. */
    void close() {
        giveUp(change -> true);
        ScheduledExecutorService last;
        lock.lock();
        try {
            last = threads;
            threads = null;
            checkPlanned = false;
        } finally {
            lock.unlock();
        }
        if (last != null) {
            component.getCamelContext().getExecutorServiceManager().shutdown(last);
        }
    }

    /** How many wait, or are being made after they waited. */
    int size() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for their time. */
    int waiting() {
        lock.lock();
        try {
            return (int) line.stream().filter(change -> !change.isBegun()).count();
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(Predicate<PendingChange> which) {
        List<PendingChange> given;
        lock.lock();
        try {
            given = line.stream().filter(change -> !change.isBegun()).filter(which).toList();
            line.removeAll(given);
        } finally {
            lock.unlock();
        }
        given.forEach(change -> change.giveUp("the route or the component stopped while it waited for its time"));
    }

    private Duration begin(PendingChange change) {
        return component.effectiveGovernor().beginChange(change.account(), change.thermostats(), change.interval());
    }

    /** The last of those in the line that concern the same thermostat. */
    private @Nullable PendingChange lastBefore(PendingChange change) {
        PendingChange last = null;
        for (PendingChange other : line) {
            if (other == change) {
                return last;
            }
            last = other.concerns(change) ? other : last;
        }
        return last;
    }

    /** Under the lock. */
    private void plan(Duration wait) {
        if (!checkPlanned) {
            checkPlanned = true;
            Duration delay = wait.compareTo(TICK) < 0 ? wait : TICK;
            var unused = threads().schedule(this::check, delay.toNanos() / 1_000_000 + 1, TimeUnit.MILLISECONDS);
        }
    }

    private ScheduledExecutorService threads() {
        if (threads == null) {
            CamelContext context = component.getCamelContext();
            threads = context.getExecutorServiceManager().newDefaultScheduledThreadPool(component, "EcobeeWaitingChanges");
        }
        return threads;
    }

    /** Makes those whose time has come. */
    private void check() {
        lock.lock();
        try {
            checkPlanned = false;
            Duration shortest = TICK;
            for (PendingChange change : line) {
                if (!change.isBegun() && lastBefore(change) == null) {
                    Duration wait;
                    try {
                        wait = begin(change);
                    } catch (RuntimeException | Error e) {
                        // It ends; the others must not wait for ever because of it.
                        threads().execute(() -> end(change, () -> change.fail(e)));
                        change.begin();
                        continue;
                    }
                    if (wait.isZero()) {
                        threads().execute(() -> end(change, change::make));
                        change.begin();
                    } else if (wait.compareTo(shortest) < 0) {
                        shortest = wait;
                    }
                }
            }
            if (line.stream().anyMatch(change -> !change.isBegun())) {
                plan(shortest);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("Changes wait no longer: the component stops");
        } finally {
            lock.unlock();
        }
    }

    private void end(PendingChange change, Runnable last) {
        try {
            last.run();
        } finally {
            try {
                done(change);
            } finally {
                change.goOn();
            }
        }
    }

    private void done(PendingChange change) {
        lock.lock();
        try {
            line.remove(change);
        } finally {
            lock.unlock();
        }
    }
}
