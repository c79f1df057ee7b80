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
package io.github.camelecobee.examples.springboot;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelecobee.simulator.EcobeeSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The example in a process of its own, with the libraries of one line of Spring Boot and of Camel. */
final class RunningApplication implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(?s)Tomcat started on port (\\d+).*Started Application in");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final URI address;

    private RunningApplication(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    static RunningApplication start(Path folder, EcobeeSimulator ecobee, String... options) throws IOException {
        Path log = Files.createTempFile(folder, "application", ".log");
        Process process = launch(folder, log, ecobee, options);
        try {
            String port = await().atMost(Duration.ofSeconds(90)).until(() -> port(process, log), text -> !text.isEmpty());
            return new RunningApplication(process, log, URI.create("http://127.0.0.1:" + port));
        } catch (RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** What it says when it cannot start. */
    static String refusal(Path folder, EcobeeSimulator ecobee, String... options) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "application", ".log");
        Process process = launch(folder, log, ecobee, options);
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            return Files.readString(log);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process launch(Path folder, Path log, EcobeeSimulator ecobee, String... options) throws IOException {
        List<String> command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp",
                        System.getProperty("classes", "") + File.pathSeparator + System.getProperty("lib") + "/*",
                        Application.class.getName(), "--server.port=0"),
                Stream.of(options)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(Map.of(
                "ECOBEE_API_KEY", EcobeeSimulator.DEFAULT_API_KEY, "ECOBEE_URL", ecobee.baseUri().toString()));
        return builder.start();
    }

    private static String port(Process process, Path log) throws IOException {
        String text = Files.readString(log);
        assertThat(process.isAlive()).as(text).isTrue();
        Matcher port = PORT.matcher(text);
        return port.find() ? port.group(1) : "";
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    JsonNode post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().POST(BodyPublishers.noBody()), path);
    }

    JsonNode put(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body)).header("Content-Type", "application/json"),
                path);
    }

    private JsonNode send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.uri(address.resolve(path)).timeout(Duration.ofSeconds(60)).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        return JSON.readTree(answer.body());
    }

    /** As an operator stops it. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
