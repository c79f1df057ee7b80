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
import java.util.List;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.RuntimeReport;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.RuntimeSensorReport;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.faults.FaultRule.requests;
import static org.assertj.core.api.Assertions.assertThat;

/** The user has hung up a new thermostat where the old one was. */
class ReplacedThermostatTest {
    private static final String OLD = "311019854581";
    private static final String NEW = "611019854581";
    private static final String OTHER = "311019854582";

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    ReplacedThermostatTest() {
        client.authorize();
        simulator.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.REPLACED, OLD));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> report(String identifier) {
        return client.read("/1/runtimeReport", "{\"selection\":" + SimulatorClient.one(identifier, "")
                                               + ",\"startDate\":\"2026-01-14\",\"startInterval\":180,\"endDate\":\"2026-01-14\""
                                               + ",\"endInterval\":191,\"columns\":\"zoneAveTemp\",\"includeSensors\":true}");
    }

    @Test
    void summaryHasTheNameUnderTheNewIdentifier() {
        ThermostatSummaryResponse summary = client.summary();

        assertThat(summary.getThermostatCount()).isEqualTo(4);
        assertThat(summary.getRevisionList().get(0)).startsWith(NEW + ":Chambre d'été 21°:true:");
        assertThat(summary.getStatusList().get(0)).startsWith(NEW + ":");
        assertThat(summary.getRevisionList().get(1)).startsWith(OTHER + ":");
    }

    @Test
    void thermostatIsFoundUnderTheNewIdentifierOnly() {
        assertThat(client.thermostat(NEW)).satisfies(thermostat -> {
            assertThat(thermostat.getIdentifier()).isEqualTo(NEW);
            assertThat(thermostat.getName()).isEqualTo("Chambre d'été 21°");
        });
        assertThat(client.thermostat(OTHER).getIdentifier()).isEqualTo(OTHER);

        assertThat(Contract.refusal(client.ask("/1/thermostat", SimulatorClient.one(OLD, "")))).startsWith("9 ");
        assertThat(Contract.refusal(client.ask("/1/thermostat", SimulatorClient.one(OLD + "," + OTHER, ""))))
                .startsWith("2 ").contains("[" + OLD + "]");
        assertThat(client.ask("/1/thermostat", SimulatorClient.ALL.formatted("")).body()).contains(NEW).doesNotContain(OLD);
    }

    @Test
    void writesAndReportsReachTheThermostatUnderItsNewIdentifier() {
        client.call(NEW, "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Hello\"}}");
        assertThat(simulator.thermostat(OLD).snapshot().getAlerts()).hasSize(1);

        RuntimeReportResponse report = EcobeeJson.read(report(NEW).body(), RuntimeReportResponse.class);
        assertThat(report.getReportList()).extracting(RuntimeReport::getThermostatIdentifier).containsExactly(NEW);
        assertThat(report.getSensorList().get(0).getThermostatIdentifier()).isEqualTo(NEW);
        assertThat(Contract.refusal(report(OLD))).startsWith("9 ");
    }

    @Test
    void logSaysWhatTheClientAskedFor() {
        client.thermostat(NEW);

        assertThat(simulator.requests().matching(request -> request.is("GET", "/1/thermostat"))).singleElement()
                .satisfies(request -> {
                    assertThat(request.selection()).isNotNull().extracting(Selection::getSelectionMatch).isEqualTo(NEW);
                    assertThat(request.fault()).isEqualTo("answer with replaced of " + OLD);
                });
    }

    @Test
    void allThermostatsCanBeReplaced() {
        simulator.faults().clear();
        simulator.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.REPLACED));

        assertThat(client.summary().getRevisionList()).hasSize(4).allMatch(row -> row.startsWith("6"));
        assertThat(client.ask("/1/thermostat", SimulatorClient.ALL.formatted("")).body()).contains(NEW).doesNotContain(OLD);
        assertThat(Contract.refusal(client.ask("/1/thermostat", SimulatorClient.one(OLD, "")))).startsWith("9 ");
    }

    @Test
    void vanishedThermostatHasNoReport() {
        simulator.faults().clear();
        simulator.faults().when(requests("*", "/1/*")).then(Fault.answer(AnswerChange.VANISHED, OLD));

        RuntimeReportResponse report = EcobeeJson.read(report(OLD + "," + OTHER).body(), RuntimeReportResponse.class);
        assertThat(report.getReportList()).extracting(RuntimeReport::getThermostatIdentifier).containsExactly(OTHER);
        assertThat(report.getSensorList()).extracting(RuntimeSensorReport::getThermostatIdentifier).containsExactly(OTHER);
    }

    @Test
    void rowsOfTheLastHourHaveNoValuesYet() {
        simulator.faults().clear();
        simulator.clock().advance(Duration.ofMinutes(2));
        simulator.faults().when(requests("GET", "/1/runtimeReport")).then(
                Fault.answer(AnswerChange.EMPTY_RECENT_ROWS));

        RuntimeReportResponse report = EcobeeJson.read(report(OLD).body(), RuntimeReportResponse.class);
        List<String> rows = report.getReportList().get(0).getRowList();

        assertThat(rows).hasSize(12);
        assertThat(rows.get(0)).matches("2026-01-14,10:00:00,[0-9.]+,");
        assertThat(rows.subList(1, 12)).allMatch(row -> row.endsWith(":00,,"));
        assertThat(report.getSensorList().get(0).getData().get(0)).matches("2026-01-14,10:00:00,[0-9.]+.*");
        assertThat(report.getSensorList().get(0).getData().get(11)).matches("2026-01-14,10:55:00,+");
    }

    @Test
    void emptyRowsArriveLater() {
        simulator.faults().clear();
        simulator.faults().when(requests("GET", "/1/runtimeReport"))
                .then(Fault.answer(AnswerChange.EMPTY_RECENT_ROWS, OLD));
        simulator.clock().advance(Duration.ofHours(1));
        client.authorize();

        assertThat(EcobeeJson.read(report(OLD).body(), RuntimeReportResponse.class).getReportList().get(0).getRowList())
                .hasSize(12).allMatch(row -> row.matches("2026-01-14,10:[0-9]{2}:00,[0-9.]+,"));
    }
}
