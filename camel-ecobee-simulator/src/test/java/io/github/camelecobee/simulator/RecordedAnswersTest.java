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

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelecobee.model.DemandResponseResponse;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Location;
import io.github.camelecobee.model.RegisterResponse;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.oauth.PinLifeUnit;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What ecobee really sent, the simulator sends too: for every recorded answer there is a scenario in which it answers
 * with the same properties and types, and every recorded request is understood.
 */
class RecordedAnswersTest {
    private static final Path RECORDINGS = Path.of("../../shared/fixtures");
    private static final String ID = "311019854581";
    private static final String PREMIUM = "511019854585";
    private static final String THERMOSTAT = "thermostatList[]";
    private static final String SENSORS = ",\"includeSensors\":true";
    private static final String EVERY_OBJECT = Stream.of("Alerts", "Settings", "Audio", "Runtime", "Electricity", "Device",
            "Location", "Events", "HouseDetails", "Version", "Sensors", "EquipmentStatus")
            .map(each -> ",\"include" + each + "\":true").collect(Collectors.joining());
    private static final String RUNTIME = ",\"includeRuntime\":true";

    private static final Map<String, RecordingScenario> ANSWERS = new TreeMap<>();
    private static final Map<String, BiFunction<SimulatorClient, String, HttpResponse<String>>> REQUESTS = new TreeMap<>();
    private static final Map<String, BiConsumer<SimulatorClient, String>> TEXTS = new TreeMap<>();
    private static final Map<String, String> NO_ANSWERS_OF_THE_API = new TreeMap<>();

    static {
        thermostats();
        parts();
        summaries();
        authorization();
        errors();
        reports();
        requests();
        String download = "the portal's \"Download data\", which is no part of the API";
        NO_ANSWERS_OF_THE_API.put("README.md", "says where the others come from");
        NO_ANSWERS_OF_THE_API.put("brad-richardson_ecobee-csv/no-thermostat-id.csv", download);
        NO_ANSWERS_OF_THE_API.put("brad-richardson_ecobee-csv/thermostat-id.csv", download);
        NO_ANSWERS_OF_THE_API.put("brad-richardson_ecobee-csv/updated.csv", download);
    }

    private static void thermostats() {
        ANSWERS.put("MMM-Ecobee/thermostat-nikeSmart-2018.json", RecordingScenario.answer(
                home(SampleThermostats.of(ID, "Upstairs").withModelNumber("nikeSmart")), client -> {
                    // One sensor of the recording says true where the others say "false".
                    authorized(client).simulator().thermostat(ID).setProperty("remoteSensors", List.of(
                            EcobeeJson.toMap(sensor("ei:0", "thermostat", "1", "temperature").withCode("SGFS")),
                            Map.of("id", "rs:100", "capability",
                                    List.of(Map.of("id", "2", "type", "occupancy", "value", true)))));
                    return client.ask("/1/thermostat", SimulatorClient.one(ID, RUNTIME + SENSORS));
                }).andAlso("newer than the recording", "thermostatList[].runtime.rawTemperature integer",
                        "thermostatList[].runtime.showIconMode integer"));
        ANSWERS.put("com.ecobee.bean-RedKeyset/thermostat-sensors-nikeSmart-2018.json", thermostat(
                home(SampleThermostats.of(ID, "Living Room").withModelNumber("nikeSmart")
                        .withLocation(new Location().withTimeZone("Asia/Shanghai"))),
                SENSORS));
        ANSWERS.put("developer.ecobee.com/ex2-thermostat-runtime-athenaSmart-2015.partial.txt", thermostat(
                home(SampleThermostats.of(ID, "Main Floor").withModelNumber("athenaSmart")), RUNTIME).printedFrom("{"));
        ANSWERS.put("vojtamolda_homebridge-ecobee3-sensors-issues/"
                    + "issue-11-thermostats-idtSmart-athenaSmart-2016.inspect.txt",
                RecordingScenario.answer(home(SampleThermostats.of(ID, "Main Ecobee").withModelNumber("idtSmart"),
                        SampleThermostats.of("312901931683", "Upstairs").withModelNumber("athenaSmart")),
                        client -> authorized(client).ask("/1/thermostat", SimulatorClient.ALL.formatted(SENSORS)))
                        .printedFrom("{"));
        ANSWERS.put("vojtamolda_homebridge-ecobee3-sensors-issues/issue-19-thermostats-2017.inspect.txt",
                thermostat(home(SampleThermostats.of(ID, "Upstairs").withModelNumber("athenaSmart")), SENSORS)
                        .at(THERMOSTAT).printedFrom("{ identifier"));
        ANSWERS.put("com.kelvaya.ecobee-scala/thermostat-every-object.json",
                RecordingScenario.answer(home(equipped()), client -> {
                    authorized(client).call(ID, "{\"type\":\"setHold\",\"params\":{\"holdClimateRef\":\"away\"}}");
                    return client.ask("/1/thermostat", SimulatorClient.one(ID, EVERY_OBJECT));
                }).butNot("an invention of the author, whose answer is none that ecobee sent",
                        "thermostatList[].audio.voiceEngines[].testvoice boolean", "thermostatList[].productCode string",
                        "thermostatList[].serialNumber string", "thermostatList[].settings.ventilatorMinTime integer")
                        .butNot("not for Smart accounts: includeSecuritySettings is refused",
                                Stream.of(" object", ".allUserAccess boolean", ".detailsAccess boolean",
                                        ".programAccess boolean", ".quickSaveAccess boolean", ".userAccessCode string",
                                        ".vacationAccess boolean").map("thermostatList[].securitySettings"::concat)
                                        .toArray(String[]::new))
                        .andAlso("what ecobee has in place of the inventions",
                                "thermostatList[].audio.voiceEngines[].enabled boolean",
                                "thermostatList[].audio.voiceEngines[].name string",
                                "thermostatList[].settings.ventilatorMinOnTime integer")
                        .andAlso("newer than the example", "thermostatList[].events[].fanSpeed string",
                                "thermostatList[].events[].isIndefinite boolean", "thermostatList[].settings.fanSpeed string"));
    }

