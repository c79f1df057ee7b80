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

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The API keys that are registered for authorization codes, each with the addresses to which codes may be sent
 * (authz-code-authorization.shtml; the list is checked since December 2020).
 */
public final class WebApplications {
    private static final int LONGEST = 255;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, List<String>> redirectUris = new LinkedHashMap<>();

    /** None yet. */
    public WebApplications() {
    }

    private WebApplications(WebApplications other) {
        redirectUris.putAll(other.redirectUris);
    }

    /**
     * What is registered now.
     *
     * @return a copy
     */
    public WebApplications copy() {
        return new WebApplications(this);
    }

    /**
     * Registers an API key.
     *
     * @param  apiKey                   the key
     * @param  uris                     absolute {@code https} addresses of at most 255 characters and without port, as
     *                                  ecobee demands; beyond ecobee, on this machine also {@code http} and any port,
     *                                  because that is where applications under test are
     * @throws IllegalArgumentException if an address is no such address
     */
    public void register(String apiKey, List<String> uris) {
        uris.forEach(WebApplications::requireRegistrable);
        redirectUris.put(apiKey, List.copyOf(uris));
    }

    /**
     * Whether a key is registered for authorization codes.
     *
     * @param  apiKey the key
     * @return        whether it is
     */
    public boolean contains(String apiKey) {
        return redirectUris.containsKey(apiKey);
    }

    /** Whether codes for a key may be sent to an address: it must be one of the list, character by character. */
    boolean allows(String apiKey, String redirectUri) {
        return redirectUri.length() <= LONGEST && redirectUris.getOrDefault(apiKey, List.of()).contains(redirectUri);
    }

    private static void requireRegistrable(String text) {
        try {
            URI uri = new URI(text);
            boolean local = uri.getHost() != null && LOOPBACK.contains(uri.getHost());
            boolean secure = "https".equals(uri.getScheme()) && uri.getPort() < 0;
            if (uri.getHost() != null && text.length() <= LONGEST
                    && (secure || local && List.of("http", "https").contains(String.valueOf(uri.getScheme())))) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("A redirect URI must be an absolute address, unlike " + text, e);
        }
        throw new IllegalArgumentException(
                "A redirect URI is an absolute https address without port, at most 255 characters long, unlike " + text);
    }
}
