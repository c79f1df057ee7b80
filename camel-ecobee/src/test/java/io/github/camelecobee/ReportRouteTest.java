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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import io.github.camelecobee.report.RuntimeReportRow;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Routes that consume reports, of a fleet of thermostats. */
@Timeout(120)
class ReportRouteTest extends ReportTestSupport {
    private static final int FLEET = 30;
    private static final String FIRST = "411900000000";
    private static final String HOUR = "ecobee:runtimeReport?columns=zoneAveTemp&reportStart=2025-01-14T16:00:00Z&" + OFTEN;
    private static final Instant POISON = Instant.parse("2025-01-14T16:10:00Z");

    private final List<RuntimeReportRow> received = new CopyOnWriteArrayList<>();

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.thermostats(SampleThermostats.fleet(FLEET));
    }

    @Test
    void everyThermostatOfTheAccountIsReportedTwentyFiveARequest() throws Exception {
        start(route(HOUR));

        await().atMost(PATIENCE).until(() -> received.size() >= FLEET * 9);
        assertThat(received.stream().map(RuntimeReportRow::id).distinct().count()).isEqualTo(FLEET * 9L);
        assertThat(thermostatsPerRequest()).startsWith(25, 5);
        assertThat(ecobee.requests().matching(request -> !request.warnings().isEmpty())).isEmpty();
    }

    @Test
    void longRangesAreOfFewThermostatsARequest() throws Exception {
        start(route("ecobee:runtimeReport?columns=zoneAveTemp&reportDelivery=perChunk&reportOrder=oldestFirst&reportStart=P40D&"
                    + OFTEN));

        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", REPORT) >= 6);
        assertThat(thermostatsPerRequest().subList(0, 6)).containsOnly(5);
    }

    @Test
    void aRowThatFailsIsRetriedAndHoldsUpItsOwnThermostatOnly() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).log("as expected");
                from(HOUR).process(exchange -> {
                    RuntimeReportRow row = exchange.getIn().getBody(RuntimeReportRow.class);
                    if (broken.get() && row.thermostatIdentifier().equals(FIRST) && row.instant().equals(POISON)) {
                        throw new IllegalStateException("the database is down");
                    }
                    received.add(row);
                });
            }
        });
        await().atMost(PATIENCE).until(() -> received.size() >= (FLEET - 1) * 9 + 2);
        assertThat(instants(of(received, FIRST))).allMatch(instant -> instant.isBefore(POISON)).hasSize(2);

        broken.set(false);

        await().atMost(PATIENCE).until(() -> received.size() >= FLEET * 9);
        assertThat(received.stream().map(RuntimeReportRow::id).distinct().count()).isEqualTo(FLEET * 9L);
        assertThat(received.stream().collect(Collectors.groupingBy(RuntimeReportRow::thermostatIdentifier)).values())
                .allSatisfy(rows -> assertThat(instants(rows)).isSorted());
    }

    @Test
    void aLimitOfMessagesLetsEveryThermostatHaveItsTurn() throws Exception {
        start(route(HOUR + "&maxMessagesPerPoll=7"));

        await().atMost(PATIENCE).until(() -> received.size() >= FLEET * 9);
        assertThat(received.stream().map(RuntimeReportRow::id).distinct().count()).isEqualTo(FLEET * 9L);
        assertThat(received.stream().limit(21).map(RuntimeReportRow::thermostatIdentifier).distinct().count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void aReportThatEcobeeCannotMakeIsAskedForInParts() throws Exception {
        ecobee.faults().next(2, "GET", REPORT, Fault.ecobeeStatus(3));

        start(route(HOUR));

        await().atMost(PATIENCE).until(() -> received.size() >= FLEET * 9);
        assertThat(thermostatsPerRequest()).startsWith(6, 6, 13, 5);
    }

    @Test
    void rowsOfAQueueAreCommittedWhenTheyWereProcessed() throws Exception {
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(HOUR + "&cursorRepository=#bean:cursors").routeId("report").threads(2, 4)
                        .process(exchange -> received.add(exchange.getIn().getBody(RuntimeReportRow.class)));
            }
        });
        await().atMost(PATIENCE).until(() -> received.size() >= FLEET * 9);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(cursors.getState("report/" + ACCOUNT + "/" + FIRST))
                .matches("report1;5789568;5789568-5789577;.+"));
        assertThat(received.stream().map(RuntimeReportRow::id).distinct().count()).isEqualTo(FLEET * 9L);
    }

    @Test
    void aCursorOfAnotherFeedIsRefused() throws Exception {
        cursors.setState("poll/" + ACCOUNT + "/" + FIRST, "true:1:2:3:4");

        assertThatThrownBy(() -> receiveAll(report(FIRST, CHUNKS)))
                .hasStackTraceContaining("The cursor of thermostat " + FIRST + " in the cursorRepository is none of a runtime");
    }

    @Test
    void reportsAreReadEveryQuarterOfAnHourUnlessFastPollingIsAllowed() throws Exception {
        assertThat(camel.getEndpoint("ecobee:runtimeReport", EcobeeEndpoint.class).getDelay())
                .isEqualTo(Duration.ofMinutes(15).toMillis());
        assertThatThrownBy(() -> camel.addRoutes(route("ecobee:runtimeReport?delay=180000")))
                .hasStackTraceContaining("delay: '180000' ms is not allowed; ecobee wants at least 900000 ms");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "columns=fan,temperature|columns: 'temperature' is unknown; give some of auxHeat1, auxHeat2",
            "columns=,|columns: ',' is unknown",
            "reportStart=yesterday|reportStart: 'yesterday' is not allowed; give now, firstConnected, a date",
            "reportStart=2024-02-30|reportStart: '2024-02-30' is not allowed",
            "reportStart=P-3D|reportStart: 'P-3D' is not allowed",
            "reportOrder=random|reportOrder: 'random' is unknown; give one of newestFirst, oldestFirst",
            "reportOverlap=8d|reportOverlap: 'PT192H' is not allowed; give 0 to 7 days",
            "reportDelivery=perDay|reportDelivery: 'perDay' is unknown; give one of perRow, perChunk" })
    void aWrongOptionSaysWhatIsAllowed(String option, String message) {
        assertThatThrownBy(() -> camel.getEndpoint("ecobee:runtimeReport?" + option)).hasStackTraceContaining(message);
    }

    @Test
    void everyThermostatHasAllItsRowsAtTheEndOfTheDay() throws Exception {
        start(route(HOUR));
        await().atMost(PATIENCE).until(() -> received.size() >= FLEET * 9);

        clock.advance(Duration.ofMinutes(50));

        await().atMost(PATIENCE).until(() -> received.size() >= FLEET * 18);
        for (SimulatedThermostat thermostat : ecobee.thermostats()) {
            assertThat(instants(of(received, thermostat.identifier()))).doesNotHaveDuplicates().isSorted()
                    .isEqualTo(everyInterval(thermostat.identifier(), "2025-01-14T16:00:00Z"));
        }
    }

    private RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> received.addAll(rows(exchange)));
            }
        };
    }
}
