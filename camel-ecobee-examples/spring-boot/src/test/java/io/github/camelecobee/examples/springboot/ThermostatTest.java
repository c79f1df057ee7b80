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
package io.github.camelecobee.examples.springboot;

import java.nio.file.Path;
import java.time.Duration;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "camel.main.profile=test")
class ThermostatTest {
    static final EcobeeSimulator ECOBEE = EcobeeSimulator.builder().port(0).clock(SimulatedClock.accelerated(1))
            .pinInterval(Duration.ofSeconds(1)).pinApproval(PinApproval.automaticAfter(Duration.ZERO)).start();

    @TempDir
    static Path folder;

    @Autowired
    ThermostatController thermostats;

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry properties) {
        properties.add("camel.component.ecobee.base-url", () -> ECOBEE.baseUri().toString());
        properties.add("camel.component.ecobee.api-key", () -> EcobeeSimulator.DEFAULT_API_KEY);
        properties.add("camel.component.ecobee.grant-file", () -> folder.resolve("grants.json").toString());
    }

    @AfterAll
    static void close() {
        ECOBEE.close();
    }

    @Test
    void holdsWhatItIsTold() {
        String identifier = ECOBEE.thermostats().get(0).identifier();

        // The application asks for a PIN when it starts, and the simulator approves it.
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> thermostats.read(identifier) != null);

        assertThat(thermostats.hold(identifier, new Hold("21C", "25C")).heat()).isEqualTo(21.0);
        assertThat(ECOBEE.thermostat(identifier).events()).anyMatch(event -> event.getHeatHoldTemp() == 698);
    }
}
