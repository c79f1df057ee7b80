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

import io.github.camelecobee.authorization.TokenAnswer.Refused;
import org.jspecify.annotations.Nullable;

/** By refresh token (RFC 6749, 6): that of the grant, or to begin with the one that was obtained elsewhere. */
final class TokenRenewal implements Renewal {
    private final TokenEndpoint endpoint;
    private final @Nullable RefreshTokenSeed seed;
    private final Clock clock;

    TokenRenewal(TokenEndpoint endpoint, @Nullable RefreshTokenSeed seed, Clock clock) {
        this.endpoint = endpoint;
        this.seed = seed;
        this.clock = clock;
    }

    @Override
    public boolean canBegin(Snapshot now) {
        return seed != null && !now.isSeedSpent() && !now.isMisconfigured() && !now.record().isUsable();
    }

    @Override
    public TokenAnswer next(Snapshot now) {
        Grant grant = now.record().grant();
        if (seed != null && (grant == null || !now.record().isUsable())) {
            RefreshTokenSeed.Content content = seed.read();
            return endpoint.refresh(content.refreshToken(), content.scope());
        }
        String refreshToken = grant == null ? null : grant.refreshToken();
        return grant == null || refreshToken == null
                ? new Refused(new Refusal("invalid_grant", "There is no refresh token", clock.instant()))
                : endpoint.refresh(refreshToken, grant.scope());
    }

    @Override
    public @Nullable Duration patience() {
        return null;
    }
}
