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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.report.MeterReportRow;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What meters measure: history, the present, what is missing, what comes late, thermostats without a meter. */
@Timeout(120)
class MeterReportTest extends ReportTestSupport {
    private static final String METER_REPORT = "/1/meterReport";
    private static final String IN_CHUNKS = "allowFastPolling=true&reportDelivery=perChunk";
    private static final String HOUR = "reportStart=2025-01-14T15:00:00Z&";

    @BeforeEach
    void aMeterIsPaired() {
        for (String thermostat : List.of(UPSTAIRS, COTTAGE)) {
            ecobee.thermostat(thermostat).setProperty("electricity.devices", List.of(Map.of("name", "Meter")));
        }
    }

    @Test
    void everyIntervalSinceTheStartIsDeliveredOnce() throws Exception {
        List<MeterReportRow> rows = meters(meterReport(UPSTAIRS, IN_CHUNKS + "&reportStart=2024-10-01T00:00:00Z"));

        assertThat(instants(rows)).doesNotHaveDuplicates();
        assertThat(sorted(instants(rows))).isEqualTo(everyInterval(UPSTAIRS, "2024-10-01T00:00:00Z"));
        assertThat(rows).allSatisfy(row -> assertThat(row.value().orElseThrow()).isPositive());
    }

    @Test
    void oldestFirstIsForwardInTimeAndGoesOnAfterARestart() throws Exception {
        String uri = meterReport(UPSTAIRS, IN_CHUNKS + "&reportOrder=oldestFirst&reportStart=2024-10-01T00:00:00Z");
        List<MeterReportRow> rows = new ArrayList<>(receive(uri, MeterReportRow.class, received -> received.size() > 9000));
        camel.close();
        camel = newContext();
        camel.start();

        rows.addAll(meters(uri));

        assertThat(instants(rows)).isSorted().doesNotHaveDuplicates()
                .isEqualTo(everyInterval(UPSTAIRS, "2024-10-01T00:00:00Z"));
    }

    @Test
    void aMessageIsARowThatSaysWhichMeterItIs() throws Exception {
        Exchange exchange = Objects.requireNonNull(next(meterReport(UPSTAIRS, HOUR + "allowFastPolling=true")));

        String id = UPSTAIRS + "/2025-01-14T15:00:00Z/energy";
        MeterReportRow row = exchange.getIn().getBody(MeterReportRow.class);
        assertThat(row.id()).isEqualTo(id);
        assertThat(row.meter()).isEqualTo("energy");
        assertThat(row.value()).isEqualTo(row.number("value")).get().isInstanceOf(BigDecimal.class);
        assertThat(row.raw("value")).contains(String.valueOf(row.value().orElseThrow()));
        assertThat(row.thermostatTime()).hasToString("2025-01-14 10:00:00");
        assertThat(EcobeeJson.readMap(row.toJson()))
                .containsOnlyKeys("id", "thermostatIdentifier", "instant", "thermostatTime", "value", "meter");
        assertThat(exchange.getIn().getHeaders())
                .containsEntry(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS)
                .containsEntry(EcobeeConstants.REPORT_ROW_ID, id)
                .containsEntry(EcobeeConstants.REPORT_FROM, Instant.parse("2025-01-14T15:00:00Z"))
                .containsEntry(EcobeeConstants.REPORT_TO, Instant.parse("2025-01-14T15:05:00Z"));
    }

    @ParameterizedTest
    @Tag("field-78")
    @CsvSource({ "2024-03-10,276", "2024-11-03,300", "2024-07-01,288" })
    void aDayHasARowForEachOfItsIntervals(String day, int intervals) throws Exception {
        List<MeterReportRow> rows = ofDay(receive(
                meterReport(UPSTAIRS, IN_CHUNKS + "&reportOrder=oldestFirst&reportStart=" + day), MeterReportRow.class,
                received -> true), day);

        assertThat(instants(rows)).hasSize(intervals).doesNotHaveDuplicates().isSorted();
    }

