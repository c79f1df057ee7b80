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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.requests.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * ecobee's authorization server for one account: gives out PINs and tokens, and knows what a token is worth.
 * <p>
 * Safe for use by several threads.
 */
public final class AuthorizationServer {
    private static final Set<String> SCOPES = Set.of("smartRead", "smartWrite", "ems", "openid", "offline_access");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final OAuthSettings settings;
    private final TokenFactory tokens;
    /** By the code that a client polls with; the newest is the last. */
    private final Map<String, PendingPin> pins = new LinkedHashMap<>();
    /** Every access token ever given out, by its fingerprint. */
    private final Map<String, Grant> accessTokens = new HashMap<>();
    /** The refresh tokens that still work. */
    private final Map<String, Grant> refreshTokens = new HashMap<>();

    /**
     * A server that has given out nothing yet.
     *
     * @param clock    the time by which PINs and tokens expire
     * @param settings how it behaves
     */
    public AuthorizationServer(Clock clock, OAuthSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.tokens = new TokenFactory(settings.tokenPrefix(), settings.accessTokenSize());
    }

    /**
     * Issues a PIN (PIN Authorization, pin-api-authorization.shtml).
     *
     * @param  parameters     the parameters of {@code GET /authorize}
     * @return                the PIN and the code to poll with
     * @throws OAuthException if the request is refused
     */
    public PinResponse authorize(Map<String, String> parameters) throws OAuthException {
        String type = require(parameters, "response_type");
        String apiKey = client(parameters);
        if (!type.equals("ecobeePin")) {
            // An application is registered for one way of authorization only, here for PINs (auth-intro.shtml).
            throw new OAuthException(type.equals("code") ? Refusal.UNAUTHORIZED_CLIENT : Refusal.INVALID_REQUEST);
        }
        String scope = require(parameters, "scope");
        if (!SEPARATOR.splitAsStream(scope).allMatch(SCOPES::contains)) {
            throw new OAuthException(Refusal.INVALID_SCOPE);
        }
        String granted = settings.scope() == null ? scope : settings.scope();
        return locked(() -> {
            Instant now = clock.instant();
            String code = tokens.code();
            PendingPin pin = new PendingPin(tokens.pin(), apiKey, granted, now, now.plus(settings.pinLife()));
            pins.put(code, pin);
            return new PinResponse().withEcobeePin(pin.pin()).withCode(code).withScope(granted)
                    .withExpiresIn(settings.pinLifeUnit().of(settings.pinLife()))
                    .withInterval((int) settings.pinInterval().toSeconds());
        });
    }

    /**
     * Exchanges a code or a refresh token for tokens (pin-api-authorization.shtml, token-refresh.shtml).
     *
     * @param  parameters     the parameters of {@code POST /token}, from query and form
     * @return                the tokens
     * @throws OAuthException if the request is refused
     */
    public TokenResponse token(Map<String, String> parameters) throws OAuthException {
        String type = require(parameters, "grant_type");
        String apiKey = client(parameters);
        lock.lock();
        try {
            return switch (type) {
                case "ecobeePin" -> redeem(require(parameters, "code"), apiKey);
                case "refresh_token" -> refresh(refreshToken(parameters), apiKey);
                case "authorization_code" -> throw new OAuthException(Refusal.UNAUTHORIZED_CLIENT);
                default -> throw new OAuthException(Refusal.UNSUPPORTED_GRANT_TYPE);
            };
        } finally {
            lock.unlock();
        }
    }

    /**
     * Says what an access token is worth now.
     *
     * @param  token the token, {@code null} when the request bears none
     * @return       its worth
     */
    public Access check(@Nullable String token) {
        return locked(() -> {
            String digest = token == null ? "" : KeyId.digest(token);
            Grant grant = accessTokens.get(digest);
            if (grant == null) {
                return new Access(Access.State.UNKNOWN, null, "");
            }
            Access.State state = grant.isRevoked()
                    ? Access.State.REVOKED
                    : grant.accepts(digest, clock.instant()) ? Access.State.VALID : Access.State.EXPIRED;
            return new Access(state, grant.apiKey(), grant.scope());
        });
    }

    /**
     * Enters a PIN, as the user does in the portal.
     *
     * @param  pin the PIN, in any letter case, spaces around it ignored
     * @return     whether there is such a PIN and it still waits
     */
    public boolean approve(String pin) {
        String wanted = pin.strip().toUpperCase(Locale.ROOT);
        return locked(() -> pins.values().stream()
                .filter(each -> each.pin().equals(wanted) && each.isOutstanding(clock.instant()))
                .findFirst().map(each -> {
                    each.approve(clock.instant());
                    return true;
                }).orElse(false));
    }

