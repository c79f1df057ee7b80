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

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ClimateSensor;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.status;
import static org.assertj.core.api.Assertions.assertThat;

class FunctionsTest {
    private static final String FIRST = "311019854581";

    /** A Wednesday, 11:00 in Toronto: the program is away until 17:00. */
    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock)
            .accessTokenLife(Duration.ofDays(90)).start();
    private final SimulatorClient client = new SimulatorClient(simulator);
    private final SimulatedThermostat thermostat = simulator.thermostat(FIRST);

    FunctionsTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> call(String function, String params) {
        return client.call(FIRST, "{\"type\":\"" + function + "\",\"params\":{" + params + "}}");
    }

    private void done(String function, String params) {
        assertThat(call(function, params).body()).isEqualTo("{\"status\":{\"code\":0,\"message\":\"\"}}");
    }

    private String refused(int code, String function, String params) {
        HttpResponse<String> answer = call(function, params);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(status(answer).getCode()).isEqualTo(code);
        return status(answer).getMessage();
    }

    private String alert() {
        done("sendMessage", "\"text\":\"Filter day\"");
        List<Alert> alerts = thermostat.snapshot().getAlerts();
        return alerts.get(alerts.size() - 1).getAcknowledgeRef();
    }

    private static String acknowledge(String reference, String type) {
        return "\"thermostatIdentifier\":\"" + FIRST + "\",\"ackRef\":\"" + reference + "\",\"ackType\":\"" + type + "\"";
    }

    @Test
    void acknowledgedAlertLeavesTheListAndCanBeReopened() {
        String reference = alert();
        String before = thermostat.revision(Revision.ALERTS);

        done("acknowledge", acknowledge(reference, "accept"));
        assertThat(thermostat.snapshot().getAlerts()).isEmpty();
        assertThat(thermostat.revision(Revision.ALERTS)).isGreaterThan(before);

        done("acknowledge", acknowledge(reference, "unacknowledged"));
        assertThat(thermostat.snapshot().getAlerts()).extracting(Alert::getAcknowledgement)
                .containsExactly("unacknowledged");
    }

    @Test
    void deferredAlertComesBackWhenOneIsToBeReminded() {
        done("acknowledge", acknowledge(alert(), "defer") + ",\"remindMeLater\":\"true\"");
        done("acknowledge", acknowledge(alert(), "defer"));

        assertThat(thermostat.snapshot().getAlerts()).isEmpty();
        clock.advance(Duration.ofHours(25));
        assertThat(thermostat.snapshot().getAlerts()).hasSize(1);
    }

    @Test
    void wrongAcknowledgementsAreRefused() {
        assertThat(refused(11, "acknowledge", "\"ackRef\":\"a\",\"ackType\":\"accept\""))
                .isEqualTo("Function error. Missing parameter: thermostatIdentifier Function: acknowledge");
        assertThat(refused(11, "acknowledge", acknowledge("a", "accept"))).contains("Alert not found: a");
        assertThat(refused(11, "acknowledge", acknowledge("a", "maybe"))).contains("accept,decline,defer,unacknowledged");
    }

    @Test
    void vacationStartsAndEndsAtItsTimes() {
        done("createVacation", "\"name\":\"Ski trip\",\"coolHoldTemp\":850,\"heatHoldTemp\":\"600\","
                               + "\"startDate\":\"2026-01-15\",\"startTime\":\"08:00:00\",\"endDate\":\"2026-01-20\","
                               + "\"endTime\":\"18:00:00\",\"fan\":\"auto\",\"fanMinOnTime\":\"0\"");

        Event vacation = thermostat.events().get(0);
        assertThat(vacation.getType()).isEqualTo("vacation");
        assertThat(vacation.getRunning()).isFalse();
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(640);

        clock.advance(Duration.ofHours(21));
        assertThat(thermostat.events().get(0).getRunning()).isTrue();
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(600);

        clock.advance(Duration.ofDays(6));
        assertThat(thermostat.events()).isEmpty();
        assertThat(thermostat.revision(Revision.THERMOSTAT)).isEqualTo("260120230000");
    }

    @Test
    void vacationLastsFromNowForFourteenDaysUnlessItSaysOtherwise() {
        done("createVacation", "\"name\":\"Away\",\"coolHoldTemp\":20,\"heatHoldTemp\":20,\"startDate\":null,"
                               + "\"startTime\":null,\"endDate\":null,\"endTime\":null");

        Event vacation = thermostat.events().get(0);
        assertThat(vacation.getRunning()).isTrue();
        assertThat(vacation.getEndDate() + " " + vacation.getEndTime()).isEqualTo("2026-01-28 11:00:00");
        // openHAB sent far too small numbers and got a vacation of 45 F and 65 F.
        assertThat(vacation.getHeatHoldTemp()).isEqualTo(450);
        assertThat(vacation.getCoolHoldTemp()).isEqualTo(650);
    }

    @Test
    void vacationWithALongNameIsRefusedInTheWordsOfEcobee() {
        done("createVacation", "\"name\":\"Ski trip\",\"coolHoldTemp\":850,\"heatHoldTemp\":600");

        assertThat(refused(7, "createVacation", "\"name\":\"Test Vacation\",\"coolHoldTemp\":850,\"heatHoldTemp\":600"))
                .isEqualTo("Validation error. [Rule string(12) failed on: Test Vacation "
                           + "/thermostat/program/calendarEvents/calendarEvent[2]/name]");
        assertThat(refused(11, "createVacation", "\"name\":\"Ski trip\",\"coolHoldTemp\":850,\"heatHoldTemp\":600"))
                .contains("exists");
        assertThat(refused(11, "createVacation", "\"name\":\"Sun\",\"heatHoldTemp\":600")).contains("coolHoldTemp");
        assertThat(refused(11, "createVacation", "\"name\":\"Sun\",\"heatHoldTemp\":600,\"coolHoldTemp\":850,"
                                                 + "\"endDate\":\"2026-01-01\",\"endTime\":\"00:00:00\""))
                .contains("end");
        assertThat(refused(7, "createVacation", "\"name\":\"Sun\",\"heatHoldTemp\":600,\"coolHoldTemp\":850,"
                                                + "\"fanMinOnTime\":61"))
                .contains("range(0,60)");
    }

    @Test
    void onlyDeleteVacationEndsAVacation() {
        done("createVacation", "\"name\":\"Ski trip\",\"coolHoldTemp\":850,\"heatHoldTemp\":600");
        done("resumeProgram", "\"resumeAll\":true");
        assertThat(thermostat.events()).hasSize(1);

        done("deleteVacation", "\"name\":\"Ski trip\"");
        assertThat(thermostat.events()).isEmpty();
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(640);
        assertThat(refused(11, "deleteVacation", "\"name\":\"Ski trip\"")).contains("Vacation not found");
    }

    @Test
    void holdStandsAboveTheVacation() {
        done("createVacation", "\"name\":\"Ski trip\",\"coolHoldTemp\":850,\"heatHoldTemp\":600");
        done("setHold", "\"holdType\":\"holdHours\",\"holdHours\":\"2\",\"heatHoldTemp\":\"710\",\"coolHoldTemp\":\"780\"");

        assertThat(thermostat.events()).extracting(Event::getType).containsExactly("hold", "vacation");
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(710);
        clock.advance(Duration.ofHours(2));
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(600);
    }

    @Test
    void demandResponseDecidesWhenAHoldEnds() {
        List<Object> events = new ArrayList<>();
        events.add(new Event().withType("demandResponse").withName("Peak").withRunning(true).withIsOptional(false)
                .withStartDate("2026-01-14").withStartTime("10:00:00").withEndDate("2026-01-14").withEndTime("13:00:00")
                .withIsTemperatureRelative(true).withHeatRelativeTemp(40).withCoolRelativeTemp(40));
        thermostat.setProperty("events", events);

        done("setHold", "\"heatHoldTemp\":710,\"coolHoldTemp\":780");

        Event hold = thermostat.events().get(0);
        assertThat(hold.getType()).isEqualTo("hold");
        assertThat(hold.getIsIndefinite()).isFalse();
        assertThat(hold.getEndDate() + " " + hold.getEndTime()).isEqualTo("2026-01-14 13:00:00");
        done("resumeProgram", "");
        assertThat(thermostat.events()).extracting(Event::getName).containsExactly("Peak");
        clock.advance(Duration.ofHours(2));
        assertThat(thermostat.events()).isEmpty();
    }

    @Test
    void plugIsSwitchedByHold() {
        thermostat.setProperty("devices", List.of(Map.of("deviceId", 7, "name", "Living room", "sensors",
                List.of(Map.of("sensorId", 1, "name", "Lamp", "type", "plug")))));

        done("controlPlug", "\"plugName\":\"Lamp\",\"plugState\":\"on\",\"holdType\":\"nextTransition\"");
        assertThat(thermostat.isPlugOn("Lamp")).isTrue();
        assertThat(thermostat.events()).isEmpty();
        clock.advance(Duration.ofHours(6));
        assertThat(thermostat.isPlugOn("Lamp")).isFalse();

        done("controlPlug", "\"plugName\":\"Lamp\",\"plugState\":\"on\"");
        done("controlPlug", "\"plugName\":\"Lamp\",\"plugState\":\"resume\"");
        assertThat(thermostat.isPlugOn("Lamp")).isFalse();
        assertThat(refused(11, "controlPlug", "\"plugName\":\"Fan\",\"plugState\":\"on\"")).contains("Plug not found: Fan");
        assertThat(refused(11, "controlPlug", "\"plugName\":\"Lamp\",\"plugState\":\"dim\"")).contains("on,off,resume");
        assertThat(refused(11, "controlPlug", "\"plugName\":\"Lamp\",\"plugState\":\"on\",\"holdType\":\"holdHours\""))
                .endsWith("Function: controlPlug");
    }

    @Test
    void resetPreferencesKeepsWhatTheInstallerHasSet() {
        SimulatedThermostat cottage = simulator.thermostat("311019854584");
        cottage.setProperty("settings.fanMinOnTime", 20);
        cottage.setProperty("settings.stage1HeatingDifferentialTemp", 25);

        client.call(cottage.identifier(), "{\"type\":\"setHold\",\"params\":{\"holdClimateRef\":\"sleep\"}}");
        HttpResponse<String> answer = client.call(cottage.identifier(), "{\"type\":\"resetPreferences\"}");

        assertThat(status(answer).getCode()).isZero();
        Thermostat reset = cottage.snapshot();
        assertThat(reset.getSettings().getFanMinOnTime()).isZero();
        assertThat(reset.getSettings().getHasHeatPump()).isTrue();
        assertThat(reset.getSettings().getStage1HeatingDifferentialTemp()).isEqualTo(25);
        assertThat(reset.getEvents()).isEmpty();
        assertThat(reset.getName()).isEqualTo("Cottage");
    }

    @Test
    void onlyEmsThermostatsCanBeSwitchedToOccupied() {
        assertThat(refused(11, "setOccupied", "\"occupied\":true")).contains("Only EMS");

        List<Climate> climates = thermostat.snapshot().getProgram().getClimates();
        thermostat.setProperty("modelNumber", "athenaEms");
        List<Climate> office = new ArrayList<>(climates);
        office.add(EcobeeJson.convert(climates.get(1), Climate.class).withClimateRef("occupied").withName("Occupied"));
        office.add(EcobeeJson.convert(climates.get(0), Climate.class).withClimateRef("unoccupied").withName("Unoccupied"));
        thermostat.setProperty("program.climates", office);

        done("setOccupied", "\"occupied\":\"true\",\"holdType\":\"holdHours\",\"holdHours\":3");
        done("setOccupied", "\"occupied\":true,\"holdType\":\"holdHours\",\"holdHours\":2");

        assertThat(thermostat.events()).hasSize(1);
        Event event = thermostat.events().get(0);
        assertThat(event.getType()).isEqualTo("switchOccupancy");
        assertThat(event.getEndTime()).isEqualTo("13:00:00");
        assertThat(event.getAdditionalProperties()).isEmpty();
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(700);
        done("resumeProgram", "");
        assertThat(thermostat.events()).isEmpty();
        assertThat(refused(11, "setOccupied", "")).contains("Missing parameter: occupied");
    }

    @Test
    void voiceEngineIsUnlinked() {
        thermostat.setProperty("audio.voiceEngines", List.of(Map.of("name", "alexa", "enabled", true)));

        done("unlinkVoiceEngine", "\"engineName\":\"alexa\"");

        assertThat(thermostat.snapshot().getAudio().getVoiceEngines().get(0).getEnabled()).isFalse();
        assertThat(refused(11, "unlinkVoiceEngine", "\"engineName\":\"hal\"")).contains("Voice engine not found: hal");
    }

    @Test
    void sensorIsRenamedEverywhere() {
        done("updateSensor", "\"name\":\"Nursery\",\"deviceId\":\"rs:100\",\"sensorId\":\"1\"");

        assertThat(thermostat.snapshot().getRemoteSensors()).extracting(RemoteSensor::getName).contains("Nursery");
        assertThat(thermostat.snapshot().getProgram().getClimates()).allSatisfy(
                climate -> assertThat(climate.getSensors()).extracting(ClimateSensor::getName).contains("Nursery"));
        assertThat(refused(7, "updateSensor", "\"name\":\"" + "n".repeat(33)
                                              + "\",\"deviceId\":\"rs:100\",\"sensorId\":\"1\""))
                .isEqualTo("Validation error. [Rule string(32) failed on: " + "n".repeat(33)
                           + " /thermostat/remoteSensors/remoteSensor[2]/name]");
        assertThat(refused(11, "updateSensor", "\"name\":\"Me\",\"deviceId\":\"ei:0\",\"sensorId\":\"1\""))
                .contains("Sensor not found: ei:0:1");
    }

    @Test
    void unknownFunctionsAreRefused() {
        assertThat(refused(8, "createHold", "")).isEqualTo("Invalid function. Function: createHold");
    }
}
