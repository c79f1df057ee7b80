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
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import io.github.camelecobee.authorization.TokenAnswer.Granted;
import io.github.camelecobee.authorization.TokenAnswer.Prompted;
import io.github.camelecobee.authorization.TokenAnswer.Refused;
import io.github.camelecobee.authorization.TokenAnswer.Unreachable;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a PIN and waits for a human to enter it, in the background (ecobee page pin-api-authorization; the same idea
 * as RFC 8628, whose rules on {@code interval} and {@code slow_down} apply).
 */
final class PinFlow {
    static final String UNKNOWN_KEY = "Check the option apiKey: ecobee does not know this API key.";
    private static final long IDLE = 0;

    private final AuthorizationSettings settings;
    private final AccountState state;
    private final GrantKeeper keeper;
    private final TokenEndpoint endpoint;
    private final Clock clock;
    private final Backoff backoff;
    private final GrantKeeper.Later later;
    private final AtomicLong runs = new AtomicLong();
    /** The number of the run that may act, or idle: what an older one has scheduled does nothing. */
    private final AtomicLong active = new AtomicLong(IDLE);

    PinFlow(AuthorizationSettings settings, AccountState state, GrantKeeper keeper, TokenEndpoint endpoint, Clock clock,
            Backoff backoff, GrantKeeper.Later later) {
        this.settings = settings;
        this.state = state;
        this.keeper = keeper;
        this.endpoint = endpoint;
        this.clock = clock;
        this.backoff = backoff;
        this.later = later;
    }

    /** Sees to it that a PIN waits, unless one does, or enough have expired, or ecobee does not know the API key. */
    void wake() {
        Snapshot now = state.get();
        PinPrompt pin = now.record().pin();
        if (pin == null && (now.isUsable() || now.isMisconfigured() || now.pins() >= settings.maxPins())) {
            return;
        }
        long run = runs.incrementAndGet();
        if (active.compareAndSet(IDLE, run)) {
            if (pin == null) {
                schedule(run, Duration.ZERO, () -> issue(run, false));
            } else {
                // The process before may have asked a moment ago.
                schedule(run, pin.interval(), () -> keeper.toTheEnd(() -> poll(run)));
            }
        }
    }

    /**
     * Asks for a new PIN, whatever was before.
     *
     * @param answered called when there is an answer, or none is to be had at the moment
     */
    void restart(Runnable answered) {
        long run = runs.incrementAndGet();
        active.set(run);
        Instant now = clock.instant();
        state.change(draft -> {
            draft.pins = 0;
            draft.remedy = null;
            draft.failures = 0;
            draft.notBefore = null;
            draft.take(draft.record, now);
        });
        schedule(run, Duration.ZERO, () -> {
            try {
                issue(run, true);
            } finally {
                answered.run();
            }
        }, answered);
    }

    private void schedule(long run, Duration delay, Runnable step) {
        schedule(run, delay, step, () -> {
        });
    }

    /** @param overtaken called instead of the step when a later run has taken over */
    private void schedule(long run, Duration delay, Runnable step, Runnable overtaken) {
        later.run(delay, () -> {
            if (active.get() != run) {
                overtaken.run();
            } else {
                try {
                    keeper.exclusively(step);
                } catch (GrantStoreException e) {
                    unreachable(new Unreachable(String.valueOf(e.getMessage()), null));
                    schedule(run, patience(state.get()), step, overtaken);
                }
            }
        });
    }

    /** A step may have failed after it had asked ecobee, whose interval holds all the same. */
    private Duration patience(Snapshot now) {
        Duration wait = backoff.afterFailures(now.failures());
        PinPrompt pin = now.record().pin();
        return pin == null || pin.interval().compareTo(wait) < 0 ? wait : pin.interval();
    }

    private void finish(long run) {
        active.compareAndSet(run, IDLE);
    }

    private void issue(long run, boolean wanted) {
        if (keeper.adoptNewer() && !wanted) {
            finish(run);
            return;
        }
        PinPrompt theirs = wanted ? null : keeper.storedPin().orElse(null);
        if (theirs != null && theirs.expiresAt().isAfter(clock.instant())) {
            prompt(run, theirs); // another process has asked for it: two PINs would only confuse
            return;
        }
        TokenAnswer answer = endpoint.requestPin();
        if (answer instanceof Prompted prompted) {
            prompt(run, prompted.prompt());
        } else if (answer instanceof Refused refused) {
            giveUp(run, refused);
        } else if (answer instanceof Unreachable unreachable) {
            unreachable(unreachable);
            Instant notBefore = state.get().notBefore();
            Duration wait = notBefore == null ? Duration.ZERO : Duration.between(clock.instant(), notBefore);
            schedule(run, wait, () -> issue(run, wanted));
        }
    }

