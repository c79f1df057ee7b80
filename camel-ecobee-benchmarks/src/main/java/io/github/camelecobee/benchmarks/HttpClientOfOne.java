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
package io.github.camelecobee.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.EcobeeSimulator;

/** The least that a client of the API can be: it goes in by PIN, and counts bytes. */
final class HttpClientOfOne {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    /** A client with a token. */
    HttpClientOfOne(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** A client of a simulator with one account. */
    HttpClientOfOne(EcobeeSimulator simulator) {
        this(simulator.baseUri(), token(simulator, simulator.accounts().get(0).name()));
    }

    /** Goes in by PIN, and may change thermostats. */
    static String token(EcobeeSimulator simulator, String account) {
        HttpClientOfOne client = new HttpClientOfOne(simulator.baseUri(), "");
        String key = EcobeeSimulator.DEFAULT_API_KEY;
        PinResponse pin = EcobeeJson.read(
                client.get("/authorize?response_type=ecobeePin&scope=smartWrite&client_id=" + key), PinResponse.class);
        simulator.account(account).approvePin(pin.getEcobeePin());
        return EcobeeJson.read(client.send(HttpRequest.newBuilder(
                client.base.resolve("/token?grant_type=ecobeePin&code=" + pin.getCode() + "&client_id=" + key))
                .POST(HttpRequest.BodyPublishers.noBody())), TokenResponse.class).getAccessToken();
    }

    /** The access token that it was given. */
    String token() {
        return token;
    }

    /** Asks a question of the API. */
    String ask(String path, String json) {
        return get(path + "?json=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
    }

    private String get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The simulator answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
