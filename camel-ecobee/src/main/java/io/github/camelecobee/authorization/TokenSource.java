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

import org.jspecify.annotations.Nullable;

/**
 * Somebody else who owns the tokens: another application, a vault, a login that ecobee's documentation does not know.
 * The component then stores nothing, refreshes nothing, and never asks for a PIN. Called by several threads, and once
 * for each request, so better answered from memory.
 */
@FunctionalInterface
public interface TokenSource {

    /**
     * The access token of an account.
     *
     * @param  account the name of the account
     * @return         the token, a secret
     */
    String accessToken(String account);

    /**
     * The access token after one that ecobee called expired, invalid or revoked.
     *
     * @param  account the name of the account
     * @param  failed  the token that ecobee did not accept, a secret
     * @return         another one; the same when there is no other
     */
    default String renew(String account, String failed) {
        return accessToken(account);
    }

    /**
     * What the tokens of an account allow.
     *
     * @param  account the name of the account
     * @return         the scope, {@code null} when it is not known
     */
    default @Nullable String scope(String account) {
        return null;
    }
}
