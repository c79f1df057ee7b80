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

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy in front of ecobee.
 *
 * @param host          its host
 * @param port          its port
 * @param user          its user, {@code null} for a proxy that asks for none
 * @param password      its password, a secret
 * @param nonProxyHosts hosts that are called directly; {@code *} stands for any characters
 */
public record ProxySettings(String host, int port, @Nullable String user, @Nullable String password,
        List<String> nonProxyHosts) {

    /**
     * Checks host, port and credentials.
     *
     * @param host          its host
     * @param port          its port
     * @param user          its user, {@code null} for a proxy that asks for none
     * @param password      its password, a secret
     * @param nonProxyHosts hosts that are called directly
     */
    public ProxySettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The host of the proxy must not be blank");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("The port of the proxy must be from 1 to 65535, not " + port);
        }
        if (password != null && user == null) {
            throw new IllegalArgumentException("The password of the proxy needs a user");
        }
        nonProxyHosts = List.copyOf(nonProxyHosts);
    }

    boolean isFor(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        return nonProxyHosts.stream().map(ProxySettings::pattern).noneMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        String quoted = Pattern.quote(glob.trim().toLowerCase(Locale.ROOT));
        return Pattern.compile(quoted.replace("*", "\\E.*\\Q"));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "proxy " + host + ":" + port;
    }
}
