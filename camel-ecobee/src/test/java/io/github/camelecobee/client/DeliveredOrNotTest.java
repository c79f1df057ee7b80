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
package io.github.camelecobee.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.model.SecuritySettings;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.transport.CamelHttpTransport;
import io.github.camelecobee.transport.HttpTransport;
import io.github.camelecobee.transport.TestServer;
import io.github.camelecobee.transport.TransportSettings;
import org.apache.camel.impl.DefaultCamelContext;
import org.jmock.lib.concurrent.DeterministicScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What a change is said to have come to, by what a real server did with it. */
@Timeout(60)
class DeliveredOrNotTest {
    private static final String TOKEN = "a.very-secret_token";
    private static final String UPSTAIRS = "311019854581";
    private static final String DONE = "{\"status\":{\"code\":0,\"message\":\"\"}}";
    private static final String EXPIRED = "{\"status\":{\"code\":14,\"message\":\"Authentication token has expired. \"}}";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final MemoryGrantStore store = new MemoryGrantStore();
    private final Governor governor = new Governor();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpTransport transport;

    @BeforeEach
    void start() {
        context.start();
        transport = transport(Duration.ofSeconds(20));
        store.compareAndSet(AccountKey.of("a key", "home"), 0, new AuthorizationRecord(
                1, new Grant(
                        TOKEN, "R1", Clock.systemUTC().instant(), Clock.systemUTC().instant().plusSeconds(3599), "smartWrite",
                        "Bearer"),
                null, null));
    }

    private HttpTransport transport(Duration responseTimeout) {
        return new CamelHttpTransport(
                context, TransportSettings.builder().connectTimeout(Duration.ofSeconds(5)).responseTimeout(responseTimeout)
                        .callTimeout(Duration.ofSeconds(30)).build());
    }

    @AfterEach
    void stop() {
        over.countDown();
        transport.close();
        context.stop();
    }