    private static void parts() {
        String sensors = THERMOSTAT + ".remoteSensors[]";
        ANSWERS.put("alistairking_ecobee-ts/runtime.json", thermostat(home(), RUNTIME).at(THERMOSTAT + ".runtime"));
        ANSWERS.put("alistairking_ecobee-ts/extendedRuntime.json",
                thermostat(home(), ",\"includeExtendedRuntime\":true").at(THERMOSTAT + ".extendedRuntime"));
        ANSWERS.put("alistairking_ecobee-ts/remoteSensor.json", thermostat(home(SampleThermostats.of(ID, "Den")
                .withRemoteSensors(List.of(sensor("ei:0", "thermostat", "1", "temperature", "2", "humidity")))), SENSORS)
                .at(sensors));
        ANSWERS.put("UniversalDevicesInc-PG3_udi-poly-ecobee/sensors-in-comments.pydict.txt", thermostat(
                home(SampleThermostats.of(ID, "Hall").withRemoteSensors(List.of(
                        sensor("rs:100", "ecobee3_remote_sensor", "1", "temperature", "2", "occupancy").withCode("VRSP"),
                        sensor("ei:0:1", "monitor_sensor", "", "dryContact").withName("")))),
                SENSORS).at(sensors).printedFrom("{"));
        TEXTS.put("vojtamolda_homebridge-ecobee3-sensors-issues/issue-41-capability-types-2022.txt",
                (client, recorded) -> assertThat(capabilities(client))
                        .containsAll(recorded.lines().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList()));
        ANSWERS.put("home-assistant_core-issue-86094/event-hold-running.json", held(".events[]")
                .andAlso("newer than the recording", "isIndefinite boolean"));
        ANSWERS.put("home-assistant_core-issue-86094/events-2023.pydict.txt", held(".events").printedFrom("[{'type'"));
        ANSWERS.put("home-assistant_core-issue-86094/climates-complete.json", climates());
        ANSWERS.put("home-assistant_core-issue-86094/climates-2023.pydict.txt", climates().printedFrom("["));
        for (String name : List.of("issue-9-sensors-2016", "issue-11-sensors-2016")) {
            ANSWERS.put("vojtamolda_homebridge-ecobee3-sensors-issues/" + name + ".inspect.txt",
                    thermostat(home(), SENSORS).at(sensors).printedFrom("{"));
        }
    }

    private static void summaries() {
        for (String name : List.of("idle", "running")) {
            ANSWERS.put("developer.ecobee.com/ex4-thermostatSummary-" + name + ".json",
                    RecordingScenario.answer(home(), client -> authorized(client).ask("/1/thermostatSummary",
                            SimulatorClient.ALL.formatted(",\"includeEquipmentStatus\":true"))));
        }
    }

