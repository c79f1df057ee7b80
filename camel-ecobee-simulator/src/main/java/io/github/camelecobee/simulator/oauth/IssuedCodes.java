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
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Authorization codes that wait to be exchanged, each good once. Guarded by the lock of the server. */
final class IssuedCodes {
    /** ecobee does not publish its figure; this is the most that RFC 6749 recommends. */
    static final Duration LIFE = Duration.ofMinutes(10);

    private final Map<String, Issued> codes = new HashMap<>();

    void issue(String code, CodeRequest request, Login login, Instant now) {
        codes.values().removeIf(issued -> !now.isBefore(issued.expires()));
        codes.put(code, new Issued(request, login, now.plus(LIFE)));
    }

    /** Takes a code; a wrong client or address does not use it up. */
    Issued redeem(String code, String apiKey, @Nullable String redirectUri, Instant now) throws OAuthException {
        Issued issued = codes.get(code);
        if (issued == null || !now.isBefore(issued.expires()) || !issued.request().apiKey().equals(apiKey)
                || !issued.request().redirectUri().equals(redirectUri)) {
            throw new OAuthException(Refusal.INVALID_GRANT);
        }
        codes.remove(code);
        return issued;
    }

    record Issued(CodeRequest request, Login login, Instant expires) {
    }
}
