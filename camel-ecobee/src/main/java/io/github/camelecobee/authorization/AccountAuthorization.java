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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorization of one account whose grant is ours: obtained by one of the methods, stored and renewed. */
final class AccountAuthorization implements ManagedAuthorization {
    private static final Logger LOG = LoggerFactory.getLogger(AccountAuthorization.class);
    /** How often the store is looked at for the grant of another process, while we have none. */
    private static final Duration STORE_CHECK = Duration.ofSeconds(30);

    private final String account;
    private final AuthorizationSettings settings;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final AccountState state;
    private final TokenEndpoint endpoint;
    private final Backoff backoff;
    private final Renewal renewal;
    private final GrantKeeper keeper;
    private final Refresher refresher;
    private final PinFlow pinFlow;
    private final CodeExchange codeExchange;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Who waits for the answer to a request for a PIN; a close answers them all. */
    private final Set<CompletableFuture<AuthorizationStatus>> asking = ConcurrentHashMap.newKeySet();

    AccountAuthorization(AccountKey key, AuthorizationSettings settings, GrantStore store, TokenEndpoint endpoint,
                         Clock clock, Backoff backoff, ScheduledExecutorService executor,
                         AuthorizationListener listener) {
        this.account = key.account();
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
        this.endpoint = endpoint;
        this.backoff = backoff;
        this.state = new AccountState(account, settings.method(), clock, listener);
        this.keeper = new GrantKeeper(key, store, state, clock, backoff, this::later);
        this.renewal = renewal();
        this.refresher = new Refresher(
                account, settings, state, keeper, renewal, clock, backoff, this::later, this::askAPerson);
        this.pinFlow = new PinFlow(settings, state, keeper, endpoint, clock, backoff, this::later);
        this.codeExchange = new CodeExchange(account, state, keeper, endpoint);
    }