    private static void authorization() {
        ANSWERS.put("developer.ecobee.com/pin-authorize-old-style.json", pin(home()));
        ANSWERS.put("snippet-1192865712/authorize.json", pin(home()));
        ANSWERS.put("ecobeehvacmode/authorize-new-style.json", pin(home().pinLifeUnit(PinLifeUnit.SECONDS)
                .pinExpiresIn(Duration.ofMinutes(15)).pinInterval(Duration.ofSeconds(5))));
        ANSWERS.put("vojtamolda_homebridge-ecobee3-sensors-issues/issue-9-authorization_pending.json",
                RecordingScenario.answer(home(), client -> client.poll(client.requestPin().getCode()))
                        .withHttpStatus(401));
        ANSWERS.put("developer.ecobee.com/auth-error-invalid_client.json", RecordingScenario.answer(home(),
                client -> client.get("/authorize", Map.of("response_type", "ecobeePin", "client_id", "unknown", "scope",
                        "smartWrite")))
                .withHttpStatus(401));
        ANSWERS.put("errors-quoted-in-issues/token-400-invalid_grant.json",
                RecordingScenario.answer(home(), client -> client.refresh("dead")).withHttpStatus(400));
    }

    private static void errors() {
        ANSWERS.put("developer.ecobee.com/post-ok.json",
                RecordingScenario.answer(home(), client -> authorized(client).call(ID, "{\"type\":\"resumeProgram\"}")));
        ANSWERS.put("errors-quoted-in-issues/http500-code14-token-expired.json", refused(client -> {
            authorized(client).simulator().expireAccessTokens();
            return client.ask("/1/thermostat", SimulatorClient.one(ID, ""));
        }));
        ANSWERS.put("errors-quoted-in-issues/code2-application-revoked.json", refused(client -> {
            authorized(client).simulator().faults().next("GET", "/1/thermostat", Fault.applicationRevoked());
            return client.ask("/1/thermostat", SimulatorClient.one(ID, ""));
        }));
        ANSWERS.put("errors-quoted-in-issues/code3-processing-thermostats.json", refused(client -> {
            authorized(client).simulator().faults().next("GET", "/1/thermostat", Fault.errorProcessing(ID));
            return client.ask("/1/thermostat", SimulatorClient.one(ID, ""));
        }));
        ANSWERS.put("errors-quoted-in-issues/code3-invalid-request-type.json", refused(
                client -> authorized(client).post("/1/thermostat&format=json", "{}")));
        ANSWERS.put("errors-quoted-in-issues/code7-vacation-name-too-long.pydict.txt", refused(
                client -> authorized(client).call(ID, "{\"type\":\"createVacation\",\"params\":{\"name\":\"Test Vacation\","
                                                      + "\"coolHoldTemp\":780,\"heatHoldTemp\":660}}"))
                .printedFrom("{"));
        TEXTS.put("errors-quoted-in-issues/code11-invalid-holdType.groovy.txt", (client, recorded) -> assertThat(recorded)
                .contains(message(authorized(client).call(ID,
                        "{\"type\":\"setHold\",\"params\":{\"holdType\":\"indefinite\\\"\",\"holdClimateRef\":\"away\"}}"))));
        TEXTS.put("errors-quoted-in-issues/code3-dst-gap.txt", (client, recorded) -> {
            client.simulator().reports().failInDaylightSavingGap(true);
            assertThat(message(authorized(client).read("/1/runtimeReport", "{\"selection\":" + SimulatorClient.one(ID, "")
                                                                           + ",\"startDate\":\"2025-03-09\",\"startInterval\":90,"
                                                                           + "\"endDate\":\"2025-03-09\",\"columns\":\"fan\"}")))
                    .startsWith(recorded.replace("...", "").strip());
        });
    }