    static Stream<Arguments> answersThatTellNothing() {
        return Stream.of(
                arguments("no answer, and the connection closed", raw("")),
                arguments("half an answer", raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status\":{\"co")),
                arguments("a status line that is none", raw("HTTQ/9 what\r\n\r\n")),
                arguments("an empty body", answer(200, "application/json", "")),
                arguments("garbage", answer(200, "application/json", "{{{")),
                arguments("JSON without a status", answer(200, "application/json", "{\"page\":{}}")),
                arguments("a status without a code", answer(200, "application/json", "{\"status\":{}}")),
                arguments("null", answer(200, "application/json", "null")),
                arguments("a page with HTTP 200", answer(200, "text/html", "<html>hello</html>")),
                arguments("a page with HTTP 500", answer(500, "text/html", "<html>oops</html>")),
                arguments("a page with HTTP 503", answer(503, "text/html", "<html>busy</html>")),
                arguments("what says it is gzip and is none", raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                                                                  + "Content-Length: " + DONE.length() + "\r\n\r\n" + DONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersThatTellNothing")
    @Tag("field-28")
    void aChangeThatLeftAndGotNoReadableAnswerIsOfUnknownOutcome(String name, TestServer.Script script) throws Exception {
        try (var server = new TestServer(script)) {
            EcobeeException failure = change(server.uri(""));

            assertThat(failure).isExactlyInstanceOf(EcobeeUnknownOutcomeException.class);
            assertThat(failure.isRepeatSafe()).isFalse();
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void anAnswerThatComesTooLateLeavesTheOutcomeUnknown() throws Exception {
        transport.close();
        transport = transport(Duration.ofSeconds(1));
        try (var server = new TestServer((request, out) -> over.await())) {
            assertThat(change(server.uri(""))).isExactlyInstanceOf(EcobeeUnknownOutcomeException.class)
                    .hasMessageContaining("no answer within 1000 ms");
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void aServerThatHangsUpUnreadLeavesTheOutcomeUnknown() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AtomicInteger connections = new AtomicInteger();
            Thread hangUp = new Thread(() -> {
                try {
                    while (true) {
                        server.accept().close();
                        connections.incrementAndGet();
                    }
                } catch (IOException e) {
                    over.countDown();
                }
            });
            hangUp.setDaemon(true);
            hangUp.start();

            assertThat(change(URI.create("http://localhost:" + server.getLocalPort())))
                    .isExactlyInstanceOf(EcobeeUnknownOutcomeException.class);
            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void aRefusedConnectionHasSentNothing() throws Exception {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        assertNotSent(change(URI.create("http://localhost:" + port)), "connection refused");
    }

    @Test
    void aHostThatNobodyKnowsHasGotNothing() {
        assertNotSent(change(URI.create("http://nowhere.invalid")), "unknown host");
    }

    @Test
    void withoutTlsNothingIsSent() throws Exception {
        try (var server = new TestServer(TestServer.json(DONE))) {
            assertNotSent(change(URI.create("https://localhost:" + server.port())), "at localhost failed");
            assertThat(server.requests).noneMatch(request -> request.contains("POST"));
        }
    }

    @Test
    @Tag("field-29")
    void tooManyRequestsTurnAChangeAwayUnreadAndItIsNotSentAgain() throws Exception {
        try (var server = new TestServer(
                (request, out) -> TestServer.write(out,
                        "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n"))) {
            EcobeeException turnedAway = change(server.uri(""));
            EcobeeException held = change(server.uri(""));

            assertThat(turnedAway).isInstanceOfSatisfying(EcobeeNotSentException.class, notSent -> {
                assertThat(notSent.httpStatus()).isEqualTo(429);
                assertThat(notSent.retryAfter()).contains(Duration.ofSeconds(90));
            });
            assertNotSent(held, "left alone");
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void withoutRetryAfterTheExceptionSaysHowLongTheAccountWaits() throws Exception {
        try (var server = new TestServer(
                (request, out) -> TestServer.write(out,
                        "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(change(server.uri(""))).isInstanceOfSatisfying(EcobeeNotSentException.class,
                    notSent -> assertThat(notSent.retryAfter()).isPresent());
        }
    }

    @Test
    @Tag("field-8")
    void afterAnExpiredTokenTheSameIsSentOnceMoreAndItsOwnStatusCounts() throws Exception {
        AtomicInteger changes = new AtomicInteger();
        String refused = "{\"status\":{\"code\":7,\"message\":\"Validation error. \"}}";
        try (var server = new TestServer((request, out) -> {
            if (request.contains("/token")) {
                TestServer.json("{\"access_token\":\"A2\",\"token_type\":\"Bearer\",\"expires_in\":3599,"
                                + "\"refresh_token\":\"R2\",\"scope\":\"smartWrite\"}")
                        .answer(request, out);
            } else {
                TestServer.json(changes.incrementAndGet() == 1 ? EXPIRED : refused).answer(request, out);
            }
        })) {
            EcobeeException failure = change(server.uri(""));

            assertThat(failure).isInstanceOf(EcobeeValidationException.class);
            assertThat(failure.code()).isEqualTo(7);
            List<String> sent = server.requests.stream().filter(request -> request.startsWith("POST /1/thermostat")).toList();
            assertThat(sent).hasSize(2);
            assertThat(body(sent.get(1))).isEqualTo(body(sent.get(0)));
        }
    }

    @Test
    void whatAServerRepeatsOfSecretsIsNotQuoted() throws Exception {
        try (var server = new TestServer(answer(502, "text/html", "<html>no way for 4711 and " + TOKEN + "</html>"))) {
            assertThat(change(server.uri(""))).hasMessageContaining("no way for xxxxxx and xxxxxx");
        }
    }

    @Test
    void theExceptionTellsWhatWasSentWithoutSecrets() throws Exception {
        try (var server = new TestServer(raw(""))) {
            EcobeeException failure = change(server.uri(""));

            assertThat(failure.account()).isEqualTo("home");
            assertThat(failure.thermostats()).containsExactly(UPSTAIRS);
            assertThat(failure.request()).isEqualTo("POST /1/thermostat of thermostats " + UPSTAIRS);
            assertThat(failure.content()).contains("vacationAccess", UPSTAIRS).doesNotContain("4711", TOKEN);
            assertThat(failure.code()).isEqualTo(-1);
            assertThat(failure.text()).isEmpty();
            assertThat(server.requests.get(0)).contains("4711");
        }
    }

    private static void assertNotSent(EcobeeException failure, String why) {
        assertThat(failure).isExactlyInstanceOf(EcobeeNotSentException.class).hasMessageContaining("was not sent")
                .hasMessageContaining(why);
        assertThat(failure.isRepeatSafe()).isTrue();
        assertThat(failure.httpStatus()).isZero();
        assertThat(failure.code()).isEqualTo(-1);
    }

    private EcobeeException change(URI server) {
        AuthorizationManager manager = new AuthorizationManager(
                AuthorizationSettings.builder("a key").tokenUri(server.resolve("/token")).build(), store, transport,
                Clock.systemUTC(), new DeterministicScheduler());
        EcobeeClient client = new EcobeeClient(
                server, transport, manager.authorization("home"), "home", governor, Clock.systemUTC());
        return catchThrowableOfType(EcobeeException.class, () -> client.writes().update(
                ThermostatSelection.thermostats(UPSTAIRS), new ThermostatUpdate(
                        new Thermostat().withSecuritySettings(
                                new SecuritySettings().withUserAccessCode("4711").withVacationAccess(true)),
                        List.of())));
    }

    private static String body(String request) {
        return request.substring(request.indexOf('{'));
    }

    /** Says this and hangs up. */
    private static TestServer.Script raw(String text) {
        return (request, out) -> {
            TestServer.write(out, text);
            throw new IOException("hang up");
        };
    }

    private static TestServer.Script answer(int status, String type, String body) {
        return (String request, OutputStream out) -> TestServer.write(out,
                "HTTP/1.1 " + status + " So\r\nContent-Type: " + type + "\r\nContent-Length: "
                                                                           + body.getBytes(StandardCharsets.UTF_8).length
                                                                           + "\r\n\r\n" + body);
    }
}
