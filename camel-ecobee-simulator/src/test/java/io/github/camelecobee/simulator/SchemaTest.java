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

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.OAuthError;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the simulator answers is what the contract says. */
class SchemaTest {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-07-14T16:00:00Z"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    static void assertValid(String json, Class<? extends EcobeeObject> type) {
        assertThat(SCHEMAS.getSchema(SchemaLocation.of("classpath:META-INF/ecobee/schema/" + type.getSimpleName() + ".json"))
                .validate(json, InputFormat.JSON)).as(type.getSimpleName()).isEmpty();
        assertThat(json).isNotEqualTo("{}");
    }

    @Test
    void authorizationAnswersFollowTheContract() {
        PinResponse pin = client.requestPin();
        assertValid(EcobeeJson.write(pin), PinResponse.class);
        assertValid(client.poll(pin.getCode()).body(), OAuthError.class);
        assertValid(EcobeeJson.write(client.authorize()), TokenResponse.class);
    }

    @Test
    void wholeThermostatsFollowTheContract() {
        client.authorize();
        client.call("311019854581", "{\"type\":\"setHold\",\"params\":{\"heatHoldTemp\":705,\"coolHoldTemp\":780}},"
                                    + "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Hello\"}}");
        simulator.thermostat("311019854582").setProperty("settings.hvacMode", "off");
        simulator.clock().advance(Duration.ofMinutes(45));
        String includes = Arrays.stream(Selection.class.getMethods()).map(method -> method.getName())
                .filter(name -> name.startsWith("getInclude") && !name.endsWith("SecuritySettings"))
                .map(name -> ",\"i" + name.substring(4) + "\":true").collect(Collectors.joining());

        String body = client.ask("/1/thermostat", SimulatorClient.ALL.formatted(includes)).body();

        assertValid(body, ThermostatResponse.class);
        Thermostat thermostat = EcobeeJson.read(body, ThermostatResponse.class).getThermostatList().get(0);
        assertThat(thermostat.getEvents()).hasSize(1);
        assertThat(thermostat.getAlerts()).hasSize(1);
        // No property may be an invention: everything has its place in the contract.
        assertThat(EcobeeJson.toMap(thermostat)).doesNotContainKey("additionalProperties");
        assertThat(thermostat.getSettings().getAdditionalProperties()).isEmpty();
        assertThat(thermostat.getRuntime().getAdditionalProperties()).isEmpty();
        assertThat(thermostat.getEvents().get(0).getAdditionalProperties()).isEmpty();
    }

    @Test
    void thermostatsOfEveryModelFollowTheContractWhateverIsDoneToThem() {
        SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
        try (EcobeeSimulator fleet = EcobeeSimulator.builder().clock(clock).thermostats(SampleThermostats.fleet(5))
                .thermostat(SampleThermostats.of("411900000099", "Office").withModelNumber("athenaEms"))
                .accessTokenLife(Duration.ofDays(9)).start()) {
            SimulatorClient user = new SimulatorClient(fleet);
            user.authorize();
            fleet.thermostats().forEach(each -> user.call(
                    each.identifier(),
                    "{\"type\":\"createVacation\",\"params\":{\"name\":\"Sun\",\"heatHoldTemp\":600,\"coolHoldTemp\":850}},"
                                       + "{\"type\":\"updateSensor\",\"params\":{\"name\":\"A\",\"deviceId\":\"rs:100\",\"sensorId\":\"1\"}}"));
            assertThat(SimulatorClient.status(user.call("411900000099",
                    "{\"type\":\"setOccupied\",\"params\":{\"occupied\":false}}")).getCode()).isZero();
            fleet.thermostat("411900000001").setSensorOnline("rs:100", false);
            clock.advance(Duration.ofDays(2));

            String body = user.ask("/1/thermostat", SimulatorClient.ALL.formatted(
                    ",\"includeRuntime\":true,\"includeExtendedRuntime\":true,\"includeEvents\":true,\"includeSensors\":true,"
                                                                                  + "\"includeProgram\":true,\"includeWeather\":true,"
                                                                                  + "\"includeEquipmentStatus\":true"))
                    .body();

            assertValid(body, ThermostatResponse.class);
            Thermostat office = EcobeeJson.read(body, ThermostatResponse.class).getThermostatList().get(5);
            assertThat(office.getEvents()).extracting(Event::getType).containsExactly("switchOccupancy", "vacation");
            assertThat(office.getProgram().getCurrentClimateRef()).isEqualTo("occupied");
        }
    }

    @Test
    void summaryAndStatusFollowTheContract() {
        client.authorize();

        assertValid(client.ask("/1/thermostatSummary", SimulatorClient.ALL.formatted(",\"includeEquipmentStatus\":true"))
                .body(), ThermostatSummaryResponse.class);
        assertValid(client.call("311019854581", "{\"type\":\"resumeProgram\"}").body(),
                StatusResponse.class);
        assertValid(client.call("1", "{\"type\":\"resumeProgram\"}").body(),
                StatusResponse.class);
    }
}
