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
package io.github.camelecobee.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, immutable. Secrets are kept apart from the URI, so that the URI can be logged and they cannot:
 * {@link #toString()} shows method, host and path only.
 */
public final class HttpCall {
    /** What ecobee asks for on every request, GET included (request-intro). */
    public static final String JSON = "application/json;charset=UTF-8";
    /** The form encoding of RFC 6749 token requests. */
    public static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

    private final String method;
    private final URI uri;
    private final String contentType;
    private final @Nullable String body;
    private final @Nullable String bearer;
    private final Map<String, String> secretQuery;
    private final @Nullable Duration timeout;

    private HttpCall(String method, URI uri, String contentType, @Nullable String body, @Nullable String bearer,
                     Map<String, String> secretQuery, @Nullable Duration timeout) {
        this.method = method;
        this.uri = uri;
        this.contentType = contentType;
        this.body = body;
        this.bearer = bearer;
        this.secretQuery = secretQuery;
        this.timeout = timeout;
    }

    /**
     * A GET.
     *
     * @param  uri absolute, with a query that is no secret
     * @return     the call
     */
    public static HttpCall get(URI uri) {
        return new HttpCall("GET", absolute(uri), JSON, null, null, Map.of(), null);
    }

    /**
     * A POST of JSON.
     *
     * @param  uri  absolute, with a query that is no secret
     * @param  json the body
     * @return      the call
     */
    public static HttpCall postJson(URI uri, String json) {
        return new HttpCall("POST", absolute(uri), JSON, Objects.requireNonNull(json), null, Map.of(), null);
    }

    /**
     * A POST of a form.
     *
     * @param  uri  absolute, with a query that is no secret
     * @param  form names and values, which may be secrets
     * @return      the call
     */
    public static HttpCall postForm(URI uri, Map<String, String> form) {
        return new HttpCall("POST", absolute(uri), FORM, encode(form), null, Map.of(), null);
    }

    /**
     * Adds {@code Authorization: Bearer} (RFC 6750, 2.1).
     *
     * @param  token the access token, a secret
     * @return       a new call
     */
    public HttpCall withBearer(String token) {
        // A line break in a header would start another one; a token with one never came from ecobee.
        if (token.chars().anyMatch(c -> c <= ' ' || c >= 127)) {
            throw new IllegalArgumentException("The access token has characters that no HTTP header can carry");
        }
        return new HttpCall(method, uri, contentType, body, token, secretQuery, timeout);
    }

    /**
     * Adds a query parameter that is a secret.
     *
     * @param  name  its name
     * @param  value its value, not encoded
     * @return       a new call
     */
    public HttpCall withSecretQuery(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(secretQuery);
        more.put(name, value);
        return new HttpCall(method, uri, contentType, body, bearer, Collections.unmodifiableMap(more), timeout);
    }

    /**
     * Limits the whole call, in place of the transport's own limit.
     *
     * @param  limit longer than zero
     * @return       a new call
     */
    public HttpCall withTimeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("The timeout of a call must be longer than zero, not " + limit);
        }
        return new HttpCall(method, uri, contentType, body, bearer, secretQuery, limit);
    }

    /**
     * The method.
     *
     * @return GET or POST
     */
    public String method() {
        return method;
    }

    /**
     * The address.
     *
     * @return without the secret part of the query
     */
    public URI uri() {
        return uri;
    }

    /**
     * The value of the header {@code Content-Type}.
     *
     * @return {@link #JSON} or {@link #FORM}
     */
    public String contentType() {
        return contentType;
    }

    /**
     * The body, which may hold secrets.
     *
     * @return empty for a GET
     */
    public Optional<String> body() {
        return Optional.ofNullable(body);
    }

    /**
     * The access token, a secret.
     *
     * @return empty for a call without authorization
     */
    public Optional<String> bearer() {
        return Optional.ofNullable(bearer);
    }

    /**
     * The secret part of the query.
     *
     * @return names and values, not encoded
     */
    public Map<String, String> secretQuery() {
        return secretQuery;
    }

    /**
     * The limit of this call.
     *
     * @return empty for the transport's own limit
     */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** Method, host and path. */
    @Override
    public String toString() {
        return method + " " + uri.getHost() + uri.getPath();
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static URI absolute(URI uri) {
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("An absolute http or https address is needed");
        }
        return uri;
    }
}
