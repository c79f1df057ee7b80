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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.report.RuntimeReportRow;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Interval telemetry: history, the present, what is missing, what comes late. */
@Timeout(120)
class RuntimeReportTest extends ReportTestSupport {
    private static final String HOUR = "reportStart=2025-01-14T15:00:00Z&";

    @Test
    void everyIntervalSinceTheStartIsDeliveredOnce() throws Exception {
        List<RuntimeReportRow> rows = receiveAll(report(UPSTAIRS, CHUNKS + "&reportStart=2024-10-01T00:00:00Z"));

        assertThat(instants(rows)).doesNotHaveDuplicates();
        assertThat(sorted(instants(rows))).isEqualTo(everyInterval(UPSTAIRS, "2024-10-01T00:00:00Z"));
    }

    @Test
    void newestFirstIsThePresentAndThenBackInTime() throws Exception {
        List<RuntimeReportRow> rows = receiveAll(report(UPSTAIRS, CHUNKS + "&reportStart=P70D"));

        Instant dayBefore = Instant.parse("2025-01-13T16:45:00Z");
        assertThat(rows.get(0).instant()).isEqualTo(dayBefore);
        int present = instants(rows).indexOf(dayBefore.minus(Duration.ofDays(30)));
        assertThat(instants(rows).subList(0, present)).isSorted().allMatch(instant -> !instant.isBefore(dayBefore));
        assertThat(rows.get(rows.size() - 1).instant()).isBefore(dayBefore.minus(Duration.ofDays(30)));
    }

    @Test
    void oldestFirstIsForwardInTime() throws Exception {
        List<RuntimeReportRow> rows = receiveAll(
                report(UPSTAIRS, CHUNKS + "&reportOrder=oldestFirst&reportStart=2024-10-01T00:00:00Z"));

        assertThat(instants(rows)).isSorted().doesNotHaveDuplicates()
                .isEqualTo(everyInterval(UPSTAIRS, "2024-10-01T00:00:00Z"));
    }

    @Test
    @Tag("field-80")
    void nothingIsFromBeforeTheThermostatWasConnected() throws Exception {
        ecobee.thermostat(UPSTAIRS).setProperty("runtime.firstConnected", "2025-01-13 20:11:45");

        List<RuntimeReportRow> rows = receiveAll(report(UPSTAIRS, CHUNKS + "&reportStart=firstConnected"));
        List<RuntimeReportRow> ofAnother = receiveAll(
                report(UPSTAIRS, CHUNKS + "&cursorName=other&reportStart=2024-12-01"));

        assertThat(rows.get(0).instant()).isEqualTo(Instant.parse("2025-01-13T20:10:00Z"));
        assertThat(ofAnother).isEqualTo(rows);
    }

    @Test
    @Tag("field-80")
    void weeksWithoutDataAreReadOnceAndHoldNothingUp() throws Exception {
        String uri = report(UPSTAIRS, CHUNKS + "&reportStart=2025-01-14T17:00:00Z&reportOrder=oldestFirst");
        ecobee.thermostat(UPSTAIRS).setConnected(false);
        clock.advance(Duration.ofDays(40));
        ecobee.thermostat(UPSTAIRS).setConnected(true);
        clock.advance(Duration.ofDays(2));
        List<RuntimeReportRow> rows = new ArrayList<>();

        for (int poll = 0; poll < 4; poll++) {
            // A poll that finds nothing ends the receiving, not the report.
            rows.addAll(receiveAll(uri));
        }

        assertThat(rows.get(0).instant()).isAfter(START.plus(Duration.ofDays(40)).minus(Duration.ofMinutes(20)));
        assertThat(instants(rows)).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(500);
    }

    @Test
    @Tag("field-80")
    void aThermostatThatWasJustConnectedIsWaitedFor() throws Exception {
        String uri = report(UPSTAIRS, CHUNKS);

        assertThat(receiveAll(uri)).isEmpty();
        clock.advance(Duration.ofMinutes(31));

        assertThat(instants(receiveAll(uri))).startsWith(Instant.parse("2025-01-14T16:45:00Z")).isSorted();
    }

