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

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.evidence.UsageRule;
import io.github.camelecobee.simulator.evidence.Violation;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.ALL;
import static io.github.camelecobee.simulator.SimulatorClient.KEY;
import static org.assertj.core.api.Assertions.assertThat;

/** Portal, control API and evidence of a cloud with several accounts. */
class AccountsTogetherTest {
    private static final String WEB = "WebKey0123456789abcdef0123456789";
    private static final String BACK = "https://app.example.org/callback";

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"))).apiKey(KEY).webApplication(WEB, BACK)
            .account(Account.smart("home").thermostat(SampleThermostats.of("1001", "Upstairs")))
            .account(Account.smart("neighbour").thermostat(SampleThermostats.of("2001", "Attic"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);
    private final SimulatorClient neighbour = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<UsageRule> broken() {
        return simulator.usage().violations().stream().map(Violation::rule).toList();
    }

    private static HttpResponse<String> fetch(SimulatorClient client) {
        return client.ask("/1/thermostat", ALL.formatted(""));
    }

    @Test
    void controlApprovesForTheFirstAccount() {
        PinResponse pin = client.requestPin();
        client.post("/control/pins/approve", "");
        client.use(client.redeem(pin.getCode()));

        ThermostatSummaryResponse summary = client.summary();

        assertThat(summary.getRevisionList()).singleElement().asString().startsWith("1001:");
        assertThat(simulator.account("home").applications()).hasSize(1);
        assertThat(simulator.account("neighbour").applications()).isEmpty();
    }

    @Test
    void thermostatsOfAllAccountsAreShown() {
        for (String path : List.of("/control/thermostats", "/portal/state")) {
            assertThat(client.get(path, Map.of()).body()).contains("Upstairs", "Attic");
        }
    }

    @Test
    void accountsOfOneApplicationAreSeenApart() {
        client.authorize(simulator.account("home"), "smartRead");
        neighbour.authorize(simulator.account("neighbour"), "smartRead");
        client.summary();
        neighbour.summary();
        fetch(client);
        assertThat(fetch(neighbour).body()).contains("2001").doesNotContain("1001");
        assertThat(broken()).isEmpty();

        fetch(neighbour);

        assertThat(simulator.usage().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(UsageRule.THERMOSTAT_TOO_OFTEN);
            assertThat(violation.detail()).contains("2001");
        });
    }

    @Test
    void faultsThatChangeAnswersLeavePagesAlone() {
        simulator.faults().when(FaultRule.anyRequest()).then(Fault.answer(AnswerChange.UNKNOWN_FIELDS));

        HttpResponse<String> page = client.get("/authorize", Map.of(
                "response_type", "code", "client_id", WEB, "redirect_uri", BACK, "scope", "smartRead"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("neighbour");
        assertThat(simulator.usage().byKey()).singleElement().satisfies(key -> assertThat(key.open()).isZero());
    }
}
