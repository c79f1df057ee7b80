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

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.junit.EcobeeExtension;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.camelecobee.simulator.faults.FaultRule.anyRequest;
import static io.github.camelecobee.simulator.faults.FaultRule.requests;
import static org.assertj.core.api.Assertions.assertThat;

/** The Java of docs/simulator.adoc; {@link SimulatorManualTest} compares the two and runs it. */
class DocumentedUse {
    @RegisterExtension
    static final EcobeeExtension ECOBEE = EcobeeExtension.with(builder -> builder
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z")))
            .pinApproval(PinApproval.automaticAfter(Duration.ZERO))
            .thermostat(SampleThermostats.of("511", "Upstairs")));

    static void script() {
        ECOBEE.thermostat("Upstairs").reports(48.5).has("settings.hvacMode", "off").goesOffline();
        ECOBEE.faults().when(requests("GET", "/1/thermostat").nthCall(2)).then(Fault.htmlPage());
        ECOBEE.simulator().clock().advance(Duration.ofMinutes(3));
    }

    static void check() {
        ECOBEE.received("POST", "/1/thermostat").withFunction("setHold").once();
        ECOBEE.sawNoViolations();
        ECOBEE.sawNoDeviations();
    }

    static void byAccount() {
        ECOBEE.account("home").thermostat("Upstairs").reports(72.5).goesOffline();
        ECOBEE.account("home").received("POST", "/1/thermostat").once();
        ECOBEE.account("home").revokes(EcobeeSimulator.DEFAULT_API_KEY);
    }

    static void use() {
        try (EcobeeSimulator simulator = EcobeeSimulator.builder().clock(SimulatedClock.accelerated(60)).start()) {
            connect(simulator.baseUri());
            simulator.thermostat("311019854581").setTemperature(Temperature.ofFahrenheit(61));
            simulator.expireAccessTokens();
        }
    }

    private static void connect(URI baseUri) {
        assertThat(baseUri.toString()).startsWith("http://127.0.0.1:");
    }

    static void spoil(EcobeeSimulator simulator) {
        simulator.faults().when(requests("GET", "/1/thermostat").from(3).every(2).times(4)).then(Fault.httpStatus(503));
        simulator.faults().when(anyRequest().withProbability(0.05, 42)).then(Fault.latency(Duration.ofSeconds(2)));
        simulator.faults().when(anyRequest().ofAccount("home").nthCall(7)).then(Fault.emptyBody());
        simulator.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());
    }
}
