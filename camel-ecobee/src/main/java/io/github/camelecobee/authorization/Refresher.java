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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import io.github.camelecobee.authorization.TokenAnswer.Granted;
import io.github.camelecobee.authorization.TokenAnswer.Refused;
import io.github.camelecobee.authorization.TokenAnswer.Unreachable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the grant of one account (RFC 6749, 6; ecobee page token-refresh): one refresh at a time in this process and,
 * by the store's lock, in all processes that share the store, because each new grant of ecobee kills the one before.
 */
final class Refresher {
    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);

    private final String account;
    private final AuthorizationSettings settings;
    private final AccountState state;
    private final GrantKeeper keeper;
    private final Renewal renewal;
    private final Clock clock;
    private final Backoff backoff;
    /** Told when the way of beginning without a person has come to its end. */
    private final Runnable hopeless;
    private final GrantKeeper.Later later;
    private final ReentrantLock lock = new ReentrantLock();
    /** The one refresh; guarded by the lock. */
    private @Nullable FutureTask<Void> underWay;

    Refresher(String account, AuthorizationSettings settings, AccountState state, GrantKeeper keeper,
              Renewal renewal, Clock clock, Backoff backoff, GrantKeeper.Later later, Runnable hopeless) {
        this.account = account;
        this.settings = settings;
        this.state = state;
        this.keeper = keeper;
        this.renewal = renewal;
        this.clock = clock;
        this.backoff = backoff;
        this.hopeless = hopeless;
        this.later = later;
    }

    /**
     * Replaces a token, {@code null} for none, and waits for it. Returns at once if it has been replaced, or if the
     * token endpoint is to be left alone; the caller looks at the state to see which.
     */
    void refresh(@Nullable AccessToken old) {
        if (keeper.isClosed()) {
            throw new AuthorizationUnavailableException(account, "the authorization is closed", null);
        }
        if (Thread.currentThread().isInterrupted()) {
            // All others would share the failure of a thread that cannot even wait for the store.
            throw new AuthorizationUnavailableException(account, "interrupted before a refresh", null);
        }
        FutureTask<Void> task = join(old);
        if (task == null) {
            return;
        }
        // Whoever comes first does the work, on his own thread; for all others this does nothing.
        task.run();
        try {
            task.get(settings.waitTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationUnavailableException(account, "interrupted while waiting for a refresh", null);
        } catch (TimeoutException e) {
            throw new AuthorizationUnavailableException(account, "a refresh takes longer than the caller waits", null);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The refresh of account " + account + " broke", e.getCause());
        } finally {
            state.announce();
        }
    }

    /** Replaces a token in the background, as soon as the token endpoint may be asked. */
    void refreshInBackground(@Nullable AccessToken old) {
        Snapshot present = state.get();
        Instant now = clock.instant();
        Instant notBefore = present.notBefore();
        if (notBefore != null && !present.mayAsk(now)) {
            later.run(Duration.between(now, notBefore), () -> refreshInBackground(old));
            return;
        }
        FutureTask<Void> task = join(old);
        if (task != null) {
            later.run(Duration.ZERO, task);
        }
    }

    /**
     * The refresh to take part in. It is made here under the lock, and run by the callers outside of it.
     *
     * @return {@code null} if there is nothing to wait for
     */
    private @Nullable FutureTask<Void> join(@Nullable AccessToken old) {
        lock.lock();
        try {
            Snapshot now = state.get();
            if (generation(now.token()) != generation(old) || !now.isUsable() && !renewal.canBegin(now)) {
                return null;
            }
            if (underWay == null && now.mayAsk(clock.instant())) {
                underWay = new Flight();
            }
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    private static long generation(@Nullable AccessToken token) {
        return token == null ? 0 : token.generation();
    }

    private final class Flight extends FutureTask<Void> {
        Flight() {
            super(Refresher.this::renew, null);
        }

        /** Makes room for the next one before anybody learns the outcome of this one. */
        @Override
        protected void done() {
            lock.lock();
            try {
                if (underWay == this) {
                    underWay = null;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void renew() {
        try {
            keeper.exclusively(() -> keeper.toTheEnd(this::renewExclusively));
        } catch (GrantStoreException e) {
            // Without the store we cannot know whether another process was quicker.
            failed(String.valueOf(e.getMessage()), null);
        }
    }

    private void renewExclusively() {
        if (keeper.adoptNewer() && !state.get().isExpired(clock.instant(), settings)) {
            return;
        }
        Snapshot now = state.get();
        boolean begins = !now.record().isUsable();
        if (begins && !renewal.canBegin(now)) {
            return;
        }
        try {
            handle(renewal.next(now), begins);
        } catch (GrantImportException e) {
            String reason = String.valueOf(e.getMessage());
            misconfigured(reason, "Correct the file, or take the option importFile away: " + reason);
        }
    }

    private void handle(TokenAnswer answer, boolean begins) {
        if (answer instanceof Granted granted) {
            granted(granted.grant(), begins);
        } else if (answer instanceof Refused refusal) {
            String reason = refusal.error() + ": " + refusal.refusal().description();
            switch (refusal.error()) {
                case "invalid_grant" -> {
                    if (begins) {
                        seedRefused(reason);
                    } else {
                        refused(refusal.refusal());
                    }
                }
                case "invalid_client" -> misconfigured(reason, settings.method() == AuthorizationMethod.UTILITY
                        ? "Check the options username and password: ecobee does not accept them." : PinFlow.UNKNOWN_KEY);
                default -> failed(reason, null);
            }
        } else if (answer instanceof Unreachable unreachable) {
            failed(unreachable.reason(), unreachable.retryAfter());
        }
    }

    private void granted(Grant grant, boolean begins) {
        Snapshot before = state.get();
        Instant now = clock.instant();
        Type[] events = before.state() == AuthorizationState.AUTHORIZED
                ? new Type[] { Type.REFRESHED } : new Type[] { Type.REFRESHED, Type.AUTHORIZED };
        AuthorizationRecord next = begins ? before.record().granted(grant) : before.record().renewed(grant);
        keeper.keep(next, draft -> {
            draft.refreshes++;
            draft.lastRefresh = now;
            draft.succeeded();
            draft.state(AuthorizationState.AUTHORIZED, now);
        }, events);
    }

    private void refused(Refusal refusal) {
        if (keeper.adoptNewer()) {
            LOG.debug("The grant of account {} was refused because another process had renewed it", account);
            return;
        }
        keeper.keep(state.get().record().refused(refusal), draft -> {
            draft.pins = 0;
            draft.notBefore = null;
            draft.lastError = refusal.error() + ": " + refusal.description();
        }, Type.REAUTHORIZATION_REQUIRED);
    }

    /** Not stored: the grant may be as good as ever once the key is right. */
    private void misconfigured(String reason, String remedy) {
        Instant now = clock.instant();
        Duration patience = renewal.patience();
        boolean known = state.get().isMisconfigured();
        Snapshot after = state.change(draft -> {
            draft.remedy = remedy;
            draft.lastError = reason;
            draft.state(AuthorizationState.REAUTHORIZATION_REQUIRED, now);
            if (patience != null) {
                draft.wait(now.plus(patience), now);
            }
        }, known ? new Type[0] : new Type[] { Type.REAUTHORIZATION_REQUIRED });
        if (patience != null) {
            later.run(patience, () -> refreshInBackground(after.token()));
        }
    }

    /** Not stored: another one may be given any time. */
    private void seedRefused(String error) {
        RefreshTokenSeed seed = settings.seed();
        String reason = "the refresh token from " + (seed == null ? "elsewhere" : seed.origin()) + " was refused, " + error;
        boolean last = settings.method() == AuthorizationMethod.REFRESH_TOKEN;
        Instant now = clock.instant();
        state.change(draft -> {
            draft.seedSpent = true;
            draft.lastError = reason;
            if (last) {
                draft.remedy = settings.method().wayBack();
                draft.state(AuthorizationState.REAUTHORIZATION_REQUIRED, now);
            }
        }, last ? Type.REAUTHORIZATION_REQUIRED : Type.REFRESH_FAILED);
        later.run(Duration.ZERO, hopeless);
    }

    private void failed(String reason, @Nullable Duration retryAfter) {
        Instant now = clock.instant();
        Snapshot after = state.change(draft -> draft.failed(reason, now, backoff, retryAfter), Type.REFRESH_FAILED);
        if (after.state() == AuthorizationState.SUSPECT || !after.record().isUsable()) {
            // Nobody may ask for a while, and a suspicion has to be cleared or confirmed, a beginning made all the same.
            Instant notBefore = after.notBefore();
            Duration wait = notBefore == null ? Duration.ZERO : Duration.between(now, notBefore);
            later.run(wait, () -> refreshInBackground(after.token()));
        }
    }
}
