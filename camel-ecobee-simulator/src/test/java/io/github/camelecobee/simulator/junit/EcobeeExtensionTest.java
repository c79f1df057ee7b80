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
package io.github.camelecobee.simulator.junit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EcobeeExtensionTest {
    private static final Instant START = Instant.parse("2026-01-14T16:00:00Z");

    @RegisterExtension
    static final EcobeeExtension ECOBEE = EcobeeExtension.with(builder -> builder.clock(SimulatedClock.manual(START))
            .thermostat(SampleThermostats.of("511", "Upstairs")).thermostat(SampleThermostats.of("512", "Cellar"))
            .account(Account.smart("guest").sees("511"))
            .account(Account.ems("office").thermostat(SampleThermostats.of("521", "Floor"))
                    .thermostat(SampleThermostats.of("522", "Floor"))));

    @RegisterExtension
    final EcobeeExtension own = EcobeeExtension.withDefaults();

    private static int get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(ECOBEE.baseUrl() + path)).build(), BodyHandlers.discarding()).statusCode();
    }

    private static String read(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(ECOBEE.baseUrl() + path)).build(), BodyHandlers.ofString()).body();
    }

    private static void post(String path) throws IOException, InterruptedException {
        assertThat(HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(ECOBEE.baseUrl() + path)).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(1)
    void leavesTraces() throws Exception {
        ECOBEE.faults().when(FaultRule.anyRequest()).then(Fault.httpStatus(503));

        assertThat(get("/1/thermostat")).isEqualTo(503);
        ECOBEE.received("GET", "/1/thermostat").once();
    }

    @Test
    @Order(2)
    void logAndFaultsAreClearedBetweenTests() throws Exception {
        assertThat(ECOBEE.faults().planned()).isEmpty();
        ECOBEE.received("GET", "/1/thermostat").never();
        assertThat(get("/1/thermostat")).isEqualTo(500);
    }

    @Test
    void thermostatsAreScripted() {
        ECOBEE.thermostat("Upstairs").reports(72.5).has("settings.hvacMode", "cool").goesOffline();

        assertThat(ECOBEE.thermostat("511").snapshot()).satisfies(upstairs -> {
            assertThat(upstairs.getRuntime().getActualTemperature()).isEqualTo(725);
            assertThat(upstairs.getRuntime().getConnected()).isFalse();
            assertThat(upstairs.getSettings().getHvacMode()).isEqualTo("cool");
        });
        assertThat(ECOBEE.thermostat("511").comesOnline().snapshot().getRuntime().getConnected()).isTrue();
        assertThatThrownBy(() -> ECOBEE.thermostat("Roof"))
                .hasMessage("No thermostat is called 'Roof': there are {511=Upstairs, 512=Cellar, 521=Floor, 522=Floor}");
    }

    @Test
    void thermostatsAreScriptedByAccount() {
        ECOBEE.account("home").thermostat("Cellar").reports(55.5).goesOffline();

        assertThat(ECOBEE.thermostat("512").snapshot().getRuntime().getActualTemperature()).isEqualTo(555);
        assertThat(ECOBEE.account("home").thermostat("512").comesOnline().snapshot().getRuntime().getConnected()).isTrue();
        assertThat(ECOBEE.account("guest").thermostat("Upstairs").handle().identifier()).isEqualTo("511");
        assertThatThrownBy(() -> ECOBEE.account("guest").thermostat("Cellar")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No thermostat of account guest is called 'Cellar': there are {511=Upstairs}");
        assertThatThrownBy(() -> ECOBEE.account("office").thermostat("Floor")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("More than one thermostat of account office is called 'Floor': there are {521=Floor, 522=Floor}");
        assertThatThrownBy(() -> ECOBEE.account("cottage")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no account cottage: there are [home, guest, office]");
    }

    @Test
    void requestsAreAssertedByAccount() throws Exception {
        String key = EcobeeSimulator.DEFAULT_API_KEY;
        PinResponse pin = EcobeeJson.read(
                read("/authorize?response_type=ecobeePin&scope=ems&client_id=" + key), PinResponse.class);
        ECOBEE.account("office").approvesNewestPin();
        post("/token?grant_type=ecobeePin&client_id=" + key + "&code=" + pin.getCode());

        ECOBEE.account("office").received("POST", "/token").once();
        ECOBEE.account("home").received("POST", "/token").never();
        assertThat(ECOBEE.account("office").handle().applications()).hasSize(1);
        assertThatThrownBy(() -> ECOBEE.account("home").received("POST", "/token").once())
                .hasMessageContaining("Expected 1 of POST /token for account home, but there were 0 among:")
                .hasMessageContaining(" for account office ");
        assertThat(ECOBEE.account("office").revokes(key).handle().applications()).isEmpty();
    }

    @Test
    void failedAssertionsListWhatCame() throws Exception {
        assertThatThrownBy(() -> ECOBEE.received("GET", "/1/thermostat").atLeast(1)).isInstanceOf(AssertionError.class)
                .hasMessage("Expected 1 or more of GET /1/thermostat, but there were 0: nothing was received");

        get("/1/thermostatSummary");
        assertThatThrownBy(() -> ECOBEE.received("POST", "/1/thermostat").withFunction("setHold").once())
                .hasMessageContaining("Expected 1 of POST /1/thermostat with setHold, but there were 0 among:")
                .hasMessageContaining("GET /1/thermostatSummary -> HTTP 500, code 1");
        ECOBEE.sawNoViolations();
        ECOBEE.sawNoDeviations();
    }

    @Test
    void instanceFieldHasASimulatorOfItsOwn() {
        assertThat(own.baseUrl()).isNotEqualTo(ECOBEE.baseUrl());
        assertThatThrownBy(() -> EcobeeExtension.withDefaults().simulator()).isInstanceOf(IllegalStateException.class);
    }

    @Nested
    class Inside {
        @Test
        void nestedClassesUseTheSameSimulator() throws Exception {
            assertThat(get("/1/thermostat")).isEqualTo(500);
        }
    }
}
