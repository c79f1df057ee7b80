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
package io.github.camelecobee.examples.yaml;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the example, as they are, against a simulator, in a process of its own. */
@Timeout(180)
class YamlExampleIT {
    private static final String UPSTAIRS = "311019854581";
    private static final Pattern READING = Pattern.compile(".*" + UPSTAIRS + ": \\d+ tenths of a degree F.*");
    private static final Pattern ROWS = Pattern.compile(".*: \\d+ rows.*");
    private static final Pattern HELD = Pattern.compile(".*Holding " + UPSTAIRS + ": APPLIED.*");
    private static final Pattern CHANGED = Pattern.compile(".*: [a-z]+[A-Z][A-Za-z]+$");
    private static final List<Pattern> STORY = List.of(READING, ROWS, HELD, CHANGED);

    @TempDir
    Path folder;
    private EcobeeSimulator ecobee;

    @BeforeEach
    void startEcobee() {
        ecobee = EcobeeSimulator.builder().port(0).clock(SimulatedClock.accelerated(60)).pinInterval(Duration.ofSeconds(1))
                .pinApproval(PinApproval.automaticAfter(Duration.ZERO)).start();
    }

    @AfterEach
    void stopEcobee() {
        ecobee.close();
    }

    @Test
    void theCamelCliRunsThem() throws Exception {
        LocalRepository repository = new LocalRepository(Files.createDirectory(folder.resolve("repository")));
        List<String> command = java(
                System.getProperty("cli") + "/*" + File.pathSeparator + Path.of("target", "test-classes").toAbsolutePath(),
                CamelCommand.class);
        command.add("run");
        command.addAll(files());
        command.addAll(List.of("application.properties",
                "--dep=mvn:io.github.camelecobee:camel-ecobee-kamelets:" + System.getProperty("project.version"),
                "--repos=" + repository.repositories(), "--maven-central-enabled=false",
                "--kamelets-version=" + System.getProperty("camel.kamelets.version"),
                "--logging-color=false", "--max-seconds=60"));

        assertTellsTheStory(command);
    }

    @Test
    void anApplicationWithCamelMainRunsThem() throws Exception {
        List<String> command = java(
                Path.of("").toAbsolutePath() + File.pathSeparator + System.getProperty("java.class.path"), Main.class);
        command.add(command.size() - 1, "-Dcamel.main.duration-max-seconds=60");
        command.add(command.size() - 1, "-Dcamel.main.routes-include-pattern=" + String.join(",",
                files().stream().map(file -> "file:" + file).toList()));

        assertTellsTheStory(command);
    }

    private List<String> java(String classpath, Class<?> main) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        return new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Duser.home=" + home,
                        "-Djava.io.tmpdir=" + temporary, "-cp", classpath, main.getName()));
    }

    private static List<String> files() {
        return List.of("thermostats.camel.yaml", "comfort.camel.yaml", "changes-kamelet.camel.yaml");
    }

    private void assertTellsTheStory(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("ECOBEE_API_KEY", EcobeeSimulator.DEFAULT_API_KEY, "ECOBEE_BASE_URL",
                ecobee.baseUri().toString(), "ECOBEE_GRANTS", folder.resolve("grants").resolve("grants.json").toString(),
                "ECOBEE_DELAY", "1s", "ECOBEE_FAST", "true", "ECOBEE_THERMOSTAT", UPSTAIRS, "COMFORT_DELAY", "6s"));
        Process camel = builder.start();
        List<Pattern> awaited = new ArrayList<>(STORY);
        List<String> lines = new ArrayList<>();
        try (BufferedReader log = camel.inputReader(StandardCharsets.UTF_8)) {
            for (String line = log.readLine(); line != null && !awaited.isEmpty(); line = log.readLine()) {
                lines.add(line);
                String said = line;
                awaited.removeIf(pattern -> pattern.matcher(said).matches());
            }
        } finally {
            camel.destroyForcibly().waitFor();
        }
        assertThat(awaited).as(() -> String.join("\n", lines)).isEmpty();
        assertThat(lines).noneMatch(line -> line.contains(EcobeeSimulator.DEFAULT_API_KEY));
        assertThat(ecobee.thermostat(UPSTAIRS).events()).isNotEmpty();
    }
}