    @Test
    @Tag("field-75")
    void aReportThatBeginsInTheHourThatSpringSkipsIsAnswered() throws Exception {
        ecobee.reports().failInDaylightSavingGap(true);

        List<MeterReportRow> rows = receive(
                meterReport(UPSTAIRS, IN_CHUNKS + "&reportOrder=oldestFirst&reportStart=2024-03-10T07:30:00Z"),
                MeterReportRow.class, received -> true);

        assertThat(rows.get(0).instant()).isEqualTo(Instant.parse("2024-03-10T07:30:00Z"));
        assertThat(rows).hasSize(30 * 288);
    }

    @Test
    @Tag("field-82")
    void rowsThatHaveNotArrivedYetComeLaterAndOnce() throws Exception {
        String uri = meterReport(UPSTAIRS, HOUR + IN_CHUNKS);
        ecobee.faults().next("GET", METER_REPORT, Fault.answer(AnswerChange.EMPTY_RECENT_ROWS));
        List<Instant> all = new ArrayList<>(instants(receive(uri, MeterReportRow.class, received -> true)));
        assertThat(all).endsWith(Instant.parse("2025-01-14T15:45:00Z"));

        all.addAll(instants(meters(uri)));
        clock.advance(Duration.ofMinutes(30));
        all.addAll(instants(meters(uri)));

        assertThat(all).isEqualTo(everyInterval(UPSTAIRS, "2025-01-14T15:00:00Z"));
    }

    @Test
    @Tag("field-80")
    void aThermostatWithoutAMeterHasNoRowsAndHoldsNobodyUp() throws Exception {
        ecobee.thermostat(COTTAGE).setProperty("electricity.devices", List.of());
        String uri = meterReport(UPSTAIRS + "," + COTTAGE, IN_CHUNKS + "&reportStart=P70D");

        List<MeterReportRow> rows = meters(uri);

        assertThat(rows).isNotEmpty().allMatch(row -> row.thermostatIdentifier().equals(UPSTAIRS));
        assertThat(cursors.getState("poll/" + ACCOUNT + "/" + COTTAGE)).startsWith("meter1;")
                .contains(";" + (Instant.parse("2024-11-05T16:45:00Z").getEpochSecond() / 300) + "-");
    }

    @Test
    void cursorsOfTwoReportsAreNotMixedUp() throws Exception {
        receiveAll(report(UPSTAIRS, HOUR + CHUNKS));

        assertThatThrownBy(() -> meters(meterReport(UPSTAIRS, HOUR + IN_CHUNKS)))
                .hasStackTraceContaining(
                        "The cursor of thermostat " + UPSTAIRS + " in the cursorRepository is none of a meter report");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "meterReport?meters=water|meters: 'water' is unknown; give energy, which is all that ecobee reports",
            "meterReport?meters=,|meters: ',' is unknown",
            "meterReport?columns=fan|columns: is not allowed for ecobee:meterReport; it is an option of ecobee:runtimeReport",
            "meterReport?includeSensors=true|includeSensors: is not allowed for ecobee:meterReport",
            "runtimeReport?meters=energy|meters: is not allowed for ecobee:runtimeReport; it is an option of ecobee:meterReport",
            "meterReport?reportStart=yesterday|reportStart: 'yesterday' is not allowed" })
    void aWrongOptionSaysWhatIsAllowed(String uri, String message) {
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:" + uri)).hasStackTraceContaining(message);
    }

    @Test
    void aDefaultOfTheComponentForAnotherReportDoesNotMatter() throws Exception {
        component().getConfiguration().setColumns("fan");

        assertThat(meters(meterReport(UPSTAIRS, HOUR + IN_CHUNKS))).isNotEmpty();
    }

    @Test
    void reportsAreReadEveryQuarterOfAnHourUnlessFastPollingIsAllowed() throws Exception {
        assertThat(camel.getEndpoint("ecobee:meterReport", EcobeeEndpoint.class).getDelay())
                .isEqualTo(Duration.ofMinutes(15).toMillis());
    }

    private static String meterReport(String thermostats, String options) {
        return "ecobee:meterReport?thermostatIds=" + thermostats + "&cursorRepository=#bean:cursors&" + options;
    }

    private List<MeterReportRow> meters(String uri) {
        return receiveAll(uri, MeterReportRow.class);
    }
}