    private static void reports() {
        String author = "the author of the example left out what he did not need";
        Thermostat doors = SampleThermostats.of(ID, "Hall").withRemoteSensors(List.of(
                sensor("rs:100", "ecobee3_remote_sensor", "1", "temperature", "2", "occupancy"),
                sensor("dw:100", "monitor_sensor", "3", "dryContact")));
        for (String name : List.of("first", "update")) {
            ANSWERS.put("home-assistant_core-drycontact-tests/runtimeReport-sensors-" + name + ".json",
                    report(home(doors), "\"startDate\":\"2026-01-14\",\"startInterval\":180,\"endDate\":\"2026-01-14\","
                                        + "\"columns\":\"fan\",\"includeSensors\":true")
                            .withRowsAt("sensorList[].data[]")
                            .andAlso(author, "startDate string", "startInterval integer", "endDate string",
                                    "endInterval integer", "columns string", "reportList[].rowCount integer",
                                    "reportList[].rowList array", "reportList[].rowList[] string", "status object",
                                    "status.code integer", "status.message string"));
        }
        ANSWERS.put("developer.ecobee.com/ex13-runtimeReport-2015.partial.txt",
                report(home(), "\"startDate\":\"2015-01-01\",\"endDate\":\"2015-01-03\","
                               + "\"columns\":\"auxHeat1,compCool1,fan,outdoorTemp,zoneAveTemp\"")
                        .printedFrom("{")
                        .withRowsAt("reportList[].rowList[]"));
    }

    private static void requests() {
        for (String name : List.of("ex9-createVacation", "ex12-setHold-climate")) {
            REQUESTS.put("developer.ecobee.com/" + name + "-request.json",
                    (client, recorded) -> authorized(client).write("/1/thermostat", recorded));
        }
        REQUESTS.put("developer.ecobee.com/ex10-deleteVacation-request.json", (client, recorded) -> {
            authorized(client).write("/1/thermostat", recorded.replace("deleteVacation", "createVacation")
                    .replace("\"Skiing\"", "\"Skiing\",\"coolHoldTemp\":780,\"heatHoldTemp\":660"));
            return client.write("/1/thermostat", recorded);
        });
        REQUESTS.put("developer.ecobee.com/cancel-demandResponse-request.json", (client, recorded) -> {
            client.useToken(EcobeeJson.read(client.write("/1/register",
                    "{\"userName\":\"grid@example.org\",\"password\":\"watt\"}").body(), RegisterResponse.class).getToken());
            String ref = EcobeeJson.read(client.write("/1/demandResponse",
                    "{\"operation\":\"create\",\"selection\":{\"selectionType\":\"managementSet\",\"selectionMatch\":\"/\"},"
                                                                           + "\"demandResponse\":{\"name\":\"peak\",\"event\":{"
                                                                           + "\"startDate\":\"2026-01-14\",\"startTime\":\"17:00:00\","
                                                                           + "\"endDate\":\"2026-01-14\",\"endTime\":\"19:00:00\","
                                                                           + "\"dutyCyclePercentage\":50}}}")
                    .body(), DemandResponseResponse.class).getDemandResponseRef();
            return client.write("/1/demandResponse", recorded.replace("c253a12e0b3c3c93800095", ref));
        });
    }

    private static RecordingScenario pin(EcobeeSimulatorBuilder builder) {
        return RecordingScenario.answer(builder, client -> client.get("/authorize", Map.of(
                "response_type", "ecobeePin", "client_id", SimulatorClient.KEY, "scope", "smartWrite")));
    }

    private static RecordingScenario refused(Function<SimulatorClient, HttpResponse<String>> play) {
        return RecordingScenario.answer(home(), play).refused();
    }

    private static RecordingScenario report(EcobeeSimulatorBuilder builder, String request) {
        return RecordingScenario.answer(builder, client -> authorized(client).read("/1/runtimeReport",
                "{\"selection\":" + SimulatorClient.one(ID, "") + "," + request + "}"));
    }

    private static String message(HttpResponse<String> answer) {
        return SimulatorClient.status(answer).getMessage();
    }

    /** A sensor with capabilities, each given by its id and its type. */
    private static RemoteSensor sensor(String id, String type, String... capabilities) {
        List<RemoteSensorCapability> all = new ArrayList<>();
        for (int i = 0; i < capabilities.length; i += 2) {
            all.add(new RemoteSensorCapability().withId(capabilities[i]).withType(capabilities[i + 1]).withValue("0"));
        }
        return new RemoteSensor().withId(id).withName("Sensor " + id).withType(type).withInUse(false).withCapability(all);
    }

