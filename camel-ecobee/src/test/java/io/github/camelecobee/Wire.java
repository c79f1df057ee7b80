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

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** Stands between the component and the simulator, hands everything on, and remembers each request as it came. */
final class Wire implements AutoCloseable {
    private static final List<String> HANDED_ON = List.of("Content-Type", "Authorization", "Accept", "Accept-Encoding");

    private final URI ecobee;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** @param ecobee where the requests go */
    Wire(URI ecobee) throws IOException {
        this.ecobee = ecobee;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handOn);
        server.start();
    }

    /**
     * A request.
     *
     * @param request       what it says
     * @param contentType   of it, {@code null} for none
     * @param authorization of it, {@code null} for none
     */
    record Arrival(WireRequest request, @Nullable String contentType, @Nullable String authorization) {
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Oldest first. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] content = exchange.getRequestBody().readAllBytes();
            URI uri = exchange.getRequestURI();
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            arrivals.add(new Arrival(
                    WireRequest.arrived(exchange.getRequestMethod(), uri.getPath(),
                            Objects.requireNonNullElse(uri.getRawQuery(), ""),
                            type != null && type.startsWith("application/x-www-form-urlencoded"),
                            new String(content, StandardCharsets.UTF_8)),
                    type, exchange.getRequestHeaders().getFirst("Authorization")));
            HttpRequest.Builder same = HttpRequest.newBuilder(ecobee.resolve(uri.toString()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(content));
            HANDED_ON.forEach(name -> exchange.getRequestHeaders().getOrDefault(name, List.of())
                    .forEach(value -> same.header(name, value)));
            HttpResponse<byte[]> answer = http.send(same.build(), BodyHandlers.ofByteArray());
            List.of("Content-Type", "Content-Encoding", "Location", "Retry-After").forEach(name -> answer.headers()
                    .firstValue(name).ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
