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
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelecobee.model.DemandResponseResponse;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.GroupResponse;
import io.github.camelecobee.model.HierarchySetResponse;
import io.github.camelecobee.model.MeterReportResponse;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.RegisterResponse;
import io.github.camelecobee.model.RuntimeReportJobCreateResponse;
import io.github.camelecobee.model.RuntimeReportJobStatusResponse;
import io.github.camelecobee.model.RuntimeReportResponse;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static io.github.camelecobee.simulator.Contract.success;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Each operation, called with the example request of the reference, answers in the shape of the example answer. */
class ExampleBodiesTest {
    private static final Path REFERENCE = Path.of("../../shared/reference/ecobee-api.md");
    private static final String FIRST = "311019854581";
    private static final String SECOND = "311019854999";
    private static final String EXAMPLE_KEY = "Qw3rTyUiOpAsDfGhJkLzXcVbNm123456";
    private static final Pattern PARAMETER = Pattern.compile("([a-z]+)=(\\{.*})$");

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2025-01-14T16:46:03Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock).apiKey(EXAMPLE_KEY)
            .account(Account.smart("home").thermostat(equipped())
                    .thermostat(SampleThermostats.of(SECOND, "")))
            .account(Account.ems("office").thermostat(SampleThermostats.of("311019855000", "Lobby")
                    .withModelNumber("athenaEms")).sees(FIRST, SECOND).set("/North", FIRST))
            .account(Account.utility("power").login("grid@example.org", "watt").sees(FIRST, SECOND).set("/North", FIRST))
            .accessTokenLife(Duration.ofDays(9))
            .start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static Thermostat equipped() {
        return EcobeeJson.read("""
                {"identifier": "%s", "name": "Upstairs", "electricity": {"devices": [{"name": "meter"}]},
                 "devices": [{"deviceId": 7, "name": "hall", "sensors": [{"sensorId": 1, "name": "Lamp", "type": "plug"}]}]}
                """.formatted(FIRST), Thermostat.class);
    }

    private void asHome() {
        authorize("home", "smartWrite");
    }

    private void asOffice() {
        authorize("office", "ems");
    }

    private void authorize(String account, String scope) {
        PinResponse pin = EcobeeJson.read(client.get("/authorize", Map.of(
                "response_type", "ecobeePin", "client_id", EXAMPLE_KEY, "scope", scope)).body(), PinResponse.class);
        simulator.account(account).approvePin(pin.getEcobeePin());
        client.useToken(EcobeeJson.read(token(pin.getCode()).body(), TokenResponse.class).getAccessToken());
    }

    private HttpResponse<String> token(String code) {
        return client.post("/token?grant_type=ecobeePin&code=" + code + "&client_id=" + EXAMPLE_KEY, "");
    }

    private void asUtility() {
        client.useToken(success(client.write("/1/register", "{\"userName\":\"grid@example.org\",\"password\":\"watt\"}"),
                RegisterResponse.class).getToken());
    }

    /** Sends an example of the form {@code GET /path?format=json&json={...}}. */
    private HttpResponse<String> get(String example) {
        String path = example.substring("GET ".length(), example.indexOf('?'));
        Matcher json = PARAMETER.matcher(example);
        assertThat(json.find()).as(example).isTrue();
        return client.get(path, Map.of("format", "json", json.group(1), json.group(2)));
    }

    private void done(HttpResponse<String> answer) {
        success(answer, StatusResponse.class);
        assertSameShape(answer, ExampleBodies.of("POST thermostat: property and functions together").get(2));
    }

    private static void assertSameShape(HttpResponse<String> answer, String example) {
        assertThat(Shape.of(answer.body()).paths()).isEqualTo(Shape.of(example).paths());
    }

    /** Has all that the example has; what it has beyond that the contract knows. */
    private static void assertShapeOf(HttpResponse<String> answer, String example) {
        assertThat(Shape.of(example).without(Shape.of(answer.body()))).as(answer.body()).isEmpty();
    }

    @Test
    void examplesAreThoseOfTheReference() throws IOException {
        assumeTrue(Files.exists(REFERENCE), "no reference here");

        assertThat(Files.readString(REFERENCE))
                .contains(ExampleBodies.TEXT.substring(ExampleBodies.TEXT.indexOf('\n')).stripTrailing());
    }

    @Test
    void pinIsRequestedPolledForRedeemedAndRefreshed() {
        List<String> request = ExampleBodies.of("PIN request / response");
        HttpResponse<String> pin = client.get(request.get(0).substring("GET ".length()), Map.of());
        String code = EcobeeJson.read(pin.body(), PinResponse.class).getCode();
        List<String> polling = ExampleBodies.of("Polling, pending");
        String poll = polling.get(0).substring("POST ".length()).replace("g7Vq2nLh0sYtWb4cDf8eRk1P", code);
        HttpResponse<String> pending = client.post(poll, "");
        simulator.approveNewestPin();
        clock.advance(Duration.ofSeconds(30));
        HttpResponse<String> tokens = client.post(poll, "");
        String refresh = EcobeeJson.read(tokens.body(), TokenResponse.class).getRefreshToken();
        String refreshing = ExampleBodies.of("Refresh").get(0).substring("POST ".length());
        HttpResponse<String> refreshed = client.post(refreshing.replace("v1.Mp_tR-e7XzzQ0", refresh), "");

        assertSameShape(pin, request.get(1));
        assertThat(pending.body()).isEqualTo(polling.get(1));
        assertSameShape(tokens, ExampleBodies.of("Tokens").get(0));
        assertSameShape(refreshed, ExampleBodies.of("Tokens").get(0));
        assertThat(client.post(refreshing, "").statusCode()).isEqualTo(400);
        assertSameShape(client.post(refreshing, ""), ExampleBodies.of("Refresh refused (HTTP 400)").get(0));
    }

    @Test
    void expiredAccessTokenIsAnsweredByHttp500() {
        asHome();
        simulator.expireAccessTokens();

        HttpResponse<String> answer = get(ExampleBodies.of("thermostatSummary").get(0));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo(ExampleBodies.of("Expired access token (HTTP 500)").get(0));
    }

    @Test
    void summaryIsRead() {
        asHome();
        List<String> example = ExampleBodies.of("thermostatSummary");

        HttpResponse<String> answer = get(example.get(0));

        success(answer, ThermostatSummaryResponse.class);
        assertSameShape(answer, example.get(1));
    }

    @Test
    void thermostatIsRead() {
        asHome();
        simulator.thermostat(FIRST).setSensorOnline("rs:100", false);
        done(client.call(FIRST, "{\"type\":\"setHold\",\"params\":{\"heatHoldTemp\":710,\"coolHoldTemp\":770}}"));
        done(client.call(FIRST, "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Filter day\"}}"));
        List<String> example = ExampleBodies.of("thermostat");

        HttpResponse<String> answer = get(example.get(0));

        success(answer, ThermostatResponse.class);
        assertShapeOf(answer, example.get(1));
    }

    @Test
    void propertyAndFunctionsArePostedTogether() {
        asHome();
        List<String> example = ExampleBodies.of("POST thermostat: property and functions together");

        done(client.write("/1/thermostat", example.get(1)));
    }

    @TestFactory
    Stream<DynamicTest> functionIsPosted() {
        List<String> functions = Stream.of(ExampleBodies.of("Each function").get(0).split("\n"))
                .map(line -> line.replaceFirst("^[\\[ ]", "").replaceFirst("[,\\]]$", "")).toList();
        assertThat(functions).hasSize(12);
        return functions.stream().map(function -> DynamicTest.dynamicTest(function, () -> {
            String type = (String) EcobeeJson.readMap(function).get("type");
            if ("setOccupied".equals(type)) {
                asOffice();
                done(client.call("311019855000", function));
                return;
            }
            asHome();
            String asked = function;
            if ("acknowledge".equals(type)) {
                done(client.call(FIRST, "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Filter day\"}}"));
                asked = function.replace("a1b2c3d4",
                        simulator.thermostat(FIRST).snapshot().getAlerts().get(0).getAcknowledgeRef());
            }
            done(client.call(FIRST, asked));
        }));
    }

    @Test
    void validationFailureIsAnsweredByHttp500() {
        asHome();

        HttpResponse<String> answer = client.call(FIRST, "{\"type\":\"createVacation\",\"params\":{"
                                                         + "\"name\":\"Winter holidays\",\"coolHoldTemp\":850,\"heatHoldTemp\":600}}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo(ExampleBodies.of("Validation failure (HTTP 500)").get(0));
    }

    @Test
    void runtimeReportIsRead() {
        asHome();
        simulator.thermostat(FIRST).setProperty("settings.hvacMode", "heat");
        clock.advance(Duration.between(clock.instant(), Instant.parse("2025-01-15T00:09:00Z")));
        simulator.thermostat(FIRST).setConnected(false);
        clock.advance(Duration.ofMinutes(5));
        simulator.thermostat(FIRST).setConnected(true);
        clock.advance(Duration.ofMinutes(31));
        List<String> example = ExampleBodies.of("runtimeReport");

        HttpResponse<String> answer = get(example.get(0));

        success(answer, RuntimeReportResponse.class);
        assertSameShape(answer, example.get(1));
        assertThat(Shape.of(answer.body()).rowForms("reportList[].rowList[]"))
                .isEqualTo(Shape.of(example.get(1)).rowForms("reportList[].rowList[]"));
    }

    @Test
    void meterReportIsRead() {
        asHome();
        List<String> example = ExampleBodies.of("meterReport");
        clock.advance(Duration.ofDays(2));

        HttpResponse<String> answer = client.read("/1/meterReport", example.get(0));

        success(answer, MeterReportResponse.class);
        assertSameShape(answer, example.get(1));
    }

    @Test
    void groupsArePostedAndRead() {
        asHome();
        List<String> example = ExampleBodies.of("group GET / POST");

        HttpResponse<String> posted = client.write("/1/group", example.get(1).replace("\"groupRef\":\"c0ffee01\",", ""));
        HttpResponse<String> read = client.read("/1/group", example.get(0));

        success(posted, GroupResponse.class);
        assertThat(read.body()).isEqualTo(posted.body());
        assertThat(Shape.of(example.get(1)).at("groups").without(Shape.of(read.body()).at("groups"))).isEmpty();
    }

    @Test
    void hierarchyIsReadAndChanged() {
        asOffice();
        List<String> example = ExampleBodies.of("hierarchy");

        HttpResponse<String> list = client.read("/1/hierarchy/set", example.get(0));

        success(list, HierarchySetResponse.class);
        assertSameShape(list, example.get(1));
        for (String change : example.subList(2, 6)) {
            done(client.write("/1/hierarchy/set", change));
        }
        done(client.write("/1/hierarchy/user", example.get(6)));
    }

    @Test
    void thermostatsAreRegistered() {
        asOffice();
        done(client.write("/1/hierarchy/thermostat",
                "{\"operation\":\"unregister\",\"thermostats\":\"" + FIRST + "," + SECOND + "\"}"));

        done(client.write("/1/hierarchy/thermostat", ExampleBodies.of("hierarchy").get(7)));
    }

    @Test
    void demandResponseIsCreatedListedAndCancelled() {
        asUtility();
        List<String> example = ExampleBodies.of("demandResponse create / cancel / list");

        HttpResponse<String> created = client.write("/1/demandResponse", example.get(0));
        HttpResponse<String> list = client.read("/1/demandResponse", example.get(3));

        assertSameShape(created, example.get(1));
        success(list, DemandResponseResponse.class);
        assertThat(Shape.of(example.get(0)).at("demandResponse").without(Shape.of(list.body()).at("drList[]"))).isEmpty();
        String ref = success(created, DemandResponseResponse.class).getDemandResponseRef();
        done(client.write("/1/demandResponse", example.get(2).replace("dr7f31c2", ref)));
    }

    @Test
    void demandManagementIsSent() {
        asUtility();

        done(client.write("/1/demandManagement", ExampleBodies.of("demandManagement").get(0)));
    }

    @Test
    void reportJobIsCreatedReadAndCancelled() {
        asUtility();
        List<String> example = ExampleBodies.of("runtimeReportJob create / status / cancel");

        HttpResponse<String> created = client.write("/1/runtimeReportJob/create", example.get(0));
        String job = success(created, RuntimeReportJobCreateResponse.class).getJobId();
        clock.advance(Duration.ofMinutes(5));
        HttpResponse<String> status = client.read("/1/runtimeReportJob/status", "{\"jobId\":\"" + job + "\"}");

        assertSameShape(created, example.get(1));
        success(status, RuntimeReportJobStatusResponse.class);
        assertSameShape(status, example.get(2));
        String queued = success(client.write("/1/runtimeReportJob/create", example.get(0)),
                RuntimeReportJobCreateResponse.class).getJobId();
        done(client.write("/1/runtimeReportJob/cancel", example.get(3).replace("5f2b77", queued)));
    }

    @Test
    void utilityRegisters() {
        HttpResponse<String> answer
                = client.write("/1/register", "{\"userName\":\"grid@example.org\",\"password\":\"watt\"}");

        success(answer, RegisterResponse.class);
        assertSameShape(answer, "{\"token\":\"t\",\"status\":{\"code\":0,\"message\":\"\"}}");
    }
}
