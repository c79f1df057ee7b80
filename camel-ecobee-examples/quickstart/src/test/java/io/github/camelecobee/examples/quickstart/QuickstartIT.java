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
package io.github.camelecobee.examples.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs the packaged quick start as people do: in a process of its own. */
@Timeout(120)
class QuickstartIT {
    private static final Pattern PIN = Pattern.compile("Enter PIN (\\S+) at");
    private static final Pattern PORTAL = Pattern.compile("Open (http\\S+) ");

    @TempDir
    Path folder;

    @Test
    void itTellsTheWholeStoryAndEndsByItself() throws Exception {
        Run run = new Run(Map.of());

        assertThat(run.end()).isZero();

        assertThat(run.text()).containsSubsequence("simulator runs at http://127.0.0.1:", "ecobee issued a PIN", "Enter PIN",
                "Authorized", "The first poll delivered 4 thermostats", "| Thermostat", "| Attic: East", "changed ",
                "Push a hold to", "hold - -> 72.0 F / 78.0 F until", "The access token expires now",
                "The access token was refreshed", "Resume the program", "78.0 F until", "-> -", "What it took",
                "GET /1/thermostatSummary", "2  POST /1/thermostat", "0  exchanges that failed",
                "1  times the access token was refreshed");
        assertThat(run.text()).contains("Chambre d'été 21°").doesNotContain("Exception", "WARN", "ERROR");
    }

    @Test
    void aPersonEntersThePinOnThePortalPage() throws Exception {
        Run run = new Run(Map.of(), "--browser");
        String pin = run.await(PIN);
        String portal = run.await(PORTAL);

        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(portal + "/pin"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("pin=" + pin)).build(), BodyHandlers.discarding());

        assertThat(run.end()).isZero();
        assertThat(run.text()).contains("What it took");
    }

    @Test
    void aServerThatIsNotItsOwnIsOnlyRead() throws Exception {
        try (EcobeeSimulator other = other()) {
            Run run = new Run(server(other.baseUri().toString(), EcobeeSimulator.DEFAULT_API_KEY));

            assertThat(run.end()).isZero();
            assertThat(run.text()).contains("it only reads", "| Attic: East", "Nothing was changed", "What it took");
            assertThat(other.requests().count("POST", "/1/thermostat")).isZero();
        }
    }

    @Test
    void aServerThatIsNotItsOwnIsChangedWhenAsked() throws Exception {
        try (EcobeeSimulator other = other()) {
            Run run = new Run(server(other.baseUri().toString(), EcobeeSimulator.DEFAULT_API_KEY), "--write");

            assertThat(run.end()).isZero();
            assertThat(run.text()).contains("Push a hold", "Resume the program");
            assertThat(other.requests().count("POST", "/1/thermostat")).isEqualTo(2);
        }
    }

    @Test
    void aMissingKeyIsOneClearSentence() throws Exception {
        assertSentence(new Run(Map.of(), "--cloud"), "ECOBEE_API_KEY is not set");
    }

    @Test
    void aWrongKeyIsOneClearSentence() throws Exception {
        try (EcobeeSimulator other = other()) {
            Run run = new Run(server(other.baseUri().toString(), "wrong-key"));

            assertSentence(run, "apiKey");
            assertThat(run.text()).doesNotContain("wrong-key", "null");
        }
    }

    @Test
    void anUnreachableServerIsOneClearSentence() throws Exception {
        assertSentence(new Run(server("http://127.0.0.1:" + freePort(), "key")), "127.0.0.1");
    }

    @Test
    void aWrongAddressIsOneClearSentence() throws Exception {
        assertSentence(new Run(server("http://ecobee.example", "key")), "baseUrl");
    }

    @Test
    void aPortInUseIsOneClearSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertSentence(new Run(Map.of(), "--port", String.valueOf(taken.getLocalPort())), "port");
        }
    }

    @Test
    void aPortThatIsNoneIsOneClearSentence() throws Exception {
        assertSentence(new Run(Map.of(), "--port", "70000"), "--port: 70000 is not allowed");
    }

    private static void assertSentence(Run run, String text) throws Exception {
        assertThat(run.end()).isNotZero();
        assertThat(run.lines()).filteredOn(line -> line.startsWith("quickstart: ")).singleElement().asString()
                .contains(text).doesNotContain("Exception");
        assertThat(run.text()).doesNotContain("\tat ");
    }

    private static EcobeeSimulator other() {
        return EcobeeSimulator.builder().port(0).clock(SimulatedClock.accelerated(60)).pinInterval(Duration.ofSeconds(1))
                .pinApproval(PinApproval.automaticAfter(Duration.ZERO)).start();
    }

    private Map<String, String> server(String url, String key) {
        return Map.of("ECOBEE_BASE_URL", url, "ECOBEE_API_KEY", key, "ECOBEE_GRANTS",
                folder.resolve("grants").resolve("grants.json").toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** One process, and what it printed so far. */
    private static final class Run {
        private final Process process;
        private final BufferedReader out;
        private final List<String> lines = new ArrayList<>();

        Run(Map<String, String> environment, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                            "-jar", System.getProperty("quickstart.jar")));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("ECOBEE_"));
            builder.environment().putAll(environment);
            process = builder.start();
            out = process.inputReader(StandardCharsets.UTF_8);
        }

        String await(Pattern pattern) throws IOException {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                Matcher matcher = pattern.matcher(line);
                if (matcher.find()) {
                    return matcher.group(1);
                }
            }
            throw new AssertionError(pattern + " was not printed:\n" + text());
        }

        int end() throws Exception {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        List<String> lines() {
            return lines;
        }

        String text() {
            return String.join("\n", lines);
        }
    }
}
