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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BenchmarksIT {
    private static final String JAR = System.getProperty("benchmarks.jar");

    @Test
    void theMethodBenchmarksRun() throws Exception {
        String said = java("-jar", JAR, "-f", "0", "-wi", "0", "-i", "1", "-r", "100ms", "-foe", "true");
        assertThat(said).contains("Run complete").contains("SimulatorReads.summaryOfThousand")
                .contains("SimulatorReads.fullThermostats").contains("FreshToken.accessToken");
    }

    @Test
    void theFleetIsReadAndWeighed() throws Exception {
        String said = java("-cp", JAR, SimulatorFleet.class.getName(), "--thermostats", "60");
        assertThat(said).contains("60 thermostats").contains("of these, for each thermostat");
    }

    @Test
    void theRunnableSimulatorIsStarted() throws Exception {
        String said = java("-cp", JAR, SimulatorStart.class.getName(), "--jar", System.getProperty("simulator.jar"),
                "--thermostats", "10", "--times", "1");
        assertThat(said).contains("10 thermostats: first answer after").contains("1 starts");
    }

    @Test
    void pollsAreComparedWithTheFloorAndWithARouteByHand() throws Exception {
        String said
                = java("-cp", JAR, ThermostatPolls.class.getName(), "--thermostats", "30", "--changed", "3", "--polls", "2");
        assertThat(said).contains("30 thermostats of 30 KB, 3 of them change").contains("by hand").contains("nothing changed");
    }

    @Test
    void manyAccountsArePolledByOneRoute() throws Exception {
        String said = java("-cp", JAR, ManyAccounts.class.getName(), "--accounts", "20", "--polls", "1");
        assertThat(said).contains("20 accounts with a thermostat each").contains("poll when everything changed");
    }

    @Test
    void historyIsReadBesideABareScan() throws Exception {
        String said = java("-Xmx256m", "-cp", JAR, ReportBackfill.class.getName(), "--thermostats", "3", "--days", "40",
                "--times", "1");
        assertThat(said).contains("answers").contains("bare scan").contains("route, perChunk").contains("route, perRow");
    }

    @Test
    void holdsAreComparedWithAPostOfTheSameBytes() throws Exception {
        String said = java("-cp", JAR, ThermostatHolds.class.getName(), "--accounts", "20", "--threads", "4", "--changes",
                "50", "--rounds", "1");
        assertThat(said).contains("the same bytes").contains("ecobee:setHold, six headers")
                .contains("changes of 20 accounts").containsPattern("at most [12] requests were seen open");
    }

    @Test
    void aFleetIsHeldByOneCall() throws Exception {
        String said = java("-cp", JAR, FleetHolds.class.getName(), "--thermostats", "60", "--times", "1");
        assertThat(said).contains("60 thermostats in one call").contains("3 POST /1/thermostat")
                .contains("3 GET /1/thermostat").contains("6 GET /1/thermostat");
    }

    private static String java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
