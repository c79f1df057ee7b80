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
import java.net.URISyntaxException;
import java.util.Set;

/** Checks redirect URIs by ecobee's rules (authz-code-authorization, as of December 2020). */
final class RedirectUri {
    private static final int LONGEST = 255;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RedirectUri() {
    }

    static String check(String given) {
        try {
            URI uri = new URI(given.strip());
            String host = uri.getHost();
            boolean local = host != null && LOOPBACK.contains(host);
            boolean secure = "https".equals(uri.getScheme()) && (local || uri.getPort() < 0);
            if (host != null && (secure || local && "http".equals(uri.getScheme())) && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null && given.strip().length() <= LONGEST) {
                return given.strip();
            }
        } catch (URISyntaxException e) {
            throw wrong(given);
        }
        throw wrong(given);
    }

    private static IllegalArgumentException wrong(String given) {
        return new IllegalArgumentException(
                "redirectUri: '" + given + "' is not allowed; ecobee takes an absolute https URL without port and fragment, of"
                                            + " at most " + LONGEST + " characters, registered for the application (http and a"
                                            + " port are allowed on the loopback interface only)");
    }
}