    @Test
    void aBackfillThatWasStoppedInTheMiddleGoesOnWhereItWas() throws Exception {
        String uri = report(UPSTAIRS + "," + COTTAGE, CHUNKS + "&reportStart=2024-09-01T00:00:00Z");
        List<RuntimeReportRow> rows = new ArrayList<>(receive(uri, received -> received.size() > 12_000));
        camel.close();
        nextContext();

        rows.addAll(receiveAll(uri));

        for (String thermostat : List.of(UPSTAIRS, COTTAGE)) {
            assertThat(instants(of(rows, thermostat))).doesNotHaveDuplicates();
            assertThat(sorted(instants(of(rows, thermostat)))).isEqualTo(everyInterval(thermostat, "2024-09-01T00:00:00Z"));
        }
    }

    @Test
    void cursorsLiveInAFileToo(@TempDir Path folder) throws Exception {
        String uri = "ecobee:runtimeReport?cursorRepository=#bean:file&thermostatIds=" + UPSTAIRS + "&" + HOUR + CHUNKS;
        bindFile(folder);
        List<RuntimeReportRow> rows = new ArrayList<>(receiveAll(uri));
        camel.close();
        nextContext();
        bindFile(folder);
        clock.advance(Duration.ofMinutes(30));

        rows.addAll(receiveAll(uri));

        assertThat(instants(rows)).isEqualTo(everyInterval(UPSTAIRS, "2025-01-14T15:00:00Z"));
    }

    @Test
    void aTimeInWhichNobodyReadIsReadLater() throws Exception {
        String uri = report(UPSTAIRS, CHUNKS + "&reportStart=2025-01-14T00:00:00Z");
        List<RuntimeReportRow> rows = new ArrayList<>(receiveAll(uri));
        camel.close();
        clock.advance(Duration.ofDays(3));
        nextContext();

        rows.addAll(receiveAll(uri));

        assertThat(instants(rows)).doesNotHaveDuplicates();
        assertThat(sorted(instants(rows))).isEqualTo(everyInterval(UPSTAIRS, "2025-01-14T00:00:00Z"));
    }

    @Test
    @Tag("field-80")
    @Tag("field-82")
    void rowsThatHaveNotArrivedYetAreReadAgainAndNotDeliveredEmpty() throws Exception {
        String uri = report(UPSTAIRS, HOUR + CHUNKS);
        ecobee.faults().next("GET", REPORT, Fault.answer(AnswerChange.EMPTY_RECENT_ROWS));
        List<RuntimeReportRow> first = receive(uri, received -> true);

        List<RuntimeReportRow> late = receiveAll(uri);

        assertThat(first.get(first.size() - 1).instant()).isEqualTo(Instant.parse("2025-01-14T15:45:00Z"));
        assertThat(late.get(0).instant()).isEqualTo(Instant.parse("2025-01-14T15:50:00Z"));
        List<Instant> all = new ArrayList<>(instants(first));
        all.addAll(instants(late));
        assertThat(all).isEqualTo(everyInterval(UPSTAIRS, "2025-01-14T15:00:00Z"));
    }

    @Test
    @Tag("field-82")
    void aRowThatDidNotChangeIsNotDeliveredAgain() throws Exception {
        String uri = report(UPSTAIRS, HOUR + CHUNKS);
        List<RuntimeReportRow> first = receiveAll(uri);
        clock.advance(Duration.ofMinutes(15));

        List<RuntimeReportRow> second = receiveAll(uri);

        assertThat(second).hasSize(3);
        assertThat(second.get(0).instant()).isAfter(first.get(first.size() - 1).instant());
        assertThat(ecobee.requests().count("GET", REPORT)).isGreaterThanOrEqualTo(2);
    }

    @Test
    @Tag("field-81")
    void anOfflineHourIsNoDataAndWhatComesAfterIs() throws Exception {
        String uri = report(UPSTAIRS, HOUR + CHUNKS);
        receiveAll(uri);
        ecobee.thermostat(UPSTAIRS).setConnected(false);
        clock.advance(Duration.ofHours(2));
        assertThat(receiveAll(uri)).isEmpty();
        ecobee.thermostat(UPSTAIRS).setConnected(true);
        clock.advance(Duration.ofHours(1));

        List<RuntimeReportRow> after = receiveAll(uri);

        assertThat(instants(after)).contains(Instant.parse("2025-01-14T19:00:00Z"))
                .noneMatch(instant -> instant.isAfter(START) && instant.isBefore(START.plus(Duration.ofHours(2))));
    }

