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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * The authorizations by code that wait for a browser to come back (RFC 6749, 4.1; ecobee page
 * authz-code-authorization). What travels is a random {@code state} that says nothing; account and redirect URI stay
 * here, so that nobody can forge them. It counts once, for a while, and where a binding was given only in the browser
 * that began (RFC 6749, 10.12).
 */
final class CodeFlow {
    /** As long as RFC 6749, 4.1.2 lets a code live; people have to find their password. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** Whoever calls the address again and again must not fill the memory: the oldest go first. */
    private static final int MOST = 10_000;
    private static final int STATE_BYTES = 32;
    private static final int LONGEST_ACCOUNT = 100;

    private final AuthorizationSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    /** Oldest first; guarded by the lock. */
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    CodeFlow(AuthorizationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    URI begin(String account, String redirectUri, @Nullable String binding) {
        if (account.isBlank() || account.length() > LONGEST_ACCOUNT || account.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "account: the name must have 1 to " + LONGEST_ACCOUNT + " characters, and no control characters");
        }
        if (binding != null && binding.isBlank()) {
            throw new IllegalArgumentException(
                    "header CamelEcobeeBinding: is blank, which binds to no browser; give something that only the browser has,"
                                               + " the id of its session for example");
        }
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        lock.lock();
        try {
            pending.values().removeIf(each -> !each.isGood(now));
            if (pending.size() >= MOST) {
                pending.remove(pending.keySet().iterator().next());
            }
            pending.put(state, new Pending(account, redirectUri, binding, now.plus(LIFE)));
        } finally {
            lock.unlock();
        }
        String base = settings.authorizeUri().toString();
        return URI.create(base + (base.contains("?") ? "&" : "?") + "response_type=code&client_id=" + encode(settings.apiKey())
                          + "&redirect_uri=" + encode(redirectUri) + "&scope=" + encode(settings.scope()) + "&state=" + state);
    }

    /**
     * Takes what was begun.
     *
     * @throws IllegalArgumentException if it was not begun here, too long ago, in another browser, or is over
     */
    Pending end(@Nullable String state, @Nullable String binding) {
        if (state == null || state.isBlank()) {
            throw new IllegalArgumentException(
                    "state: is missing; exchangeCode needs the parameters with which ecobee sent the browser back");
        }
        Pending found;
        lock.lock();
        try {
            found = pending.get(state);
            if (found != null && found.isBoundTo(binding)) {
                pending.remove(state);
            }
        } finally {
            lock.unlock();
        }
        if (found == null || !found.isGood(clock.instant())) {
            throw new IllegalArgumentException(
                    "state: is not of an authorization that began here within the last " + LIFE.toMinutes()
                                               + " minutes, or was used before; start again at the address that"
                                               + " authorizationUrl gives");
        }
        if (!found.isBoundTo(binding)) {
            // Not taken: whoever lures another browser here must not end the owner's authorization either.
            throw new IllegalArgumentException(
                    "state: belongs to an authorization that began in another browser; start again in this one");
        }
        return found;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    record Pending(String account, String redirectUri, @Nullable String binding, Instant expiresAt) {
        boolean isGood(Instant now) {
            return now.isBefore(expiresAt);
        }

        boolean isBoundTo(@Nullable String other) {
            return binding == null || other != null && MessageDigest.isEqual(
                    binding.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }

        /** Without the binding. */
        @Override
        public String toString() {
            return "Pending[account=" + account + ", expiresAt=" + expiresAt + "]";
        }
    }
}
