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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ClimateSensor;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Groups whose thermostats follow each other (Group.shtml). */
class GroupSynchronizationTest {
    private static final String FIRST = "311019854581";
    private static final String SECOND = "311019854999";
    private static final String STRANGER = "311019855555";

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z")))
            .thermostats(List.of(SampleThermostats.of(FIRST, "Upstairs"), SampleThermostats.of(SECOND, "Downstairs"),
                    SampleThermostats.of(STRANGER, "Cabin")))
            .start();
    private final SimulatorClient client = new SimulatorClient(simulator);
    private final SimulatedThermostat second = simulator.thermostat(SECOND);

    GroupSynchronizationTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** Makes the group, or changes what it shares. */
    private void group(String flag) {
        String ref = (String) shown(FIRST, "settings.groupRef");
        assertThat(client.write("/1/group", "{\"selection\":" + SimulatorClient.ALL.formatted("")
                                            + ",\"groups\":[{" + (ref.isEmpty() ? "" : "\"groupRef\":\"" + ref + "\",")
                                            + "\"groupName\":\"House\",\"" + flag + "\":true,\"thermostats\":[\""
                                            + FIRST + "\",\"" + SECOND + "\"]}]}")
                .statusCode()).isEqualTo(200);
    }

    private void update(String thermostat) {
        done(client.write("/1/thermostat",
                "{\"selection\":" + SimulatorClient.one(FIRST, "") + ",\"thermostat\":" + thermostat + "}").body());
    }

    private void call(String type, String params) {
        done(client.call(FIRST, "{\"type\":\"" + type + "\",\"params\":{" + params + "}}").body());
    }

    private static void done(String answer) {
        assertThat(answer).isEqualTo("{\"status\":{\"code\":0,\"message\":\"\"}}");
    }

