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
package io.github.camelecobee.simulator.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, read to its end.
 *
 * @param method the method
 * @param path   the path without query, double slashes made single: ecobee tolerates them
 * @param query  the parameters of the query, decoded
 * @param token  the bearer token, {@code null} for none
 * @param form   whether the body is a form
 * @param body   the body, empty for none
 * @param origin the page that sent it, {@code null} when no browser says so
 * @param host   the host it was sent to, {@code null} when it does not say
 */
record Incoming(String method, String path, Map<String, String> query, @Nullable String token, boolean form, String body,
        @Nullable String origin, @Nullable String host) {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final String BEARER = "bearer ";
    private static final Pattern LOCAL = Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\])(:\\d+)?");

    static Incoming read(HttpServerExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        exchange.getQueryParameters().forEach((name, values) -> query.put(name, values.getFirst()));
        HeaderMap headers = exchange.getRequestHeaders();
        String type = headers.getFirst(Headers.CONTENT_TYPE);
        return new Incoming(
                exchange.getRequestMethod().toString(),
                SLASHES.matcher(exchange.getRequestPath()).replaceAll("/"), query,
                token(headers.getFirst(Headers.AUTHORIZATION)),
                type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"),
                new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                headers.getFirst(Headers.ORIGIN), headers.getFirst(Headers.HOST));
    }

    /** Parameters of query and form together; clients use one or the other for {@code /token}. */
    Map<String, String> parameters() {
        Map<String, String> all = new HashMap<>();
        if (form) {
            for (String pair : body.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                all.put(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
            }
        }
        all.putAll(query);
        return all;
    }

    /** The same with other JSON, wherever it stands. */
    Incoming withJson(UnaryOperator<String> edit) {
        Map<String, String> edited = new HashMap<>(query);
        edited.computeIfPresent("json", (name, json) -> edit.apply(json));
        edited.computeIfPresent("body", (name, json) -> edit.apply(json));
        return new Incoming(method, path, edited, token, form, form ? body : edit.apply(body), origin, host);
    }

    /**
     * Whether a page of another site sent it, which is open in the same browser by chance or with intent. A site may
     * also let its own name point to this machine, so that host and origin agree: a browser must know us by a name that
     * is ours.
     */
    boolean isForeign() {
        return origin != null && (host == null || !origin.equals("http://" + host) || !LOCAL.matcher(host).matches());
    }

    private static @Nullable String token(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip() : null;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not percent-encoded at all: take it as it stands.
            return text;
        }
    }
}
