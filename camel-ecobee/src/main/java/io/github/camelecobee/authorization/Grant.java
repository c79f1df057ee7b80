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

import org.jspecify.annotations.Nullable;

/**
 * What ecobee granted (RFC 6749, 5.1; ecobee page token-refresh). Tokens are opaque text of any length.
 *
 * @param accessToken  the access token, a secret
 * @param refreshToken the refresh token, a secret; {@code null} if the grant cannot be renewed
 * @param obtainedAt   when it was granted
 * @param expiresAt    when the access token expires
 * @param scope        what was granted, which may differ from what was asked for
 * @param tokenType    {@code Bearer}
 */
public record Grant(String accessToken, @Nullable String refreshToken, Instant obtainedAt, Instant expiresAt,
        String scope, String tokenType) {

    /**
     * Checks that there is a token.
     *
     * @param accessToken  the access token, a secret
     * @param refreshToken the refresh token, a secret
     * @param obtainedAt   when it was granted
     * @param expiresAt    when the access token expires
     * @param scope        what was granted, which may differ from what was asked for
     * @param tokenType    {@code Bearer}
     */
    public Grant {
        if (accessToken.isBlank()) {
            throw new IllegalArgumentException("A grant needs an access token");
        }
    }

    Duration life() {
        return Duration.between(obtainedAt, expiresAt);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Grant[scope=" + scope + ", obtainedAt=" + obtainedAt + ", expiresAt=" + expiresAt + "]";
    }
}
