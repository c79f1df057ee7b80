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
package io.github.camelecobee.simulator.requests;

import java.time.Instant;
import java.util.List;

import io.github.camelecobee.model.Selection;
import org.jspecify.annotations.Nullable;

/**
 * One request that reached the simulator. It holds no token, no PIN and no key.
 *
 * @param instant    when it came, by the simulator's clock
 * @param method     the HTTP method
 * @param path       the path without the query, double slashes made single
 * @param grantType  {@code grant_type} of a token request, else {@code null}
 * @param apiKeyId   the {@linkplain KeyId#of name} of the API key that a token request named, or to which the token of
 *                   an API request was given; {@code null} when there is none
 * @param account    the name of the account that the request is for: the one whose token it bears, or gets, or whose
 *                   user answers an application; {@code null} when nobody knows
 * @param selection  the selection of an API request, else {@code null}
 * @param functions  the types of the functions it asked for, in order; immutable
 * @param httpStatus the HTTP status of the answer; 0 when the connection was dropped instead
 * @param ecobeeCode the ecobee status code of the answer, {@code null} when the answer had none
 * @param changes    what it changed, a sentence each, for example {@code 311019854581 events: 0 -> 1 entries};
 *                   immutable
 * @param warnings   where it deviates from the contract, a sentence each; immutable
 * @param fault      the fault that it met, {@code null} for none
 */
public record LoggedRequest(Instant instant, String method, String path, @Nullable String grantType,
        @Nullable String apiKeyId, @Nullable String account, @Nullable Selection selection, List<String> functions,
        int httpStatus,
        @Nullable Integer ecobeeCode, List<String> changes, List<String> warnings, @Nullable String fault) {

    /**
     * Whether it is a request for a method and a path.
     *
     * @param  wantedMethod the HTTP method
     * @param  wantedPath   the path without query
     * @return              whether both are equal
     */
    public boolean is(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && path.equals(wantedPath);
    }

    /** One line for people. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(instant + " " + method + " " + path);
        append(line, " ", grantType);
        append(line, " by ", apiKeyId);
        append(line, " for account ", account);
        append(line, " ", selection);
        append(line, " ", functions.isEmpty() ? null : functions);
        line.append(" -> ").append(httpStatus == 0 ? "connection reset" : "HTTP " + httpStatus);
        append(line, ", code ", ecobeeCode);
        append(line, "; changed ", changes.isEmpty() ? null : changes);
        append(line, "; warning ", warnings.isEmpty() ? null : warnings);
        append(line, "; fault: ", fault);
        return line.toString();
    }

    private static void append(StringBuilder line, String before, @Nullable Object value) {
        if (value != null) {
            line.append(before).append(value);
        }
    }
}
