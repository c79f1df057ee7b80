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

import java.util.Locale;

import io.github.camelecobee.model.OAuthError;

/**
 * What {@code /authorize} and {@code /token} answer when they refuse (Authorization, auth-req-resp.shtml). Where ecobee
 * documents no HTTP status the one that clients have seen stands here.
 */
public enum Refusal {
    /** The request lacks something or cannot be understood. */
    INVALID_REQUEST(400,
                    "The request is missing a required parameter, includes an invalid parameter value, or is otherwise malformed."),
    /** The API key is unknown. */
    INVALID_CLIENT(401, "Authentication error, invalid authentication method, lack of credentials, etc."),
    /** The code or refresh token is not good, or not good any more. */
    INVALID_GRANT(400,
                  "The authorization grant, token or credentials are invalid, expired, revoked, do not match the redirection URI used in the authorization request, or was issued to another client."),
    /** The key is registered for another way of authorization. */
    UNAUTHORIZED_CLIENT(400, "The authenticated client is not authorized to use this authorization grant type."),
    /** The grant type is unknown. */
    UNSUPPORTED_GRANT_TYPE(400, "The authorization grant type is not supported by the authorization server."),
    /** The scope is unknown. */
    INVALID_SCOPE(400, "The requested scope is invalid, unknown, malformed or exceeds the previously granted scope."),
    /** The HTTP method is not the one for this request. */
    NOT_SUPPORTED(400, "HTTP method not supported for this request."),
    /** Nobody has entered the PIN yet. */
    AUTHORIZATION_PENDING(401, "Waiting for user to authorize application."),
    /** Nobody has entered the PIN in time (HTTP 401 seen by clients). */
    AUTHORIZATION_EXPIRED(401, "The authorization has expired waiting for user to authorize."),
    /** Polled more often than allowed. */
    SLOW_DOWN(401, "Slow down polling to the requested interval.");

    private static final String URI = "https://tools.ietf.org/html/rfc6749#section-5.2";

    private final int httpStatus;
    private final String description;

    Refusal(int httpStatus, String description) {
        this.httpStatus = httpStatus;
        this.description = description;
    }

    /**
     * The HTTP status it comes with.
     *
     * @return the status
     */
    public int httpStatus() {
        return httpStatus;
    }

    String description() {
        return description;
    }

    /**
     * The body it comes with.
     *
     * @return a new object
     */
    public OAuthError body() {
        return new OAuthError().withError(name().toLowerCase(Locale.ROOT)).withErrorDescription(description)
                .withErrorUri(URI);
    }
}
