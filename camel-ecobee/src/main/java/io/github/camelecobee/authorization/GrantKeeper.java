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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the state of one account and its record in the store together. */
final class GrantKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(GrantKeeper.class);
    /** How often a store without a lock of its own may be quicker than we. */
    private static final int ATTEMPTS = 10;

    private final AccountKey key;
    private final GrantStore store;
    private final AccountState state;
    private final Clock clock;
    private final Backoff backoff;
    private final Later later;
    /** Held by what must not be cut off between ecobee's answer and the store. */
    private final ReentrantLock atWork = new ReentrantLock();
    /** Held by who makes the record that was read the present one, which happens once. */
    private final ReentrantLock atLoad = new ReentrantLock();
    private volatile boolean closed;

    GrantKeeper(AccountKey key, GrantStore store, AccountState state, Clock clock, Backoff backoff, Later later) {
        this.key = key;
        this.store = store;
        this.state = state;
        this.clock = clock;
        this.backoff = backoff;
        this.later = later;
    }

    /** Runs work under the store's lock of this account. Everything that writes the record runs there. */
    void exclusively(Runnable work) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        AtomicBoolean done = new AtomicBoolean();
        Supplier<Boolean> supplier = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failure.set(e); // past the store, which would be blamed for it
            }
            done.set(true);
            return true;
        };
        try {
            guarded(() -> store.exclusively(key, supplier));
        } catch (GrantStoreException e) {
            if (!done.get()) {
                throw e;
            }
            LOG.debug("The grant store did not unlock account {}: {}", key.account(), e.getMessage());
        }
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    /** Runs work that a close waits for; nothing of the kind begins once closed. */
    void toTheEnd(Runnable work) {
        atWork.lock();
        try {
            if (!closed) {
                work.run();
            }
        } finally {
            atWork.unlock();
        }
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets what is under way come to its end, and saves what is in memory only. To be called once closed. */
    void awaitEnd(Duration limit) {
        try {
            if (!atWork.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("The token endpoint has not answered account {} within {} s, and is not waited for any longer",
                        key.account(), limit.toSeconds());
                return;
            }
            atWork.unlock();
            if (state.get().isUnsaved()) {
                exclusively(this::saveUnsaved);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GrantStoreException e) {
            LOG.warn("The grant of account {} is lost, it could not be saved: {}", key.account(), e.getMessage());
        }
    }

    /** Reads the record once. */
    void load() {
        if (state.get().isLoaded()) {
            return;
        }
        AuthorizationRecord stored = read();
        Instant now = clock.instant();
        // A PIN from before a restart is announced again: whoever should have typed it may be looking now.
        Type[] events = stored.pin() == null || !now.isBefore(stored.pin().expiresAt())
                ? new Type[0] : new Type[] { Type.PIN_ISSUED };
        atLoad.lock();
        try {
            if (!state.get().isLoaded()) {
                state.change(draft -> {
                    draft.loaded = true;
                    draft.succeeded();
                    draft.take(stored, now);
                }, events);
            }
        } finally {
            atLoad.unlock();
        }
    }

    /**
     * Takes over what another process has stored.
     *
     * @return whether that is a grant that we did not have
     */
    boolean adoptNewer() {
        AuthorizationRecord stored = read();
        Snapshot present = state.get();
        AuthorizationRecord ours = present.record();
        if (stored.version() == ours.version()) {
            return false;
        }
        Instant now = clock.instant();
        if (!isNewer(stored, present)) {
            state.change(draft -> {
                if (draft.record.equals(ours)) {
                    draft.record = ours.atVersion(stored.version());
                }
            });
            return false;
        }
        boolean known = present.state() == AuthorizationState.AUTHORIZED;
        AtomicBoolean adopted = new AtomicBoolean();
        state.change(draft -> {
            // Whoever only looked must not undo what was kept meanwhile.
            if (draft.record.equals(ours)) {
                adopted.set(true);
                draft.unsaved = false;
                draft.succeeded();
                draft.take(stored, now);
            }
        }, known ? new Type[0] : new Type[] { Type.AUTHORIZED });
        return adopted.get();
    }

    /** The PIN that another process has put into the store. */
    Optional<PinPrompt> storedPin() {
        return Optional.ofNullable(read().pin());
    }

    private static boolean isNewer(AuthorizationRecord stored, Snapshot present) {
        Grant theirs = stored.grant();
        if (theirs == null || !stored.isUsable()) {
            return false;
        }
        AuthorizationRecord ours = present.record();
        Grant own = ours.grant();
        if (own == null) {
            return true;
        }
        // Who stored it had read ours, and clocks may be set back. Only where that is not so, the clock has to decide.
        boolean follows = stored.version() > ours.version() && !present.isUnsaved();
        return !theirs.accessToken().equals(own.accessToken())
                && (follows || theirs.obtainedAt().isAfter(own.obtainedAt()));
    }

    /**
     * Makes a record durable, and only then the present one. If the store cannot be written, the record stays in
     * memory, and is written later.
     */
    void keep(AuthorizationRecord next, Consumer<Snapshot.Draft> change, Type... events) {
        AuthorizationRecord kept = next;
        String error = null;
        try {
            kept = save(next);
        } catch (GrantStoreException e) {
            error = String.valueOf(e.getMessage());
        }
        AuthorizationRecord present = kept;
        String problem = error;
        boolean known = state.get().isUnsaved();
        Instant now = clock.instant();
        state.change(draft -> {
            draft.take(present, now);
            draft.unsaved = problem != null;
            change.accept(draft);
            if (problem != null) {
                draft.lastError = problem;
            }
        }, events);
        if (problem != null) {
            if (!known) {
                LOG.warn("The grant of account {} is in memory only, and a restart would lose it: {}", key.account(), problem);
            }
            later.run(backoff.afterFailures(1), () -> saveAgain(2));
        }
    }

    private void saveAgain(int attempt) {
        try {
            exclusively(this::saveUnsaved);
        } catch (GrantStoreException e) {
            state.change(draft -> draft.lastError = e.getMessage());
            later.run(backoff.afterFailures(attempt), () -> saveAgain(attempt + 1));
        }
    }

    private void saveUnsaved() {
        adoptNewer(); // another process may have been authorized or have renewed meanwhile
        Snapshot present = state.get();
        if (present.isUnsaved()) {
            AuthorizationRecord saved = save(present.record());
            state.change(draft -> {
                draft.record = saved;
                draft.unsaved = false;
                draft.lastError = null;
            });
            LOG.info("The grant of account {} is stored", key.account());
        }
    }

    /** An interrupt must not cost a grant: it is set aside until the grant is safe. */
    private AuthorizationRecord save(AuthorizationRecord record) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return write(record);
                } catch (GrantStoreException e) {
                    if (!Thread.interrupted()) {
                        throw e;
                    }
                    interrupted = true; // which closes channels, and may be all that was wrong
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private AuthorizationRecord write(AuthorizationRecord record) {
        AuthorizationRecord next = record.atVersion(record.version() + 1);
        for (int i = 0; i < ATTEMPTS; i++) {
            AuthorizationRecord candidate = next;
            if (guarded(() -> store.compareAndSet(key, candidate.version() - 1, candidate))) {
                return next;
            }
            // Ours comes from the server just now, so it is the one that counts.
            next = record.atVersion(read().version() + 1);
        }
        throw new GrantStoreException("The record of account " + key.account() + " is changed by others all the time", null);
    }

    private AuthorizationRecord read() {
        return guarded(() -> store.load(key)).orElse(AuthorizationRecord.NONE);
    }

    /** A store of somebody else's making may fail in ways of its own, which must not cost a grant either. */
    private <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (GrantStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new GrantStoreException(
                    "The grant store failed at account " + key.account() + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** Does something in the background after a while. */
    interface Later {
        void run(Duration delay, Runnable task);
    }
}
