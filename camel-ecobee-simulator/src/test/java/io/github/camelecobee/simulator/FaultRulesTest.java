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

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.camelecobee.simulator.faults.FaultRule.anyRequest;
import static io.github.camelecobee.simulator.faults.FaultRule.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultRulesTest {
    private static final String FIRST = "311019854581";
    private static final String SUMMARY = "/1/thermostatSummary";

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    FaultRulesTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> summary() {
        return client.ask(SUMMARY, SimulatorClient.ALL.formatted(",\"includeEquipmentStatus\":true"));
    }

    private List<Integer> summaries(int count) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(summary().statusCode());
        }
        return statuses;
    }

    private Thermostat changed(AnswerChange change) {
        simulator.faults().when(requests("GET", "/1/thermostat").times(1)).then(Fault.answer(change));
        return client.thermostat(FIRST);
    }

    @Test
    void nthCallMeetsTheFault() {
        simulator.faults().when(requests("GET", SUMMARY).nthCall(3)).then(Fault.httpStatus(502));

        assertThat(summaries(4)).containsExactly(200, 200, 502, 200);
        assertThat(simulator.faults().planned()).isEmpty();
    }

    @Test
    void everySecondCallFromTheSecondOnMeetsTheFaultTwice() {
        simulator.faults().when(requests("GET", SUMMARY).from(2).every(2).times(2)).then(Fault.httpStatus(525));

        assertThat(summaries(6)).containsExactly(200, 525, 200, 525, 200, 200);
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            String id = simulator.faults().when(anyRequest().withProbability(0.5, 42)).then(Fault.httpStatus(503));
            runs.add(summaries(12));
            assertThat(simulator.faults().cancel(id)).isTrue();
        }

        assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains(200, 503);
    }

    @Test
    void faultHappensInItsWindowOfSimulatedTimeOnly() {
        Instant start = simulator.clock().instant();
        simulator.faults().when(anyRequest().between(start.plusSeconds(60), start.plusSeconds(120)))
                .then(Fault.httpStatus(500));

        assertThat(summaries(1)).containsExactly(200);
        simulator.clock().advance(Duration.ofSeconds(60));
        assertThat(summaries(2)).containsExactly(500, 500);
        simulator.clock().advance(Duration.ofSeconds(60));
        assertThat(summaries(1)).containsExactly(200);
        assertThat(simulator.faults().planned()).singleElement().satisfies(fault -> assertThat(fault.happened()).isEqualTo(2));
    }

    @Test
    void faultCanBeMeantForOneApplication() {
        simulator.faults().when(anyRequest().ofKey("another")).then(Fault.httpStatus(500));
        assertThat(summaries(1)).containsExactly(200);

        simulator.faults().when(requests("*", "/1/*").ofKey(SimulatorClient.KEY)).then(Fault.httpStatus(429));
        assertThat(summaries(1)).containsExactly(429);
        assertThat(client.get("/authorize", java.util.Map.of("response_type", "ecobeePin", "client_id", SimulatorClient.KEY,
                "scope", "smartRead")).statusCode()).isEqualTo(200);
    }

    @Test
    void impossibleRulesAreRefused() {
        assertThatThrownBy(() -> anyRequest().times(0)).hasMessage("A fault cannot happen 0 times: use 1 or more");
        assertThatThrownBy(() -> anyRequest().withProbability(1.5, 0)).hasMessage("A probability is 0 to 1, not 1.5");
        assertThatThrownBy(() -> anyRequest().from(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FaultRule.anyRequest().between(Instant.MAX, Instant.MIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.ecobeeStatus(17)).hasMessageContaining("1 to 16");
    }

    @Test
    void everyEcobeeStatusHasItsText() {
        for (int code = 1; code <= 16; code++) {
            simulator.faults().next("GET", SUMMARY, Fault.ecobeeStatus(code));
            HttpResponse<String> answer = summary();

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(SimulatorClient.status(answer).getCode()).isEqualTo(code);
            assertThat(SimulatorClient.status(answer).getMessage()).isNotBlank();
        }
    }

    @Test
    void knownSpecialStatusesSayWhatEcobeeSays() {
        simulator.faults().next("*", "*", Fault.errorProcessing("1", "2"));
        simulator.faults().next("*", "*", Fault.applicationRevoked());
        simulator.faults().next("*", "*", Fault.daylightSavingGap());

        assertThat(summary().body()).contains("Error processing thermostats: [1, 2]");
        assertThat(summary().body()).contains("\"code\":2", "Application has been revoked.");
        assertThat(summary().body()).contains("daylight savings time 'gap'");
    }

    @Test
    void whoAsksForVanishedThermostatsAloneIsRefused() {
        simulator.faults().when(requests("GET", "/1/*")).then(Fault.answer(AnswerChange.VANISHED, FIRST));

        for (String path : List.of(SUMMARY, "/1/thermostat")) {
            HttpResponse<String> answer = client.ask(path,
                    "{\"selection\":{\"selectionType\":\"thermostats\",\"selectionMatch\":\"" + FIRST + "\"}}");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo(client.ask(path,
                    "{\"selection\":{\"selectionType\":\"thermostats\",\"selectionMatch\":\"999\"}}").body());
            assertThat(SimulatorClient.status(answer).getCode()).isEqualTo(9);
        }
        assertThat(client.ask("/1/thermostat", SimulatorClient.ALL.formatted("")).body()).contains("311019854582")
                .doesNotContain(FIRST);

        simulator.faults().clear();
        simulator.faults().next("*", "*", Fault.answer(AnswerChange.VANISHED));
        assertThat(client.summary().getStatus().getCode()).isEqualTo(9);
    }

    @Test
    void bodyCanBeNull() {
        simulator.faults().next("*", "*", Fault.jsonNull());

        assertThat(summary().body()).isEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "VANISHED")
    void oddAnswersAreStillAnswers(AnswerChange change) {
        simulator.faults().when(anyRequest()).then(Fault.answer(change));

        assertThat(client.summary().getStatus().getCode()).isZero();
        String body = client.ask("/1/thermostat",
                SimulatorClient.ALL.formatted(",\"includeRuntime\":true,\"includeSensors\":true,\"includeWeather\":true"))
                .body();
        assertThat(EcobeeJson.read(body, ThermostatResponse.class).getStatus().getCode()).isZero();
    }

    @Test
    void unknownThingsAppearInThermostats() {
        assertThat(changed(AnswerChange.UNKNOWN_FIELDS).getAdditionalProperties()).containsKey("simulatedNovelty");
        assertThat(changed(AnswerChange.UNKNOWN_MODELS).getModelNumber()).isEqualTo("simulatedNovelty");
        assertThat(changed(AnswerChange.UNKNOWN_ENUM_VALUES).getSettings().getHvacMode()).isEqualTo("simulatedNovelty");
        assertThat(changed(AnswerChange.UNKNOWN_CAPABILITY_TYPES).getRemoteSensors().get(0).getCapability())
                .anyMatch(capability -> capability.getType().equals("simulatedNovelty"));
    }

    @Test
    void sentinelsAppearInReadings() {
        assertThat(changed(AnswerChange.UNKNOWN_VALUES).getRuntime().getActualTemperature()).isEqualTo(-5002);
        assertThat(changed(AnswerChange.CALIBRATING_VALUES).getRuntime().getActualCO2()).isEqualTo(-5003);
        assertThat(changed(AnswerChange.UNKNOWN_SENSORS).getRemoteSensors().get(0).getCapability())
                .allMatch(capability -> capability.getValue().equals("unknown"));
    }

    @Test
    void summaryRowsAgreeWithOddThermostats() {
        simulator.faults().next("*", "*", Fault.answer(AnswerChange.COLON_NAMES, FIRST));
        assertThat(client.summary().getRevisionList().get(0)).startsWith(FIRST + ":Chambre d'été 21°: 2nd:floor:true:");
        simulator.faults().next("*", "*", Fault.answer(AnswerChange.EMPTY_NAMES));
        assertThat(client.summary().getRevisionList().get(1)).startsWith("311019854582::true:");
        simulator.faults().next("*", "*", Fault.answer(AnswerChange.DISCONNECTED, "311019854582"));
        assertThat(client.summary().getRevisionList().get(1)).startsWith("311019854582:Attic: East:false:");
        simulator.faults().next("*", "*", Fault.answer(AnswerChange.VANISHED, FIRST));
        assertThat(client.summary()).satisfies(summary -> {
            assertThat(summary.getThermostatCount()).isEqualTo(3);
            assertThat(summary.getRevisionList()).hasSize(3).noneMatch(row -> row.startsWith(FIRST));
            assertThat(summary.getStatusList()).hasSize(3);
        });
    }

    @Test
    void oddAnswersTakeEffectAndDroppedOnesDoNot() {
        simulator.faults().next("POST", "/1/thermostat", Fault.jsonNull());
        simulator.faults().next("POST", "/1/thermostat", Fault.dropConnection());
        String hello = "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Hello\"}}";

        assertThat(client.call(FIRST, hello).body()).isEqualTo("null");
        assertThatThrownBy(() -> client.call(FIRST, hello)).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.thermostat(FIRST).snapshot().getAlerts()).hasSize(1);
    }
}
