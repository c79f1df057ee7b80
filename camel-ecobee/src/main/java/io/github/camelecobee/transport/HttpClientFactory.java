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

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Sets up camel-http for one transport. */
final class HttpClientFactory {
    private final CamelContext context;
    private final TransportSettings settings;

    HttpClientFactory(CamelContext context, TransportSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** A component of our own: options that the user sets on his {@code http} and {@code https} must not reach us. */
    HttpComponent component(PoolingHttpClientConnectionManager connections) {
        HttpComponent http = new HttpComponent();
        http.setCamelContext(context);
        // HttpClient repeats GET and POST after a 503, and sleeps a Retry-After inside the call, unless told not to.
        http.setAutomaticRetriesDisabled(true);
        http.setRedirectHandlingDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setContentCompressionDisabled(true);
        // Otherwise a connection would be bound to a TLS client certificate, and idle ones could not be shared.
        http.setConnectionStateDisabled(true);
        http.setClientConnectionManager(connections);
        http.setConnectTimeout(settings.connectTimeout().toMillis());
        http.setResponseTimeout(settings.responseTimeout().toMillis());
        http.setConnectionRequestTimeout(settings.leaseTimeout().toMillis());
        http.setHttpClientConfigurer(this::configure);
        return http;
    }

    private void configure(HttpClientBuilder builder) {
        builder.setRequestExecutor(new SecretRequestExecutor()).setUserAgent(settings.userAgent());
        ProxySettings proxy = settings.proxy();
        if (proxy != null) {
            builder.setRoutePlanner(new ProxyRoutePlanner(proxy));
            String user = proxy.user();
            if (user != null) {
                String password = proxy.password() == null ? "" : proxy.password();
                var credentials = new BasicCredentialsProvider();
                credentials.setCredentials(new AuthScope(proxy.host(), proxy.port()),
                        new UsernamePasswordCredentials(user, password.toCharArray()));
                builder.setDefaultCredentialsProvider(credentials);
            }
        }
    }

    PoolingHttpClientConnectionManager connections() {
        Timeout response = timeout(settings.responseTimeout());
        Timeout connect = timeout(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> {
                    SilentConnection connection = new SilentConnection();
                    if (socket != null) {
                        connection.bind(socket);
                    }
                    return connection;
                })
                // Checks the name in the certificate, too (RFC 9110, 4.3.4).
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(sslContext()))
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(response).setTcpNoDelay(true).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(connect).setSocketTimeout(response)
                        // Always: a millisecond is cheaper than a POST lost in a connection that the server has closed.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setTimeToLive(TimeValue.ofMilliseconds(settings.idleConnection().toMillis())).build())
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .build();
    }

    private SSLContext sslContext() {
        SSLContextParameters parameters = settings.ssl();
        if (parameters == null && settings.globalSsl()) {
            parameters = context.getSSLContextParameters();
        }
        try {
            return parameters == null ? SSLContext.getDefault() : parameters.createSSLContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The TLS parameters cannot be used: " + e.getMessage(), e);
        }
    }

    static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }
}
