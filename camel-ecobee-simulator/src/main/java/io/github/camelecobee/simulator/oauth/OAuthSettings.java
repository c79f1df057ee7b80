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
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How the authorization server behaves where ecobee has behaved in several ways.
 *
 * @param apiKeys             the keys it knows; immutable
 * @param accessTokenLife     how long an access token works
 * @param rotateRefreshTokens whether a refresh ends the old refresh token and gives a new one (before August 2020,
 *                            token-refresh.shtml) or returns the same
 * @param pinLife             how long a PIN can be entered
 * @param pinLifeUnit         in which unit the answer says so
 * @param pinInterval         the least time between two polls
 * @param pinApproval         who approves PINs
 * @param tokenPrefix         what every secret given out starts with, so that logs can be searched for it; may be empty
 * @param accessTokenSize     the length of access tokens in characters, 0 for their natural length
 * @param refreshTokenLife    how long a refresh token works, {@code null} for ever: ecobee's pages disagree
 * @param opaqueAccessTokens  whether access tokens are 32 characters unless {@code ecobee_type=jwt} is asked for, as
 *                            before December 2020
 * @param webApplications     the keys registered for authorization codes
 * @param scope               what is granted whatever was asked, {@code null} to grant what was asked
 */
public record OAuthSettings(Set<String> apiKeys, Duration accessTokenLife, boolean rotateRefreshTokens, Duration pinLife,
        PinLifeUnit pinLifeUnit, Duration pinInterval, PinApproval pinApproval, String tokenPrefix, int accessTokenSize,
        @Nullable Duration refreshTokenLife, boolean opaqueAccessTokens, WebApplications webApplications,
        @Nullable String scope) {
}