    /**
     * The PINs that wait for the user.
     *
     * @return an immutable list, oldest first
     */
    public List<String> outstandingPins() {
        return locked(() -> pins.values().stream().filter(pin -> pin.isOutstanding(clock.instant()))
                .map(PendingPin::pin).toList());
    }

    /**
     * The applications that have tokens.
     *
     * @return an immutable list, oldest first, each key once
     */
    public List<Application> applications() {
        return locked(() -> {
            Map<String, Application> byId = new LinkedHashMap<>();
            grants().stream().filter(grant -> !grant.isRevoked())
                    .sorted((a, b) -> a.since().compareTo(b.since()))
                    .map(grant -> new Application(KeyId.of(grant.apiKey()), grant.scope(), grant.since()))
                    .forEach(application -> byId.put(application.id(), application));
            return List.copyOf(byId.values());
        });
    }

    /**
     * Removes an application, as the user does in "My Apps": its access tokens answer with code 16 from now on, and its
     * refresh tokens are invalid.
     *
     * @param  id the {@linkplain KeyId#of name} of its API key
     * @return    whether it had been added
     */
    public boolean remove(String id) {
        return locked(() -> {
            List<Grant> removed = grants().stream()
                    .filter(grant -> !grant.isRevoked() && KeyId.of(grant.apiKey()).equals(id)).toList();
            removed.forEach(Grant::revoke);
            refreshTokens.values().removeAll(removed);
            return !removed.isEmpty();
        });
    }

    /** Ends every access token now, before its time; refresh tokens stay good. */
    public void expireAccessTokens() {
        locked(() -> {
            grants().forEach(Grant::expireAccess);
            return true;
        });
    }

    /** Ends every refresh token; access tokens stay good until their time. */
    public void invalidateRefreshTokens() {
        locked(() -> {
            refreshTokens.clear();
            return true;
        });
    }

    private TokenResponse redeem(String code, String apiKey) throws OAuthException {
        PendingPin pin = pins.get(code);
        if (pin == null || !pin.apiKey().equals(apiKey)) {
            throw new OAuthException(Refusal.INVALID_GRANT);
        }
        Instant now = clock.instant();
        pin.approveBy(settings.pinApproval(), now);
        pin.redeem(now, settings.pinInterval());
        return tokensFor(new Grant(apiKey, pin.scope(), now), tokens.refreshToken());
    }

    private TokenResponse refresh(String refreshToken, String apiKey) throws OAuthException {
        Grant grant = refreshTokens.get(refreshToken);
        if (grant == null || !grant.apiKey().equals(apiKey)) {
            throw new OAuthException(Refusal.INVALID_GRANT);
        }
        if (!settings.rotateRefreshTokens()) {
            return tokensFor(grant, refreshToken);
        }
        refreshTokens.remove(refreshToken);
        return tokensFor(grant, tokens.refreshToken());
    }

    private TokenResponse tokensFor(Grant grant, String refreshToken) {
        Instant now = clock.instant();
        String accessToken = tokens.accessToken(grant.scope(), now, settings.accessTokenLife());
        String digest = KeyId.digest(accessToken);
        grant.use(digest, now.plus(settings.accessTokenLife()));
        accessTokens.put(digest, grant);
        refreshTokens.put(refreshToken, grant);
        // ecobee announces one second less than the token lives: 3599.
        return new TokenResponse().withAccessToken(accessToken).withTokenType("Bearer")
                .withExpiresIn((int) settings.accessTokenLife().toSeconds() - 1).withRefreshToken(refreshToken)
                .withScope(grant.scope());
    }

    private List<Grant> grants() {
        return new ArrayList<>(Set.copyOf(accessTokens.values()));
    }

    private String client(Map<String, String> parameters) throws OAuthException {
        String apiKey = require(parameters, "client_id");
        if (!settings.apiKeys().contains(apiKey)) {
            throw new OAuthException(Refusal.INVALID_CLIENT);
        }
        return apiKey;
    }

    /** ecobee takes the token as {@code refresh_token}, and as {@code code} too (token-refresh.shtml). */
    private static String refreshToken(Map<String, String> parameters) throws OAuthException {
        String token = parameters.get("refresh_token");
        return token == null ? require(parameters, "code") : token;
    }

    private static String require(Map<String, String> parameters, String name) throws OAuthException {
        String value = parameters.get(name);
        if (value == null || value.isBlank()) {
            throw new OAuthException(Refusal.INVALID_REQUEST);
        }
        return value;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
