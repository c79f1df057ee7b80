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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.change.ThermostatStatus;
import io.github.camelecobee.report.MeterReportRow;
import io.github.camelecobee.report.RuntimeReportRow;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Reading on demand: the summary and the reports (get-thermostat-summary, get-runtime-report, get-meter-report). */
class ReadsTest extends EcobeeTestSupport {
    private static final String REPORT = "/1/runtimeReport";
    private static final int FLEET = 30;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.thermostats(SampleThermostats.fleet(FLEET));
    }

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    private String first() {
        return ecobee.thermostats().get(0).identifier();
    }

    @Test
    void theSummaryIsALineForEachThermostat() {
        List<?> lines = send("getThermostatSummary", "", Map.of()).getMessage().getBody(List.class);

        assertThat(lines).hasSize(FLEET).first().isInstanceOfSatisfying(ThermostatStatus.class, line -> {
            assertThat(line.thermostatId()).isEqualTo(first());
            assertThat(line.runtimeRevision()).hasSize(12);
            assertThat(line.equipment()).isNotNull();
        });
        assertThat(ecobee.requests().count("GET", "/1/thermostatSummary")).isEqualTo(1);
    }

    @Test
    void aReportOfADayIsThatOfTheThermostatsCalendar() {
        List<?> rows = report("getRuntimeReport?columns=zoneAveTemp,fan&thermostatIds=" + first(),
                Map.of(EcobeeConstants.START, "2025-01-12", EcobeeConstants.END, LocalDate.parse("2025-01-12")));

        assertThat(rows).hasSize(288);
        assertThat(row(rows, 0).instant()).isEqualTo(Instant.parse("2025-01-12T05:00:00Z"));
        assertThat(row(rows, 287).thermostatTime().toString()).startsWith("2025-01-12 23:55");
        assertThat(row(rows, 0).value("zoneAveTemp")).isPresent();
        assertThat(row(rows, 0).columns()).hasSize(2);
        assertThat(ecobee.requests().all()).flatExtracting(LoggedRequest::warnings).isEmpty();
    }

    @Test
    void anHourIsAskedForByInstantsOrByTheThermostatsClock() {
        Object instants = report("getRuntimeReport?thermostatIds=" + first(),
                Map.of(EcobeeConstants.START, Instant.parse("2025-01-12T15:00:00Z"), EcobeeConstants.END,
                        "2025-01-12T11:00:00-05:00"));
        Object local = report("getRuntimeReport?thermostatIds=" + first(),
                Map.of(EcobeeConstants.START, "2025-01-12T10:00", EcobeeConstants.END, "2025-01-12 11:00:00"));

        assertThat((List<?>) instants).hasSize(12);
        assertThat(local).isEqualTo(instants);
    }

    @Test
    void withoutAnEndTheReportGoesUpToNow() {
        List<?> rows = report("getRuntimeReport?thermostatIds=" + first(), Map.of(EcobeeConstants.START, "2025-01-14"));

        assertThat(row(rows, rows.size() - 1).instant()).isBefore(START.plus(Duration.ofMinutes(2)));
    }

    @Test
    void whatIsLongerThanARequestTakesIsPutTogether() {
        List<?> rows = report("getRuntimeReport?columns=fan&thermostatIds=" + first(),
                Map.of(EcobeeConstants.START, "2024-11-01", EcobeeConstants.END, "2025-01-10"));

        assertThat(rows).hasSize(71 * 288 + 12);
        assertThat(rows.stream().map(row -> ((RuntimeReportRow) row).id()).distinct()).hasSameSizeAs(rows);
        assertThat(rows).isSortedAccordingTo(
                (one, two) -> Long.compare(((RuntimeReportRow) one).interval(), ((RuntimeReportRow) two).interval()));
        assertThat(ecobee.requests().count("GET", REPORT)).isEqualTo(3);
    }

    @Test
    void moreThermostatsThanARequestTakesArePutTogether() {
        List<?> rows = report("getRuntimeReport?columns=fan",
                Map.of(EcobeeConstants.START, "2025-01-12T10:00", EcobeeConstants.END, "2025-01-12T11:00"));

        assertThat(rows.stream().map(row -> ((RuntimeReportRow) row).thermostatIdentifier()).distinct()).hasSize(FLEET);
        assertThat(ecobee.requests().matching(request -> request.path().equals(REPORT))).isNotEmpty();
    }

    @Test
    void sensorsAreJoinedWhenTheyAreAskedFor() {
        List<?> rows = report("getRuntimeReport?columns=fan&includeSensors=true&thermostatIds=" + first(),
                Map.of(EcobeeConstants.START, "2025-01-12T10:00", EcobeeConstants.END, "2025-01-12T11:00"));

        assertThat(row(rows, 0).sensors()).isNotEmpty();
    }

    @Test
    void anEndInTheHourThatTheClockSkipsIsAnswered() {
        clock.advance(Duration.ofDays(60));
        // 2:00 to 3:00 of 9 March 2025 is skipped in Toronto, 7:00 UTC.
        List<?> rows = report("getRuntimeReport?columns=fan&thermostatIds=" + first(),
                Map.of(EcobeeConstants.START, "2025-03-09T06:00:00Z", EcobeeConstants.END, "2025-03-09T07:30:00Z"));

        assertThat(rows).hasSize(18);
        assertThat(send("getRuntimeReport?thermostatIds=" + first(), "",
                Map.of(EcobeeConstants.START, "2025-03-09T02:30")).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("header CamelEcobeeStart: 2025-03-09T02:30 does not exist in America/Toronto");
    }

    @Test
    void aDayOfTwentyFiveHoursHasThemAll() {
        List<?> rows = report("getRuntimeReport?columns=fan&thermostatIds=" + first(),
                Map.of(EcobeeConstants.START, "2024-11-03", EcobeeConstants.END, "2024-11-03"));

        assertThat(rows).hasSize(25 * 12);
    }

    @Test
    void metersAreReported() {
        ecobee.thermostat(first()).setProperty("electricity.devices", List.of(Map.of("name", "Meter")));

        List<?> rows = report("getMeterReport?thermostatIds=" + first(),
                Map.of(EcobeeConstants.START, "2025-01-12T10:00", EcobeeConstants.END, "2025-01-12T11:00"));

        assertThat(rows).hasSize(12).allMatch(MeterReportRow.class::isInstance);
    }

    @Test
    void theBodyMaySayWhatToReport() {
        Exchange done = send("getRuntimeReport?thermostatIds=" + first(),
                Map.of("start", "2025-01-12", "end", "2025-01-12", "columns", List.of("fan", "compCool1")), Map.of());

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(List.class)).hasSize(288);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       {}                                            | start is missing; give it as header CamelEcobeeStart
                       {"start":"yesterday"}                         | body property start: 'yesterday' is not allowed; give a day such as
                       {"start":"2025-01-12","end":"2025-01-11"}     | body property end: '2025-01-11' is not allowed; give an end behind 2025-01-12T05:00:00Z
                       {"start":"2026-01-12"}                        | give a start in the past
                       {"start":"2025-01-12","columns":"warmth"}     | body property columns: columns: 'warmth' is unknown
                       {"start":"2025-01-12","meters":"energy"}      | body: 'meters' is no parameter of getRuntimeReport
                       {"start":"2010-01-01"}                        | at most 500000 are read at once
                       """)
    void whatCannotBeReadIsToldAndNoReportIsAskedFor(String body, String complaint) {
        assertThat(send("getRuntimeReport?thermostatIds=" + first(), body, Map.of()).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
        assertThat(ecobee.requests().count("GET", REPORT)).isZero();
    }

    @Test
    void anOptionOfTheOtherReportIsRefused() {
        assertThat(catchThrowable(
                () -> camel.getEndpoint("ecobee:getMeterReport?columns=fan"))).hasStackTraceContaining(
                        "columns: is not allowed for ecobee:getMeterReport");
    }

    private static RuntimeReportRow row(List<?> rows, int index) {
        return (RuntimeReportRow) rows.get(index);
    }

    private List<?> report(String operation, Map<String, Object> headers) {
        Exchange done = send(operation, "", headers);
        assertThat(done.getException()).isNull();
        return done.getMessage().getBody(List.class);
    }

    private Exchange send(String operation, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:" + operation, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
