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

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The parameters of a request to the authorization server, checked when they are read. */
final class Parameters {
    private static final Set<String> SCOPES = Set.of("smartRead", "smartWrite", "ems", "openid", "offline_access");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private final Map<String, String> values;
    private final OAuthSettings settings;

    Parameters(Map<String, String> values, OAuthSettings settings) {
        this.values = values;
        this.settings = settings;
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String require(String name) throws OAuthException {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new OAuthException(Refusal.INVALID_REQUEST);
        }
        return value;
    }

    /** The application, which must be known. */
    String apiKey() throws OAuthException {
        String apiKey = require("client_id");
        if (!settings.apiKeys().contains(apiKey) && !settings.webApplications().contains(apiKey)) {
            throw new OAuthException(Refusal.INVALID_CLIENT);
        }
        return apiKey;
    }

    /** The application, which must be registered for PINs or for codes: each is for one of them (auth-intro.shtml). */
    String apiKeyFor(boolean codes) throws OAuthException {
        String apiKey = apiKey();
        if (settings.webApplications().contains(apiKey) != codes) {
            throw new OAuthException(Refusal.UNAUTHORIZED_CLIENT);
        }
        return apiKey;
    }

    /** The scope that will be granted. */
    String scope() throws OAuthException {
        String scope = require("scope");
        if (!SEPARATOR.splitAsStream(scope).allMatch(SCOPES::contains)) {
            throw new OAuthException(Refusal.INVALID_SCOPE);
        }
        return settings.scope() == null ? scope : settings.scope();
    }

    /** ecobee takes the token as {@code refresh_token}, and as {@code code} too (token-refresh.shtml). */
    String refreshToken() throws OAuthException {
        String token = values.get("refresh_token");
        return token == null ? require("code") : token;
    }

    /** Asked for with the legacy service until December 2020; since then tokens are JWTs anyway. */
    boolean wantsJwt() {
        return "jwt".equals(values.get("ecobee_type"));
    }
}
