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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.requests.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * ecobee's authorization server: gives out PINs and tokens, and knows what a token is worth.
 * <p>
 * Safe for use by several threads.
 */
public final class AuthorizationServer {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final OAuthSettings settings;
    private final Function<String, Login> resident;
    private final TokenFactory tokens;
    private final IssuedCodes codes = new IssuedCodes();
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
     * @param resident who enters the PINs of an API key when nobody says who
     */
    public AuthorizationServer(Clock clock, OAuthSettings settings, Function<String, Login> resident) {
        this.clock = clock;
        this.settings = settings;
        this.resident = resident;
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
        Parameters asked = new Parameters(parameters, settings);
        String type = asked.require("response_type");
        String apiKey = asked.apiKey();
        if (!type.equals("ecobeePin")) {
            throw new OAuthException(Refusal.INVALID_REQUEST);
        }
        asked.apiKeyFor(false);
        String granted = asked.scope();
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
     * Reads a request for an authorization code (Authorization Code, authz-code-authorization.shtml). Whatever is wrong
     * with it is said at once and not by redirect: only the user's denial is documented to go there.
     *
     * @param  parameters     the parameters of {@code GET /authorize}
     * @return                what the user is to be asked
     * @throws OAuthException if the request is refused
     */
    public CodeRequest codeRequest(Map<String, String> parameters) throws OAuthException {
        Parameters asked = new Parameters(parameters, settings);
        if (!asked.require("response_type").equals("code")) {
            throw new OAuthException(Refusal.INVALID_REQUEST);
        }
        String apiKey = asked.apiKeyFor(true);
        String redirectUri = asked.require("redirect_uri");
        if (!settings.webApplications().allows(apiKey, redirectUri)) {
            throw new OAuthException(Refusal.INVALID_REQUEST);
        }
        return new CodeRequest(apiKey, redirectUri, asked.scope(), asked.get("state"));
    }

    /**
     * Accepts a request for an authorization code, as the user does on the consent page.
     *
     * @param  request the request
     * @param  login   who accepts
     * @return         where the browser goes, with a code that is good once and for ten minutes
     */
    public String accept(CodeRequest request, Login login) {
        return locked(() -> {
            String code = tokens.code();
            codes.issue(code, request, login, clock.instant());
            return request.accepted(code);
        });
    }

    /**
     * Gives a token to a utility that has logged in with its password ({@code /1/register}).
     *
     * @param  login the utility
     * @return       an access token; there is no refresh token, it logs in again
     */
    public String register(Login login) {
        return locked(() -> accessToken(new Grant(login.userName(), Access.IMPLICIT, login, clock.instant()), true));
    }

    /**
     * Exchanges a code or a refresh token for tokens (pin-api-authorization.shtml, token-refresh.shtml).
     *
     * @param  parameters     the parameters of {@code POST /token}, from query and form
     * @return                the tokens
     * @throws OAuthException if the request is refused
     */
    public TokenResponse token(Map<String, String> parameters) throws OAuthException {
        Parameters asked = new Parameters(parameters, settings);
        String type = asked.require("grant_type");
        String apiKey = asked.apiKey();
        lock.lock();
        try {
            return switch (type) {
                case "ecobeePin" -> redeemPin(asked);
                case "authorization_code" -> redeemCode(asked);
                case "refresh_token" -> refresh(asked, apiKey);
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
                return new Access(Access.State.UNKNOWN, null, "", null);
            }
            Access.State state = grant.isRevoked()
                    ? Access.State.REVOKED
                    : grant.accepts(digest, clock.instant()) ? Access.State.VALID : Access.State.EXPIRED;
            return new Access(state, grant.apiKey(), grant.scope(), grant.login());
        });
    }

    /**
     * Says whose access a token request is to renew.
     *
     * @param  parameters the parameters of {@code POST /token}, from query and form
     * @return            the user, empty when it bears no refresh token that works
     */
    public Optional<Login> renewed(Map<String, String> parameters) {
        String token = parameters.getOrDefault("refresh_token", parameters.getOrDefault("code", ""));
        return locked(() -> Optional.ofNullable(refreshTokens.get(token)).map(Grant::login));
    }

    /**
     * Enters a PIN, as the user does in the portal.
     *
     * @param  pin the PIN, in any letter case, spaces around it ignored
     * @return     whether there is such a PIN and it still waits; the application gets the account that has its API
     *             key, or the first
     */
    public boolean approve(String pin) {
        return approve(pin, waiting -> resident.apply(waiting.apiKey()));
    }

    /**
     * Enters a PIN, as a certain user does in the portal: the application gets that user's account.
     *
     * @param  pin   the PIN, in any letter case, spaces around it ignored
     * @param  login who enters it
     * @return       whether there is such a PIN and it still waits
     */
    public boolean approve(String pin, Login login) {
        return approve(pin, waiting -> login);
    }

