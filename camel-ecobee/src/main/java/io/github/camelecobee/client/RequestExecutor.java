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
package io.github.camelecobee.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

import io.github.camelecobee.authorization.AccessToken;
import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Status;
import io.github.camelecobee.transport.HttpAnswer;
import io.github.camelecobee.transport.HttpCall;
import io.github.camelecobee.transport.HttpTransport;
import io.github.camelecobee.transport.TransportException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one request: token, HTTP, status code, and once more after a token that ecobee no longer took.
 * <p>
 * {@code status.code} counts on every HTTP status, because ecobee sends most of its refusals with HTTP 500
 * (error-codes.shtml). A change is sent again in one case only: code 14 or 1 says that it was not even looked at.
 */
final class RequestExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeClient.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int QUOTED_CHARACTERS = 200;
    private static final int ATTEMPTS = 4;
    /** ecobee's samples of these call the JSON of the query so, those of all others {@code body}. */
    private static final Set<String> NAMED_JSON = Set.of("/1/thermostat", "/1/thermostatSummary");
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final URI baseUri;
    private final HttpTransport transport;
    private final Authorization authorization;
    private final Clock clock;
    private final String account;
    private final Governor governor;

    RequestExecutor(URI baseUri, HttpTransport transport, Authorization authorization, String account, Governor governor,
                    Clock clock) {
        this.baseUri = baseUri;
        this.transport = transport;
        this.authorization = authorization;
        this.account = account;
        this.governor = governor;
        this.clock = clock;
    }

    /** Reads: the JSON travels in the query (request-intro.shtml). */
    <T extends EcobeeObject> T get(
            String path, EcobeeObject request, Object subject, Class<T> type, Function<T, @Nullable Status> status) {
        URI uri = URI.create(baseUri + path + "?format=json&" + (NAMED_JSON.contains(path) ? "json=" : "body=")
                             + URLEncoder.encode(EcobeeJson.write(request), StandardCharsets.UTF_8));
        return untilAnswered(new Request<>(
                HttpCall.get(uri), RequestKind.of("GET", path), isSet(subject), describe("GET " + path, subject, null),
                type, status));
    }

    /** Changes: the JSON travels in the body (request-intro.shtml). */
    <T extends EcobeeObject> T post(
            String path, EcobeeObject request, Object subject, Class<T> type, Function<T, @Nullable Status> status) {
        URI uri = URI.create(baseUri + path + "?format=json");
        return execute(new Request<>(
                HttpCall.postJson(uri, EcobeeJson.write(request)), RequestKind.of("POST", path), isSet(subject),
                describe("POST " + path, subject, request), type, status));
    }

    static EcobeeUnavailableException readNotSent(
            RequestDescription request, String why, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new EcobeeUnavailableException(request.named() + " was not sent: " + why, request, 0, retryAfter, cause);
    }

    private static EcobeeUnavailableException readNotSent(RequestDescription request, NoSlotException e) {
        return readNotSent(request, String.valueOf(e.getMessage()), e.retryAfter().orElse(null), e);
    }

    private static EcobeeException notSent(Request<?> request, NoSlotException e) {
        return request.kind.changes()
                ? new EcobeeNotSentException(
                        request.what, String.valueOf(e.getMessage()), e.retryAfter().orElse(null), e)
                : readNotSent(request.what, e);
    }

    private RequestDescription describe(String methodAndPath, Object subject, @Nullable EcobeeObject change) {
        return new RequestDescription(
                account, methodAndPath + " of " + subject, RequestDescription.thermostatsOf(subject), change);
    }

    /** ecobee wants one request open for a management set. */
    private static boolean isSet(Object subject) {
        return subject instanceof ThermostatSelection selection
                && selection.type() == ThermostatSelection.Type.MANAGEMENT_SET;
    }

    /**
     * Reads may be repeated: {@value #ATTEMPTS} attempts, unless ecobee wants to be left alone, or they have taken so
     * long that whoever waits should be told.
     */
    private <T extends EcobeeObject> T untilAnswered(Request<T> request) {
        long started = System.nanoTime();
        for (int attempt = 1;; attempt++) {
            try {
                return execute(request);
            } catch (EcobeeUnavailableException e) {
                boolean late = System.nanoTime() - started > LONGEST.toNanos();
                if (attempt == ATTEMPTS || late || governor.isPaused(account) || !governor.rest(attempt)) {
                    throw e;
                }
            }
        }
    }

    private <T extends EcobeeObject> T execute(Request<T> request) {
        // Before a token is asked for: that, too, would be a connection.
        try {
            governor.checkPause(account);
        } catch (NoSlotException e) {
            throw notSent(request, e);
        }
        AccessToken token = authorization.accessToken();
        Reply<T> reply = send(request, token);
        if (reply.answer.tokenRejected()) {
            token = authorization.renew(token);
            reply = send(request, token);
        }
        if (reply.answer.authorizationDoubted()) {
            authorization.suspect(token, reply.answer.code(), reply.answer.text());
        }
        if (!reply.answer.succeeded()) {
            throw reply.answer.refusal();
        }
        return reply.content;
    }

    private <T extends EcobeeObject> Reply<T> send(Request<T> request, AccessToken token) {
        try {
            return read(request, exchange(request, token), token);
        } catch (NoSlotException e) {
            throw notSent(request, e);
        } catch (TransportException e) {
            if (!request.kind.changes()) {
                throw new EcobeeUnavailableException(
                        request.what.named() + " got no answer: " + e.getMessage(), request.what, 0, null, e);
            }
            if (e.mayHaveBeenSent()) {
                throw new EcobeeUnknownOutcomeException(request.what, "no answer came: " + e.getMessage(), 0, e);
            }
            throw new EcobeeNotSentException(request.what, String.valueOf(e.getMessage()), null, e);
        }
    }

    private HttpAnswer exchange(Request<?> request, AccessToken token) {
        try (Governor.Slot slot = governor.open(account, request.kind, request.alone)) {
            long started = System.nanoTime();
            HttpAnswer answer = transport.send(request.call.withBearer(token.value()));
            slot.answered(answer);
            LOG.debug("{} was answered with HTTP {} after {} ms", request.what.named(), answer.status(),
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
            return answer;
        } catch (TransportException e) {
            LOG.debug("{} was not answered: {}", request.what.named(), e.getMessage());
            throw e;
        }
    }

    private <T extends EcobeeObject> Reply<T> read(Request<T> request, HttpAnswer answer, AccessToken token) {
        try {
            T content = parsed(answer, request.type);
            Status status = request.status.apply(content);
            Integer code = status == null ? null : status.getCode();
            if (status != null && code != null) {
                String text = status.getMessage() == null ? "" : without(request, token, status.getMessage().strip());
                return new Reply<>(
                        new EcobeeAnswer(request.what, answer.status(), code, text), content);
            }
        } catch (EcobeeJsonException e) {
            // The message quotes the answer; where a parser stumbled over it tells no more.
            throw unreadable(request, answer, token);
        }
        throw unreadable(request, answer, token);
    }

    private static <T extends EcobeeObject> T parsed(HttpAnswer answer, Class<T> type) {
        try {
            return EcobeeJson.read(answer.content(), type);
        } catch (EcobeeJsonException | IOException e) {
            // As text it may be read all the same: there a byte that is no UTF-8 costs a character, and not the answer.
            return EcobeeJson.read(answer.body(), type);
        }
    }

    private EcobeeException unreadable(
            Request<?> request, HttpAnswer answer, AccessToken token) {
        String what = "HTTP " + answer.status() + " without an ecobee status" + quote(without(request, token, answer.body()));
        Duration retryAfter = answer.retryAfter(clock.instant()).orElse(null);
        if (!request.kind.changes()) {
            return new EcobeeUnavailableException(
                    request.what.named() + " was answered with " + what, request.what, answer.status(), retryAfter, null);
        }
        return answer.status() == TOO_MANY_REQUESTS
                ? new EcobeeNotSentException(
                        request.what, what, answer.status(),
                        retryAfter == null ? governor.pause(account).orElse(null) : retryAfter)
                : new EcobeeUnknownOutcomeException(request.what, what, answer.status(), null);
    }

    /** A gateway may show in its error page what it was sent. */
    private static String without(Request<?> request, AccessToken token, String text) {
        if (text.isEmpty()) {
            return text;
        }
        String shown = text.replace(token.value(), "xxxxxx");
        if (request.what.change() != null) {
            for (String secret : EcobeeJson.secretsIn(request.what.change())) {
                shown = shown.replace(secret, "xxxxxx");
            }
        }
        return shown;
    }

    private static String quote(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return ", body empty";
        }
        return ": " + (line.length() <= QUOTED_CHARACTERS ? line : line.substring(0, QUOTED_CHARACTERS) + "...");
    }

    private record Request<T extends EcobeeObject>(
            HttpCall call, RequestKind kind, boolean alone, RequestDescription what, Class<T> type,
            Function<T, @Nullable Status> status) {
    }

    private record Reply<T>(EcobeeAnswer answer, T content) {
    }
}
