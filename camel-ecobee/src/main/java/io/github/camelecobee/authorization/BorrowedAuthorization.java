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
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorization of one account whose tokens somebody else owns. */
final class BorrowedAuthorization implements ManagedAuthorization {
    private static final Logger LOG = LoggerFactory.getLogger(BorrowedAuthorization.class);

    private final String account;
    private final TokenSource source;
    private final Clock clock;
    private final Backoff backoff;
    private final ScheduledExecutorService executor;
    private final AccountState state;
    private final AtomicBoolean started = new AtomicBoolean();
    /** Held while the source replaces a token: whoever waited finds the next one. */
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile boolean closed;

    BorrowedAuthorization(String account, TokenSource source, Clock clock, Backoff backoff,
                          ScheduledExecutorService executor, AuthorizationListener listener) {
        this.account = account;
        this.source = source;
        this.clock = clock;
        this.backoff = backoff;
        this.executor = executor;
        this.state = new AccountState(account, AuthorizationMethod.TOKEN_SOURCE, clock, listener);
        state.change(draft -> draft.loaded = true);
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

    private void begin(int attempt) {
        try {
            accessToken();
        } catch (AuthorizationUnavailableException e) {
            later(backoff.afterFailures(attempt), () -> begin(attempt + 1));
        }
    }

    @Override
    public boolean isInUse() {
        return started.get() || state.get().token() != null;
    }

    @Override
    public AccessToken accessToken() {
        return adopt(ask(() -> source.accessToken(account)));
    }

    @Override
    public AccessToken renew(AccessToken failed) {
        try {
            renewing.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationUnavailableException(
                    account, "interrupted while the token source gives another token", null);
        }
        try {
            AccessToken present = state.get().token();
            if (present == null || present.generation() != failed.generation()) {
                return accessToken();
            }
            AccessToken next = adopt(ask(() -> source.renew(account, failed.value())));
            if (next.generation() == failed.generation()) {
                throw failed("the token source gave the token again that ecobee did not accept");
            }
            return next;
        } finally {
            renewing.unlock();
        }
    }

    /** What the source throws may quote a token, so only its kind is told. */
    private @Nullable String answer(Supplier<@Nullable String> question) {
        try {
            return question.get();
        } catch (Exception e) { // also a checked one: not every language of the JVM has to declare them
            throw failed("the token source failed (" + e.getClass().getSimpleName() + ")");
        }
    }

    private String ask(Supplier<@Nullable String> question) {
        String token = answer(question);
        if (token == null || token.isBlank()) {
            throw failed("the token source gave no token");
        }
        return token.strip();
    }

    private AuthorizationUnavailableException failed(String reason) {
        state.change(draft -> {
            draft.failures++;
            draft.lastError = reason;
        }, Type.REFRESH_FAILED);
        state.announce();
        return new AuthorizationUnavailableException(account, reason, null);
    }

    private AccessToken adopt(String value) {
        Snapshot present = state.get();
        AccessToken token = present.token();
        if (token != null && token.value().equals(value) && present.lastError() == null) {
            return token;
        }
        Instant now = clock.instant();
        String scope = answer(() -> source.scope(account));
        Grant grant = new Grant(value, null, now, Instant.MAX, Objects.requireNonNullElse(scope, ""), "Bearer");
        boolean known = present.state() == AuthorizationState.AUTHORIZED;
        boolean other = token == null || !token.value().equals(value);
        Snapshot after = state.change(draft -> {
            draft.take(new AuthorizationRecord(0, grant, null, null), now);
            if (other && known) {
                draft.refreshes++;
                draft.lastRefresh = now;
            }
            if (draft.state == AuthorizationState.AUTHORIZED) {
                draft.succeeded();
            }
        }, known || !other ? new Type[0] : new Type[] { Type.AUTHORIZED });
        state.announce();
        return Objects.requireNonNull(after.token());
    }

    @Override
    public void suspect(AccessToken failed, int code, String message) {
        Instant now = clock.instant();
        Snapshot before = state.get();
        AccessToken token = before.token();
        if (token == null || token.generation() != failed.generation() || before.state() == AuthorizationState.SUSPECT) {
            return;
        }
        state.change(draft -> {
            draft.lastError = "ecobee answered " + code + ": " + Redaction.clean(message, failed.value());
            draft.state(AuthorizationState.SUSPECT, now);
        }, Type.SUSPECT);
        state.announce();
        later(Duration.ZERO, () -> {
            try {
                renew(failed);
            } catch (AuthorizationUnavailableException e) {
                LOG.debug("The token of account {} stays in doubt: {}", account, e.getMessage());
            }
        });
    }

    @Override
    public CompletionStage<AuthorizationStatus> requestPin() {
        throw new IllegalStateException(
                "requestPin: account " + account + " takes its tokens from a token source, which alone can authorize it");
    }

    @Override
    public void require(Permission permission) {
        accessToken();
        AuthorizationStatus now = status();
        if (!permission.isAllowedBy(now.scope())) {
            throw new InsufficientScopeException(account, now.scope(), permission);
        }
    }

    @Override
    public void exchange(String code, String redirectUri) {
        throw new IllegalStateException("A token source takes no codes");
    }

    @Override
    public void denied(Refusal refusal) {
        throw new IllegalStateException("A token source takes no codes");
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
        closed = true;
    }

    @Override
    public void awaitEnd(Duration limit) {
        // nothing is under way that could be lost
    }

    private void later(Duration delay, Runnable task) {
        try {
            var unused = executor.schedule(() -> inBackground(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Account {} does nothing in the background any more", account);
        }
    }

    private void inBackground(Runnable task) {
        if (!closed) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("The authorization of account {} broke in the background", account, e);
            }
        }
    }
}
