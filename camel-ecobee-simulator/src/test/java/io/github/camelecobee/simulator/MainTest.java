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
package io.github.camelecobee.simulator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs the command; a simulator that starts stops at once. */
    private int run(String... args) {
        CommandLine command = Main.commandLine(new Main(new CountDownLatch(0)));
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(args);
    }

    @Test
    void saysWhereItListens() {
        assertThat(run("--port", "0", "--thermostats", "3", "--speed", "60", "--api-key", "mine")).isZero();
        assertThat(out.toString()).contains("http://127.0.0.1:").contains("/portal");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpListsTheOptions() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--port", "--thermostats", "--speed", "--api-key");
    }

    @Test
    void badValuesAreSaidInOneSentence() {
        for (String[] args : new String[][] {
                { "--port", "99999" }, { "--port", "x" }, { "--speed", "0" }, { "--thermostats", "-1" }, { "--nonsense" } }) {
            err.getBuffer().setLength(0);
            assertThat(run(args)).as(String.join(" ", args)).isNotZero();
            assertThat(err.toString().lines()).as(String.join(" ", args)).hasSize(1);
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void badValuesAreNamedWithTheirOptionAndWhatIsAllowed() {
        run("--port", "99999");
        run("--thermostats", "-1");
        run("--thermostats", "999999999");
        run("--speed", "0.5");
        run("--api-key", "");

        assertThat(err.toString().lines()).containsExactly(
                "ecobee-simulator: Invalid value for option '--port': '99999' is no whole number from 0 to 65535",
                "ecobee-simulator: Invalid value for option '--thermostats': '-1' is no whole number from 0 to 1000000",
                "ecobee-simulator: Invalid value for option '--thermostats': '999999999' is no whole number from 0 to 1000000",
                "ecobee-simulator: Invalid value for option '--speed': '0.5' is no whole number from 1 to 86400",
                "ecobee-simulator: Invalid value for option '--api-key': '' is blank");
    }

    @Test
    void scenarioIsReadAndOptionsWinOverIt() {
        assertThat(run("--port", "0", "--scenario", "home", "--thermostats", "5", "--speed", "60")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("/control");

        assertThat(run("--port", "0", "--scenario", "nowhere.yaml")).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly(
                "ecobee-simulator: There is no scenario nowhere.yaml: give a file, or one of home, office, troubled, utility");
    }

    @Test
    void faultsAreOrderedOnTheCommandLine() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--fault=FAULT", "httpStatus", "daylightSavingGap");

        assertThat(run("--port", "0", "--fault", "httpStatus,status=429,retryAfter=5s,on=GET /1/thermostat,every=7",
                "--fault", "htmlPage,account=home,for=10m")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void mistakesInFaultsAreSaidInOneSentence() {
        assertThat(run("--fault", "httpStatus,status=42")).isEqualTo(2);
        assertThat(run("--fault", "htmlPage,tmies=2")).isEqualTo(2);
        assertThat(run("--port", "0", "--fault", "htmlPage,account=office")).isEqualTo(2);

        assertThat(err.toString().lines().toList()).satisfiesExactly(
                line -> assertThat(line).isEqualTo(
                        "ecobee-simulator: --fault 'httpStatus,status=42': 'status' must be 400 to 599, not 42"),
                line -> assertThat(line).startsWith("ecobee-simulator: --fault 'htmlPage,tmies=2': Unknown key 'tmies': "),
                line -> assertThat(line).isEqualTo("ecobee-simulator: --fault 'htmlPage,account=office': "
                                                   + "A fault cannot be about account office: there are home"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void portInUseIsSaidInOneSentence() {
        try (EcobeeSimulator running = EcobeeSimulator.builder().start()) {
            int port = running.baseUri().getPort();

            assertThat(run("--port", String.valueOf(port))).isEqualTo(1);
            assertThat(err.toString().lines()).containsExactly(
                    "ecobee-simulator: Port " + port + " is in use: choose another one, or 0 for any free port.");
        }
    }
}