    private boolean approve(String pin, Function<PendingPin, Login> login) {
        String wanted = pin.strip().toUpperCase(Locale.ROOT);
        return locked(() -> pins.values().stream()
                .filter(each -> each.pin().equals(wanted) && each.isOutstanding(clock.instant()))
                .findFirst().map(each -> {
                    each.approve(clock.instant(), login.apply(each));
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
        return applications(grant -> true);
    }

    /**
     * The applications that have tokens for an account.
     *
     * @param  account the name of the account
     * @return         an immutable list, oldest first, each key once
     */
    public List<Application> applications(String account) {
        return applications(grant -> grant.login().account().equals(account));
    }

    private List<Application> applications(Predicate<Grant> which) {
        return locked(() -> {
            Map<String, Application> byId = new LinkedHashMap<>();
            grants().stream().filter(grant -> !grant.isRevoked() && !grant.scope().equals(Access.IMPLICIT)).filter(which)
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
        return remove(grant -> KeyId.of(grant.apiKey()).equals(id));
    }

    /**
     * Removes an application from one account only.
     *
     * @param  id      the {@linkplain KeyId#of name} of its API key
     * @param  account the name of the account
     * @return         whether it had been added there
     */
    public boolean remove(String id, String account) {
        return remove(grant -> KeyId.of(grant.apiKey()).equals(id) && grant.login().account().equals(account));
    }

    private boolean remove(Predicate<Grant> which) {
        return locked(() -> {
            List<Grant> removed = grants().stream().filter(grant -> !grant.isRevoked()).filter(which).toList();
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

    private TokenResponse redeemPin(Parameters asked) throws OAuthException {
        String apiKey = asked.apiKeyFor(false);
        PendingPin pin = pins.get(asked.require("code"));
        if (pin == null || !pin.apiKey().equals(apiKey)) {
            throw new OAuthException(Refusal.INVALID_GRANT);
        }
        Instant now = clock.instant();
        pin.approveBy(settings.pinApproval(), now, resident.apply(apiKey));
        Login login = pin.redeem(now, settings.pinInterval());
        return tokensFor(new Grant(apiKey, pin.scope(), login, now), tokens.refreshToken(), asked.wantsJwt());
    }

    private TokenResponse redeemCode(Parameters asked) throws OAuthException {
        String apiKey = asked.apiKeyFor(true);
        Instant now = clock.instant();
        IssuedCodes.Issued issued = codes.redeem(asked.require("code"), apiKey, asked.get("redirect_uri"), now);
        return tokensFor(new Grant(apiKey, issued.request().scope(), issued.login(), now), tokens.refreshToken(),
                asked.wantsJwt());
    }

    private TokenResponse refresh(Parameters asked, String apiKey) throws OAuthException {
        String refreshToken = asked.refreshToken();
        Grant grant = refreshTokens.get(refreshToken);
        if (grant == null || !grant.apiKey().equals(apiKey) || !grant.mayRefresh(clock.instant())) {
            throw new OAuthException(Refusal.INVALID_GRANT);
        }
        if (!settings.rotateRefreshTokens()) {
            return tokensFor(grant, refreshToken, asked.wantsJwt());
        }
        refreshTokens.remove(refreshToken);
        return tokensFor(grant, tokens.refreshToken(), asked.wantsJwt());
    }

    /** Puts a new access token in force. */
    private String accessToken(Grant grant, boolean jwt) {
        Instant now = clock.instant();
        String accessToken = jwt || !settings.opaqueAccessTokens()
                ? tokens.accessToken(grant.scope(), grant.login(), now, settings.accessTokenLife())
                : tokens.opaqueAccessToken();
        String digest = KeyId.digest(accessToken);
        grant.use(digest, now.plus(settings.accessTokenLife()));
        accessTokens.put(digest, grant);
        return accessToken;
    }

    private TokenResponse tokensFor(Grant grant, String refreshToken, boolean jwt) {
        String accessToken = accessToken(grant, jwt);
        Duration life = settings.refreshTokenLife();
        if (refreshTokens.put(refreshToken, grant) == null && life != null) {
            grant.refreshableUntil(clock.instant().plus(life));
        }
        // ecobee announces one second less than the token lives: 3599.
        return new TokenResponse().withAccessToken(accessToken).withTokenType("Bearer")
                .withExpiresIn((int) settings.accessTokenLife().toSeconds() - 1).withRefreshToken(refreshToken)
                .withScope(grant.scope());
    }

    private List<Grant> grants() {
        return new ArrayList<>(Set.copyOf(accessTokens.values()));
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