    /** A thermostat with all that few houses have. */
    private static Thermostat equipped() {
        return EcobeeJson
                .read("""
                        {"identifier": "%s", "name": "Plant room",
                         "electricity": {"devices": [{"name": "meter", "lastUpdate": "2026-01-14 15:00:00", "cost": ["1.5"],
                           "consumption": ["12.25"], "tiers": [{"name": "night", "consumption": "3.0", "cost": "0.10"}]}]},
                         "devices": [{"deviceId": 0, "name": "interface",
                           "sensors": [{"name": "tank", "manufacturer": "", "model": "", "zone": 1, "sensorId": 2, "type": "temperature",
                             "usage": "monitor", "numberOfBits": 12, "bconstant": 3950, "thermistorSize": 10000, "tempCorrection": 0,
                             "gain": 1, "maxVoltage": 5, "multiplier": 1, "states": [{"maxValue": 900, "minValue": 0,
                               "type": "coolHigh", "actions": [{"type": "sendAlert", "sendAlert": true, "sendUpdate": false,
                               "activationDelay": 60, "deactivationDelay": 60, "minActionDuration": 0, "heatAdjustTemp": 0,
                               "coolAdjustTemp": 0, "activateRelay": "", "activateRelayOpen": false}]}]}],
                           "outputs": [{"name": "pump", "zone": 1, "outputId": 3, "type": "heat1", "sendUpdate": false,
                             "activateClosed": true, "activationTime": 0, "deactivationTime": 0}]}]}
                        """
                        .formatted(ID), Thermostat.class);
    }

    private static RecordingScenario held(String place) {
        return RecordingScenario.answer(home(), client -> {
            authorized(client).call(ID, "{\"type\":\"setHold\",\"params\":{\"holdType\":\"nextTransition\","
                                        + "\"holdClimateRef\":\"away\"}}");
            return client.ask("/1/thermostat", SimulatorClient.one(ID, ",\"includeEvents\":true"));
        }).at(THERMOSTAT + place);
    }

    private static List<String> capabilities(SimulatorClient client) {
        return client.simulator().thermostat(PREMIUM).snapshot().getRemoteSensors().stream()
                .flatMap(sensor -> sensor.getCapability().stream()).map(RemoteSensorCapability::getType).toList();
    }

    private static RecordingScenario climates() {
        return thermostat(home(), ",\"includeProgram\":true").at(THERMOSTAT + ".program.climates");
    }

    private static RecordingScenario thermostat(EcobeeSimulatorBuilder builder, String includes) {
        return RecordingScenario.answer(builder,
                client -> authorized(client).ask("/1/thermostat", SimulatorClient.one(ID, includes)));
    }

    private static EcobeeSimulatorBuilder home(Thermostat... thermostats) {
        return EcobeeSimulator.builder().clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z")))
                .account(Account.smart("home").thermostats(
                        thermostats.length == 0 ? List.of(SampleThermostats.of(ID, "Upstairs")) : List.of(thermostats)))
                .account(Account.smart("premium")
                        .thermostat(SampleThermostats.of(PREMIUM, "Salon").withModelNumber("aresSmart")))
                .account(Account.utility("power").login("grid@example.org", "watt").sees(ID));
    }

    private static SimulatorClient authorized(SimulatorClient client) {
        client.authorize();
        return client;
    }

    @TestFactory
    Stream<DynamicTest> simulatorSendsWhatWasRecorded() {
        assumeRecordings();
        return ANSWERS.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(),
                () -> each.getValue().check(recorded(each.getKey()))));
    }

    @TestFactory
    Stream<DynamicTest> simulatorUnderstandsRequestsThatWereRecorded() {
        assumeRecordings();
        return REQUESTS.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            try (EcobeeSimulator simulator
                    = home().clock(SimulatedClock.manual(Instant.parse("2016-03-01T16:00:00Z"))).start()) {
                HttpResponse<String> answer = each.getValue().apply(new SimulatorClient(simulator), recorded(each.getKey()));

                Contract.success(answer, StatusResponse.class);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> simulatorSaysWhatWasRecordedAsText() {
        assumeRecordings();
        return TEXTS.entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            try (EcobeeSimulator simulator = home().start()) {
                each.getValue().accept(new SimulatorClient(simulator), recorded(each.getKey()));
            }
        }));
    }

    @Test
    void everyRecordingHasItsScenario() throws IOException {
        assumeRecordings();
        try (Stream<Path> files = Files.walk(RECORDINGS)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> RECORDINGS.relativize(file).toString().replace('\\', '/')).toList();

            assertThat(Stream.of(ANSWERS, REQUESTS, TEXTS, NO_ANSWERS_OF_THE_API)
                    .flatMap(table -> table.keySet().stream()))
                    .as("a new recording needs a scenario in this test").containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static void assumeRecordings() {
        assumeTrue(Files.isDirectory(RECORDINGS), "no recordings here");
    }

    private static String recorded(String name) throws IOException {
        return Files.readString(RECORDINGS.resolve(name));
    }
}
