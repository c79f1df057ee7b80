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

/**
 * The authorization of an account at one moment, free of secrets: it may be logged, mailed and shown.
 *
 * @param account              the name of the account
 * @param method               how it comes to a grant
 * @param state                where it stands
 * @param since                since when
 * @param pin                  the PIN that waits for a human, {@code null} for none
 * @param pinExpiresAt         when that PIN expires
 * @param portal               where that PIN is typed
 * @param accessTokenExpiresAt when the access token expires, {@code null} if there is none
 * @param scope                what was granted
 * @param lastRefresh          when the grant was last renewed by this process
 * @param refreshes            how often it was renewed by this process
 * @param failures             how many attempts have failed since the last success
 * @param lastError            what went wrong last, {@code null} since the last success
 * @param unsaved              whether the grant is in memory only, so that a restart would lose it
 * @param nextStep             a sentence on what happens or has to be done next
 */
public record AuthorizationStatus(String account, AuthorizationMethod method, AuthorizationState state, Instant since,
        @Nullable String pin,
        @Nullable Instant pinExpiresAt, @Nullable String portal, @Nullable Instant accessTokenExpiresAt,
        @Nullable String scope, @Nullable Instant lastRefresh, long refreshes, int failures, @Nullable String lastError,
        boolean unsaved, String nextStep) {
}
