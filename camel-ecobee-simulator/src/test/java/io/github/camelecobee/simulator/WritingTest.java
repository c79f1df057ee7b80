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

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.ALL;
import static io.github.camelecobee.simulator.SimulatorClient.one;
import static io.github.camelecobee.simulator.SimulatorClient.status;
import static org.assertj.core.api.Assertions.assertThat;

class WritingTest {
    private static final String FIRST = "311019854581";

    /** A Wednesday, 11:00 in Toronto: the program is away until 17:00. */
    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock)
            .accessTokenLife(Duration.ofDays(30)).start();
    private final SimulatorClient client = new SimulatorClient(simulator);
    private final SimulatedThermostat thermostat = simulator.thermostat(FIRST);

    WritingTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> hold(String params) {
        return client.call(FIRST, "{\"type\":\"setHold\",\"params\":{" + params + "}}");
    }

    private String refusal(String params) {
        HttpResponse<String> answer = hold(params);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(status(answer).getCode()).isEqualTo(11);
        assertThat(thermostat.events()).isEmpty();
        return status(answer).getMessage();
    }

    @Test
    void nothingInAListIsNoRequest() {
        String all = "{\"selection\":{\"selectionType\":\"registered\",\"selectionMatch\":\"\"},";

        assertThat(Contract.refusal(client.post("/1/thermostat", all + "\"functions\":[null]}")))
                .isEqualTo("5 Invalid request format. functions[0] is null");
        assertThat(Contract.refusal(client.post("/1/thermostat", all + "\"thermostat\":{\"program\":{\"climates\":[null]}}}")))
                .isEqualTo("5 Invalid request format. thermostat.program.climates[0] is null");
        assertThat(Contract.refusal(client.post("/1/group", all + "\"groups\":[null]}")))
                .isEqualTo("5 Invalid request format. groups[0] is null");
    }

    @Test
    void holdShowsAtOnceAndEndsByItself() {
        String before = thermostat.revision(Revision.THERMOSTAT);

        HttpResponse<String> answer = hold(
                "\"holdType\":\"holdHours\",\"holdHours\":2,\"heatHoldTemp\":705,\"coolHoldTemp\":780");

        assertThat(answer.body()).isEqualTo("{\"status\":{\"code\":0,\"message\":\"\"}}");
        Thermostat held = client.thermostat(FIRST);
        assertThat(held.getRuntime().getDesiredHeat()).isEqualTo(705);
        assertThat(held.getRuntime().getDesiredCool()).isEqualTo(780);
        assertThat(held.getThermostatRev()).isGreaterThan(before);
        Event event = held.getEvents().get(0);
        assertThat(event.getType()).isEqualTo("hold");
        assertThat(event.getName()).isEqualTo("auto");
        assertThat(event.getRunning()).isTrue();
        assertThat(event.getEndDate() + " " + event.getEndTime()).isEqualTo("2026-01-14 13:00:00");
        assertThat(event.getIsIndefinite()).isFalse();

        clock.advance(Duration.ofHours(2));
        Thermostat after = client.thermostat(FIRST);
        assertThat(after.getEvents()).isEmpty();
        assertThat(after.getRuntime().getDesiredHeat()).isEqualTo(640);
        assertThat(after.getThermostatRev()).isEqualTo("260114180000");
    }

    @Test
    void holdReplacesTheOneBefore() {
        hold("\"heatHoldTemp\":705,\"coolHoldTemp\":780");
        hold("\"heatHoldTemp\":690,\"coolHoldTemp\":790");

        assertThat(thermostat.events()).hasSize(1);
        assertThat(thermostat.events().get(0).getHeatHoldTemp()).isEqualTo(690);
    }

    @Test
    void holdIsIndefiniteUnlessItSaysOtherwise() {
        hold("\"heatHoldTemp\":705,\"coolHoldTemp\":780");

        Event event = thermostat.events().get(0);
        assertThat(event.getIsIndefinite()).isTrue();
        assertThat(event.getEndDate()).isEqualTo("2035-01-01");
    }

    @Test
    void holdUntilTheNextTransitionEndsWithTheSchedule() {
        hold("\"holdType\":\"nextTransition\",\"holdClimateRef\":\"sleep\",\"heatHoldTemp\":null");

        Event event = thermostat.events().get(0);
        assertThat(event.getHoldClimateRef()).isEqualTo("sleep");
        assertThat(event.getHeatHoldTemp()).isEqualTo(660);
        assertThat(event.getEndDate() + " " + event.getEndTime()).isEqualTo("2026-01-14 17:00:00");
        clock.advance(Duration.ofHours(6));
        assertThat(thermostat.events()).isEmpty();
        assertThat(thermostat.snapshot().getProgram().getCurrentClimateRef()).isEqualTo("home");
    }

    @Test
    void holdCanStartLater() {
        hold("\"holdType\":\"dateTime\",\"startDate\":\"2026-01-14\",\"startTime\":\"12:00:00\",\"endDate\":\"2026-01-14\","
             + "\"endTime\":\"13:30:00\",\"heatHoldTemp\":720,\"coolHoldTemp\":780");

        assertThat(thermostat.events().get(0).getRunning()).isFalse();
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(640);
        clock.advance(Duration.ofHours(1));
        assertThat(thermostat.events().get(0).getRunning()).isTrue();
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(720);
        clock.advance(Duration.ofMinutes(90));
        assertThat(thermostat.events()).isEmpty();
    }

    @Test
    void temperaturesAreClampedSilently() {
        hold("\"heatHoldTemp\":20,\"coolHoldTemp\":2000");
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(450);
        assertThat(thermostat.snapshot().getRuntime().getDesiredCool()).isEqualTo(920);

        hold("\"heatHoldTemp\":720,\"coolHoldTemp\":720");
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(720);
        assertThat(thermostat.snapshot().getRuntime().getDesiredCool()).isEqualTo(770);
    }

    @Test
    void holdOfTheFanLeavesTemperaturesToTheProgram() {
        hold("\"holdType\":\"nextTransition\",\"fan\":\"on\"");

        Thermostat held = thermostat.snapshot();
        assertThat(held.getRuntime().getDesiredFanMode()).isEqualTo("on");
        assertThat(held.getRuntime().getDesiredHeat()).isEqualTo(640);
        assertThat(held.getEvents().get(0).getIsTemperatureAbsolute()).isFalse();
        clock.advance(Duration.ofMinutes(3));
        assertThat(thermostat.snapshot().getEquipmentStatus()).contains("fan");
    }

    @Test
    void relativeHoldMovesTheProgram() {
        hold("\"isTemperatureRelative\":true,\"isTemperatureAbsolute\":false,\"heatRelativeTemp\":20,\"coolRelativeTemp\":30");

        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(620);
        assertThat(thermostat.snapshot().getRuntime().getDesiredCool()).isEqualTo(850);
    }

    @Test
    void wrongHoldsAreRefused() {
        assertThat(refusal("\"holdType\":\"forever\",\"heatHoldTemp\":700,\"coolHoldTemp\":780"))
                .isEqualTo("Function error. Invalid holdType parameter value: forever. Supported values: "
                           + "dateTime,nextTransition,indefinite,holdHours Function: setHold");
        assertThat(refusal("\"holdType\":\"holdHours\",\"heatHoldTemp\":700,\"coolHoldTemp\":780")).contains("holdHours");
        assertThat(refusal("\"holdType\":\"dateTime\",\"heatHoldTemp\":700,\"coolHoldTemp\":780")).contains("endDate");
        assertThat(refusal("\"heatHoldTemp\":700")).contains("coolHoldTemp");
        assertThat(refusal("\"holdClimateRef\":\"nowhere\"")).contains("nowhere");
    }

    @Test
    void resumeProgramEndsTheHold() {
        hold("\"heatHoldTemp\":705,\"coolHoldTemp\":780");

        client.call(FIRST, "{\"type\":\"resumeProgram\"}");

        assertThat(thermostat.events()).isEmpty();
        assertThat(thermostat.snapshot().getRuntime().getDesiredHeat()).isEqualTo(640);
    }

    @Test
    void resumeAllKeepsVacationsAndMandatoryEvents() {
        hold("\"heatHoldTemp\":705,\"coolHoldTemp\":780");
        List<Object> events = new ArrayList<>(thermostat.events());
        events.add(new Event().withType("vacation").withName("Skiing").withRunning(true).withIsOptional(true));
        events.add(new Event().withType("demandResponse").withName("Peak").withRunning(true).withIsOptional(false));
        thermostat.setProperty("events", events);

        client.call(FIRST, "{\"type\":\"resumeProgram\",\"params\":{\"resumeAll\":true}}");

        assertThat(thermostat.events()).extracting(Event::getName).containsExactly("Peak", "Skiing");
    }

    @Test
    void messageRaisesAnAlert() {
        String before = thermostat.revision(Revision.ALERTS);
        String rest = thermostat.revision(Revision.THERMOSTAT);

        client.call(FIRST, "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Été à 21° " + "x".repeat(600) + "\"}}");

        Alert alert = client.thermostat(FIRST).getAlerts().get(0);
        assertThat(alert.getText()).startsWith("Été à 21° x").hasSize(500);
        assertThat(alert.getAlertType()).isEqualTo("message");
        assertThat(alert.getThermostatIdentifier()).isEqualTo(FIRST);
        assertThat(thermostat.revision(Revision.ALERTS)).isGreaterThan(before);
        assertThat(thermostat.revision(Revision.THERMOSTAT)).isEqualTo(rest);
    }

    @Test
    void settingsAreMergedAndEverySelectedThermostatTakesThem() {
        HttpResponse<String> answer = client.post("/1/thermostat", "{\"selection\":" + ALL.formatted("")
                                                                   + ",\"thermostat\":{\"settings\":{\"hvacMode\":\"off\","
                                                                   + "\"fanMinOnTime\":\"20\"},\"runtime\":{\"connected\":false}}}");

        assertThat(status(answer).getCode()).isZero();
        Thermostat changed = client.thermostat(FIRST);
        assertThat(changed.getSettings().getHvacMode()).isEqualTo("off");
        assertThat(changed.getSettings().getFanMinOnTime()).isEqualTo(20);
        assertThat(changed.getSettings().getHeatRangeHigh()).isEqualTo(790);
        assertThat(changed.getRuntime().getConnected()).isTrue();
        assertThat(changed.getRuntime().getDesiredFanMode()).isNull();
        assertThat(changed.getRuntime().isExplicitNull("desiredFanMode")).isTrue();
        assertThat(simulator.thermostats()).allMatch(each -> each.snapshot().getSettings().getHvacMode().equals("off"));
    }

    @Test
    void changesThatChangeNothingMoveNoRevision() {
        String before = thermostat.revision(Revision.THERMOSTAT);

        client.post("/1/thermostat",
                "{\"selection\":" + one(FIRST, "") + ",\"thermostat\":{\"settings\":{\"hvacMode\":\"auto\"}}}");

        assertThat(thermostat.revision(Revision.THERMOSTAT)).isEqualTo(before);
    }

    private HttpResponse<String> update(String thermostatJson) {
        return client.post("/1/thermostat", "{\"selection\":" + one(FIRST, "") + ",\"thermostat\":" + thermostatJson + "}");
    }

    @Test
    void whatTheEquipmentDecidesCannotBeSet() {
        update("{\"settings\":{\"hasHeatPump\":true,\"heatRangeHigh\":750}}");

        Thermostat changed = thermostat.snapshot();
        assertThat(changed.getSettings().getHasHeatPump()).isFalse();
        assertThat(changed.getRuntime().getDesiredHeatRange()).containsExactly(450, 750);
    }

    @Test
    void newClimatesGetReferences() {
        List<Climate> climates = new ArrayList<>(thermostat.snapshot().getProgram().getClimates());
        climates.add(EcobeeJson.convert(climates.get(0), Climate.class).withName("Reading").withClimateRef(null));

        HttpResponse<String> answer = update("{\"program\":{\"climates\":" + EcobeeJson.write(climates) + "}}");

        assertThat(status(answer).getCode()).isZero();
        assertThat(thermostat.snapshot().getProgram().getClimates()).extracting(Climate::getClimateRef)
                .containsExactly("away", "home", "sleep", "smart1");
    }

    @Test
    void scheduleMustUseItsClimates() {
        assertThat(status(update("{\"program\":{\"climates\":[]}}")).getCode()).isEqualTo(7);
        assertThat(status(update("{\"program\":{\"climates\":null}}")).getCode()).isEqualTo(3);
        assertThat(thermostat.snapshot().getProgram().getClimates()).hasSize(3);
    }

    @Test
    void invalidValuesAnswerCode7() {
        HttpResponse<String> answer = client.post("/1/thermostat",
                "{\"selection\":" + one(FIRST, "") + ",\"thermostat\":{\"settings\":{\"hvacMode\":\"warm\"}}}");

        assertThat(status(answer).getCode()).isEqualTo(7);
        assertThat(thermostat.snapshot().getSettings().getHvacMode()).isEqualTo("auto");
    }

    @Test
    void nullThermostatAnswersCode5() {
        HttpResponse<String> answer = client.post("/1/thermostat",
                "{\"selection\":" + one(FIRST, "") + ",\"thermostat\":null,\"functions\":[]}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(status(answer).getCode()).isEqualTo(5);
        assertThat(status(answer).getMessage())
                .isEqualTo("Invalid request format. Thermostat object in the request cannot be null.");
    }

    @Test
    void functionsThatDoNotExistAnswerCode8() {
        assertThat(status(client.call(FIRST, "{\"type\":\"createHold\"}")).getCode()).isEqualTo(8);
        assertThat(status(client.call(FIRST, "{\"type\":\"requestRevisions\"}")).getCode()).isEqualTo(8);
    }

    @Test
    void functionsRunInOrderAndAreLogged() {
        client.call(FIRST, "{\"type\":\"setHold\",\"params\":{\"heatHoldTemp\":705,\"coolHoldTemp\":780}},"
                           + "{\"type\":\"resumeProgram\"},{\"type\":\"sendMessage\",\"params\":{\"text\":\"Done\"}}");

        assertThat(thermostat.events()).isEmpty();
        assertThat(thermostat.snapshot().getAlerts()).hasSize(1);
        var logged = simulator.requests().matching(request -> request.is("POST", "/1/thermostat")).get(0);
        assertThat(logged.functions()).containsExactly("setHold", "resumeProgram", "sendMessage");
        assertThat(logged.selection()).isNotNull();
        assertThat(logged.apiKeyId()).matches("key-[0-9a-f]{8}");
        assertThat(logged.ecobeeCode()).isZero();
    }
}
