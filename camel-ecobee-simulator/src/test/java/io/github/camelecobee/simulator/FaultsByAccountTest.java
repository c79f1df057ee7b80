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

import java.time.Instant;
import java.util.Map;

import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.scenario.Scenario;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.faults.FaultRule.anyRequest;
import static io.github.camelecobee.simulator.faults.FaultRule.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One application, two accounts: what goes wrong for one of them leaves the other alone. */
class FaultsByAccountTest {
    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z")))
            .account(Account.smart("home").thermostat(SampleThermostats.of("1001", "Upstairs")))
            .account(Account.smart("neighbour").thermostat(SampleThermostats.of("2001", "Attic"))).start();
    private final SimulatorClient home = new SimulatorClient(simulator);
    private final SimulatorClient neighbour = new SimulatorClient(simulator);

    FaultsByAccountTest() {
        home.authorize(simulator.account("home"), "smartWrite");
    }

    private TokenResponse tokensOfNeighbour() {
        return neighbour.authorize(simulator.account("neighbour"), "smartWrite");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int summary(SimulatorClient client) {
        return client.ask("/1/thermostatSummary", SimulatorClient.ALL.formatted("")).statusCode();
    }

    @Test
    void javaOrdersAFaultForAnAccount() {
        tokensOfNeighbour();
        simulator.faults().when(anyRequest().ofAccount("neighbour").from(2)).then(Fault.httpStatus(503));

        assertThat(summary(neighbour)).isEqualTo(200);
        assertThat(summary(home)).isEqualTo(200);
        assertThat(summary(home)).isEqualTo(200);
        assertThat(summary(neighbour)).isEqualTo(503);
    }

    @Test
    void refreshIsARequestOfItsAccount() {
        TokenResponse tokens = tokensOfNeighbour();
        TokenResponse others = home.authorize(simulator.account("home"), "smartWrite");
        simulator.faults().when(requests("POST", "/token").ofAccount("neighbour")).then(Fault.httpStatus(502));
        neighbour.useToken("");
        home.useToken("");
        simulator.requests().clear();

        assertThat(neighbour.refresh(tokens.getRefreshToken()).statusCode()).isEqualTo(502);
        assertThat(home.refresh(others.getRefreshToken()).statusCode()).isEqualTo(200);
        assertThat(home.refresh("stranger").statusCode()).isEqualTo(400);
        assertThat(simulator.requests().all()).extracting(LoggedRequest::account).containsExactly("neighbour", "home", null);
    }

    @Test
    void scenarioOrdersAFaultForAnAccount() {
        tokensOfNeighbour();
        Scenario.parse("faults: [{fault: httpStatus, status: 500, account: home}]").begin(simulator);

        assertThat(summary(home)).isEqualTo(500);
        assertThat(summary(neighbour)).isEqualTo(200);
    }

    @Test
    void controlOrdersAFaultForAnAccountAndNamesTheAccounts() {
        tokensOfNeighbour();
        home.post("/control/faults", "{\"fault\":\"httpStatus\",\"status\":429,\"account\":\"home\"}");

        assertThat(summary(home)).isEqualTo(429);
        assertThat(summary(neighbour)).isEqualTo(200);
        assertThat(home.get("/control/faults", Map.of()).body())
                .contains("\"account\":\"home\"", "\"accounts\":[\"home\",\"neighbour\"]");
    }

    @Test
    void accountThatDoesNotExistIsRefused() {
        String problem = "A fault cannot be about account office: there are home, neighbour";

        assertThatThrownBy(() -> simulator.faults().when(anyRequest().ofAccount("office")).then(Fault.jsonNull()))
                .hasMessage(problem);
        assertThat(home.post("/control/faults", "{\"fault\":\"jsonNull\",\"account\":\"office\"}").body()).contains(problem);
        assertThat(simulator.faults().planned()).isEmpty();
    }
}