    private Renewal renewal() {
        UtilityLogin login = settings.utility();
        if (login != null) {
            return new UtilityRenewal(endpoint, login);
        }
        RefreshTokenSeed seed = settings.seed();
        return new TokenRenewal(endpoint, seed != null && seed.isFor(account) ? seed : null, clock);
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public void start() {
        if (started.compareAndSet(false, true)) {
            later(Duration.ZERO, () -> begin(1));
        }
    }

    @Override
    public boolean isInUse() {
        return started.get() || state.get().record().grant() != null;
    }

    private void begin(int attempt) {
        try {
            load();
            // Where a grant was refused before, a PIN is asked for on demand only.
            Snapshot loaded = state.get();
            if (loaded.record().pin() != null && asksForPins()) {
                pinFlow.wake();
            }
            if (!loaded.isUsable() && renewal.canBegin(loaded)) {
                refresher.refreshInBackground(loaded.token());
            } else if (loaded.record().pin() == null && loaded.state() == AuthorizationState.UNAUTHORIZED) {
                askAPerson();
            }
        } catch (AuthorizationUnavailableException e) {
            later(backoff.afterFailures(attempt), () -> begin(attempt + 1));
        }
    }

    /** A PIN of before means nothing to an application that has come to another method. */
    private boolean asksForPins() {
        return settings.method() == AuthorizationMethod.PIN || settings.method() == AuthorizationMethod.REFRESH_TOKEN;
    }

    /** With the other methods somebody has to come by himself. */
    private void askAPerson() {
        if (settings.method() == AuthorizationMethod.PIN) {
            pinFlow.wake();
        }
    }

    private void load() {
        if (state.get().isLoaded()) {
            return;
        }
        try {
            keeper.load();
        } catch (GrantStoreException e) {
            String error = String.valueOf(e.getMessage());
            boolean first = state.get().lastError() == null;
            state.change(draft -> {
                draft.failures++;
                draft.lastError = error;
            }, first ? new Type[] { Type.REFRESH_FAILED } : new Type[0]);
            throw new AuthorizationUnavailableException(account, error, null);
        } finally {
            state.announce();
        }
    }

    @Override
    public AccessToken accessToken() {
        Snapshot now = state.get();
        AccessToken token = now.token();
        if (token != null && now.state() == AuthorizationState.AUTHORIZED && !now.isStale(clock.millis(), settings)) {
            return token;
        }
        return slowly();
    }

    private AccessToken slowly() {
        AccessToken token = usableToken();
        Snapshot now = state.get();
        boolean suspect = now.state() == AuthorizationState.SUSPECT;
        if (!suspect && !now.isExpired(clock.instant(), settings)) {
            if (now.isStale(clock.millis(), settings) && now.mayAsk(clock.instant())) {
                refresher.refreshInBackground(token);
            }
            return token;
        }
        refresher.refresh(token);
        AccessToken next = usableToken();
        now = state.get();
        if (now.state() == AuthorizationState.SUSPECT || now.isExpired(clock.instant(), settings)) {
            throw unavailable(now);
        }
        return next;
    }

    /** The present token, expired or not. */
    private AccessToken usableToken() {
        load();
        Snapshot now = state.get();
        AccessToken token = now.token();
        if (token != null && now.isUsable()) {
            return token;
        }
        lookIntoStore(now);
        now = state.get();
        token = now.token();
        if (token != null && now.isUsable()) {
            return token;
        }
        token = beginning(now);
        if (token != null) {
            return token;
        }
        askAPerson();
        throw new AuthorizationRequiredException(state.status());
    }

    /** The first token, where none of a person is needed to have it. */
    private @Nullable AccessToken beginning(Snapshot before) {
        if (!renewal.canBegin(before)) {
            return null;
        }
        refresher.refresh(before.token());
        Snapshot now = state.get();
        if (now.isUsable()) {
            return now.token();
        }
        if (!now.isMisconfigured() && renewal.canBegin(now)) {
            throw unavailable(now);
        }
        return null;
    }

    /** Another process may have been authorized meanwhile. */
    private void lookIntoStore(Snapshot now) {
        Instant instant = clock.instant();
        Instant last = now.storeCheckedAt();
        if (last != null && !instant.isBefore(last) && instant.isBefore(last.plus(STORE_CHECK))) {
            return;
        }
        state.change(draft -> draft.storeCheckedAt = instant);
        try {
            keeper.adoptNewer();
        } catch (GrantStoreException e) {
            LOG.debug("The grant store cannot be read: {}", e.getMessage());
        } finally {
            state.announce();
        }
    }

    @Override
    public AccessToken renew(AccessToken failed) {
        AccessToken token = usableToken();
        if (token.generation() != failed.generation()) {
            return accessToken();
        }
        Instant now = clock.instant();
        state.change(draft -> {
            if (draft.token != null && draft.token.generation() == failed.generation()) {
                draft.struck(now, backoff);
            }
        });
        refresher.refresh(token);
        AccessToken next = usableToken();
        if (next.generation() == failed.generation()) {
            throw unavailable(state.get());
        }
        return next;
    }

    private AuthorizationUnavailableException unavailable(Snapshot now) {
        String error = now.lastError();
        return new AuthorizationUnavailableException(
                account, error == null ? "the refresh brought no new access token" : error, now.notBefore());
    }

    @Override
    public void suspect(AccessToken failed, int code, String message) {
        Instant now = clock.instant();
        String reason = "ecobee answered " + code + ": " + Redaction.clean(message, failed.value(), settings.apiKey());
        Snapshot before = state.get();
        AccessToken token = before.token();
        if (token == null || token.generation() != failed.generation() || !before.isUsable()
                || before.state() == AuthorizationState.SUSPECT) {
            return;
        }
        state.change(draft -> {
            draft.struck(now, backoff);
            draft.lastError = reason;
            draft.state(AuthorizationState.SUSPECT, now);
        }, Type.SUSPECT);
        state.announce();
        refresher.refreshInBackground(token);
    }

    @Override
    public CompletionStage<AuthorizationStatus> requestPin() {
        if (!asksForPins()) {
            throw new IllegalStateException(
                    "requestPin: account " + account + " is not authorized by PINs, the option authorizationMethod is "
                                            + settings.method().optionName() + "; " + settings.method().wayIn());
        }
        CompletableFuture<AuthorizationStatus> answer = new CompletableFuture<>();
        asking.add(answer);
        var unused = answer.whenComplete((status, problem) -> asking.remove(answer));
        if (closed.get()) {
            answer.complete(state.status());
            return answer;
        }
        later(Duration.ZERO, () -> {
            try {
                load();
                // Whoever asks counts on the account; but a start would ask for a PIN of its own.
                started.set(true);
                pinFlow.restart(() -> answer.complete(state.status()));
            } catch (AuthorizationUnavailableException e) {
                LOG.warn("No PIN can be asked for: {}", e.getMessage());
                answer.complete(state.status());
            }
        });
        return answer;
    }

    @Override
    public void require(Permission permission) {
        usableToken();
        Grant grant = state.get().record().grant();
        if (grant != null && !permission.isAllowedBy(grant.scope())) {
            throw new InsufficientScopeException(account, grant.scope(), permission);
        }
    }

    @Override
    public void exchange(String code, String redirectUri) {
        load();
        codeExchange.exchange(code, redirectUri);
    }

    @Override
    public void denied(Refusal refusal) {
        try {
            load();
        } catch (AuthorizationUnavailableException e) {
            LOG.debug("What is stored is not known yet: {}", e.getMessage());
        }
        codeExchange.denied(refusal);
    }

    @Override
    public AuthorizationStatus status() {
        return state.status();
    }

    @Override
    public Registration whenAuthorized(Runnable task) {
        return state.whenUsable(task);
    }

    @Override
    public void close() {
        closed.set(true);
        keeper.close();
        asking.forEach(answer -> answer.complete(state.status()));
    }

    @Override
    public void awaitEnd(Duration limit) {
        keeper.awaitEnd(limit);
    }

    /** Does something in the background, and tells about it afterwards. */
    private void later(Duration delay, Runnable task) {
        try {
            var unused = executor.schedule(() -> inBackground(task), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Account {} does nothing in the background any more", account);
        }
    }

    private void inBackground(Runnable task) {
        if (closed.get()) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("The authorization of account {} broke in the background", account, e);
        } finally {
            state.announce();
        }
    }
}
