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

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client in another language does with the simulator. */
class ControlTest {
    private static final String FIRST = "311019854581";

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return client.send(client.request("/control" + path).method(method, BodyPublishers.ofString(body)).build());
    }

    private Map<String, ?> done(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return EcobeeJson.readMap(answer.body());
    }

    private String refused(String method, String path, String body) {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return String.valueOf(EcobeeJson.readMap(answer.body()).get("error"));
    }

    @Test
    void newestPinIsApproved() {
        PinResponse pin = client.requestPin();
        assertThat(done("GET", "/pins", "").get("pins")).isEqualTo(List.of(pin.getEcobeePin()));

        assertThat(done("POST", "/pins/approve", "").get("approved")).isEqualTo(pin.getEcobeePin());

        assertThat(client.use(client.redeem(pin.getCode())).getAccessToken()).isNotBlank();
    }

    @Test
    void namedPinIsApproved() {
        PinResponse first = client.requestPin();
        client.requestPin();

        done("POST", "/pins/approve", "{\"pin\":\"" + first.getEcobeePin() + "\"}");

        assertThat(client.redeem(first.getCode()).getAccessToken()).isNotBlank();
        assertThat(refused("POST", "/pins/approve", "{\"pin\":\"0000\"}")).isEqualTo("That PIN is unknown or no longer valid");
    }

    @Test
    void tokensExpireAndAreInvalidatedAndRevoked() {
        TokenResponse tokens = client.authorize();

        done("POST", "/tokens/expire", "");
        assertThat(client.summary().getStatus().getCode()).isEqualTo(14);

        done("POST", "/applications/revoke", "{\"apiKey\":\"" + SimulatorClient.KEY + "\"}");
        assertThat(client.summary().getStatus().getCode()).isEqualTo(16);
        assertThat(refused("POST", "/applications/revoke", "{\"id\":\"key-none\"}")).contains("key-none");

        TokenResponse again = client.authorize();
        done("POST", "/refresh-tokens/invalidate", "");
        assertThat(SimulatorClient.error(client.refresh(again.getRefreshToken()))).isEqualTo("invalid_grant");
        assertThat(SimulatorClient.error(client.refresh(tokens.getRefreshToken()))).isEqualTo("invalid_grant");
    }

    @Test
    void faultsAreSwitchedOnAndOff() {
        client.authorize();

        Object id = done("POST", "/faults",
                "{\"fault\":\"ecobeeStatus\",\"code\":3,\"on\":\"GET /1/thermostatSummary\"}").get("id");
        assertThat(client.summary().getStatus().getCode()).isEqualTo(3);
        assertThat(send("GET", "/faults", "").body()).contains("\"happened\":1", "\"on\":\"GET /1/thermostatSummary\"");
        done("DELETE", "/faults/" + id, "");
        assertThat(client.summary().getStatus().getCode()).isZero();

        done("POST", "/faults", "{\"fault\":\"htmlPage\"}");
        done("DELETE", "/faults", "");
        assertThat(client.summary().getStatus().getCode()).isZero();
    }

    @Test
    void clockIsMoved() {
        assertThat(done("POST", "/clock", "{\"advance\":\"90m\"}").get("time")).isEqualTo("2026-01-14T17:30:00Z");
        assertThat(done("GET", "/clock", "").get("time")).isEqualTo("2026-01-14T17:30:00Z");
    }

    @Test
    void requestLogAndViolationsAreReadAndCleared() {
        client.authorize();
        client.summary();
        client.summary();

        assertThat(send("GET", "/requests", "").body()).contains("\"path\":\"/1/thermostatSummary\"", "\"httpStatus\":200",
                "\"selectionType\":\"registered\"").doesNotContain("\"path\":\"/control");
        assertThat(send("GET", "/violations", "").body()).contains("SUMMARY_TOO_OFTEN");
        assertThat(send("GET", "/usage", "").body()).contains("\"peakOpen\":1");
        done("DELETE", "/requests", "");
        done("DELETE", "/violations", "");
        assertThat(done("GET", "/requests", "").get("requests")).isEqualTo(List.of());
        assertThat(done("GET", "/violations", "").get("violations")).isEqualTo(List.of());
    }

    @Test
    void thermostatsAreScripted() {
        done("POST", "/thermostats/" + FIRST,
                "{\"temperature\":61.5,\"properties\":{\"settings.hvacMode\":\"off\"},\"connected\":false}");

        assertThat(simulator.thermostat(FIRST).snapshot()).satisfies(thermostat -> {
            assertThat(thermostat.getRuntime().getActualTemperature()).isEqualTo(615);
            assertThat(thermostat.getRuntime().getConnected()).isFalse();
            assertThat(thermostat.getSettings().getHvacMode()).isEqualTo("off");
        });
        assertThat(done("GET", "/thermostats/" + FIRST, "").get("identifier")).isEqualTo(FIRST);
        assertThat(send("GET", "/thermostats", "").body()).contains("\"connected\":false");
    }

    @Test
    void mistakesAreSaidInASentence() {
        assertThat(refused("POST", "/clock", "{\"advance\":\"later\"}")).startsWith("'advance' must be a duration");
        assertThat(refused("POST", "/clock", "{\"back\":\"1h\"}")).isEqualTo("Unknown key 'back': known here are advance");
        assertThat(refused("POST", "/clock", "{")).startsWith("The request cannot be read");
        assertThat(refused("POST", "/clock", "[]")).startsWith("The request cannot be read");
        assertThat(refused("POST", "/pins/approve", "")).isEqualTo("No PIN waits for approval");
        assertThat(refused("POST", "/thermostats/7", "{}")).startsWith("There is no thermostat 7");
        assertThat(refused("POST", "/thermostats/" + FIRST, "{\"temprature\":70}")).startsWith("Unknown key 'temprature'");
        assertThat(refused("POST", "/thermostats/" + FIRST, "{\"properties\":{\"settings.heatStages\":\"many\"}}"))
                .isNotBlank();
        assertThat(refused("DELETE", "/faults/fault-7", "")).isEqualTo("There is no fault fault-7");
        assertThat(send("GET", "/nonsense", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "", "").body()).contains("POST /control/clock");
    }

    @Test
    void clockIsNotMovedAbsurdlyFar() {
        assertThat(refused("POST", "/clock", "{\"advance\":\"367d\"}"))
                .isEqualTo("'advance' must be at most 366d at once, not PT8808H");
        assertThat(refused("POST", "/clock", "{\"advance\":\"99999999999d\"}")).startsWith("'advance' must be at most 366d");
        assertThat(done("GET", "/clock", "").get("time")).isEqualTo("2026-01-14T16:00:00Z");
    }

    @Test
    void siteWhoseNamePointsHereMayNotControl() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", simulator.baseUri().getPort())) {
            socket.getOutputStream().write("""
                    POST /control/tokens/expire HTTP/1.1\r
                    Host: evil.example:8085\r
                    Origin: http://evil.example:8085\r
                    Content-Length: 0\r
                    Connection: close\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void otherSitesMayNotControl() {
        HttpResponse<String> answer = client.send(client.request("/control/tokens/expire")
                .header("Origin", "https://evil.example").POST(BodyPublishers.noBody()).build());

        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
