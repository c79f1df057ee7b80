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

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How authorizations are obtained and renewed. Immutable, and checked when built.
 *
 * @param apiKey        the API key of the application, ecobee's {@code client_id}; a secret; blank for a utility
 * @param scope         what to ask for: {@code smartRead}, {@code smartWrite}, {@code ems}, several separated by commas
 * @param authorizeUri  the authorization endpoint
 * @param tokenUri      the token endpoint
 * @param staleMargin   how long before its end an access token is renewed in the background
 * @param expiredMargin how long before its end an access token is not used any more
 * @param maxPins       how many PINs are asked for in a row without anybody entering one
 * @param portal        where a human types the PIN
 * @param waitTimeout   how long a caller waits for a refresh that another one runs
 * @param method        how an account without a grant comes to one
 * @param utility       the login of a utility, {@code null} for other methods
 * @param seed          a refresh token that was obtained elsewhere, {@code null} for none
 */
public record AuthorizationSettings(String apiKey, String scope, URI authorizeUri, URI tokenUri, Duration staleMargin,
        Duration expiredMargin, int maxPins, String portal, Duration waitTimeout,
        AuthorizationMethod method, @Nullable UtilityLogin utility, @Nullable RefreshTokenSeed seed) {

    /**
     * Checks every value.
     *
     * @param apiKey        the API key of the application, ecobee's {@code client_id}
     * @param scope         what to ask for: {@code smartRead}, {@code smartWrite}, {@code ems}, several separated by
     *                      commas
     * @param authorizeUri  the authorization endpoint
     * @param tokenUri      the token endpoint
     * @param staleMargin   how long before its end an access token is renewed in the background
     * @param expiredMargin how long before its end an access token is not used any more
     * @param maxPins       how many PINs are asked for in a row without anybody entering one
     * @param portal        where a human types the PIN
     * @param waitTimeout   how long a caller waits for a refresh that another one runs
     * @param method        how an account without a grant comes to one
     * @param utility       the login of a utility, {@code null} for other methods
     * @param seed          a refresh token that was obtained elsewhere, {@code null} for none
     */
    public AuthorizationSettings {
        if (method == AuthorizationMethod.UTILITY ? utility == null : utility != null) {
            throw new IllegalArgumentException("Method utility needs a login, and no other method has one");
        }
        if (apiKey.isBlank() && utility == null) {
            throw new IllegalArgumentException("The option apiKey is missing: the API key of your ecobee application");
        }
        scope = Scope.requested(scope);
        if (authorizeUri.getHost() == null || tokenUri.getHost() == null) {
            throw new IllegalArgumentException("The options authorizeUrl and tokenUrl must be absolute addresses");
        }
        if (expiredMargin.isNegative() || staleMargin.compareTo(expiredMargin) < 0) {
            throw new IllegalArgumentException("The margins must not be negative, and stale not shorter than expired");
        }
        if (maxPins < 1) {
            throw new IllegalArgumentException("maxPins must be at least 1, not " + maxPins);
        }
        if (waitTimeout.isNegative() || waitTimeout.isZero()) {
            throw new IllegalArgumentException("waitTimeout must be longer than zero, not " + waitTimeout);
        }
    }

    /** What the grants in a store belong to beside the account: a utility has no API key. */
    String application() {
        return utility == null ? apiKey : "utility " + utility.userName();
    }

    /**
     * Starts from the defaults.
     *
     * @param  apiKey the API key; {@code null} for a utility
     * @return        a new builder
     */
    public static Builder builder(@Nullable String apiKey) {
        return new Builder(apiKey == null ? "" : apiKey);
    }

    /** Without the API key. */
    @Override
    public String toString() {
        return "AuthorizationSettings[scope=" + scope + ", authorizeUri=" + authorizeUri + ", tokenUri=" + tokenUri + "]";
    }

    /** Builds {@link AuthorizationSettings}. Not safe for use by several threads. */
    public static final class Builder {
        private final String apiKey;
        private String scope = "smartWrite";
        private URI authorizeUri = URI.create("https://api.ecobee.com/authorize");
        private URI tokenUri = URI.create("https://api.ecobee.com/token");
        private Duration staleMargin = Duration.ofMinutes(5);
        private Duration expiredMargin = Duration.ofSeconds(30);
        private int maxPins = 3;
        private String portal = "ecobee.com > My Apps > Add Application";
        private Duration waitTimeout = Duration.ofSeconds(150);
        private AuthorizationMethod method = AuthorizationMethod.PIN;
        private @Nullable UtilityLogin utility;
        private @Nullable RefreshTokenSeed seed;

        private Builder(String apiKey) {
            this.apiKey = apiKey;
        }

        /**
         * How an account without a grant comes to one; by PIN by default.
         *
         * @param  value any but utility
         * @return       this
         */
        public Builder method(AuthorizationMethod value) {
            method = value;
            return this;
        }

        /**
         * The login of a utility, which makes the method utility.
         *
         * @param  value the login
         * @return       this
         */
        public Builder utility(UtilityLogin value) {
            method = AuthorizationMethod.UTILITY;
            utility = value;
            return this;
        }

        /**
         * A refresh token that was obtained elsewhere, to begin with.
         *
         * @param  value the refresh token, {@code null} for none
         * @return       this
         */
        public Builder seed(@Nullable RefreshTokenSeed value) {
            seed = value;
            return this;
        }

        /**
         * What to ask for; {@code smartWrite} by default.
         *
         * @param  value the scope
         * @return       this
         */
        public Builder scope(String value) {
            scope = value;
            return this;
        }

        /**
         * The authorization endpoint; {@code https://api.ecobee.com/authorize} by default.
         *
         * @param  value an absolute address
         * @return       this
         */
        public Builder authorizeUri(URI value) {
            authorizeUri = value;
            return this;
        }

        /**
         * The token endpoint; {@code https://api.ecobee.com/token} by default.
         *
         * @param  value an absolute address
         * @return       this
         */
        public Builder tokenUri(URI value) {
            tokenUri = value;
            return this;
        }

        /**
         * When to renew: 5 minutes before the end in the background, 30 seconds before it at the latest. Tokens that
         * live shorter than an hour have proportionally shorter margins.
         *
         * @param  stale   the first
         * @param  expired the second
         * @return         this
         */
        public Builder margins(Duration stale, Duration expired) {
            staleMargin = stale;
            expiredMargin = expired;
            return this;
        }

        /**
         * How many PINs are asked for in a row; 3 by default.
         *
         * @param  value at least 1
         * @return       this
         */
        public Builder maxPins(int value) {
            maxPins = value;
            return this;
        }

        /**
         * Where a human types the PIN.
         *
         * @param  value for humans
         * @return       this
         */
        public Builder portal(String value) {
            portal = value;
            return this;
        }

        /**
         * How long a caller waits for a refresh that another one runs; 150 s by default.
         *
         * @param  value longer than zero
         * @return       this
         */
        public Builder waitTimeout(Duration value) {
            waitTimeout = value;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return                          the settings
         * @throws IllegalArgumentException naming the option that is wrong
         */
        public AuthorizationSettings build() {
            return new AuthorizationSettings(
                    apiKey, scope, authorizeUri, tokenUri, staleMargin, expiredMargin, maxPins, portal, waitTimeout,
                    method, utility, seed);
        }
    }
}
