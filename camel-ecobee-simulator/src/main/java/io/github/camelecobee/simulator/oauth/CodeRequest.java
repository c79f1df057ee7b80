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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * What an application asks the browser's user for (authz-code-authorization.shtml).
 *
 * @param apiKey      the application
 * @param redirectUri where the answer goes
 * @param scope       what it wants to do
 * @param state       what it wants back unchanged, {@code null} for nothing
 */
public record CodeRequest(String apiKey, String redirectUri, String scope, @Nullable String state) {

    /** Where the browser goes with a code. */
    String accepted(String code) {
        return with("code=" + encode(code));
    }

    /**
     * Where the browser goes when the user says no.
     *
     * @return the address, with {@code error=access_denied}
     */
    public String denied() {
        return with("error=access_denied&error_description=" + encode("The user has denied the request."));
    }

    private String with(String query) {
        String address = redirectUri + (redirectUri.indexOf('?') < 0 ? '?' : '&') + query;
        return state == null ? address : address + "&state=" + encode(state);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