    @Test
    void columnsAreFoundByNameAlthoughEcobeeWritesThemOtherwise() throws Exception {
        List<RuntimeReportRow> rows = receiveAll(
                report(UPSTAIRS, HOUR + "allowFastPolling=true&columns=HvacMode,zonehvacmode,fan"));

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.keySet()).containsAll(Set.of("hvacMode", "zoneHvacMode", "fan"));
            assertThat(row.text("hvacMode")).isPresent();
            assertThat(row.text("zonehvacmode")).isPresent();
            assertThat(row.columns()).hasSize(3);
        });
    }

    @Test
    @Tag("field-66")
    void sensorsAreJoinedToTheRows() throws Exception {
        List<RuntimeReportRow> rows = receiveAll(
                report(UPSTAIRS, HOUR + "allowFastPolling=true&includeSensors=true&columns=fan"));

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.sensors()).isNotEmpty();
            assertThat(row.sensors()).filteredOn(sensor -> sensor.type().equals("temperature")).isNotEmpty()
                    .allSatisfy(sensor -> assertThat(row.sensor(sensor.id())).isPresent());
            assertThat(row.get("sensors")).isInstanceOf(Map.class);
            assertThat(EcobeeJson.readMap(row.toJson())).containsKeys("fan", "sensors");
        });
    }

    @Test
    @Tag("field-82")
    void aMessageSaysWhatItIsAbout() throws Exception {
        Exchange exchange = Objects.requireNonNull(next(report(UPSTAIRS, HOUR + "allowFastPolling=true")));

        assertThat(exchange.getIn().getHeaders())
                .containsEntry(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS)
                .containsEntry(EcobeeConstants.REPORT_ROW_ID, UPSTAIRS + "/2025-01-14T15:00:00Z")
                .containsEntry(EcobeeConstants.REPORT_FROM, Instant.parse("2025-01-14T15:00:00Z"))
                .containsEntry(EcobeeConstants.REPORT_TO, Instant.parse("2025-01-14T15:05:00Z"))
                .containsEntry(EcobeeConstants.ACCOUNT, ACCOUNT)
                .containsKeys(EcobeeConstants.THERMOSTAT_NAME, EcobeeConstants.POLL_TIME, EcobeeConstants.CONNECTED);
    }

    @Test
    void reportsAreFifteenMinutesApart() throws Exception {
        String uri = report(UPSTAIRS, HOUR + "reportDelivery=perChunk");
        assertThat(receiveAll(uri)).isNotEmpty();
        clock.advance(Duration.ofMinutes(14));
        assertThat(receiveAll(uri)).isEmpty();
        assertThat(ecobee.requests().count("GET", REPORT)).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));

        assertThat(receiveAll(uri)).isNotEmpty();
        assertThat(ecobee.requests().count("GET", REPORT)).isEqualTo(2);
        assertThat(ecobee.usage().violations()).isEmpty();
    }

    @Test
    void aThermostatThatHasNothingNewIsNotReported() throws Exception {
        String uri = report(UPSTAIRS, HOUR + CHUNKS);
        receiveAll(uri);
        ecobee.thermostat(UPSTAIRS).setConnected(false);
        clock.advance(Duration.ofHours(2));
        receiveAll(uri);
        ecobee.requests().clear();

        receiveAll(uri);

        assertThat(ecobee.requests().count("GET", REPORT)).isZero();
        assertThat(ecobee.requests().count("GET", "/1/thermostatSummary")).isEqualTo(2);
    }

    private void bindFile(Path folder) {
        FileStateRepository file = new FileStateRepository();
        file.setFileStore(folder.resolve("cursors").toFile());
        camel.getRegistry().bind("file", file);
    }

    private void nextContext() throws Exception {
        camel = newContext();
        camel.start();
    }
}
