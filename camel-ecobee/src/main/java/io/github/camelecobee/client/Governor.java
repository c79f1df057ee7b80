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

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.github.camelecobee.authorization.Backoff;
import io.github.camelecobee.transport.HttpAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one application within ecobee's limits (get-thermostat-summary.shtml, get-thermostats.shtml,
 * get-runtime-report.shtml): two open requests, one for reports and management sets; changes before reads; no request
 * for an account that ecobee asked to be left alone; what is polled by several, or too early, is asked for once.
 * <p>
 * A component has one of its own. Components with the same API key should share one, given to each as option
 * {@code governor}. It belongs to nobody and needs no closing.
 * <p>
 * Every request goes through {@link RequestExecutor}, which takes a {@linkplain #open slot} for each, finds its
 * {@link RequestKind} and reports the answer. A new kind of request joins with a line in {@code RequestKind}; one that
 * is polled asks {@link #takeTurn} before it is sent.
 * <p>
 * Safe for use by several threads.
 */
public final class Governor {
    /** Calls in a month that ecobee's free licence is said to allow (reference: usage limits); never seen enforced. */
    public static final int MONTHLY_BUDGET = 85_000;

    private static final Logger LOG = LoggerFactory.getLogger(Governor.class);
    private static final int MOST_OPEN = 2;
    /** Whoever waits longer than this for others is told so. */
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    /** A scheduler that fires every three minutes is now and then a little early. */
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final int ERROR = 400;

    private final Clock clock;
    private final Backoff retries;
    private final Slots slots = new Slots(MOST_OPEN);
    private final Pauses pauses;
    private final RequestCounts counts;
    private final Map<String, SharedReads> reads = new ConcurrentHashMap<>();
    private final Map<String, KnownGroups> groups = new ConcurrentHashMap<>();
    private final Map<String, WriteOrder> orders = new ConcurrentHashMap<>();
    private final Map<String, WritePace> paces = new ConcurrentHashMap<>();
    private final Map<String, ReportJobs> jobs = new ConcurrentHashMap<>();
    private final Turns turns;
    private final AtomicReference<@Nullable Object> served = new AtomicReference<>();
    private final AtomicBoolean fastPolling = new AtomicBoolean();

    /** Creates a governor that goes by the system's clock. */
    public Governor() {
        this(Clock.systemUTC());
    }

    /**
     * Creates a governor.
     *
     * @param clock tells the time
     */
    public Governor(Clock clock) {
        this(clock, RETRY);
    }

    /**
     * Creates a governor.
     *
     * @param clock tells the time
     * @param retry real time after which a failed read is first tried again; doubles each time
     */
    public Governor(Clock clock, Duration retry) {
        this.clock = clock;
        this.retries = new Backoff(retry, LONGEST_RETRY, Governor::chance);
        this.pauses = new Pauses(clock, new Backoff(PAUSE, LONGEST_PAUSE, Governor::chance));
        this.counts = new RequestCounts(clock);
        this.turns = new Turns(clock);
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    /**
     * Says for which application the governor is. What it shares between consumers must never pass from one application
     * to another, which may have accounts of the same names.
     *
     * @param  application              what tells applications apart, no secret
     * @throws IllegalArgumentException if it is for another one already
     */
    public void serve(Object application) {
        if (!served.compareAndSet(null, application) && !application.equals(served.get())) {
            throw new IllegalArgumentException(
                    "governor: serves a component with another apiKey or tokenSource; give each application its own");
        }
    }

    /**
     * Waits for a slot. Whoever has one sends one request, reports its answer, and closes the slot.
     *
     * @param  account         the account
     * @param  kind            what is sent
     * @param  alone           whether ecobee wants no other such request open, beside what the kind says
     * @return                 the slot
     * @throws NoSlotException if the account has to wait, or if no slot was free for two minutes; nothing is sent
     */
    Slot open(String account, RequestKind kind, boolean alone) {
        checkPause(account);
        boolean single = alone || kind.alone();
        try {
            slots.acquire(kind.changes(), single, PATIENCE);
        } catch (TimeoutException e) {
            throw new NoSlotException("two requests have been open for " + PATIENCE.toSeconds() + " s", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoSlotException("interrupted while two other requests were open", null);
        }
        try {
            // Somebody may have been told to wait while this one waited.
            checkPause(account);
        } catch (NoSlotException e) {
            slots.release(single);
            throw e;
        }
        counts.sent(kind);
        return new Slot(account, kind, single);
    }

    /** Fails while ecobee wants the account to wait, before anything is opened. */
    void checkPause(String account) {
        pauses.left(account).ifPresent(left -> {
            throw new NoSlotException("ecobee asked to be left alone for another " + (left.toSeconds() + 1) + " s", left);
        });
    }

    /** Rests between two attempts of a read; says whether another one makes sense. */
    boolean rest(int attempts) {
        try {
            Thread.sleep(retries.afterFailures(attempts).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isPaused(String account) {
        return pauses.left(account).isPresent();
    }

    /** How long an account still has to wait, empty when it may ask. */
    Optional<Duration> pause(String account) {
        return pauses.left(account);
    }

    /** The groups of an account, as far as they are known. */
    KnownGroups groups(String account) {
        return groups.computeIfAbsent(account, name -> new KnownGroups(clock));
    }

    /** The order of the changes of an account. */
    WriteOrder order(String account) {
        return orders.computeIfAbsent(account, name -> new WriteOrder(PATIENCE));
    }

    /** The report jobs of an account, as far as they are known. */
    ReportJobs jobs(String account) {
        return jobs.computeIfAbsent(account, name -> new ReportJobs(clock));
    }

    /** What the consumers of an account read and share. */
    SharedReads reads(String account) {
        return reads.computeIfAbsent(account, name -> new SharedReads(name, clock));
    }

    /**
     * Takes the turn of something that is polled, for polls that are not shared. The same may be polled again when the
     * shortest interval of its kind has passed, by whoever was turned away first.
     *
     * @param  account the account
     * @param  kind    what is polled
     * @param  subject what exactly, a value with {@code equals}
     * @param  who     who polls, the same object each time
     * @return         whether it may be asked for now; {@code false} for a poll that comes too early, which is to do
     *                 nothing
     */
    public boolean takeTurn(String account, RequestKind kind, Object subject, Object who) {
        Duration pause = kind.shortestInterval().isZero() ? Duration.ZERO : kind.shortestInterval().minus(SLACK);
        return turns.take(List.of(account, kind, subject), pause, who);
    }

    /**
     * Begins a change of thermostats, unless one of them was changed a moment ago.
     *
     * @param  account     the account
     * @param  thermostats identifiers of the thermostats to change
     * @param  interval    the shortest time between two changes of a thermostat, zero for none
     * @return             how long the change has to wait; zero when it may be made now, and counts as made
     */
    public Duration beginChange(String account, List<String> thermostats, Duration interval) {
        return pace(account).begin(thermostats, interval);
    }

    /**
     * A change that was begun was not sent after all, and holds up no other.
     *
     * @param account     the account
     * @param thermostats identifiers of the thermostats that were to be changed
     */
    public void takeBackChange(String account, List<String> thermostats) {
        pace(account).takeBack(thermostats);
    }

    private WritePace pace(String account) {
        return paces.computeIfAbsent(account, name -> new WritePace(clock));
    }

    /** Somebody polls faster than ecobee allows, by a switch; said once. */
    public void fastPollingAllowed() {
        if (fastPolling.compareAndSet(false, true)) {
            LOG.warn("allowFastPolling is set: polls may come faster than ecobee allows, which limits and bans such clients");
        }
    }

    /**
     * What it knows now.
     *
     * @return a snapshot
     */
    public GovernorStatus status() {
        long inThirtyDays = counts.inThirtyDays();
        Map<String, String> setAside = new TreeMap<>();
        reads.forEach((account, shared) -> shared.setAside()
                .forEach((identifier, reason) -> setAside.put(account + "/" + identifier, reason)));
        return new GovernorStatus(
                slots.open(), slots.waiting(), slots.delayed(), slots.waited(), byEndpoint(this::requests),
                byEndpoint(this::failures), inThirtyDays,
                Math.max(0, MONTHLY_BUDGET - inThirtyDays), pauses.all(), setAside);
    }

    /**
     * Requests of a kind, since the governor was made.
     *
     * @param  kind the kind
     * @return      how many were sent
     */
    public long requests(RequestKind kind) {
        return counts.sum(kind);
    }

    /**
     * Requests of a kind that brought no success, since the governor was made.
     *
     * @param  kind the kind
     * @return      how many; those that met an expired token count, too
     */
    public long failures(RequestKind kind) {
        return counts.failures(kind);
    }

    private static Map<String, Long> byEndpoint(Function<RequestKind, Long> count) {
        Map<String, Long> sums = new TreeMap<>();
        for (RequestKind kind : RequestKind.values()) {
            long sum = count.apply(kind);
            if (sum > 0) {
                sums.put(kind.endpoint(), sum);
            }
        }
        return sums;
    }

    /** The right to have one request open. */
    final class Slot implements AutoCloseable {
        private final String account;
        private final RequestKind kind;
        private final boolean alone;
        private boolean good;

        Slot(String account, RequestKind kind, boolean alone) {
            this.account = account;
            this.kind = kind;
            this.alone = alone;
        }

        /** The answer came. */
        void answered(HttpAnswer answer) {
            good = answer.status() < ERROR;
            pauses.answered(account, answer.status(), answer.retryAfter(clock.instant()).orElse(null));
        }

        /** Without an answer before it, the request failed. */
        @Override
        public void close() {
            slots.release(alone);
            if (!good) {
                counts.failed(kind);
            }
        }
    }
}