    private Object shown(String identifier, String path) {
        Object found = EcobeeJson.toMap(simulator.thermostat(identifier).snapshot());
        for (String name : path.split("\\.")) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(name), path);
        }
        return found;
    }

    @TestFactory
    Stream<DynamicTest> propertySpreadsByItsFlagAndByNoOther() {
        Map<String, String> updates = Map.of(
                "synchronizeSystemMode", "settings.hvacMode heat",
                "synchronizeQuickSave", "settings.quickSaveSetBack 30",
                "synchronizeReminders", "settings.monthsBetweenService 9",
                "synchronizeUserPreferences", "settings.useCelsius true",
                "synchronizeLocation", "location.city Hamilton");
        return updates.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            group(each.getKey());
            String before = second.snapshot().getThermostatRev();
            updates.values().forEach(value -> {
                String path = value.split(" ")[0];
                update("{\"" + path.replace(".", "\":{\"") + "\":\"" + value.split(" ")[1] + "\"}}");
            });

            updates.forEach((flag, value) -> {
                String path = value.split(" ")[0];
                assertThat(shown(FIRST, path)).hasToString(value.split(" ")[1]);
                assertThat(shown(SECOND, path).toString().equals(value.split(" ")[1])).as(path)
                        .isEqualTo(flag.equals(each.getKey()));
                assertThat(shown(STRANGER, path).toString()).isNotEqualTo(value.split(" ")[1]);
            });
            assertThat(second.snapshot().getThermostatRev()).isGreaterThan(before);
            reset(updates);
        }));
    }

    /** Makes the thermostats as they were for the next flag. */
    private void reset(Map<String, String> updates) {
        updates.values().stream().map(value -> value.split(" ")[0]).forEach(path -> Stream.of(FIRST, SECOND)
                .forEach(identifier -> simulator.thermostat(identifier).setProperty(path, shown(STRANGER, path))));
    }

    @Test
    void programSpreadsButEachKeepsItsSensors() {
        second.setProperty("program.climates", second.snapshot().getProgram().getClimates().stream()
                .map(climate -> EcobeeJson.toMap(climate.withSensors(List.of(new ClimateSensor().withId("ei:0:1"))))).toList());
        group("synchronizeSchedule");
        Thermostat first = simulator.thermostat(FIRST).snapshot();
        first.getProgram().getClimates().forEach(climate -> climate.setHeatTemp(655));
        first.getProgram().getSchedule().get(0).set(0, "away");

        update("{\"program\":" + EcobeeJson.write(first.getProgram()) + "}");

        Thermostat other = second.snapshot();
        assertThat(other.getProgram().getClimates()).extracting(Climate::getHeatTemp).containsOnly(655);
        assertThat(other.getProgram().getClimates()).allSatisfy(climate -> assertThat(climate.getSensors())
                .extracting(ClimateSensor::getId).containsExactly("ei:0:1"));
        assertThat(other.getProgram().getSchedule().get(0).get(0)).isEqualTo("away");
        assertThat(other.getRuntime().getDesiredHeat()).isEqualTo(655);
        assertThat(simulator.thermostat(STRANGER).snapshot().getRuntime().getDesiredHeat()).isNotEqualTo(655);
    }

    @Test
    void vacationsSpreadAndHoldsDoNot() {
        group("synchronizeVacation");
        call("createVacation", "\"name\":\"Skiing\",\"heatHoldTemp\":600,\"coolHoldTemp\":850");
        call("setHold", "\"holdClimateRef\":\"home\"");
        assertThat(second.events()).extracting(Event::getName).containsExactly("Skiing");

        call("deleteVacation", "\"name\":\"Skiing\"");
        assertThat(second.events()).isEmpty();
        assertThat(simulator.requests().all()).last()
                .satisfies(request -> assertThat(request.toString()).contains(SECOND + " events"));
    }

    @Test
    void vacationThatAnotherMemberHasAlreadyIsNoError() {
        done(client.call(SECOND, "{\"type\":\"createVacation\",\"params\":{\"name\":\"Skiing\",\"heatHoldTemp\":610,"
                                 + "\"coolHoldTemp\":850}}")
                .body());
        group("synchronizeVacation");

        call("createVacation", "\"name\":\"Skiing\",\"heatHoldTemp\":600,\"coolHoldTemp\":850");

        assertThat(second.events()).extracting(Event::getHeatHoldTemp).containsExactly(610);
    }

    @Test
    void alertsComeAndGoTogether() {
        group("synchronizeAlerts");
        call("sendMessage", "\"text\":\"Filter day\"");
        call("sendMessage", "\"text\":\"Back at six\"");
        assertThat(second.snapshot().getAlerts()).extracting(Alert::getText).containsExactly("Filter day", "Back at six");
        Alert filter = simulator.thermostat(FIRST).snapshot().getAlerts().get(0);

        call("acknowledge", "\"thermostatIdentifier\":\"" + FIRST + "\",\"ackRef\":\"" + filter.getAcknowledgeRef()
                            + "\",\"ackType\":\"accept\"");

        assertThat(second.snapshot().getAlerts()).extracting(Alert::getText).containsExactly("Back at six");
    }

    @Test
    void resetResetsAll() {
        update("{\"settings\":{\"useCelsius\":true}}");
        second.setProperty("settings.useCelsius", true);
        group("synchronizeReset");

        call("resetPreferences", "");

        assertThat(second.snapshot().getSettings().getUseCelsius()).isFalse();
    }

    @Test
    void whoLeavesTheGroupFollowsNoMore() {
        group("synchronizeSystemMode");
        assertThat(shown(SECOND, "settings.groupName")).isEqualTo("House");
        assertThat(shown(STRANGER, "settings.groupName")).isEqualTo("");
        String ref = (String) shown(SECOND, "settings.groupRef");
        client.write("/1/group", "{\"selection\":" + SimulatorClient.ALL.formatted("") + ",\"groups\":[{\"groupRef\":\"" + ref
                                 + "\",\"groupName\":\"House\",\"synchronizeSystemMode\":true,\"thermostats\":[\"" + FIRST
                                 + "\"]}]}");

        update("{\"settings\":{\"hvacMode\":\"off\"}}");

        assertThat(shown(SECOND, "settings.hvacMode")).isEqualTo("auto");
        assertThat(shown(SECOND, "settings.groupRef")).isEqualTo("");
    }
}
