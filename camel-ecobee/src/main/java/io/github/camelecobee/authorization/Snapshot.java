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

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** All that is known of one authorization at one moment, as one immutable value: nobody sees a mixture of two. */
final class Snapshot {
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Draft values;
    /** Since every request asks. Computed by who asks first; whoever else does so meanwhile comes to the same. */
    private volatile long staleFrom = UNKNOWN;

    private Snapshot(Draft values) {
        this.values = values;
    }

    static Snapshot initial(Instant now) {
        return new Snapshot(new Draft(now));
    }

    Snapshot with(Consumer<Draft> change) {
        Draft draft = new Draft(values);
        change.accept(draft);
        return new Snapshot(draft);
    }

    AuthorizationState state() {
        return values.state;
    }

    Instant since() {
        return values.since;
    }

    /** Its version is the one that was last seen in the store. */
    AuthorizationRecord record() {
        return values.record;
    }

    @Nullable
    AccessToken token() {
        return values.token;
    }

    boolean isLoaded() {
        return values.loaded;
    }

    /** Whether the record has something that the store does not. */
    boolean isUnsaved() {
        return values.unsaved;
    }

    boolean isUsable() {
        return values.token != null && values.record.isUsable() && values.remedy == null;
    }

    /** Whether it is the options, and not the grant, that ecobee refused. */
    boolean isMisconfigured() {
        return values.remedy != null;
    }

    /** What to do about a refused option, a sentence. */
    @Nullable
    String remedy() {
        return values.remedy;
    }

    /** Whether the refresh token that was obtained elsewhere has been refused. */
    boolean isSeedSpent() {
        return values.seedSpent;
    }

    @Nullable
    Instant lastRefresh() {
        return values.lastRefresh;
    }

    long refreshes() {
        return values.refreshes;
    }

    int failures() {
        return values.failures;
    }

    @Nullable
    String lastError() {
        return values.lastError;
    }

    /** Before when the token endpoint is left alone. */
    @Nullable
    Instant notBefore() {
        return values.notBefore;
    }

    int pins() {
        return values.pins;
    }

    @Nullable
    Instant storeCheckedAt() {
        return values.storeCheckedAt;
    }

    boolean mayAsk(Instant now) {
        return values.mayAsk(now);
    }

    /** Whether the access token is old enough to be renewed, at a time in milliseconds since 1970. */
    boolean isStale(long nowMillis, AuthorizationSettings settings) {
        long from = staleFrom;
        if (from == UNKNOWN) {
            from = millis(end(settings.staleMargin(), 6));
            staleFrom = from;
        }
        return nowMillis >= from;
    }

    private static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            // No grant at all, or one without end.
            return instant.isBefore(Instant.EPOCH) ? UNKNOWN + 1 : Long.MAX_VALUE;
        }
    }

    /** Whether the access token is too old to be sent. */
    boolean isExpired(Instant now, AuthorizationSettings settings) {
        return !now.isBefore(end(settings.expiredMargin(), 20));
    }

    /** A margin is a part of the token's life at most, lest a short-lived token be born stale. */
    private Instant end(Duration margin, int part) {
        Grant grant = values.record.grant();
        if (grant == null) {
            return Instant.MIN;
        }
        Duration most = grant.life().dividedBy(part);
        return grant.expiresAt().minus(margin.compareTo(most) < 0 ? margin : most);
    }

    /** The values of the next snapshot. Confined to the change that makes it. */
    static final class Draft {
        AuthorizationState state = AuthorizationState.UNAUTHORIZED;
        Instant since;
        AuthorizationRecord record = AuthorizationRecord.NONE;
        @Nullable
        AccessToken token;
        long generation;
        boolean loaded;
        boolean unsaved;
        @Nullable
        String remedy;
        boolean seedSpent;
        @Nullable
        Instant lastRefresh;
        long refreshes;
        int failures;
        @Nullable
        String lastError;
        @Nullable
        Instant notBefore;
        /** When that was said. */
        Instant notBeforeSaid = Instant.MIN;
        int pins;
        int strikes;
        long struckAt = -1;
        @Nullable
        Instant storeCheckedAt;

        Draft(Instant since) {
            this.since = since;
        }

        Draft(Draft other) {
            state = other.state;
            since = other.since;
            record = other.record;
            token = other.token;
            generation = other.generation;
            loaded = other.loaded;
            unsaved = other.unsaved;
            remedy = other.remedy;
            seedSpent = other.seedSpent;
            lastRefresh = other.lastRefresh;
            refreshes = other.refreshes;
            failures = other.failures;
            lastError = other.lastError;
            notBefore = other.notBefore;
            notBeforeSaid = other.notBeforeSaid;
            pins = other.pins;
            strikes = other.strikes;
            struckAt = other.struckAt;
            storeCheckedAt = other.storeCheckedAt;
        }

        void state(AuthorizationState next, Instant now) {
            if (state != next) {
                state = next;
                since = now;
            }
        }

        /** Takes a record over; the state is what the record says. */
        void take(AuthorizationRecord next, Instant now) {
            record = next;
            Grant grant = next.grant();
            boolean other = false;
            if (grant != null && (token == null || !token.value().equals(grant.accessToken()))) {
                other = true;
                token = new AccessToken(grant.accessToken(), ++generation);
            }
            if (next.isUsable()) {
                remedy = null;
                // A new PIN beside a suspect grant does not clear the suspicion.
                boolean stillSuspect = state == AuthorizationState.SUSPECT && !other;
                state(stillSuspect ? AuthorizationState.SUSPECT : AuthorizationState.AUTHORIZED, now);
            } else if (next.pin() != null) {
                state(AuthorizationState.PIN_ISSUED, now);
            } else if (next.refusal() != null || remedy != null) {
                state(AuthorizationState.REAUTHORIZATION_REQUIRED, now);
            } else {
                state(AuthorizationState.UNAUTHORIZED, now);
            }
        }

        void succeeded() {
            failures = 0;
            lastError = null;
            notBefore = null;
        }

        void failed(String error, Instant now, Backoff backoff, @Nullable Duration retryAfter) {
            failures++;
            lastError = error;
            Duration wait = backoff.afterFailures(failures);
            if (retryAfter != null && retryAfter.compareTo(wait) > 0) {
                wait = retryAfter;
            }
            wait(now.plus(wait), now);
        }

        void wait(Instant until, Instant now) {
            notBefore = until;
            notBeforeSaid = now;
        }

        /** A wait that begins in the future was said by a clock that has been set back since. */
        boolean mayAsk(Instant now) {
            return notBefore == null || !now.isBefore(notBefore) || now.isBefore(notBeforeSaid);
        }

        /** Notes that ecobee did not accept the present token. However many callers say so, it counts once a token. */
        void struck(Instant now, Backoff backoff) {
            if (struckAt == refreshes) {
                return;
            }
            struckAt = refreshes;
            boolean again = lastRefresh != null && now.isBefore(lastRefresh.plus(Backoff.STRIKE_MEMORY));
            strikes = again ? strikes + 1 : 0;
            Duration wait = backoff.afterStrikes(strikes);
            if (!wait.isZero()) {
                Instant at = now.plus(wait);
                if (mayAsk(now) || notBefore == null || notBefore.isBefore(at)) {
                    wait(at, now);
                }
                lastError = "ecobee does not accept the access tokens that it has just issued";
            }
        }
    }
}
