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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.EcobeeSimulator;

/** What a person has done before a test begins. */
public final class Authorized {
    private Authorized() {
    }

    /** Authorizes the default application of a simulator whose clock is moved by hand; the grant, as it is stored. */
    public static AuthorizationRecord by(EcobeeSimulator ecobee) throws Exception {
        return by(ecobee, ecobee::approvePin);
    }

    /** The same; who approves the PIN decides whose thermostats the grant is for. */
    static AuthorizationRecord by(EcobeeSimulator ecobee, Consumer<String> approval) throws Exception {
        String key = EcobeeSimulator.DEFAULT_API_KEY;
        PinResponse pin = EcobeeJson.read(send(HttpRequest.newBuilder(URI.create(
                ecobee.baseUri() + "/authorize?response_type=ecobeePin&scope=smartWrite&client_id=" + key)).build()),
                PinResponse.class);
        approval.accept(pin.getEcobeePin());
        ecobee.clock().advance(Duration.ofMinutes(1));
        TokenResponse token = EcobeeJson.read(send(HttpRequest.newBuilder(URI.create(
                ecobee.baseUri() + "/token?grant_type=ecobeePin&code=" + pin.getCode() + "&client_id=" + key))
                .POST(HttpRequest.BodyPublishers.noBody()).build()), TokenResponse.class);
        Instant now = ecobee.clock().instant();
        return new AuthorizationRecord(
                1,
                new Grant(
                        token.getAccessToken(), token.getRefreshToken(), now, now.plusSeconds(token.getExpiresIn()),
                        token.getScope(), token.getTokenType()),
                null, null);
    }

    private static String send(HttpRequest request) throws Exception {
        return Objects.requireNonNull(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    }
}
