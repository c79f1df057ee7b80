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
package io.github.camelecobee.simulator.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScenarioTest {
    private static EcobeeSimulator start(Scenario scenario) {
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder();
        scenario.describe(builder);
        EcobeeSimulator simulator = builder.start();
        scenario.begin(simulator);
        return simulator;
    }

    @Test
    void thermostatsAndFaultsAreAsDescribed() {
        try (EcobeeSimulator simulator = start(Scenario.parse("""
                description: One thermostat and two faults
                clock: 2026-01-14T16:00:00Z
                thermostats:
                  - identifier: 511
                    name: "Attic: East"
                    model: aresSmart
                    timeZone: Europe/Berlin
                    temperature: 64.5
                    connected: false
                    properties:
                      settings.hvacMode: heat
                faults:
                  - fault: httpStatus
                    status: 503
                    on: GET /1/thermostat
                    after: 10m
                    times: 3
                  - fault: htmlPage
                """))) {
            Thermostat thermostat = simulator.thermostat("511").snapshot();
            assertThat(simulator.thermostats()).hasSize(1);
            assertThat(thermostat.getName()).isEqualTo("Attic: East");
            assertThat(thermostat.getModelNumber()).isEqualTo("aresSmart");
            assertThat(thermostat.getLocation().getTimeZone()).isEqualTo("Europe/Berlin");
            assertThat(thermostat.getRuntime().getActualTemperature()).isEqualTo(645);
            assertThat(thermostat.getRuntime().getConnected()).isFalse();
            assertThat(thermostat.getSettings().getHvacMode()).isEqualTo("heat");
            assertThat(simulator.faults().planned()).hasSize(2).first().satisfies(planned -> {
                assertThat(planned.fault()).isEqualTo(Fault.httpStatus(503));
                assertThat(planned.rule().notBefore()).isEqualTo(Instant.parse("2026-01-14T16:10:00Z"));
                assertThat(planned.rule().times()).isEqualTo(3);
            });
        }
    }

    @Test
    void thermostatsFollowPeopleWhenTheScenarioSaysSo() {
        String yaml = "clock: 2026-01-12T05:00:00Z\nsmartHomeAway: %s\nthermostats: [{identifier: 511}]";
        for (boolean follows : new boolean[] { true, false }) {
            try (EcobeeSimulator simulator = start(Scenario.parse(yaml.formatted(follows)))) {
                boolean seen = false;
                for (int hour = 0; hour < 14 * 24 && !seen; hour++) {
                    simulator.clock().advance(Duration.ofHours(1));
                    seen = simulator.thermostat("511").events().stream().anyMatch(event -> event.getType().startsWith("auto"));
                }
                assertThat(seen).isEqualTo(follows);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "home", "office", "troubled", "utility" })
    void readyScenariosStart(String name) {
        try (EcobeeSimulator simulator = start(Scenario.load(name))) {
            assertThat(simulator.thermostats()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(Scenario.READY.split(", ")).contains(name).hasSize(4);
        }
    }

    @Test
    void emptyScenarioIsTheDefault() {
        try (EcobeeSimulator simulator = start(Scenario.parse("# nothing\n"))) {
            assertThat(simulator.thermostats()).hasSize(4);
        }
    }

    @Test
    void mistakesAreNamed(@TempDir Path folder) throws Exception {
        assertWrong("thermostat: []", "Unknown key 'thermostat': known here are");
        assertWrong("thermostats:\n- identifier: 1\n  nmae: x", "Unknown key 'thermostats[0].nmae': known here are connected,");
        assertWrong("thermostats:\n- name: x", "'thermostats[0].identifier' is missing");
        assertWrong("thermostats:\n- identifier: 1\n- identifier: 1", "'thermostats[1].identifier' is taken");
        assertWrong("thermostats:\n- identifier: 1\n  timeZone: Mars", "'thermostats[0].timeZone' must be a time zone");
        assertWrong("thermostats: 5", "'thermostats' must be a list, not 5");
        assertWrong("faults:\n- fault: htmlPage\n  colour: red", "Unknown key 'faults[0].colour'");
        assertWrong("speed: fast", "'speed' must be a whole number, not fast");
        assertWrong("speed: 0", "'speed' must be 1 to 86400, not 0");
        assertWrong("smartHomeAway: often", "'smartHomeAway' must be true or false, not often");
        assertWrong("speed: 1\nspeed: 2", "It is no YAML object: ");
        assertWrong("- a", "It is no YAML object: ");
        assertWrong("a: [", "It is no YAML object: ");
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "sped: 3");
        assertThatThrownBy(() -> Scenario.load(file.toString()))
                .hasMessageStartingWith("Scenario " + file + ": Unknown key 'sped'");
        assertThatThrownBy(() -> Scenario.load("nowhere")).hasMessageStartingWith("There is no scenario nowhere");
    }

    private static void assertWrong(String yaml, String message) {
        assertThatThrownBy(() -> Scenario.parse(yaml)).as(yaml).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
