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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.authorization.TokenAnswer.Granted;
import io.github.camelecobee.authorization.TokenAnswer.Prompted;
import io.github.camelecobee.authorization.TokenAnswer.Refused;
import io.github.camelecobee.authorization.TokenAnswer.Unreachable;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.OAuthError;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.RegisterRequest;
import io.github.camelecobee.model.RegisterResponse;
import io.github.camelecobee.model.Status;
import io.github.camelecobee.transport.HttpAnswer;
import io.github.camelecobee.transport.HttpCall;
import io.github.camelecobee.transport.HttpTransport;
import io.github.camelecobee.transport.TransportException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks with ecobee's authorization and token endpoints (RFC 6749; ecobee pages pin-api-authorization and
 * token-refresh). Every outcome is an answer, none an exception.
 */
final class TokenEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationManager.class);
    /** What ecobee documents, for answers that leave it out. */
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Duration PIN_LIFE = Duration.ofMinutes(9);
    private static final Duration PIN_INTERVAL = Duration.ofSeconds(30);
    /** Below it, a PIN's expires_in is minutes (9 in the documentation), from it on seconds (900 in newer answers). */
    private static final int LEAST_SECONDS = 60;

    /** The status code of a refused login (error-codes). */
    private static final int AUTHENTICATION_FAILED = 1;
    /** None of ecobee's pages names one. */
    private static final String UTILITY_SCOPE = "implicit";

    private final AuthorizationSettings settings;
    private final HttpTransport transport;
    private final Clock clock;

    TokenEndpoint(AuthorizationSettings settings, HttpTransport transport, Clock clock) {
        this.settings = settings;
        this.transport = transport;
        this.clock = clock;
    }

    TokenAnswer requestPin() {
        String query = "response_type=ecobeePin&scope=" + URLEncoder.encode(settings.scope(), StandardCharsets.UTF_8);
        String base = settings.authorizeUri().toString();
        URI uri = URI.create(base + (base.contains("?") ? "&" : "?") + query);
        return send(HttpCall.get(uri).withSecretQuery("client_id", settings.apiKey()), this::pin, null);
    }

    TokenAnswer poll(PinPrompt prompt) {
        Map<String, String> form = form("ecobeePin");
        form.put("code", prompt.code());
        return send(HttpCall.postForm(settings.tokenUri(), form), answer -> grant(answer, null, null), prompt.code());
    }

    /** The redirect URI must be the one that the code was sent to (ecobee page authz-code-authorization). */
    TokenAnswer exchange(String code, String redirectUri) {
        Map<String, String> form = form("authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        return send(HttpCall.postForm(settings.tokenUri(), form), answer -> grant(answer, null, null), code);
    }

    /** Logs a utility in; there is no ecobee page on it, only what its clients have done. */
    TokenAnswer register(UtilityLogin login) {
        String json = EcobeeJson.write(
                new RegisterRequest().withUserName(login.userName()).withPassword(login.password()));
        URI uri = URI.create(login.registerUri() + "?format=json");
        return send(HttpCall.postJson(uri, json), answer -> registration(answer, login), login.password());
    }

    /** @param scope what was granted before, which is granted again if the answer does not say otherwise */
    TokenAnswer refresh(String refreshToken, @Nullable String scope) {
        Map<String, String> form = form("refresh_token");
        form.put("refresh_token", refreshToken);
        return send(HttpCall.postForm(settings.tokenUri(), form), answer -> grant(answer, refreshToken, scope), refreshToken);
    }

    private Map<String, String> form(String grantType) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", grantType);
        form.put("client_id", settings.apiKey());
        return form;
    }

    /** Reads the success of one kind of request; empty if it is none. */
    private interface Reader {
        Optional<TokenAnswer> read(HttpAnswer answer);
    }

    private TokenAnswer send(HttpCall call, Reader reader, @Nullable String secret) {
        HttpAnswer answer;
        try {
            answer = transport.send(call);
        } catch (TransportException e) {
            Unreachable unreachable = new Unreachable(Redaction.clean(e.getMessage(), settings.apiKey(), secret), null);
            LOG.debug("{} {} at {} was not answered: {}", call.method(), call.uri().getPath(), call.uri().getHost(),
                    unreachable.reason());
            return unreachable;
        }
        String what = call.method() + " " + call.uri().getPath() + " at " + call.uri().getHost() + " answered HTTP "
                      + answer.status();
        LOG.debug("{}", what);
        Duration retryAfter = answer.retryAfter(clock.instant()).orElse(null);
        try {
            // The error decides, never the HTTP status: a 401 has been seen for pending PINs and for lost connections.
            Optional<TokenAnswer> refused = refusal(answer, secret);
            return refused.or(() -> reader.read(answer))
                    .orElseGet(() -> new Unreachable(what + " without what was asked for", retryAfter));
        } catch (EcobeeJsonException e) {
            return new Unreachable(what + (answer.isHtml() ? " with an HTML page" : " without readable JSON"), retryAfter);
        }
    }

    private Optional<TokenAnswer> refusal(HttpAnswer answer, @Nullable String secret) {
        OAuthError error = EcobeeJson.read(answer.body(), OAuthError.class);
        if (error.getError() == null || error.getError().isBlank()) {
            return Optional.empty();
        }
        String text = error.getErrorDescription();
        if (text == null && error.getAdditionalProperties().get("error_descripton") instanceof String misspelt) {
            text = misspelt; // as an early version of the service wrote it
        }
        return Optional.of(new Refused(
                new Refusal(
                        Redaction.clean(error.getError(), settings.apiKey(), secret),
                        Redaction.clean(text, settings.apiKey(), secret), clock.instant())));
    }

    private Optional<TokenAnswer> pin(HttpAnswer answer) {
        if (answer.status() / 100 != 2) {
            return Optional.empty();
        }
        PinResponse response = EcobeeJson.read(answer.body(), PinResponse.class);
        String pin = line(response.getEcobeePin());
        String code = response.getCode();
        if (pin == null || code == null || code.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Prompted(
                new PinPrompt(
                        pin, code, clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(pinLife(response.getExpiresIn())),
                        seconds(response.getInterval(), PIN_INTERVAL), settings.portal())));
    }

    /** Refused logins come with a status of ecobee, and with HTTP 500 like all of them. */
    private Optional<TokenAnswer> registration(HttpAnswer answer, UtilityLogin login) {
        RegisterResponse response = EcobeeJson.read(answer.body(), RegisterResponse.class);
        Status status = response.getStatus();
        Integer code = status == null ? null : status.getCode();
        if (status != null && code != null && code != 0) {
            String text = "ecobee answered " + code + ": " + Redaction.clean(
                    status.getMessage(), login.password(), login.userName());
            return Optional.of(code == AUTHENTICATION_FAILED
                    ? new Refused(new Refusal("invalid_client", text, clock.instant()))
                    : new Unreachable(text, answer.retryAfter(clock.instant()).orElse(null)));
        }
        String token = text(response.getToken());
        Instant now = clock.instant();
        return token == null || answer.status() / 100 != 2
                ? Optional.empty()
                : Optional.of(new Granted(new Grant(token, null, now, now.plus(TOKEN_LIFE), UTILITY_SCOPE, "Bearer")));
    }

    private Optional<TokenAnswer> grant(HttpAnswer answer, @Nullable String oldRefreshToken, @Nullable String oldScope) {
        if (answer.status() / 100 != 2) {
            return Optional.empty();
        }
        // Not by its class: an odd value beside the tokens is no reason to throw them away.
        Map<String, @Nullable Object> response = EcobeeJson.readMap(answer.body());
        String accessToken = text(response.get("access_token"));
        if (accessToken == null) {
            return Optional.empty();
        }
        String refreshToken = text(response.get("refresh_token"));
        if (refreshToken == null) {
            refreshToken = oldRefreshToken; // RFC 6749, 6: the old one stays
        }
        String scope = line(response.get("scope"));
        if (scope == null) {
            scope = oldScope == null ? settings.scope() : oldScope;
        }
        String tokenType = text(response.get("token_type"));
        Instant now = clock.instant();
        return Optional.of(new Granted(
                new Grant(
                        accessToken, refreshToken, now,
                        now.plus(seconds(number(response.get("expires_in")), TOKEN_LIFE)), scope,
                        tokenType == null ? "Bearer" : tokenType)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    private static @Nullable String line(@Nullable Object value) {
        String text = text(value);
        return text == null ? null : Redaction.oneLine(text);
    }

    /** What is larger than an integer is as good as the largest one. */
    private static @Nullable Integer number(@Nullable Object value) {
        try {
            return value == null ? null : (int) Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Duration pinLife(@Nullable Integer expiresIn) {
        if (expiresIn != null && expiresIn > 0 && expiresIn < LEAST_SECONDS) {
            return Duration.ofMinutes(expiresIn);
        }
        return seconds(expiresIn, PIN_LIFE);
    }

    private static Duration seconds(@Nullable Integer value, Duration otherwise) {
        return value == null || value < 1 ? otherwise : Duration.ofSeconds(value);
    }
}
