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
import java.time.Instant;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.Contract.success;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests in the forms in which clients in the field send them, which ecobee has accepted for years: here those of
 * python-ecobee-api, which Home Assistant uses.
 */
class ClientHabitsTest {
    private static final String ID = "311019854581";

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z")))
            .thermostat(SampleThermostats.of(ID, "Upstairs")).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    ClientHabitsTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Thermostat post(String member) {
        success(client.write("/1/thermostat", "{\"selection\":" + SimulatorClient.one(ID, "") + "," + member + "}"),
                StatusResponse.class);
        return simulator.thermostat(ID).snapshot();
    }

    private Settings settings(String json) {
        return post("\"thermostat\":{\"settings\":{" + json + "}}").getSettings();
    }

    private Event hold(String params) {
        return post("\"functions\":[{\"type\":\"setHold\",\"params\":{" + params + "}}]").getEvents().get(0);
    }

    @Test
    void bodyThatIsTooLargeIsRefusedAndOthersAreServed() {
        HttpResponse<String> answer = client.post("/1/thermostat", " ".repeat((1 << 20) + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(client.summary().getStatus().getCode()).isZero();
    }

    @Test
    void selectionLacksItsMatchAndItsFlagsAreTexts() {
        HttpResponse<String> answer = client.get("/1/thermostat", Map.of("json",
                "{\"selection\":{\"selectionType\":\"registered\",\"includeRuntime\":\"true\",\"includeEvents\":\"true\"}}"));

        ThermostatResponse read = success(answer, ThermostatResponse.class);
        assertThat(read.getThermostatList()).singleElement().satisfies(thermostat -> {
            assertThat(thermostat.getRuntime()).isNotNull();
            assertThat(thermostat.getEvents()).isEmpty();
            assertThat(thermostat.getSettings()).isNull();
        });
    }

    @Test
    void humidityIsSentAsNumberAndKeptAsText() {
        assertThat(settings("\"humidity\":41").getHumidity()).isEqualTo("41");
        Contract.assertValid(EcobeeJson.write(settings("\"humidity\":42")), Settings.class);
    }

    @Test
    void nullMeansNotToBeChanged() {
        Settings settings = settings("\"autoAway\":null,\"followMeComfort\":false");

        assertThat(settings.getAutoAway()).isTrue();
        assertThat(settings.getFollowMeComfort()).isFalse();
    }

    @Test
    void fanIsHeldWithTemperatures() {
        Event hold = hold("\"holdType\":\"nextTransition\",\"coolHoldTemp\":780,\"heatHoldTemp\":690,\"fan\":\"on\"");

        assertThat(hold.getFan()).isEqualTo("on");
        assertThat(hold.getHeatHoldTemp()).isEqualTo(690);
        assertThat(simulator.thermostat(ID).snapshot().getRuntime().getDesiredFanMode()).isEqualTo("on");
        assertThat(post("\"functions\":[{\"type\":\"resumeProgram\",\"params\":{\"resumeAll\":false}}]").getEvents()).isEmpty();
    }

    @Test
    void climateIsHeldByItsReferenceAlone() {
        assertThat(hold("\"holdType\":\"nextTransition\",\"holdClimateRef\":\"sleep\"").getHoldClimateRef()).isEqualTo("sleep");
    }

    @Test
    void microphoneAndDaylightSavingAreSwitched() {
        assertThat(post("\"thermostat\":{\"audio\":{\"microphoneEnabled\":false}}").getAudio().getMicrophoneEnabled())
                .isFalse();
        assertThat(post("\"thermostat\":{\"location\":{\"isDaylightSaving\":false}}").getLocation().getIsDaylightSaving())
                .isFalse();
    }
}
