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
package io.github.camelecobee.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;

/**
 * A simulator whose reports are computed once: whoever asks for the same again gets the same bytes, so that what a
 * client takes is not hidden behind what the server takes. A process of its own, which ends when its input does.
 */
final class ReplayServer {
    static final Instant NOW = Instant.parse("2025-01-14T16:46:03Z");
    /** Lists the paths of the reports that were asked for, one a line. */
    static final String RECORDED = "/recorded";

    private static final String REPORT = "/1/runtimeReport";
    private static final int OK = 200;
    private static final int FAILED = 502;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, byte[]> reports = new ConcurrentHashMap<>();
    private final URI simulator;

    private ReplayServer(URI simulator) {
        this.simulator = simulator;
    }

    /**
     * Serves.
     *
     * @param  args        number of thermostats
     * @throws IOException if there is no port
     */
    public static void main(String[] args) throws IOException {
        // Without it, every answer waits for the acknowledgement of the one before.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try (EcobeeSimulator simulator = EcobeeSimulator.builder().clock(SimulatedClock.manual(NOW))
                .thermostats(SampleThermostats.fleet(Integer.parseInt(args[0]))).start()) {
            String token = new HttpClientOfOne(simulator).token();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", new ReplayServer(simulator.baseUri())::handle);
            server.setExecutor(Executors.newFixedThreadPool(2));
            server.start();
            System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + " " + token);
            System.in.read();
        }
        System.exit(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange; InputStream asked = exchange.getRequestBody()) {
            asked.readAllBytes();
            String path = exchange.getRequestURI().toString();
            if (path.equals(RECORDED)) {
                answer(exchange, OK, String.join("\n", reports.keySet().stream().sorted().toList())
                        .getBytes(StandardCharsets.UTF_8));
            } else if (reports.containsKey(path)) {
                replay(exchange, reports.get(path));
            } else {
                forward(exchange, path);
            }
        }
    }

    private static void replay(HttpExchange exchange, byte[] report) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        answer(exchange, OK, report);
    }

    private void forward(HttpExchange exchange, String path) throws IOException {
        try {
            boolean report = path.startsWith(REPORT);
            HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(URI.create(simulator + path))
                    .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                    .header("Accept-Encoding", report ? "gzip" : "identity").build(), HttpResponse.BodyHandlers.ofByteArray());
            if (report && answer.statusCode() == OK) {
                reports.put(path, answer.body());
                replay(exchange, answer.body());
            } else {
                answer(exchange, answer.statusCode(), answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(exchange, FAILED, new byte[0]);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
