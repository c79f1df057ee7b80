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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.OAuthError;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.Status;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.model.TokenResponse;

/** A client that knows the wire and nothing else. */
final class SimulatorClient {
    static final String KEY = EcobeeSimulator.DEFAULT_API_KEY;
    static final String ALL = "{\"selectionType\":\"registered\",\"selectionMatch\":\"\"%s}";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EcobeeSimulator simulator;
    private String accessToken = "";
    private boolean novelties;

    SimulatorClient(EcobeeSimulator simulator) {
        this.simulator = simulator;
    }

    /** From now on answers may have what the contract does not know. */
    void expectNovelties() {
        novelties = true;
    }

    EcobeeSimulator simulator() {
        return simulator;
    }

    /** Goes through the whole PIN flow and uses the access token from then on. */
    TokenResponse authorize() {
        PinResponse pin = requestPin();
        simulator.approvePin(pin.getEcobeePin());
        return use(redeem(pin.getCode()));
    }

    /** Goes through the whole PIN flow for an account. */
    TokenResponse authorize(SimulatedAccount account, String scope) {
        return authorize(account, account.userNames().get(0), scope);
    }

    /** Goes through the whole PIN flow for a user of an account. */
    TokenResponse authorize(SimulatedAccount account, String userName, String scope) {
        PinResponse pin = requestPin(scope);
        account.approvePin(pin.getEcobeePin(), userName);
        return use(redeem(pin.getCode()));
    }

    PinResponse requestPin() {
        return requestPin("smartWrite");
    }

    PinResponse requestPin(String scope) {
        return EcobeeJson.read(get("/authorize", Map.of(
                "response_type", "ecobeePin", "client_id", KEY, "scope", scope)).body(), PinResponse.class);
    }

    HttpResponse<String> poll(String code) {
        return post("/token" + query(Map.of("grant_type", "ecobeePin", "code", code, "client_id", KEY)), "");
    }

    TokenResponse redeem(String code) {
        return EcobeeJson.read(poll(code).body(), TokenResponse.class);
    }

    HttpResponse<String> refresh(String refreshToken) {
        return post("/token" + query(Map.of(
                "grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", KEY)), "");
    }

    TokenResponse use(TokenResponse tokens) {
        accessToken = tokens.getAccessToken();
        return tokens;
    }

    void useToken(String token) {
        accessToken = token;
    }

    ThermostatSummaryResponse summary() {
        return EcobeeJson.read(ask("/1/thermostatSummary", ALL.formatted(",\"includeEquipmentStatus\":true")).body(),
                ThermostatSummaryResponse.class);
    }

    Thermostat thermostat(String identifier) {
        String includes = ",\"includeRuntime\":true,\"includeEvents\":true,\"includeAlerts\":true,\"includeSettings\":true"
                          + ",\"includeProgram\":true,\"includeSensors\":true,\"includeExtendedRuntime\":true"
                          + ",\"includeEquipmentStatus\":true,\"includeLocation\":true";
        return EcobeeJson.read(ask("/1/thermostat", one(identifier, includes)).body(), ThermostatResponse.class)
                .getThermostatList().get(0);
    }

    static String one(String identifier, String more) {
        return "{\"selectionType\":\"thermostats\",\"selectionMatch\":\"" + identifier + "\"" + more + "}";
    }

    /** A GET with a selection. */
    HttpResponse<String> ask(String path, String selection) {
        return get(path, Map.of("format", "json", "json", "{\"selection\":" + selection + "}"));
    }

    /** A GET with a request as documented for the account's operations. */
    HttpResponse<String> read(String path, String json) {
        return get(path, Map.of("format", "json", "body", json));
    }

    /** A POST of a request. */
    HttpResponse<String> write(String path, String json) {
        return post(path + "?format=json", json);
    }

    /** A POST of functions to one thermostat. */
    HttpResponse<String> call(String identifier, String functions) {
        return post("/1/thermostat?format=json",
                "{\"selection\":" + one(identifier, "") + ",\"functions\":[" + functions + "]}");
    }

    HttpResponse<String> get(String path, Map<String, String> query) {
        return send(request(path + query(query)).GET().build());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)).build());
    }

    HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + pathAndQuery))
                .timeout(Duration.ofMinutes(1));
        return accessToken.isEmpty() ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            boolean spoilt = novelties || Answers.areSpoilt(simulator);
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (!spoilt) {
                Answers.assertValid(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> sendForBytes(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofByteArray());
    }

    static Status status(HttpResponse<String> response) {
        return EcobeeJson.read(response.body(), StatusResponse.class).getStatus();
    }

    static String error(HttpResponse<String> response) {
        return EcobeeJson.read(response.body(), OAuthError.class).getError();
    }

    static String query(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : "?" + form(parameters);
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