    private void prompt(long run, PinPrompt prompt) {
        // Stored before it is shown, so that what a human enters is not lost by a restart.
        keeper.keep(state.get().record().prompting(prompt), draft -> {
            draft.pins++;
            draft.remedy = null;
            draft.succeeded();
        }, Type.PIN_ISSUED);
        next(run, prompt, prompt.interval());
    }

    private void poll(long run) {
        if (keeper.adoptNewer()) {
            finish(run);
            return;
        }
        PinPrompt prompt = state.get().record().pin();
        if (prompt == null) {
            finish(run);
        } else if (!clock.instant().isBefore(prompt.expiresAt())) {
            expired(run, "nobody entered the PIN in time");
        } else {
            TokenAnswer answer = endpoint.poll(prompt);
            if (answer instanceof Granted granted) {
                granted(run, granted.grant());
            } else if (answer instanceof Refused refused) {
                refused(run, prompt, refused);
            } else if (answer instanceof Unreachable unreachable) {
                unreachable(unreachable);
                Duration wish = unreachable.retryAfter();
                next(run, prompt, wish == null || wish.compareTo(prompt.interval()) < 0 ? prompt.interval() : wish);
            }
        }
    }

    private void refused(long run, PinPrompt prompt, Refused refused) {
        switch (refused.error()) {
            case "authorization_pending" -> {
                state.change(Snapshot.Draft::succeeded);
                next(run, prompt, prompt.interval());
            }
            case "slow_down" -> {
                PinPrompt slower = prompt.slower();
                // Stored, so that a restart does not go back to what ecobee called too fast.
                keeper.keep(state.get().record().prompting(slower), Snapshot.Draft::succeeded);
                next(run, slower, slower.interval());
            }
            case "invalid_client" -> giveUp(run, refused);
            case "server_error", "temporarily_unavailable" -> next(run, prompt, prompt.interval());
            default -> {
                // invalid_grant is also the answer to a code that another process has just exchanged.
                if (keeper.adoptNewer()) {
                    finish(run);
                } else {
                    expired(run, refused.error() + ": " + refused.refusal().description());
                }
            }
        }
    }

    /** Asks again after a while, but not beyond the life of the PIN. */
    private void next(long run, PinPrompt prompt, Duration wait) {
        Duration left = Duration.between(clock.instant(), prompt.expiresAt());
        schedule(run, left.compareTo(wait) < 0 ? left : wait, () -> keeper.toTheEnd(() -> poll(run)));
    }

    private void granted(long run, Grant grant) {
        finish(run);
        keeper.keep(state.get().record().granted(grant), draft -> {
            draft.pins = 0;
            draft.strikes = 0;
            draft.succeeded();
        }, Type.AUTHORIZED);
    }

    private void expired(long run, String reason) {
        boolean another = state.get().pins() < settings.maxPins();
        keeper.keep(state.get().record().prompting(null), draft -> draft.lastError = reason, Type.PIN_EXPIRED);
        if (another) {
            schedule(run, Duration.ZERO, () -> issue(run, true));
        } else {
            finish(run);
        }
    }

    /** The application itself is refused: another PIN would be refused, too. */
    private void giveUp(long run, Refused refused) {
        finish(run);
        boolean unknownKey = refused.error().equals("invalid_client");
        String reason = refused.error() + ": " + refused.refusal().description();
        boolean keeps = state.get().isUsable();
        keeper.keep(state.get().record().prompting(null), draft -> {
            draft.lastError = reason;
            draft.notBefore = null;
            draft.pins = settings.maxPins();
            if (unknownKey && !keeps) {
                draft.remedy = UNKNOWN_KEY;
                draft.state(AuthorizationState.REAUTHORIZATION_REQUIRED, clock.instant());
            }
        }, unknownKey && !keeps ? Type.REAUTHORIZATION_REQUIRED : Type.PIN_EXPIRED);
    }

    private void unreachable(Unreachable answer) {
        fail(answer.reason(), answer.retryAfter());
    }

    private void fail(String reason, @Nullable Duration retryAfter) {
        Instant now = clock.instant();
        state.change(draft -> draft.failed(reason, now, backoff, retryAfter), Type.REFRESH_FAILED);
    }
}
