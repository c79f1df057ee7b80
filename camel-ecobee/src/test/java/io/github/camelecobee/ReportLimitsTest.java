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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelecobee.client.Governor;
import io.github.camelecobee.report.RuntimeReportRow;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What ecobee wants of who reads reports, get-runtime-report.shtml, however many consumers there are. Nothing polls by
 * itself.
 */
@Timeout(120)
class ReportLimitsTest extends ReportTestSupport {
    private static final String SUMMARY = "/1/thermostatSummary";
    private static final String HOUR = "&reportStart=2025-01-14T15:00:00Z&reportDelivery=perChunk&columns=zoneAveTemp";
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Governor governor = new Governor(clock, Duration.ofMillis(1));
    private final Map<String, HandScheduler> schedulers = new ConcurrentHashMap<>();
    private final Map<String, List<RuntimeReportRow>> received = new ConcurrentHashMap<>();

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setGovernor(governor);
        return component;
    }

    @Test
    @Tag("field-27")
    void reportsAndThermostatsOfAnAccountShareTheSummary() throws Exception {
        camel.addRoutes(route(camel, "telemetry", "ecobee:runtimeReport?thermostatIds=" + UPSTAIRS + HOUR));
        camel.addRoutes(route(camel, "archive", "ecobee:runtimeReport?thermostatIds=" + COTTAGE + HOUR));
        schedule(camel, "live");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?scheduler=#live").to("mock:live");
            }
        });

        for (int round = 0; round < 3; round++) {
            poll("live", "telemetry", "archive");
            clock.advance(QUARTER);
        }

        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(3);
        assertThat(received.get("telemetry")).isNotEmpty();
        assertThat(received.get("archive")).isNotEmpty();
        assertThat(mock("live").getReceivedCounter()).isPositive();
        assertThat(ecobee.usage().violations()).isEmpty();
    }

    @Test
    @Tag("field-27")
    void consumersOfTheSameReportTakeTurnsAndMissNothing() throws Exception {
        camel.addRoutes(route(camel, "telemetry", "ecobee:runtimeReport?thermostatIds=" + UPSTAIRS + HOUR));
        camel.addRoutes(route(camel, "archive", "ecobee:runtimeReport?thermostatIds=" + UPSTAIRS + HOUR));

        for (int round = 0; round < 9; round++) {
            poll("telemetry", "archive");
            clock.advance(QUARTER);
        }

        assertThat(ecobee.requests().count("GET", REPORT)).isEqualTo(9);
        assertThat(timesOfReports()).doesNotHaveDuplicates();
        assertThat(instants("telemetry")).startsWith(Instant.parse("2025-01-14T15:00:00Z")).isSorted()
                .doesNotHaveDuplicates().hasSizeGreaterThan(33);
        assertThat(instants("archive")).startsWith(Instant.parse("2025-01-14T15:00:00Z")).isSorted()
                .doesNotHaveDuplicates().hasSizeGreaterThan(33);
        assertThat(ecobee.usage().violations()).isEmpty();
    }

    @Test
    @Tag("field-27")
    void aRouteThatIsStartedAgainAsksNoSooner() throws Exception {
        camel.addRoutes(route(camel, "telemetry", "ecobee:runtimeReport?thermostatIds=" + UPSTAIRS + HOUR));
        poll("telemetry");
        clock.advance(Duration.ofMinutes(5));

        camel.getRouteController().stopRoute("telemetry");
        camel.getRouteController().startRoute("telemetry");
        poll("telemetry");

        assertThat(timesOfReports()).hasSize(1);
        clock.advance(QUARTER);
        poll("telemetry");
        assertThat(timesOfReports()).hasSize(2);
        assertThat(instants("telemetry")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @Tag("field-27")
    void componentsThatShareAGovernorShareTheTurns() throws Exception {
        CamelContext other = newContext();
        try (other) {
            camel.addRoutes(route(camel, "telemetry", "ecobee:runtimeReport?thermostatIds=" + UPSTAIRS + HOUR));
            other.addRoutes(route(other, "archive", "ecobee:runtimeReport?thermostatIds=" + UPSTAIRS + HOUR));
            other.start();

            poll("telemetry", "archive");
            assertThat(timesOfReports()).hasSize(1);
            assertThat(received.get("archive")).isEmpty();
            clock.advance(QUARTER);
            poll("telemetry", "archive");

            assertThat(timesOfReports()).hasSize(2);
            assertThat(received.get("archive")).isNotEmpty();
            assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(2);
        }
    }

    @Test
    @Tag("field-27")
    void historyGoesOnWithEveryPollBecauseItsRangesAreDifferentReports() throws Exception {
        camel.addRoutes(route(camel, "telemetry", "ecobee:runtimeReport?thermostatIds=" + UPSTAIRS
                                                  + "&reportStart=P85D&reportDelivery=perChunk&columns=zoneAveTemp"));

        for (int round = 0; round < 4; round++) {
            poll("telemetry");
            clock.advance(QUARTER);
        }

        assertThat(timesOfReports()).hasSize(4);
        assertThat(instants("telemetry")).doesNotHaveDuplicates().hasSizeGreaterThan(84 * 288);
        assertThat(ecobee.usage().violations()).isEmpty();
    }

    @Test
    @Tag("field-27")
    void reportsOfTwoKindsDoNotWaitForEachOther() throws Exception {
        camel.addRoutes(route(camel, "telemetry", "ecobee:runtimeReport?thermostatIds=" + UPSTAIRS + HOUR));
        schedule(camel, "energy");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:meterReport?scheduler=#energy&thermostatIds=" + UPSTAIRS).to("mock:energy");
            }
        });

        clock.advance(QUARTER);
        poll("telemetry", "energy");

        assertThat(ecobee.requests().count("GET", REPORT)).isEqualTo(1);
        assertThat(ecobee.requests().count("GET", "/1/meterReport")).isLessThanOrEqualTo(1);
        assertThat(ecobee.requests().count("GET", SUMMARY)).isEqualTo(1);
    }

    private List<Instant> timesOfReports() {
        return ecobee.requests().matching(request -> request.is("GET", REPORT)).stream().map(LoggedRequest::instant).toList();
    }

    private void poll(String... names) {
        List.of(names).forEach(name -> Objects.requireNonNull(schedulers.get(name)).poll());
    }

    private void schedule(CamelContext context, String name) {
        context.getRegistry().bind(name, schedulers.computeIfAbsent(name, unused -> new HandScheduler()));
    }

    private RouteBuilder route(CamelContext context, String name, String uri) {
        schedule(context, name);
        List<RuntimeReportRow> rows = received.computeIfAbsent(name, unused -> new CopyOnWriteArrayList<>());
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri + "&scheduler=#" + name + "&cursorRepository=#bean:cursors").routeId(name)
                        .process(exchange -> rows.addAll(rows(exchange)));
            }
        };
    }

    private List<Instant> instants(String name) {
        return instants(Objects.requireNonNull(received.get(name)));
    }
}
