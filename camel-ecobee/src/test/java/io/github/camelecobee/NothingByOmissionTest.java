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
package io.github.camelecobee;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.camelecobee.authorization.InsufficientScopeException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Which thermostats an operation is for: never all of an account because somebody forgot to say which. */
class NothingByOmissionTest extends EcobeeTestSupport {
    private static final String UNTOLD = "was not told which thermostats";
    /** Each operation that changes the thermostats it is told, with what it needs besides. */
    private static final Map<String, Object> COMMANDS = new TreeMap<>(
            Map.ofEntries(
                    Map.entry("setHold", Map.of("holdClimateRef", "away")),
                    Map.entry("resumeProgram", Map.of("resumeAll", true)),
                    Map.entry("sendMessage", "Filter day"),
                    Map.entry("updateThermostat", Map.of("hvacMode", "heat")),
                    Map.entry("updateProgram", Map.of("climates", List.of(Map.of("climateRef", "home", "heatTemp", "71F")))),
                    Map.entry("createVacation", Map.of("name", "Skiing", "heatHoldTemp", "60F", "coolHoldTemp", "85F")),
                    Map.entry("deleteVacation", Map.of("name", "Skiing")),
                    Map.entry("acknowledge", Map.of("thermostatIdentifier", UPSTAIRS, "ackRef", "1", "ackType", "accept")),
                    Map.entry("updateSensor", Map.of("name", "Nursery", "deviceId", "rs:100", "sensorId", "1")),
                    Map.entry("controlPlug", Map.of("plugName", "Lamp", "plugState", "on")),
                    Map.entry("setOccupied", Map.of("occupied", true)),
                    Map.entry("resetPreferences", ""),
                    Map.entry("unlinkVoiceEngine", Map.of("engineName", "alexa")),
                    Map.entry("functions", List.of(Map.of("type", "resumeProgram", "params", Map.of()))),
                    Map.entry("createDemandResponse", Map.of("demandResponse", Map.of("name", "peak", "event", Map.of(
                            "startDate", "2025-01-14", "startTime", "17:00:00", "endDate", "2025-01-14", "endTime", "19:00:00",
                            "dutyCyclePercentage", 50)))),
                    Map.entry("issueDemandManagement", List.of(Map.of("date", "2025-01-14", "hour", 17, "tempOffsets",
                            List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10)))),
                    Map.entry("createRuntimeReportJob", Map.of("startDate", "2025-01-01", "endDate", "2025-01-02", "columns",
                            "zoneAveTemp"))));

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @Test
    void anEmptyMessageChangesNothingWithAnyOperation() {
        Map<String, String> complaints = new TreeMap<>();
        Stream.of(EcobeeOperation.values()).filter(operation -> !operation.isConsumer()).map(EcobeeOperation::uriName)
                // It would wait for a person.
                .filter(operation -> !operation.equals("requestPin")).forEach(operation -> {
                    Exception failure = send(operation, "", Map.of()).getException();
                    complaints.put(operation, failure == null ? "" : String.valueOf(failure.getMessage()));
                });

        assertThat(complaints.entrySet().stream().filter(each -> each.getValue().contains(UNTOLD)).map(Map.Entry::getKey))
                .containsExactlyElementsOf(COMMANDS.keySet());
        assertThat(ecobee.requests().matching(request -> request.is("POST", "/1/thermostat"))).isEmpty();
        assertThat(complaints.values().stream().filter(String::isEmpty)).hasSizeLessThan(15);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anOperationIsForAllOnlyWhenThatIsSaid(String operation, Object body) {
        Exchange untold = send(operation, body, Map.of());
        assertThat(untold.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(UNTOLD)
                .hasMessageContaining("thermostatIds").hasMessageContaining("all=true");
        assertThat(ecobee.requests().all()).isEmpty();

        Exchange all = send(operation + "?all=true&dryRun=true", body, Map.of());
        if (operation.equals("createRuntimeReportJob")) {
            assertThat(all.getException()).as("only organisations have these").isInstanceOf(InsufficientScopeException.class);
        } else {
            assertThat(all.getException()).isNull();
            assertThat(all.getMessage().getBody(String.class)).containsAnyOf("registered", UPSTAIRS);
        }
    }

    static Stream<Arguments> commands() {
        return COMMANDS.entrySet().stream().map(each -> arguments(each.getKey(), each.getValue()));
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:" + uri, exchange -> {
            exchange.getIn().setBody(body);
            headers.forEach(exchange.getIn()::setHeader);
        }));
    }
}
