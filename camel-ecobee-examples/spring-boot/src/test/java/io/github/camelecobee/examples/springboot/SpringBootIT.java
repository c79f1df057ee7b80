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

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The application, on the lines of Spring Boot and of Camel that the build names. */
@Timeout(300)
class SpringBootIT {
    private static final String ACCOUNT = "/actuator/ecobee/default";

    private final EcobeeSimulator ecobee = EcobeeSimulator.builder().port(0).clock(SimulatedClock.accelerated(1))
            .pinInterval(Duration.ofSeconds(1)).pinApproval(PinApproval.byHand()).start();
    private final String thermostat = ecobee.thermostats().get(0).identifier();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        ecobee.close();
    }

    @Test
    void itRunsOnTheLinesThatItSays() {
        String[] jars = Objects.requireNonNull(new File(System.getProperty("lib")).list());

        assertThat(Arrays.stream(jars)).contains(
                "spring-boot-" + System.getProperty("boot.line") + ".jar",
                "camel-api-" + System.getProperty("camel.line") + ".jar",
                "camel-spring-boot-" + System.getProperty("camel.line") + ".jar")
                .filteredOn(jar -> jar.matches("camel-(?!ecobee).*"))
                .allMatch(jar -> jar.endsWith("-" + System.getProperty("camel.line") + ".jar"));
    }

    @Test
    void anOperatorAuthorizesItAndItReadsAndHoldsUntilAndAfterARestart() throws Exception {
        try (RunningApplication application = RunningApplication.start(folder, ecobee)) {
            assertThat(application.get("/actuator/health").path("status").asText()).isEqualTo("DOWN");

            authorize(application);

            JsonNode health = application.get("/actuator/health").path("components").path("camelHealth").path("details");
            assertThat(health.path("ecobee-authorization").asText()).as(health.toString()).isEqualTo("UP");
            assertThat(health.path("ecobee-authorization.data").path("ecobee.default.state").asText()).isEqualTo("AUTHORIZED");
            assertThat(application.get("/thermostats/" + thermostat).path("name").asText())
                    .isEqualTo(ecobee.thermostats().get(0).snapshot().getName());
            JsonNode held = application.put("/thermostats/" + thermostat + "/hold", "{\"heat\":\"20C\",\"cool\":\"26C\"}");
            assertThat(held.path("heat").asDouble()).as(held.toString()).isEqualTo(20.0);
            assertThat(held.path("cool").asDouble()).isEqualTo(26.0);
            assertThat(ecobee.thermostats().get(0).events()).anySatisfy(event -> {
                assertThat(event.getType()).isEqualTo("hold");
                assertThat(event.getHeatHoldTemp()).isEqualTo(680);
                assertThat(event.getCoolHoldTemp()).isEqualTo(788);
            });
            assertThat(application.get("/actuator/metrics/ecobee.requests").path("measurements").path(0).path("value")
                    .asInt()).isPositive();
            assertThat(application.log()).doesNotContain(EcobeeSimulator.DEFAULT_API_KEY);
            application.stop();
        }
        try (RunningApplication again = RunningApplication.start(folder, ecobee)) {
            assertThat(again.get("/thermostats/" + thermostat).path("heat").asDouble()).isEqualTo(20.0);
            assertThat(account(again).path("refreshes").asInt()).isZero();
        }
    }

    @Test
    void withTheProfileDatabaseTheGrantSurvivesInTheDatabase() throws Exception {
        try (RunningApplication application = RunningApplication.start(folder, ecobee, "--spring.profiles.active=database")) {
            authorize(application);
            application.stop();
        }
        try (RunningApplication again = RunningApplication.start(folder, ecobee, "--spring.profiles.active=database")) {
            assertThat(again.get("/thermostats/" + thermostat).path("identifier").asText()).isEqualTo(thermostat);
        }
        assertThat(folder.resolve("grants.json")).doesNotExist();
    }

    @Test
    @EnabledIfSystemProperty(named = "camel.line", matches = "4\\.22\\..*",
                             disabledReason = "Older versions of Camel do not mind")
    void inProductionAnApiKeyInPlainTextIsRefusedAndNotRepeated() throws Exception {
        String refusal = RunningApplication.refusal(
                folder, ecobee, "--camel.component.ecobee.api-key=" + EcobeeSimulator.DEFAULT_API_KEY);

        assertThat(refusal).contains("profile: production", "Security policy violations", "camel.component.ecobee.api-key")
                .doesNotContain(EcobeeSimulator.DEFAULT_API_KEY);
    }

    private void authorize(RunningApplication application) throws Exception {
        JsonNode asked = application.post(ACCOUNT);
        assertThat(asked.path("state").asText()).as(asked.toString()).isEqualTo("PIN_ISSUED");
        assertThat(asked.fieldNames()).toIterable().containsExactlyElementsOf(documentedFields());

        ecobee.approvePin(asked.path("pin").asText());

        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(account(application).path("state").asText()).isEqualTo("AUTHORIZED"));
    }

    /** Of the answer that the page Spring Boot shows. */
    private static List<String> documentedFields() throws IOException {
        String page = Documentation.page();
        return Pattern.compile("(?m)^  \"(\\w+)\" : ").matcher(page).results().map(field -> field.group(1)).toList();
    }

    private static JsonNode account(RunningApplication application) throws Exception {
        return application.get(ACCOUNT).path("components").path(0).path("accounts").path(0);
    }
}
