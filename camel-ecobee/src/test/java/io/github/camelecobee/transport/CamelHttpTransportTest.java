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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@Timeout(30)
class CamelHttpTransportTest {
    private static final int LIMIT = 100_000;

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private CamelHttpTransport transport() {
        return new CamelHttpTransport(context, settings().build());
    }

    private static TransportSettings.Builder settings() {
        return TransportSettings.builder().connectTimeout(Duration.ofSeconds(2)).responseTimeout(Duration.ofMillis(600))
                .leaseTimeout(Duration.ofMillis(300)).callTimeout(Duration.ofMillis(1500)).maxResponseBytes(LIMIT)
                .maxConnections(2);
    }

    private static TransportException failure(CamelHttpTransport transport, HttpCall call) {
        return catchThrowableOfType(TransportException.class, () -> transport.send(call));
    }

    @Test
    void requestCarriesWhatEcobeeAsksForAndNothingElse() throws IOException {
        try (var server = new TestServer(TestServer.json("{\"name\":\"Wärme\"}")); var transport = transport()) {
            HttpAnswer answer = transport.send(HttpCall.get(server.uri("/1/thermostat?json=%7B%22a%22%3A1%7D"))
                    .withBearer("the-token").withSecretQuery("client_id", "key/+&"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"name\":\"Wärme\"}");
            assertThat(answer.headers()).containsEntry("content-type", "application/json");
            assertThat(server.requests).singleElement()
                    .satisfies(request -> assertThat(request.lines()).containsExactlyInAnyOrder(
                            "GET /1/thermostat?json=%7B%22a%22%3A1%7D&client_id=key%2F%2B%26 HTTP/1.1",
                            "Accept: application/json",
                            "Accept-Encoding: gzip", "Content-Type: application/json;charset=UTF-8",
                            "Host: localhost:" + server.port(), "Connection: keep-alive",
                            "User-Agent: camel-ecobee/" + version(),
                            "Authorization: Bearer the-token"));
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void anInterruptOfAVirtualThreadDoesNotCostTheAnswer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (var server = new TestServer((request, out) -> {
            asked.countDown();
            interrupted.await();
            TestServer.json("{}").answer(request, out);
        });
             var transport = new CamelHttpTransport(
                     context, settings().responseTimeout(Duration.ofSeconds(20)).callTimeout(Duration.ofSeconds(20)).build())) {
            List<Object> told = new CopyOnWriteArrayList<>();
            Thread caller = virtual(() -> {
                told.add(transport.send(HttpCall.get(server.uri("/slow"))).body());
                told.add(Thread.currentThread().isInterrupted());
            });
            asked.await();

            caller.interrupt();
            interrupted.countDown();
            caller.join();

            assertThat(told).containsExactly("{}", true);
        }
    }

    /** Virtual threads are of a Java that is newer than the one this is compiled for. */
    private static Thread virtual(Runnable task) throws ReflectiveOperationException {
        return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    @Test
    @Timeout(15)
    void answerWithoutEndIsNotReadBeyondTheLimit() throws IOException {
        try (var server = new TestServer((request, out) -> {
            TestServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000000000\r\n\r\n");
            while (true) {
                TestServer.write(out, " ".repeat(8192));
            }
        });
             var transport = new CamelHttpTransport(context, settings().callTimeout(Duration.ofSeconds(20)).build())) {
            assertThat(failure(transport, HttpCall.get(server.uri("/endless")))).hasMessageContaining("larger than");
        }
    }

    @Test
    void answerThatIsNotChunkedAsItSaysIsNotQuoted() throws IOException {
        try (var server = new TestServer(
                (request, out) -> TestServer.write(out,
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{\"access_token\":\"tell-tale\"}\r\n\r\n"));
             var transport = transport()) {
            TransportException failure = failure(transport, HttpCall.get(server.uri("/token")));

            StringWriter text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            assertThat(text.toString()).contains("the connection broke").doesNotContain("tell-tale");
        }
    }

    @Test
    void formIsEncoded() throws IOException {
        try (var server = new TestServer(TestServer.json("{}")); var transport = transport()) {
            transport.send(HttpCall.postForm(server.uri("/token"), Map.of("refresh_token", "a+b/c=&ü")));

            assertThat(server.requests).singleElement().asString()
                    .contains("Content-Type: application/x-www-form-urlencoded;charset=UTF-8\n")
                    .endsWith("refresh_token=a%2Bb%2Fc%3D%26%C3%BC").doesNotContain("Expect");
        }
    }

    @Test
    void jsonIsPosted() throws IOException {
        try (var server = new TestServer(TestServer.json("{}")); var transport = transport()) {
            transport.send(HttpCall.postJson(server.uri("/1/thermostat?format=json"), "{\"a\":1}"));

            assertThat(server.requests).singleElement().asString().startsWith("POST /1/thermostat?format=json HTTP/1.1")
                    .contains("Content-Type: application/json;charset=UTF-8").endsWith("{\"a\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 302, 307, 401, 429, 500, 503 })
    void everyStatusIsAnAnswerAndNothingIsRepeated(int status) throws IOException {
        try (var server = new TestServer(
                (request, out) -> TestServer.write(out, "HTTP/1.1 " + status
                                                        + " Text\r\nLocation: /elsewhere\r\nSet-Cookie: a=b\r\n"
                                                        + "Retry-After: 1\r\nWWW-Authenticate: Basic\r\n"
                                                        + "Content-Length: 2\r\n\r\nno"));
             var transport = transport()) {
            HttpCall call = HttpCall.postForm(server.uri("/token"), Map.of("a", "b"));

            assertThat(transport.send(call).status()).isEqualTo(status);
            assertThat(transport.send(call).body()).isEqualTo("no");
            assertThat(server.requests).hasSize(2).allSatisfy(request -> assertThat(request).doesNotContain("Cookie"));
        }
    }

    @Test
    void gzipIsDecoded() throws IOException {
        try (var server = new TestServer(gzip("{\"a\":\"ü\"}")); var transport = transport()) {
            assertThat(transport.send(HttpCall.get(server.uri("/"))).body()).isEqualTo("{\"a\":\"ü\"}");
        }
    }

    @Test
    void answerThatIsTooLargeDecodedIsRefused() throws IOException {
        try (var server = new TestServer(gzip("a".repeat(LIMIT + 1))); var transport = transport()) {
            assertThat(failure(transport, HttpCall.get(server.uri("/x"))))
                    .hasMessage("GET /x at localhost failed: the answer is larger than 100000 bytes")
                    .matches(TransportException::mayHaveBeenSent);
        }
    }

    @Test
    void answerOfTheLargestSizeIsRead() throws IOException {
        try (var server = new TestServer(gzip("a".repeat(LIMIT))); var transport = transport()) {
            assertThat(transport.send(HttpCall.get(server.uri("/"))).body()).hasSize(LIMIT);
        }
    }

    private static TestServer.Script gzip(String body) {
        return (request, out) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(body.getBytes(StandardCharsets.UTF_8));
            }
            TestServer.write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n");
            out.write(bytes.toByteArray());
            out.flush();
        };
    }

    @Test
    void serverThatDoesNotAnswerIsGivenUp() throws IOException {
        try (var server = new TestServer((request, out) -> {
        }); var transport = transport()) {
            assertThat(failure(transport, HttpCall.get(server.uri("/x?secret=1"))))
                    .hasMessage("GET /x at localhost failed: no answer within 600 ms")
                    .matches(TransportException::mayHaveBeenSent);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", "HTTP/1.1 200 OK\r\nX: " })
    void answerThatDripsIsGivenUp(String beginning) throws IOException {
        try (var server = new TestServer((request, out) -> drip(out, beginning)); var transport = transport()) {
            assertThat(failure(transport, HttpCall.get(server.uri("/x"))))
                    .hasMessageContaining("no complete answer within 1500 ms").matches(TransportException::mayHaveBeenSent);
            assertThat(failure(transport, HttpCall.get(server.uri("/x")).withTimeout(Duration.ofMillis(400))))
                    .hasMessageContaining("no complete answer within 400 ms");
        }
    }

    private static void drip(OutputStream out, String beginning) throws IOException, InterruptedException {
        TestServer.write(out, beginning);
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 100; i++) {
            TestServer.write(out, "a");
            // A byte each tenth of a second: never silent long enough for a timeout of the socket.
            if (never.await(100, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    @Test
    void refusedConnectionHasSentNothing() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var transport = transport()) {
            assertThat(failure(transport, HttpCall.get(URI.create("http://localhost:" + port + "/x"))))
                    .hasMessage("GET /x at localhost failed: connection refused")
                    .matches(e -> !e.mayHaveBeenSent());
        }
    }

    @Test
    void unknownHostHasSentNothing() {
        try (var transport = transport()) {
            assertThat(failure(transport, HttpCall.get(URI.create("http://nowhere.invalid/x"))))
                    .hasMessage("GET /x at nowhere.invalid failed: unknown host").matches(e -> !e.mayHaveBeenSent());
        }
    }

    @Test
    void callThatFindsNoFreeConnectionHasSentNothing() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (var server = new TestServer((request, out) -> {
            answer.await();
            TestServer.json("{}").answer(request, out);
        }); var transport = new CamelHttpTransport(
                context,
                settings().maxConnections(1).responseTimeout(Duration.ofMinutes(1)).callTimeout(Duration.ofMinutes(1))
                        .build())) {
            var first = CompletableFuture.supplyAsync(() -> transport.send(HttpCall.get(server.uri("/first"))));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !server.requests.isEmpty());

            assertThat(failure(transport, HttpCall.get(server.uri("/x"))))
                    .hasMessageContaining("no free connection within 300 ms").matches(e -> !e.mayHaveBeenSent());
            answer.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void connectionThatTheServerHasClosedIsNotUsedAgain() throws IOException {
        try (var server = new TestServer(TestServer.json("{}")); var transport = transport()) {
            for (int i = 0; i < 20; i++) {
                assertThat(transport.send(HttpCall.postForm(server.uri("/token"), Map.of())).status()).isEqualTo(200);
                server.cut();
                Awaitility.await().pollDelay(Duration.ofMillis(20)).atMost(Duration.ofSeconds(1)).until(() -> true);
            }
            assertThat(server.requests).hasSize(20);
        }
    }

    @Test
    void connectionThatBreaksWithoutAnswerMayHaveDelivered() throws IOException {
        try (var server = new TestServer((request, out) -> out.close()); var transport = transport()) {
            assertThat(failure(transport, HttpCall.postForm(server.uri("/token"), Map.of())))
                    .hasMessageContaining("the connection broke").matches(TransportException::mayHaveBeenSent);
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void garbageIsNoAnswer() throws IOException {
        try (var server = new TestServer((request, out) -> {
            TestServer.write(out, "garbage " + request + "\r\n\r\n");
            out.close();
        }); var transport = transport()) {
            assertThatThrownBy(() -> transport.send(HttpCall.get(server.uri("/x")).withBearer("secret")))
                    .isInstanceOf(TransportException.class).message().doesNotContain("secret");
        }
    }

    @Test
    void closeAbortsCallsUnderWay() throws Exception {
        try (var server = new TestServer((request, out) -> {
        }); var transport = new CamelHttpTransport(
                context, settings().responseTimeout(Duration.ofMinutes(1)).callTimeout(Duration.ofMinutes(1)).build())) {
            var call = CompletableFuture.supplyAsync(() -> transport.send(HttpCall.get(server.uri("/x"))));
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !server.requests.isEmpty());

            transport.close();

            assertThatThrownBy(() -> call.get(1, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(Exception.class).cause().isInstanceOf(TransportException.class)
                    .hasMessageContaining("the transport was closed");
            assertThat(failure(transport, HttpCall.get(server.uri("/y")))).hasMessageContaining("closed")
                    .matches(e -> !e.mayHaveBeenSent());
            transport.close();
        }
    }

    @Test
    void componentsOfTheUserAreLeftAlone() {
        try (var transport = transport()) {
            assertThat(context.getComponentNames()).isEmpty();
            assertThat(context.getEndpoints()).isEmpty();
        }
    }

    /** On other lines of Camel the tests run with the jar, which has a version. */
    private static String version() {
        String version = CamelHttpTransport.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
