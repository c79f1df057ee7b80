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
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.ALL;
import static io.github.camelecobee.simulator.SimulatorClient.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
    void controlShowsThermostatsOfAllAccountsAndThePortalThoseOfItsUser() {
        assertThat(client.get("/control/thermostats", Map.of()).body()).contains("Upstairs", "Attic");
        assertThat(client.get("/portal/state", Map.of("user", "neighbour@example.org")).body())
                .contains("Attic", "neighbour, Smart account").doesNotContain("Upstairs");
        assertThat(client.get("/portal/state", Map.of()).body()).contains("Upstairs").doesNotContain("Attic");
        assertThat(client.get("/portal/state", Map.of("user", "nobody")).statusCode()).isEqualTo(404);
    }

    @Test
    void controlApprovesAndRevokesForTheAccountThatIsNamed() {
        PinResponse first = client.requestPin();
        client.post("/control/pins/approve", "{\"account\":\"neighbour\"}");
        client.use(client.redeem(first.getCode()));
        PinResponse second = client.requestPin();
        client.post("/control/pins/approve",
                "{\"user\":\"home@example.org\",\"pin\":\"" + second.getEcobeePin() + "\"}");
        SimulatorClient home = new SimulatorClient(simulator);
        home.use(home.redeem(second.getCode()));
        assertThat(client.summary().getRevisionList()).singleElement().asString().startsWith("2001:");
        assertThat(home.summary().getRevisionList()).singleElement().asString().startsWith("1001:");
        String applications = client.get("/control/applications", Map.of()).body();
        assertThat(applications).contains("\"account\":\"neighbour\"", "\"account\":\"home\"");

        String revoke = "{\"apiKey\":\"" + KEY + "\",\"account\":\"neighbour\"}";
        assertThat(client.post("/control/applications/revoke", revoke).statusCode()).isEqualTo(200);

        assertThat(client.summary().getStatus().getCode()).isEqualTo(16);
        assertThat(home.summary().getStatus().getCode()).isZero();
        assertThat(client.post("/control/applications/revoke", revoke).body())
                .contains("Account neighbour has not added application key-");
    }

    @Test
    void controlListsAccountsAndRefusesWhomItDoesNotKnow() {
        client.requestPin();

        assertThat(client.get("/control/accounts", Map.of()).body()).contains(
                "{\"name\":\"neighbour\",\"type\":\"Smart\",\"users\":[\"neighbour@example.org\"],"
                                                                              + "\"thermostats\":[\"2001\"],\"applications\":[]}");
        assertThat(client.post("/control/pins/approve", "{\"account\":\"office\"}").body())
                .contains("There is no account office: there are [home, neighbour]");
        assertThat(client.post("/control/pins/approve", "{\"account\":\"home\",\"user\":\"tess\"}").body())
                .contains("Account home has no user tess: there are [home@example.org]");
        assertThat(client.post("/control/pins/approve", "{\"user\":\"tess\"}").body())
                .contains("There is no user tess: there are [home@example.org, neighbour@example.org]");
        assertThat(simulator.outstandingPins()).hasSize(1);
    }

    @Test
    void requestLogSaysWhichAccountARequestIsFor() {
        client.requestPin();
        neighbour.authorize(simulator.account("neighbour"), "smartRead");
        neighbour.summary();
        client.summary();

        assertThat(simulator.requests().all()).extracting(LoggedRequest::path, LoggedRequest::account).containsExactly(
                tuple("/authorize", null), tuple("/authorize", null), tuple("/token", "neighbour"),
                tuple("/1/thermostatSummary", "neighbour"), tuple("/1/thermostatSummary", null));
        assertThat(simulator.requests().all().get(3)).asString().contains(" for account neighbour ");
        assertThat(client.get("/control/requests", Map.of()).body()).contains("\"account\":\"neighbour\"");
        assertThat(client.get("/portal/state", Map.of()).body()).doesNotContain("neighbour").contains("/1/thermostatSummary");
        assertThat(client.get("/portal/state", Map.of("requests", "all")).body()).contains("\"account\":\"neighbour\"");
    }

    @Test
    void requestThatMeetsAFaultIsForItsAccountToo() {
        client.authorize(simulator.account("home"), "smartRead");
        simulator.faults().when(FaultRule.anyRequest()).then(Fault.htmlPage());

        fetch(client);

        assertThat(simulator.requests().matching(request -> request.is("GET", "/1/thermostat")))
                .extracting(LoggedRequest::account).containsExactly("home");
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
