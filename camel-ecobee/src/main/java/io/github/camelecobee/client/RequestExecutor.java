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

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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

/**
 * The way of one request: token, HTTP, status code, and once more after a token that ecobee no longer took.
 * <p>
 * {@code status.code} counts on every HTTP status, because ecobee sends most of its refusals with HTTP 500
 * (error-codes.shtml). A change is sent again in one case only: code 14 or 1 says that it was not even looked at.
 */
final class RequestExecutor {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int QUOTED_CHARACTERS = 200;

    private final URI baseUri;
    private final HttpTransport transport;
    private final Authorization authorization;
    private final Clock clock;
    private final String account;

    RequestExecutor(URI baseUri, HttpTransport transport, Authorization authorization, String account, Clock clock) {
        this.baseUri = baseUri;
        this.transport = transport;
        this.authorization = authorization;
        this.account = account;
        this.clock = clock;
    }

    /** Reads: the JSON travels in the query (request-intro.shtml). */
    <T extends EcobeeObject> T get(
            String path, EcobeeObject request, Object subject, Class<T> type, Function<T, @Nullable Status> status) {
        URI uri = URI.create(
                baseUri + path + "?format=json&json=" + URLEncoder.encode(EcobeeJson.write(request), StandardCharsets.UTF_8));
        return execute(new Request<>(HttpCall.get(uri), "GET " + path + " of " + subject, false, type, status));
    }

    /** Changes: the JSON travels in the body (request-intro.shtml). */
    <T extends EcobeeObject> T post(
            String path, EcobeeObject request, Object subject, Class<T> type, Function<T, @Nullable Status> status) {
        URI uri = URI.create(baseUri + path + "?format=json");
        return execute(new Request<>(
                HttpCall.postJson(uri, EcobeeJson.write(request)), "POST " + path + " of " + subject, true, type, status));
    }

    private <T extends EcobeeObject> T execute(Request<T> request) {
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
            return read(request, transport.send(request.call.withBearer(token.value())), token);
        } catch (TransportException e) {
            if (!request.changes) {
                throw new EcobeeUnavailableException(
                        request.name + " for account '" + account + "' got no answer: " + e.getMessage(), account,
                        request.name, 0, null, e);
            }
            if (e.mayHaveBeenSent()) {
                throw unknown(request, 0, "no answer came: " + e.getMessage(), e);
            }
            throw new EcobeeRefusedException(
                    request.name + " for account '" + account + "' was not sent: " + e.getMessage(), account, request.name, e);
        }
    }

    private <T extends EcobeeObject> Reply<T> read(Request<T> request, HttpAnswer answer, AccessToken token) {
        try {
            T content = EcobeeJson.read(answer.body(), request.type);
            Status status = request.status.apply(content);
            Integer code = status == null ? null : status.getCode();
            if (status != null && code != null) {
                String text = status.getMessage() == null ? "" : without(token, status.getMessage().strip());
                return new Reply<>(
                        new EcobeeAnswer(account, request.name, answer.status(), code, text, answer.body()), content);
            }
        } catch (EcobeeJsonException e) {
            throw unreadable(request, answer, token, e);
        }
        throw unreadable(request, answer, token, null);
    }

    private EcobeeException unreadable(
            Request<?> request, HttpAnswer answer, AccessToken token, @Nullable EcobeeJsonException cause) {
        String what = "HTTP " + answer.status() + " without an ecobee status" + quote(without(token, answer.body()));
        if (request.changes && answer.status() != TOO_MANY_REQUESTS) {
            return unknown(request, answer.status(), what, cause);
        }
        return new EcobeeUnavailableException(
                request.name + " for account '" + account + "' was answered with " + what, account, request.name,
                answer.status(), answer.retryAfter(clock.instant()).orElse(null), cause);
    }

    private EcobeeUnknownOutcomeException unknown(
            Request<?> request, int httpStatus, String what, @Nullable Throwable cause) {
        return new EcobeeUnknownOutcomeException(
                request.name + " for account '" + account + "' may or may not have been applied, " + what
                                                 + ". It is not sent again; read the thermostat to find out",
                account, request.name, httpStatus, cause);
    }

    /** A gateway may show in its error page what it was sent. */
    private static String without(AccessToken token, String text) {
        return text.replace(token.value(), "xxxxxx");
    }

    private static String quote(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return ", body empty";
        }
        return ": " + (line.length() <= QUOTED_CHARACTERS ? line : line.substring(0, QUOTED_CHARACTERS) + "...");
    }

    private record Request<T extends EcobeeObject>(
            HttpCall call, String name, boolean changes, Class<T> type, Function<T, @Nullable Status> status) {
    }

    private record Reply<T>(EcobeeAnswer answer, T content) {
    }
}
