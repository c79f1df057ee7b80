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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** There is a grant, but no fresh access token can be had at the moment. It passes without anybody's help. */
public final class AuthorizationUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** When to come back. */
    private final @Nullable Instant retryAt;

    /**
     * An access token that cannot be had.
     *
     * @param account the name of the account
     * @param reason  why, without secrets
     * @param retryAt before when no further attempt is made, {@code null} if the next call makes one
     */
    public AuthorizationUnavailableException(String account, String reason, @Nullable Instant retryAt) {
        super("No access token for account " + account + " at the moment: " + reason
              + (retryAt == null ? "" : " (next attempt from " + retryAt + ")"));
        this.retryAt = retryAt;
    }

    /**
     * When to come back.
     *
     * @return {@code null} if the next call makes an attempt
     */
    public @Nullable Instant retryAt() {
        return retryAt;
    }
}
