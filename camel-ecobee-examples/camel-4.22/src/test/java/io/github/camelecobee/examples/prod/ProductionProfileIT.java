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
package io.github.camelecobee.examples.prod;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.camelecobee.examples.quickstart.Quickstart;
import io.github.camelecobee.examples.readings.Readings;
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

/** Camel's profile for production refuses to start with a secret in plain text; the examples have none. */
@Timeout(180)
class ProductionProfileIT {
    private static final Path YAML = Path.of("..", "yaml").toAbsolutePath().normalize();
    private static final String UPSTAIRS = "311019854581";
    private static final Pattern REFUSED = Pattern.compile(".*Security policy violations.*");

    /** The manifest of the quick start's jar names the Camel that it was built with: its classes come without. */
    private static final String CLASSPATH = System.getProperty("java.class.path", "").replace("quickstart.jar", "classes");

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
    void aKeyInPlainTextIsRefused() throws Exception {
        assertSays(REFUSED, Readings.class, "", "-Dcamel.component.ecobee.api-key=" + EcobeeSimulator.DEFAULT_API_KEY);
    }

    @Test
    void readingsStart() throws Exception {
        assertSays(Pattern.compile(".*" + UPSTAIRS + ".*: \\d+ tenths of a degree F.*"), Readings.class, "",
                "-Dcamel.component.ecobee.base-url=" + ecobee.baseUri());
    }

    @Test
    void theQuickStartStartsWithItsSimulator() throws Exception {
        assertSays(Pattern.compile(".*0  exchanges that failed.*"), Quickstart.class, "", "-Dquickstart=simulator");
    }

    @Test
    void theQuickStartStartsWithAServer() throws Exception {
        assertSays(Pattern.compile(".*it only reads.*"), Quickstart.class, ecobee.baseUri().toString(), "-Dquickstart=server");
    }

    @Test
    void theRoutesInYamlStart() throws Exception {
        Path yaml = YAML.resolve("comfort.camel.yaml");
        assertSays(Pattern.compile(".*Holding " + UPSTAIRS + ": APPLIED.*"), Main.class, ecobee.baseUri().toString(),
                "-Dcamel.main.routes-include-pattern=file:" + YAML.resolve("thermostats.camel.yaml") + ",file:" + yaml);
    }

    private void assertSays(Pattern awaited, Class<?> main, String baseUrl, String property) throws Exception {
        List<String> lines = new ArrayList<>();
        boolean said = false;
        Process camel = start(main, baseUrl, property);
        try (BufferedReader log = camel.inputReader(StandardCharsets.UTF_8)) {
            for (String line = log.readLine(); line != null && !said; line = log.readLine()) {
                lines.add(line);
                said = awaited.matcher(line).matches();
            }
        } finally {
            camel.destroyForcibly().waitFor();
        }
        assertThat(said).as(() -> String.join("\n", lines)).isTrue();
        assertThat(lines).noneMatch(line -> awaited != REFUSED && REFUSED.matcher(line).matches());
    }

    private Process start(Class<?> main, String baseUrl, String property) throws IOException {
        // The files of the example in YAML first, where they are wanted: both have an application.properties.
        String classpath = (main == Main.class ? YAML + File.pathSeparator : "") + CLASSPATH;
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Duser.home=" + folder,
                "-Dcamel.main.profile=prod", "-Dcamel.main.duration-max-seconds=60", property, "-cp", classpath, main.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("ECOBEE_API_KEY", EcobeeSimulator.DEFAULT_API_KEY, "ECOBEE_GRANTS",
                folder.resolve("grants").resolve("grants.json").toString(), "ECOBEE_DELAY", "1s", "ECOBEE_FAST", "true",
                "ECOBEE_THERMOSTAT", UPSTAIRS, "COMFORT_DELAY", "6s"));
        // Of two loggers on the class path the quick start's is taken, which is silent by default.
        builder.environment().put("QUICKSTART_LOG", "INFO");
        builder.environment().remove("ECOBEE_BASE_URL");
        if (!baseUrl.isEmpty()) {
            builder.environment().put("ECOBEE_BASE_URL", baseUrl);
        }
        return builder.start();
    }
}
