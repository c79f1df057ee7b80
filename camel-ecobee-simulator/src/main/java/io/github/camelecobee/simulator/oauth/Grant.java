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

import java.time.Instant;

/**
 * What one approved PIN has led to. Guarded by the authorization server's lock. The access token in force is known by
 * its fingerprint only.
 */
final class Grant {
    private final String apiKey;
    private final String scope;
    private final Instant since;
    private final Login login;
    private String accessDigest = "";
    private Instant accessExpires = Instant.MIN;
    private Instant refreshExpires = Instant.MAX;
    private boolean revoked;

    Grant(String apiKey, String scope, Login login, Instant since) {
        this.apiKey = apiKey;
        this.scope = scope;
        this.login = login;
        this.since = since;
    }

    String apiKey() {
        return apiKey;
    }

    String scope() {
        return scope;
    }

    Login login() {
        return login;
    }

    Instant since() {
        return since;
    }

    boolean isRevoked() {
        return revoked;
    }

    void revoke() {
        revoked = true;
    }

    /** Puts a token in force; the one before ends at once (token-refresh.shtml). */
    void use(String digest, Instant expires) {
        accessDigest = digest;
        accessExpires = expires;
    }

    /** Sets when its refresh token ends. */
    void refreshableUntil(Instant end) {
        refreshExpires = end;
    }

    boolean mayRefresh(Instant now) {
        return now.isBefore(refreshExpires);
    }

    void expireAccess() {
        accessExpires = Instant.MIN;
    }

    boolean accepts(String digest, Instant now) {
        return accessDigest.equals(digest) && now.isBefore(accessExpires);
    }
}
