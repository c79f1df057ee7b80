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

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Thermostats of a fleet share what they have in common and live only when somebody looks, and nobody can tell. */
class FleetTest {
    private static final Instant START = Instant.parse("2026-01-15T12:00:00Z");
    private static final String CHANGED = "411900000000";
    private static final String OTHER = "411900000005"; // the same model in the same zone

    @Test
    void readersWhoDoNotReadHoldNobodyUp() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try (EcobeeSimulator simulator = EcobeeSimulator.builder().thermostats(SampleThermostats.fleet(600)).start()) {
            SimulatorClient client = new SimulatorClient(simulator);
            String token = client.authorize().getAccessToken();
            String selection = URLEncoder.encode(
                    "{\"selection\":" + SimulatorClient.ALL.replace("%s", ",\"includeSettings\":true,\"includeProgram\":true")
                                                 + "}",
                    StandardCharsets.UTF_8);
            for (int reader = 0; reader < 30; reader++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4096);
                socket.setSoTimeout(60_000);
                socket.connect(new InetSocketAddress("127.0.0.1", simulator.baseUri().getPort()));
                idle.add(socket);
                socket.getOutputStream().write(("GET /1/thermostat?json=" + selection + " HTTP/1.1\r\nHost: localhost\r\n"
                                                + "Authorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                // Its answer has begun, and is far larger than what fits between server and client.
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }

            assertThat(client.summary().getThermostatCount()).isEqualTo(600);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void whatIsDoneToOneThermostatChangesNoOther() {
        try (EcobeeSimulator simulator = simulator(SimulatedClock.manual(START))) {
            SimulatorClient client = new SimulatorClient(simulator);
            client.authorize();
            Thermostat before = simulator.thermostat(OTHER).snapshot();

            for (String function : List.of(
                    "{\"type\":\"setHold\",\"params\":{\"holdType\":\"indefinite\",\"heatHoldTemp\":700,\"coolHoldTemp\":780}}",
                    "{\"type\":\"updateSensor\",\"params\":{\"name\":\"Nursery\",\"deviceId\":\"rs:100\",\"sensorId\":\"1\"}}",
                    "{\"type\":\"unlinkVoiceEngine\",\"params\":{\"engineName\":\"alexa\"}}",
                    "{\"type\":\"createVacation\",\"params\":{\"name\":\"Sea\",\"coolHoldTemp\":850,\"heatHoldTemp\":550}}",
                    "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Hello\"}}",
                    "{\"type\":\"resetPreferences\",\"params\":{}}")) {
                assertThat(client.call(CHANGED, function).statusCode()).as(function).isEqualTo(200);
            }
            for (String update : List.of("\"name\":\"Mine\"",
                    "\"settings\":{\"hvacMode\":\"heat\",\"isVentilatorTimerOn\":true}",
                    "\"location\":{\"timeZone\":\"America/Vancouver\"}", "\"houseDetails\":{\"size\":1234}",
                    "\"audio\":{\"playbackVolume\":11}",
                    "\"program\":{\"climates\":[{\"climateRef\":\"home\",\"name\":\"Home\",\"heatTemp\":690}]}")) {
                client.write("/1/thermostat",
                        "{\"selection\":" + SimulatorClient.one(CHANGED, "") + ",\"thermostat\":{" + update
                                              + "}}");
            }
            simulator.thermostat(CHANGED).setTemperature(Temperature.ofFahrenheit(91));
            simulator.thermostat(CHANGED).setSensorOnline("rs:100", false);
            simulator.thermostat(CHANGED).setConnected(false);
            simulator.thermostat(CHANGED).setProperty("device.model", "other");

            assertThat(simulator.thermostat(CHANGED).snapshot()).isNotEqualTo(before);
            assertThat(simulator.thermostat(OTHER).snapshot()).isEqualTo(before);
        }
    }

    @Test
    void thermostatThatNobodyLookedAtHasLivedAllTheSame() {
        SimulatedClock watched = SimulatedClock.manual(START);
        SimulatedClock unwatched = SimulatedClock.manual(START);
        try (EcobeeSimulator first = simulator(watched); EcobeeSimulator second = simulator(unwatched)) {
            for (int hour = 0; hour < 30; hour++) {
                watched.advance(Duration.ofHours(1));
                assertThat(first.thermostat(OTHER).snapshot().getRuntime().getActualTemperature()).isBetween(500, 900);
            }
            unwatched.advance(Duration.ofHours(30));

            assertThat(second.thermostat(OTHER).snapshot()).isEqualTo(first.thermostat(OTHER).snapshot());
        }
    }

    private static EcobeeSimulator simulator(SimulatedClock clock) {
        return EcobeeSimulator.builder().clock(clock).thermostats(SampleThermostats.fleet(10)).start();
    }
}
