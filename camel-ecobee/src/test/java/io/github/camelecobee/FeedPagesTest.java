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

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.camelecobee.cursor.FileCursorRepository;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.report.MeterReportRow;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Predicate;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the page of each feed shows is what a route gets. */
class FeedPagesTest extends EcobeeTestSupport {
    @TempDir
    Path data;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @ParameterizedTest
    @CsvSource({
            "thermostats,thermostats", "changes,changes", "alerts,alerts", "sensors,sensors", "summary,summary",
            "runtimeReport,runtime-report", "meterReport,meter-report" })
    void aFeedHasAPageWithARouteInEachLanguageAndAMessage(String feed, String name) throws Exception {
        String page = "docs/" + name + ".adoc";

        for (String language : List.of("java", "xml", "yaml")) {
            assertThat(Manual.snippets(page, language)).as(page + ", " + language)
                    .anyMatch(snippet -> snippet.contains("ecobee:" + feed));
        }
        assertThat(Manual.snippets(page, "json")).as(page).hasSize(1);
        assertThat(Files.readString(Manual.project().resolve(page)))
                .contains("xref:reading.adoc#headers[").containsIgnoringCase("== first poll, restart");
    }

    @Test
    void theThermostatShownIsAPartOfOne() throws Exception {
        shownIsPartOf(message("ecobee:thermostats?thermostatIds=" + UPSTAIRS), shown("thermostats"));
    }

    @Test
    void theAlertShownIsLikeOne() throws Exception {
        camel.start();
        camel.createProducerTemplate().sendBody("ecobee:sendMessage?thermostatIds=" + UPSTAIRS, "Filter day");

        shownIsLike(message("ecobee:alerts?thermostatIds=" + UPSTAIRS), shown("alerts"));
    }

    @Test
    void theReadingShownIsLikeOne() throws Exception {
        shownIsLike(message("ecobee:sensors?thermostatIds=" + UPSTAIRS, FeedPagesTest::isTemperatureOfBedroom),
                shown("sensors"));
    }

    @Test
    void theStatusShownIsLikeOne() throws Exception {
        shownIsLike(message("ecobee:summary?thermostatIds=" + UPSTAIRS), shown("summary"));
    }

    @Test
    void theRowShownIsLikeOne() throws Exception {
        shownIsLike(message("ecobee:runtimeReport?reportStart=P1D&columns=zoneAveTemp,fan"), shown("runtime-report"));
    }

    @Test
    void theRowOfAMeterShownIsLikeOne() throws Exception {
        ecobee.thermostat(UPSTAIRS).setProperty("electricity.devices", List.of(Map.of("name", "Meter")));

        shownIsLike(message("ecobee:meterReport?reportStart=P1D"), shown("meter-report"));
    }

    @Test
    void telemetryGoesIntoTheTable() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:telemetry;DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(Manual.snippets("docs/runtime-report.adoc", "sql").get(0));
            camel.getRegistry().bind("database", database);
            camel.getRegistry().bind("cursors", new MemoryStateRepository());
            camel.addRoutes(new DocumentedTelemetry());
            NotifyBuilder stored = new NotifyBuilder(camel).fromRoute("history").whenCompleted(300).create();
            camel.start();

            assertThat(stored.matches(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            camel.stop();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT COUNT(*), COUNT(temperature), COUNT(fan_seconds) FROM telemetry WHERE instant < '2025-01-15 00:00Z'")) {
                rows.next();
                assertThat(rows.getInt(1)).isGreaterThanOrEqualTo(300);
                assertThat(rows.getInt(2)).isPositive();
                assertThat(rows.getInt(3)).isPositive();
            }
        }
    }

    @Test
    void aThermostatThatIsDisconnectedRaisesTheAlarm() throws Exception {
        MockEndpoint alarm = mock("alarm");
        camel.getRegistry().bind("cursors", FileCursorRepository.of(data.resolve("cursors.txt")));
        camel.addRoutes(new DocumentedRoutes());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:alarm").to(alarm);
            }
        });
        for (RouteDefinition route : camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions()) {
            route.setAutoStartup(String.valueOf(route.getInput().getUri().startsWith("direct:alarm")));
        }
        camel.start();
        camel.getRouteController().startRoute("connections");
        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", "/1/thermostatSummary") == 1);
        camel.getRouteController().stopRoute("connections");

        ecobee.thermostat(UPSTAIRS).setConnected(false);
        clock.advance(Duration.ofMinutes(3));
        alarm.expectedMessageCount(1);
        alarm.message(0).body(String.class).endsWith("(" + UPSTAIRS + ") is disconnected");
        camel.getRouteController().startRoute("connections");

        alarm.assertIsSatisfied(PATIENCE.toMillis());
    }

    private Map<String, Object> shown(String page) throws Exception {
        return EcobeeJson.readMap(Manual.snippets("docs/" + page + ".adoc", "json").get(0));
    }

    private Map<String, Object> message(String uri) throws Exception {
        return message(uri, exchange -> true);
    }

    /** The first message of a feed that is about this. */
    private Map<String, Object> message(String uri, Predicate wanted) throws Exception {
        MockEndpoint shown = mock("shown");
        shown.expectedMinimumMessageCount(1);
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).filter(wanted).to(shown);
            }
        });
        shown.assertIsSatisfied(PATIENCE.toMillis());
        Message message = shown.getExchanges().get(0).getIn();
        return EcobeeJson
                .readMap(message.getBody() instanceof MeterReportRow row ? row.toJson() : message.getBody(String.class));
    }

    private static boolean isTemperatureOfBedroom(Exchange exchange) {
        return "rs:100".equals(exchange.getIn().getHeader(EcobeeConstants.SENSOR_ID))
                && "temperature".equals(exchange.getIn().getHeader(EcobeeConstants.SENSOR_CAPABILITY));
    }

    private static void shownIsLike(Map<String, Object> message, Map<String, Object> shown) {
        assertThat(shown.keySet()).as("keys of %s", message).isEqualTo(message.keySet());
        shownIsPartOf(message, shown);
    }

    /** Values may differ, their kinds may not. */
    private static void shownIsPartOf(@Nullable Object message, @Nullable Object shown) {
        if (shown instanceof Map<?, ?> map && message instanceof Map<?, ?> whole) {
            map.forEach((key, value) -> {
                assertThat(whole.containsKey(key)).as("%s in %s", key, message).isTrue();
                shownIsPartOf(whole.get(key), value);
            });
        } else if (shown instanceof List<?> list && message instanceof List<?> whole) {
            assertThat(whole).hasSizeGreaterThanOrEqualTo(list.size());
            for (int i = 0; i < list.size(); i++) {
                shownIsPartOf(whole.get(i), list.get(i));
            }
        } else if (shown instanceof Number) {
            assertThat(message).isInstanceOf(Number.class);
        } else if (shown != null) {
            assertThat(message).isInstanceOf(shown.getClass());
        }
    }
}
