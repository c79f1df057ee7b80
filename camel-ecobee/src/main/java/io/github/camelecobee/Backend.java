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

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.health.AuthorizationHealthCheck;
import io.github.camelecobee.transport.CamelHttpTransport;
import io.github.camelecobee.transport.CountingTransport;
import io.github.camelecobee.transport.ProxySettings;
import io.github.camelecobee.transport.TransportSettings;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a component: transport, grants and threads. Made when the first endpoint needs it, so that a
 * component that nobody uses opens nothing and needs no options; gone when the component stops.
 */
final class Backend {
    private final EcobeeComponent component;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Running running;

    Backend(EcobeeComponent component) {
        this.component = component;
    }

    AuthorizationManager authorizations() {
        return running().manager;
    }

    EcobeeClient client(String account) {
        Running now = running();
        return new EcobeeClient(
                now.baseUri, now.transport, now.manager.authorization(account), account, component.effectiveClock());
    }

    Map<String, Long> requests() {
        lock.lock();
        try {
            return running == null ? Map.of() : running.transport.calls();
        } finally {
            lock.unlock();
        }
    }

    private Running running() {
        lock.lock();
        try {
            if (running == null) {
                running = open();
            }
            return running;
        } finally {
            lock.unlock();
        }
    }

    private Running open() {
        CamelContext context = component.getCamelContext();
        URI baseUri = uri("baseUrl", component.getBaseUrl());
        AuthorizationSettings settings = settings(baseUri);
        GrantStore store = store();
        CountingTransport transport = new CountingTransport(new CamelHttpTransport(context, transportSettings()));
        ScheduledExecutorService threads
                = context.getExecutorServiceManager().newScheduledThreadPool(component, "EcobeeAuthorization", 2);
        AuthorizationManager manager
                = new AuthorizationManager(settings, store, transport, component.effectiveClock(), threads);
        AuthorizationHealthCheck check = new AuthorizationHealthCheck(manager);
        HealthCheckRegistry health = HealthCheckRegistry.get(context);
        if (health != null) {
            // The instance: looking health checks up by name does not work in OSGi.
            health.register(check);
        }
        return new Running(baseUri, transport, manager, threads, check);
    }

    void close() {
        lock.lock();
        try {
            if (running != null) {
                CamelContext context = component.getCamelContext();
                HealthCheckRegistry health = HealthCheckRegistry.get(context);
                if (health != null) {
                    health.unregister(running.check);
                }
                running.manager.close();
                running.transport.close();
                context.getExecutorServiceManager().shutdownNow(running.threads);
                running = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private AuthorizationSettings settings(URI baseUri) {
        URI authorize = component.getAuthorizeUrl() == null
                ? URI.create(baseUri + "/authorize") : uri("authorizeUrl", component.getAuthorizeUrl());
        URI token = component.getTokenUrl() == null
                ? URI.create(baseUri + "/token") : uri("tokenUrl", component.getTokenUrl());
        return AuthorizationSettings.builder(component.getApiKey()).scope(component.getScope()).authorizeUri(authorize)
                .tokenUri(token).build();
    }

    private GrantStore store() {
        GrantStore given = component.getGrantStore();
        if (given != null) {
            return given;
        }
        String file = component.getGrantFile();
        return new FileGrantStore(
                file == null ? Path.of(System.getProperty("user.home"), ".camel-ecobee", "grants.json") : Path.of(file));
    }

    private TransportSettings transportSettings() {
        return TransportSettings.builder().connectTimeout(Duration.ofMillis(component.getConnectTimeout()))
                .responseTimeout(Duration.ofMillis(component.getResponseTimeout()))
                .callTimeout(Duration.ofMillis(component.getRequestTimeout()))
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
        return separated == null
                ? List.of() : Arrays.stream(separated.split("\\|")).map(String::strip).filter(host -> !host.isEmpty()).toList();
    }

    /** Tokens travel to these places: only in the clear where nobody else listens. */
    private static URI uri(String option, String given) {
        String text = given.strip().replaceAll("/+$", "");
        try {
            URI uri = new URI(text);
            boolean secure = "https".equalsIgnoreCase(uri.getScheme());
            boolean local = "http".equalsIgnoreCase(uri.getScheme()) && isLoopback(uri.getHost());
            if (uri.getHost() != null && (secure || local) && uri.getRawUserInfo() == null && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrong(option, given);
        }
        throw wrong(option, given);
    }

    private static IllegalArgumentException wrong(String option, String given) {
        String shown = given.replaceAll("//[^/@]*@", "//xxxxxx@").replaceAll("\\?.*", "?xxxxxx");
        return new IllegalArgumentException(
                option + ": '" + shown
                                            + "' is not allowed; give an https URL without user, query and fragment"
                                            + " (http is allowed on the loopback interface only)");
    }

    /** Literal addresses and localhost only: a name that resolves to loopback today may resolve elsewhere tomorrow. */
    private static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String bare = host.replaceAll("^\\[|\\]$", "");
        if ("localhost".equalsIgnoreCase(bare)) {
            return true;
        }
        try {
            return bare.matches("[0-9.]+|[0-9a-fA-F:]+") && InetAddress.getByName(bare).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private record Running(
            URI baseUri, CountingTransport transport, AuthorizationManager manager, ScheduledExecutorService threads,
            AuthorizationHealthCheck check) {
    }
}
