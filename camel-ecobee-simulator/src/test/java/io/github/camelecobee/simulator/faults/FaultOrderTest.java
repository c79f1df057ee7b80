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
package io.github.camelecobee.simulator.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.simulator.input.StrictObject;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultOrderTest {
    private static final Instant NOW = Instant.parse("2026-01-14T16:00:00Z");

    private static FaultOrder read(Map<String, Object> given) {
        return FaultOrder.read(StrictObject.of(given), NOW);
    }

    @Test
    void everyNamedFaultCanBeRead() {
        for (String name : FaultOrder.names()) {
            Map<String, Object> given = new HashMap<>(Map.of("fault", name));
            switch (name) {
                case "latency" -> given.put("delay", "1s");
                case "httpStatus" -> given.put("status", 503);
                case "errorProcessing" -> given.put("thermostats", "511");
                case "ecobeeStatus" -> given.put("code", 3);
                default -> {
                }
            }
            assertThat(read(given).fault().description()).as(name).isNotBlank();
        }
    }

    @Test
    void everyNamedFaultIsOfferedInThePortal() throws IOException {
        try (InputStream script = Scenario.class.getResourceAsStream("/io/github/camelecobee/simulator/web/portal.js")) {
            assertThat(script).isNotNull();
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(FaultOrder.names()).allSatisfy(name -> assertThat(text).contains("{fault: '" + name + "'"));
        }
    }

    @Test
    void ruleIsReadWithTheFault() {
        Map<String, Object> given = new HashMap<>(
                Map.of("fault", "httpStatus", "status", 429, "retryAfter", "30s",
                        "on", "GET /1/thermostat", "fromCall", 3, "every", 2, "times", 4));
        given.putAll(Map.of("after", "10m", "for", "PT1H", "probability", 0.5, "seed", 7));

        FaultOrder order = read(given);

        assertThat(order.fault()).isEqualTo(Fault.httpStatus(429, Duration.ofSeconds(30)));
        assertThat(order.rule()).isEqualTo(FaultRule.requests("GET", "/1/thermostat").from(3).every(2).times(4)
                .withProbability(0.5, 7).between(NOW.plusSeconds(600), NOW.plusSeconds(4200)));
    }

    @Test
    void lineOfTextSaysTheSameAsAnObject() {
        assertThat(FaultOrder.parse("httpStatus,status=429,retryAfter=5s,on=GET /1/thermostatSummary,every=7", NOW))
                .isEqualTo(read(Map.of("fault", "httpStatus", "status", 429, "retryAfter", "5s",
                        "on", "GET /1/thermostatSummary", "every", 7)));
        assertThat(FaultOrder.parse("errorProcessing, thermostats=511,512 , account=home", NOW))
                .isEqualTo(read(Map.of("fault", "errorProcessing", "thermostats", List.of("511", "512"), "account", "home")));
        assertThat(FaultOrder.parse("fault=ecobeeStatus,code=3,message=Sorry, not now", NOW).fault())
                .isEqualTo(Fault.ecobeeStatus(3, "Sorry, not now"));
    }

    @Test
    void mistakesInALineOfTextAreNamed() {
        assertThatThrownBy(() -> FaultOrder.parse("", NOW)).hasMessageContaining("'fault' must be one of");
        assertThatThrownBy(() -> FaultOrder.parse("times=2", NOW)).hasMessageStartingWith("'fault' is missing");
        assertThatThrownBy(() -> FaultOrder.parse("htmlPage,times=2,times=3", NOW)).hasMessage("'times' is given twice");
        assertThatThrownBy(() -> FaultOrder.parse("htmlPage,emptyBody", NOW)).hasMessageEndingWith("not htmlPage,emptyBody");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> read(Map.of())).hasMessageStartingWith("'fault' is missing: it is one of applicationRevoked");
        assertThatThrownBy(() -> read(Map.of("fault", "flood"))).hasMessageContaining("'fault' must be one of")
                .hasMessageEndingWith("not flood");
        assertThatThrownBy(() -> read(Map.of("fault", "latency"))).hasMessage("'delay' is missing");
        assertThatThrownBy(() -> read(Map.of("fault", "errorProcessing"))).hasMessageStartingWith("'thermostats' is missing");
        assertThatThrownBy(() -> read(Map.of("fault", "latency", "delay", "soon")))
                .hasMessageContaining("'delay' must be a duration");
        assertThatThrownBy(() -> read(Map.of("fault", "httpStatus", "status", 42))).hasMessageContaining("'status' must be");
        assertThatThrownBy(() -> read(Map.of("fault", "htmlPage", "tmies", 2)))
                .hasMessageStartingWith("Unknown key 'tmies': known here are account, after, apiKey,");
        assertThatThrownBy(() -> read(Map.of("fault", "htmlPage", "times", 0))).hasMessageContaining("0 times");
    }
}
