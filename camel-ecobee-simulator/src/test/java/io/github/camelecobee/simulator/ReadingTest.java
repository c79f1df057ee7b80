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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Location;
import io.github.camelecobee.model.Page;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.ALL;
import static io.github.camelecobee.simulator.SimulatorClient.one;
import static io.github.camelecobee.simulator.SimulatorClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadingTest {
    private static final String FIRST = "311019854581";
    private static final String NONE = "Invalid selection. No thermostats in selection. Ensure permissions and selection.";

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock).pageSize(3).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    ReadingTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void summaryListsRevisionsAndEquipment() {
        ThermostatSummaryResponse summary = client.summary();

        assertThat(summary.getThermostatCount()).isEqualTo(4);
        assertThat(summary.getRevisionList()).allMatch(line -> line.matches("\\d{12}:.*:true(:\\d{12}){4}"));
        assertThat(summary.getRevisionList().get(0)).startsWith("311019854581:Chambre d'été 21°:true:");
        assertThat(summary.getRevisionList().get(1)).startsWith("311019854582:Attic: East:true:");
        assertThat(summary.getRevisionList().get(2)).startsWith("311019854583::true:");
        assertThat(summary.getStatusList()).hasSize(4).allMatch(line -> line.matches("\\d{12}:[A-Za-z0-9,]*"));
    }

    @Test
    void statusListIsEmptyUnlessAskedFor() {
        assertThat(client.ask("/1/thermostatSummary", ALL.formatted("")).body()).contains("\"statusList\":[]");
        // Clients send booleans as text too.
        assertThat(client.ask("/1/thermostatSummary", ALL.formatted(",\"includeEquipmentStatus\":\"true\"")).body())
                .contains("\"statusList\":[\"311019854581:");
    }

    @Test
    void jsonMayComeAsBodyParameterWithoutFormatAndWithOthers() {
        String json = "{\"selection\":" + ALL.formatted("") + "}";

        assertThat(client.get("/1/thermostatSummary", Map.of("body", json)).statusCode()).isEqualTo(200);
        assertThat(client.get("//1//thermostatSummary", Map.of("json", json, "_timestamp", "1", "client_id", "x"))
                .statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTenPropertiesComeUnasked() {
        HttpResponse<String> answer = client.ask("/1/thermostat", one(FIRST, ""));

        Thermostat thermostat = EcobeeJson.read(answer.body(), ThermostatResponse.class).getThermostatList().get(0);
        assertThat(EcobeeJson.toMap(thermostat)).containsOnlyKeys("identifier", "name", "thermostatRev", "isRegistered",
                "modelNumber", "brand", "features", "lastModified", "thermostatTime", "utcTime");
        assertThat(thermostat.getName()).isEqualTo("Chambre d'été 21°");
        assertThat(thermostat.getUtcTime()).isEqualTo("2026-01-14 16:00:00");
        assertThat(thermostat.getThermostatTime()).isEqualTo("2026-01-14 11:00:00");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
    }

    @Test
    void flagsBringTheirObjects() {
        Map<String, String> objects = Map.ofEntries(
                Map.entry("Runtime", "runtime"), Map.entry("ExtendedRuntime", "extendedRuntime"),
                Map.entry("Settings", "settings"), Map.entry("Location", "location"), Map.entry("Program", "program"),
                Map.entry("Events", "events"), Map.entry("Device", "devices"), Map.entry("Technician", "technician"),
                Map.entry("Utility", "utility"), Map.entry("Alerts", "alerts"), Map.entry("Weather", "weather"),
                Map.entry("HouseDetails", "houseDetails"), Map.entry("OemCfg", "oemCfg"),
                Map.entry("EquipmentStatus", "equipmentStatus"), Map.entry("NotificationSettings", "notificationSettings"),
                Map.entry("Privacy", "privacy"), Map.entry("Version", "version"), Map.entry("Sensors", "remoteSensors"),
                Map.entry("Audio", "audio"), Map.entry("Energy", "energy"), Map.entry("Capabilities", "capabilities"));

        objects.forEach((flag, property) -> {
            String body = client.ask("/1/thermostat", one(FIRST, ",\"include" + flag + "\":true")).body();
            Thermostat thermostat = EcobeeJson.read(body, ThermostatResponse.class).getThermostatList().get(0);
            assertThat(EcobeeJson.toMap(thermostat)).as(flag).hasSize(11).containsKey(property);
        });
    }

    @Test
    void restrictedIncludeFailsTheWholeRequest() {
        assertThat(status(client.ask("/1/thermostat", one(FIRST, ",\"includeSecuritySettings\":true"))).getCode())
                .isEqualTo(1);
    }

    @Test
    void pagesAreBounded() {
        ThermostatResponse second = page(2);

        assertThat(second.getPage())
                .isEqualTo(new Page().withPage(2).withTotalPages(2).withPageSize(1).withTotal(4));
        assertThat(second.getThermostatList()).hasSize(1);
        assertThat(page(1).getThermostatList()).hasSize(3);
        assertThat(page(0).getStatus().getCode()).isEqualTo(10);
        assertThat(page(3).getStatus().getCode()).isEqualTo(10);
    }

    private ThermostatResponse page(int page) {
        String json = "{\"selection\":" + ALL.formatted("") + ",\"page\":{\"page\":" + page + ",\"totalPages\":0}}";
        return EcobeeJson.read(client.get("/1/thermostat", Map.of("json", json)).body(), ThermostatResponse.class);
    }

    @Test
    void selectionsThatNameNothingAnswerCode9() {
        for (String selection : List.of(one("999", ""), one("", ""), "{\"selectionType\":\"managementSet\","
                                                                     + "\"selectionMatch\":\"/\"}",
                "{\"selectionType\":\"none\"}")) {
            HttpResponse<String> answer = client.ask("/1/thermostat", selection);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(status(answer).getCode()).as(selection).isEqualTo(9);
            assertThat(status(answer).getMessage()).isEqualTo(NONE);
        }
    }

    @Test
    void summaryOfNoIdentifiersMeansAll() {
        assertThat(client.ask("/1/thermostatSummary", one("", "")).body()).contains("\"thermostatCount\":4");
    }

    @Test
    void strangersAmongTheSelectedAnswerCode2() {
        HttpResponse<String> answer = client.ask("/1/thermostat", one(FIRST + ",999", ""));

        assertThat(status(answer).getCode()).isEqualTo(2);
        assertThat(status(answer).getMessage()).startsWith("Not authorized. ").contains("999").doesNotContain(FIRST);
    }

    @Test
    void moreThan25IdentifiersAnswerCode6() {
        String ids = IntStream.range(0, 26).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(status(client.ask("/1/thermostat", one(ids, ""))).getCode()).isEqualTo(6);
    }

    @Test
    void requestsThatCannotBeReadAnswerCode5() {
        for (String json : List.of("", "{", "[]", "{\"selection\":7}")) {
            assertThat(status(client.get("/1/thermostat", Map.of("json", json))).getCode()).as(json).isEqualTo(5);
        }
    }

    @Test
    void wrongMethodsAndPathsAreRefused() {
        assertThat(status(client.post("/1/thermostatSummary", "{}")).getCode()).isEqualTo(12);
        assertThat(status(client.get("/1/demandManagement", Map.of())).getCode()).isEqualTo(13);
        assertThat(status(client.get("/1/thermostat&format=json", Map.of())).getMessage())
                .isEqualTo("Processing error. Invalid request type: thermostat&format=json");
    }

    @Test
    void answersAreCompressedForWhoAsks() throws IOException, InterruptedException {
        HttpRequest request = client.request("/1/thermostatSummary" + SimulatorClient.query(
                Map.of("json", "{\"selection\":" + ALL.formatted("") + "}")))
                .header("Accept-Encoding", "gzip").GET().build();

        HttpResponse<byte[]> answer = client.sendForBytes(request);

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("Chambre d'été 21°");
        }
    }

    @Test
    void manyClientsAreAnsweredAtOnce() {
        List<Integer> codes = IntStream.range(0, 200).parallel()
                .mapToObj(i -> i % 10 == 0
                        ? client.call(FIRST, "{\"type\":\"sendMessage\",\"params\":{\"text\":\"" + i + "\"}}")
                        : client.ask("/1/thermostatSummary", ALL.formatted("")))
                .map(HttpResponse::statusCode).toList();

        assertThat(codes).hasSize(200).containsOnly(200);
        assertThat(simulator.thermostat(FIRST).snapshot().getAlerts()).hasSize(20);
        assertThat(simulator.requests().count("GET", "/1/thermostatSummary")).isEqualTo(180);
    }

    @Test
    void offsetsBelongToTheZones() {
        assertThat(simulator.thermostats()).extracting(each -> each.snapshot().getLocation().getTimeZoneOffsetMinutes())
                .containsExactly(-300, -300, -240, -480);
    }

    @Test
    void fleetsAndOwnThermostatsAreCompleted() {
        try (EcobeeSimulator other = EcobeeSimulator.builder().clock(clock).thermostats(SampleThermostats.fleet(30))
                .thermostat(SampleThermostats.of("1", "Mine").withLocation(new Location().withTimeZone("Europe/Paris")))
                .start()) {
            assertThat(other.thermostats()).hasSize(31);
            Thermostat mine = other.thermostat("1").snapshot();
            assertThat(mine.getThermostatTime()).isEqualTo("2026-01-14 17:00:00");
            assertThat(mine.getSettings().getHumidity()).isEqualTo("36");
            assertThat(mine.getLocation().getCity()).isEqualTo("Toronto");
        }
        assertThatThrownBy(() -> EcobeeSimulator.builder().thermostat(new Thermostat()).start())
                .hasMessage("A thermostat needs an identifier");
    }
}
