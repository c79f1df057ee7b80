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

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a request's access token is worth.
 *
 * @param state  whether it may be used
 * @param apiKey the key of the application it was given to, {@code null} when it is unknown
 * @param scope  what it allows, empty when it is unknown
 * @param login  who has granted it, {@code null} when it is unknown
 */
public record Access(State state, @Nullable String apiKey, String scope, @Nullable Login login) {

    /** The scope of tokens that a utility logs in for; none of ecobee's pages names one. */
    public static final String IMPLICIT = "implicit";

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    /** Whether a token may be used. */
    public enum State {
        /** In force. */
        VALID,
        /** Given out, but its time is over or a newer one has replaced it. */
        EXPIRED,
        /** Its application has been removed by the user. */
        REVOKED,
        /** Missing or never given out. */
        UNKNOWN
    }

    /**
     * Whether it allows to change things.
     *
     * @return whether the scope says so (auth-intro.shtml)
     */
    public boolean mayWrite() {
        return has("smartWrite") || has("ems");
    }

    /**
     * Whether it has a scope.
     *
     * @param  wanted one scope
     * @return        whether it is among its scopes
     */
    public boolean has(String wanted) {
        return List.of(SEPARATOR.split(scope)).contains(wanted);
    }
}
