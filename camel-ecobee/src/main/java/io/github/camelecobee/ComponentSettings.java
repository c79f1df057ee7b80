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
package io.github.camelecobee;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.EncryptedGrantStore;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.authorization.GrantKeys;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.GrantStoreException;
import io.github.camelecobee.transport.ProxySettings;
import io.github.camelecobee.transport.TransportSettings;
import org.jspecify.annotations.Nullable;

/** Makes checked settings of the component's options; every complaint names the option. */
final class ComponentSettings {
    /** Called directly, as the JVM does by default: tokens go there in the clear, which is for no proxy to see. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.*", "::1", "[::1]");

    private static final Duration LONGEST_TOKEN_CALL = Duration.ofSeconds(120);

    private final EcobeeComponent component;

    ComponentSettings(EcobeeComponent component) {
        this.component = component;
    }

    URI baseUri() {
        return ServerUri.check("baseUrl", component.getBaseUrl());
    }

    AuthorizationSettings authorization() {
        URI baseUri = baseUri();
        URI authorize = component.getAuthorizeUrl() == null
                ? URI.create(baseUri + "/authorize") : ServerUri.check("authorizeUrl", component.getAuthorizeUrl());
        URI token = component.getTokenUrl() == null
                ? URI.create(baseUri + "/token") : ServerUri.check("tokenUrl", component.getTokenUrl());
        return AuthorizationSettings.builder(component.getApiKey()).scope(component.getScope()).portal(portal(baseUri))
                .authorizeUri(authorize)
                .tokenUri(token).build();
    }

    private static String portal(URI baseUri) {
        String host = baseUri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("ecobee.com") || host.endsWith(".ecobee.com")
                ? "ecobee.com > My Apps > Add Application" : "the portal of " + baseUri;
    }

    GrantStore grantStore() {
        String file = component.getGrantKeyFile();
        String variable = component.getGrantKeyVariable();
        if (file != null && variable != null) {
            throw new IllegalArgumentException(
                    "grantKeyFile and grantKeyVariable cannot be given together: '" + file + "' and '" + variable + "'");
        }
        GrantStore store = plainGrantStore();
        if (file != null) {
            return encrypted("grantKeyFile", () -> new EncryptedGrantStore(store, GrantKeys.ofFile(Path.of(file))));
        }
        return variable == null
                ? store
                : encrypted("grantKeyVariable", () -> new EncryptedGrantStore(store, GrantKeys.ofEnvironment(variable)));
    }

    private static GrantStore encrypted(String option, Supplier<GrantStore> store) {
        try {
            return store.get();
        } catch (GrantStoreException e) {
            throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    option + ": com.google.crypto.tink:tink is needed to encrypt grants, and is not on the class path", e);
        }
    }

    private GrantStore plainGrantStore() {
        GrantStore given = component.getGrantStore();
        if (given != null) {
            return given;
        }
        String file = component.getGrantFile();
        return new FileGrantStore(file == null ? home().resolve(".camel-ecobee").resolve("grants.json") : Path.of(file));
    }

    /** A process of a user without an entry in the password file, as in some containers, has the home folder "?". */
    private static Path home() {
        String home = System.getProperty("user.home", "");
        if (home.isBlank() || home.equals("?")) {
            throw new IllegalArgumentException(
                    "grantFile: is missing, and the user of this process has no home folder to keep grants in; give a file");
        }
        return Path.of(home);
    }

    TransportSettings transport() {
        return transport(Duration.ofMillis(component.getRequestTimeout()));
    }

    /** Other processes wait at the grant store while one refreshes, a little longer than this. */
    TransportSettings tokenTransport() {
        Duration asked = Duration.ofMillis(component.getRequestTimeout());
        return transport(asked.compareTo(LONGEST_TOKEN_CALL) < 0 ? asked : LONGEST_TOKEN_CALL);
    }

    private TransportSettings transport(Duration callTimeout) {
        return TransportSettings.builder().connectTimeout(Duration.ofMillis(component.getConnectTimeout()))
                .responseTimeout(Duration.ofMillis(component.getResponseTimeout()))
                .callTimeout(callTimeout)
                .maxResponseBytes(component.getMaxResponseSize()).ssl(component.getSslContextParameters())
                .globalSsl(component.isUseGlobalSslContextParameters()).proxy(proxy()).build();
    }

    private @Nullable ProxySettings proxy() {
        String host = component.getProxyHost();
        Integer port = component.getProxyPort();
        if (host == null) {
            return null;
        }
        if (port == null) {
            throw new IllegalArgumentException("proxyPort: is missing; proxyHost '" + host + "' needs a port");
        }
        return new ProxySettings(
                host, port, component.getProxyAuthUsername(), component.getProxyAuthPassword(),
                hosts(component.getNonProxyHosts()));
    }

    private static List<String> hosts(@Nullable String separated) {
        Stream<String> given = separated == null ? Stream.empty() : Arrays.stream(separated.split("\\|"));
        return Stream.concat(LOOPBACK.stream(), given.map(String::strip).filter(host -> !host.isEmpty())).toList();
    }
}
