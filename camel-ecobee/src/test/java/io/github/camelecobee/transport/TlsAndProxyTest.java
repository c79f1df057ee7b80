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
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLServerSocketFactory;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(60)
class TlsAndProxyTest {
    private final CamelContext context = new DefaultCamelContext();
    private final Path directory;

    TlsAndProxyTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private static TransportSettings.Builder settings() {
        return TransportSettings.builder().connectTimeout(Duration.ofSeconds(5)).responseTimeout(Duration.ofSeconds(2));
    }

    private static TransportException failure(CamelHttpTransport transport, URI uri) {
        return catchThrowableOfType(TransportException.class, () -> transport.send(HttpCall.get(uri).withBearer("T")));
    }

    private SSLContextParameters certificateFor(String host) throws IOException, InterruptedException {
        Path store = directory.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server",
                "-keyalg", "EC", "-storetype", "PKCS12", "-storepass", "changeit", "-keystore", store.toString(), "-dname",
                "CN=" + host, "-ext", "san=dns:" + host).redirectErrorStream(true).start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStoreParameters keys = new KeyStoreParameters();
        keys.setResource("file:" + store);
        keys.setPassword("changeit");
        keys.setType("PKCS12");
        KeyManagersParameters own = new KeyManagersParameters();
        own.setKeyStore(keys);
        own.setKeyPassword("changeit");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(keys);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(own);
        parameters.setTrustManagers(trust);
        return parameters;
    }

    private TestServer secureServer(SSLContextParameters parameters) throws IOException, GeneralSecurityException {
        SSLServerSocketFactory factory = parameters.createSSLContext(context).getServerSocketFactory();
        return new TestServer(factory, TestServer.json("{\"tls\":true}"));
    }

    @Test
    void trustedServerIsSpokenTo() throws Exception {
        SSLContextParameters ssl = certificateFor("localhost");
        try (var server = secureServer(ssl);
             var transport = new CamelHttpTransport(context, settings().ssl(ssl).build())) {
            URI uri = URI.create("https://localhost:" + server.port() + "/x");

            assertThat(transport.send(HttpCall.get(uri).withBearer("T")).body()).isEqualTo("{\"tls\":true}");
            assertThat(transport.send(HttpCall.get(uri).withBearer("T")).status()).isEqualTo(200);
        }
    }

    @Test
    void parametersOfTheContextApplyIfAskedFor() throws Exception {
        SSLContextParameters ssl = certificateFor("localhost");
        context.setSSLContextParameters(ssl);
        try (var server = secureServer(ssl);
             var with = new CamelHttpTransport(context, settings().globalSsl(true).build());
             var without = new CamelHttpTransport(context, settings().build())) {
            URI uri = URI.create("https://localhost:" + server.port() + "/x");

            assertThat(with.send(HttpCall.get(uri)).status()).isEqualTo(200);
            assertThat(failure(without, uri)).hasMessageContaining("no TLS connection").matches(e -> !e.mayHaveBeenSent());
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void certificateOfAnotherHostIsRefused() throws Exception {
        SSLContextParameters ssl = certificateFor("example.org");
        try (var server = secureServer(ssl);
             var transport = new CamelHttpTransport(context, settings().ssl(ssl).build())) {
            assertThat(failure(transport, URI.create("https://localhost:" + server.port() + "/x")))
                    .hasMessageContaining("no TLS connection").matches(e -> !e.mayHaveBeenSent());
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void proxyGetsAbsoluteAddressesAndSecretsOfPlainCalls() throws Exception {
        try (var proxy = new TestServer(TestServer.json("{\"proxy\":true}"));
             var transport = new CamelHttpTransport(
                     context, settings().proxy(new ProxySettings("localhost", proxy.port(), null, null, List.of())).build())) {
            HttpAnswer answer = transport.send(HttpCall.get(URI.create("http://ecobee.invalid/authorize?scope=x"))
                    .withSecretQuery("client_id", "K"));

            assertThat(answer.body()).isEqualTo("{\"proxy\":true}");
            assertThat(proxy.requests).singleElement().asString()
                    .startsWith("GET http://ecobee.invalid/authorize?scope=x&client_id=K HTTP/1.1");
        }
    }

    @Test
    void proxyOfSecureCallsSeesNoSecretAndAFailureHasSentNothing() throws Exception {
        try (var proxy = new TestServer(
                (request, out) -> TestServer.write(out, request.contains("Proxy-Authorization")
                        ? "HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n"
                        : "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"));
             var transport = new CamelHttpTransport(
                     context,
                     settings().proxy(new ProxySettings("localhost", proxy.port(), "user", "pass", List.of())).build())) {
            HttpCall call = HttpCall.get(URI.create("https://ecobee.invalid/authorize")).withBearer("TOKEN")
                    .withSecretQuery("client_id", "KEY");

            TransportException failure = catchThrowableOfType(TransportException.class, () -> transport.send(call));
            assertThat(failure).hasMessageContaining("no tunnel, HTTP 502").matches(e -> !e.mayHaveBeenSent());
            assertThat(proxy.requests).hasSize(2)
                    .allSatisfy(request -> assertThat(request).startsWith("CONNECT ecobee.invalid:443").doesNotContain("TOKEN",
                            "KEY"));
        }
    }

    @Test
    void exceptionsFromTheProxyAreCalledDirectly() throws Exception {
        try (var server = new TestServer(TestServer.json("{\"proxy\":false}"));
             var transport = new CamelHttpTransport(
                     context,
                     settings().proxy(new ProxySettings("proxy.invalid", 3128, null, null, List.of("*.example.org", "LOCAL*")))
                             .build())) {
            assertThat(transport.send(HttpCall.get(server.uri("/"))).body()).isEqualTo("{\"proxy\":false}");
        }
    }
}
