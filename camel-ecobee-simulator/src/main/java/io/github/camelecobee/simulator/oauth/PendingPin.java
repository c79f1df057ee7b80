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
package io.github.camelecobee.simulator.oauth;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A PIN between being issued and being exchanged for tokens. Guarded by the authorization server's lock.
 */
final class PendingPin {
    private final String pin;
    private final String apiKey;
    private final String scope;
    private final Instant issued;
    private final Instant expires;
    private @Nullable Instant approved;
    private @Nullable Login login;
    private @Nullable Instant polled;
    private boolean redeemed;

    PendingPin(String pin, String apiKey, String scope, Instant issued, Instant expires) {
        this.pin = pin;
        this.apiKey = apiKey;
        this.scope = scope;
        this.issued = issued;
        this.expires = expires;
    }

    String pin() {
        return pin;
    }

    String apiKey() {
        return apiKey;
    }

    String scope() {
        return scope;
    }

    /** Whether it still waits for the user. */
    boolean isOutstanding(Instant now) {
        return approved == null && !redeemed && now.isBefore(expires);
    }

    /** Somebody enters it; the grant is for the account of that user. */
    void approve(Instant now, Login by) {
        approved = now;
        login = by;
    }

    /** The user who is always there: approves a PIN some time after it was issued, if it is still good then. */
    void approveBy(PinApproval approval, Instant now, Login by) {
        Duration after = approval.after();
        if (after != null && approved == null && !issued.plus(after).isAfter(now) && issued.plus(after).isBefore(expires)) {
            approve(issued.plus(after), by);
        }
    }

    /**
     * Exchanges the PIN, once.
     *
     * @return                who has entered it
     * @throws OAuthException if it cannot be exchanged now
     */
    Login redeem(Instant now, Duration interval) throws OAuthException {
        if (redeemed) {
            throw new OAuthException(Refusal.INVALID_GRANT);
        }
        Instant before = polled;
        polled = now;
        if (approved == null && !now.isBefore(expires)) {
            throw new OAuthException(Refusal.AUTHORIZATION_EXPIRED);
        }
        if (before != null && now.isBefore(before.plus(interval))) {
            throw new OAuthException(Refusal.SLOW_DOWN);
        }
        if (login == null) {
            throw new OAuthException(Refusal.AUTHORIZATION_PENDING);
        }
        redeemed = true;
        return login;
    }
}
