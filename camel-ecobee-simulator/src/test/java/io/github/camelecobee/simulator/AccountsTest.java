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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.Contract.refusal;
import static io.github.camelecobee.simulator.Contract.success;
import static io.github.camelecobee.simulator.SimulatorClient.ALL;
import static io.github.camelecobee.simulator.SimulatorClient.KEY;
import static io.github.camelecobee.simulator.SimulatorClient.error;
import static io.github.camelecobee.simulator.SimulatorClient.one;
import static io.github.camelecobee.simulator.SimulatorClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccountsTest {
    private static final String NONE = "9 Invalid selection. No thermostats in selection. Ensure permissions and selection.";
    private static final String SET = "{\"selectionType\":\"managementSet\",\"selectionMatch\":\"%s\"}";

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock)
            .account(Account.smart("home").thermostat(SampleThermostats.of("1001", "Upstairs"))
                    .thermostat(SampleThermostats.of("1002", "Downstairs")))
            .account(Account.smart("neighbour").thermostat(SampleThermostats.of("2001", "Attic")))
            .account(Account.smart("guest").sees("1001"))
            .account(Account.ems("office").thermostats(List.of(
                    SampleThermostats.of("3001", "Lobby"), SampleThermostats.of("3002", "Office"),
                    SampleThermostats.of("3003", "Cellar")))
                    .set("/North", "3001").set("/North/Floor 1", "3002")
                    .user(new HierarchyUser().withUserName("tess@example.org"),
                            new HierarchyPrivilege().withSetPath("/North/Floor 1").withAllowView(true)))
            .account(Account.utility("power").sees("1001", "2001").set("/City", "2001"))
            .start();
    private SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<String> summary(String selection) {
        return success(client.ask("/1/thermostatSummary", selection), ThermostatSummaryResponse.class)
                .getRevisionList().stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
    }

    private HttpResponse<String> ask(String selection) {
        return client.ask("/1/thermostat", selection);
    }

    @Test
    void eachAccountHasThermostatsOfItsOwn() {
        client.authorize(simulator.account("home"), "smartWrite");
        List<String> home = summary(ALL.formatted(""));
        HttpResponse<String> foreign = ask(one("2001", ""));
        client.authorize(simulator.account("neighbour"), "smartRead");

        assertThat(home).containsExactly("1001", "1002");
        assertThat(summary(ALL.formatted(""))).containsExactly("2001");
        assertThat(refusal(foreign)).isEqualTo(NONE);
        assertThat(refusal(ask(one("2001,1002", ""))))
                .isEqualTo("2 Not authorized. User cannot access thermostats [1002]");
    }

    @Test
    void whoApprovesDecidesTheAccountAndTheFirstIsTheDefault() {
        client.authorize();
        List<String> first = summary(ALL.formatted(""));
        PinResponse pin = client.requestPin();
        simulator.account("neighbour").approvePin(pin.getEcobeePin());
        client.use(client.redeem(pin.getCode()));

        assertThat(first).containsExactly("1001", "1002");
        assertThat(summary(ALL.formatted(""))).containsExactly("2001");
        assertThatThrownBy(() -> simulator.account("home").approvePin("ABCD-EFGH"))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("That PIN is unknown or no longer valid");
        assertThatThrownBy(() -> simulator.account("home").approvePin("ABCD-EFGH", "tess@example.org"))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("Account home has no user tess@example.org");
    }

    @Test
    void keyOfAnAccountIsEnteredForItUnlessSomebodySaysOtherwise() {
        simulator.close();
        simulator = EcobeeSimulator.builder().clock(clock).pinApproval(PinApproval.automaticAfter(Duration.ofSeconds(10)))
                .account(Account.smart("home").thermostat(SampleThermostats.of("1001", "Upstairs")))
                .account(Account.smart("neighbour").apiKey(KEY).thermostat(SampleThermostats.of("2001", "Attic"))).start();
        client = new SimulatorClient(simulator);

        client.authorize();
        PinResponse automatic = client.requestPin();
        clock.advance(Duration.ofSeconds(10));
        client.use(client.redeem(automatic.getCode()));
        List<String> approvedByItself = summary(ALL.formatted(""));
        client.authorize(simulator.account("home"), "smartRead");

        assertThat(approvedByItself).containsExactly("2001");
        assertThat(summary(ALL.formatted(""))).containsExactly("1001");
        assertThatThrownBy(() -> Account.utility("power").apiKey(KEY)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The utility power has no applications, and so no API keys");
        assertThatThrownBy(() -> EcobeeSimulator.builder().account(Account.smart("a").apiKey(KEY))
                .account(Account.smart("b").apiKey(KEY)).start()).hasMessageStartingWith("Two accounts have the API key key-");
    }

    @Test
    void grantsOfTheSameKeyForSeveralAccountsLiveSideBySide() {
        TokenResponse home = client.authorize(simulator.account("home"), "smartWrite");
        client.authorize(simulator.account("neighbour"), "smartWrite");
        simulator.account("neighbour").revoke(KEY);
        HttpResponse<String> revoked = ask(ALL.formatted(""));
        client.use(home);

        assertThat(refusal(revoked)).startsWith("16 ");
        assertThat(simulator.account("neighbour").applications()).isEmpty();
        assertThat(simulator.account("home").applications()).hasSize(1);
        assertThat(summary(ALL.formatted(""))).containsExactly("1001", "1002");
    }

    @Test
    void memberSeesNothingRegisteredButMayNameThermostats() {
        client.authorize(simulator.account("guest"), "smartWrite");

        assertThat(refusal(ask(ALL.formatted("")))).isEqualTo(NONE);
        assertThat(refusal(client.ask("/1/thermostatSummary", ALL.formatted("")))).isEqualTo(NONE);
        assertThat(summary(one("1001", ""))).containsExactly("1001");
        assertThat(refusal(ask(one("1002", "")))).isEqualTo(NONE);
        assertThat(status(client.call("1001", "{\"type\":\"resumeProgram\"}")).getCode()).isZero();
    }

    @Test
    void emsAccountSelectsByManagementSetWithTheSetsBelow() {
        client.authorize(simulator.account("office"), "ems");

        assertThat(summary(SET.formatted("/"))).containsExactlyInAnyOrder("3001", "3002", "3003");
        assertThat(summary(SET.formatted("/North"))).containsExactly("3001", "3002");
        assertThat(summary(SET.formatted("/North/Floor 1"))).containsExactly("3002");
        assertThat(summary(SET.formatted("Unassigned"))).containsExactly("3003");
        assertThat(summary(one("3001,3003", ""))).containsExactly("3001", "3003");
        assertThat(refusal(ask(SET.formatted("/South")))).isEqualTo(NONE);
        assertThat(refusal(ask(ALL.formatted("")))).isEqualTo(NONE);
        assertThat(success(ask(SET.formatted("/North")), ThermostatResponse.class).getThermostatList())
                .extracting(Thermostat::getName).containsExactly("Lobby", "Office");
    }

    @Test
    void postToManagementSetChangesItsThermostats() {
        client.authorize(simulator.account("office"), "ems");

        client.write("/1/thermostat", "{\"selection\":" + SET.formatted("/North")
                                      + ",\"thermostat\":{\"settings\":{\"hvacMode\":\"off\"}}}");

        assertThat(simulator.account("office").thermostat("Office").snapshot().getSettings().getHvacMode()).isEqualTo("off");
        assertThat(simulator.account("office").thermostat("3003").snapshot().getSettings().getHvacMode())
                .isNotEqualTo("off");
    }

    @Test
    void emsUserSeesAndChangesWhatPrivilegesAllow() {
        client.authorize(simulator.account("office"), "tess@example.org", "ems");

        assertThat(summary(SET.formatted("/"))).containsExactly("3002");
        assertThat(refusal(ask(one("3001", "")))).isEqualTo(NONE);
        assertThat(refusal(client.call("3002", "{\"type\":\"resumeProgram\"}"))).isEqualTo(NONE);
    }

    @Test
    void smartAccountHasNoManagementSets() {
        client.authorize(simulator.account("home"), "smartWrite");

        assertThat(refusal(ask(SET.formatted("/")))).isEqualTo(NONE);
    }

    @Test
    void scopesAreEnforced() {
        client.authorize(simulator.account("home"), "smartRead");
        assertThat(summary(ALL.formatted(""))).hasSize(2);
        assertThat(refusal(client.call("1001", "{\"type\":\"resumeProgram\"}")))
                .isEqualTo("2 Not authorized. Scope smartWrite is required.");
        client.authorize(simulator.account("home"), "ems");
        assertThat(refusal(ask(ALL.formatted("")))).isEqualTo("2 Not authorized. Scope smartRead is required.");
        client.authorize(simulator.account("office"), "smartWrite");
        assertThat(refusal(ask(SET.formatted("/")))).isEqualTo("2 Not authorized. Scope ems is required.");
        client.authorize(simulator.account("power"), "smartWrite");
        assertThat(refusal(ask(SET.formatted("/")))).isEqualTo("2 Not authorized. Scope implicit is required.");
    }

    @Test
    void operationsAreForTheirKindOfAccount() {
        client.authorize(simulator.account("home"), "smartWrite");
        assertThat(refusal(client.read("/1/hierarchy/set", "{\"operation\":\"list\",\"setPath\":\"/\"}")))
                .isEqualTo("2 Not authorized. GET hierarchy/set is not available to Smart accounts.");
        assertThat(refusal(client.write("/1/demandManagement", "{}")))
                .isEqualTo("2 Not authorized. POST demandManagement is not available to Smart accounts.");
        client.authorize(simulator.account("office"), "ems");
        assertThat(refusal(client.ask("/1/group", ALL.formatted(""))))
                .isEqualTo("2 Not authorized. GET group is not available to EMS accounts.");
        assertThat(refusal(client.read("/1/demandResponse", "{\"operation\":\"list\"}")))
                .isEqualTo("2 Not authorized. GET demandResponse is not available to EMS accounts.");
    }

    @Test
    void securitySettingsNeedImplicitAuthorization() {
        client.authorize(simulator.account("home"), "smartWrite");

        assertThat(refusal(ask(ALL.formatted(",\"includeSecuritySettings\":true")))).startsWith("1 Authentication failed.");
    }

    @Test
    void severalApiKeysHaveGrantsOfTheirOwn() {
        simulator.close();
        simulator = EcobeeSimulator.builder().clock(clock).apiKey("one").apiKey("two")
                .pinApproval(PinApproval.automaticAfter(Duration.ZERO)).start();
        client = new SimulatorClient(simulator);
        PinResponse pin = EcobeeJson.read(client.get("/authorize", Map.of(
                "response_type", "ecobeePin", "client_id", "one", "scope", "smartRead")).body(), PinResponse.class);
        Map<String, String> poll = Map.of("grant_type", "ecobeePin", "code", pin.getCode());

        assertThat(error(client.post("/token" + SimulatorClient.query(poll) + "&client_id=two", "")))
                .isEqualTo("invalid_grant");
        assertThat(client.post("/token" + SimulatorClient.query(poll) + "&client_id=one", "").statusCode()).isEqualTo(200);
        assertThat(error(client.post("/token" + SimulatorClient.query(poll) + "&client_id=three", "")))
                .isEqualTo("invalid_client");
    }

    @Test
    void simpleBuilderHasOneSmartAccount() {
        simulator.close();
        simulator = EcobeeSimulator.builder().clock(clock).start();

        assertThat(simulator.accounts()).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("home");
            assertThat(account.type()).isEqualTo(AccountType.SMART);
            assertThat(account.userNames()).containsExactly("home@example.org");
            assertThat(account.thermostats()).hasSize(4);
        });
    }

    @Test
    void contradictoryAccountsAreRefused() {
        assertThatThrownBy(() -> EcobeeSimulator.builder().account(Account.smart("a")).account(Account.ems("a")).start())
                .isInstanceOf(IllegalArgumentException.class).hasMessage("Two accounts have the name a");
        assertThatThrownBy(() -> EcobeeSimulator.builder().account(Account.smart("a").sees("5")).start())
                .hasMessage("Account a names thermostat 5, which no account has");
        assertThatThrownBy(() -> Account.smart("a").set("/x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.ems("a").set("x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.ems("a").user(new HierarchyUser())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.ems("a").user(new HierarchyUser().withUserName("u"), new HierarchyPrivilege()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Account.ems(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.account("nobody")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> simulator.account("home").thermostat("2001")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refreshTokensCanExpire() {
        simulator.close();
        simulator = EcobeeSimulator.builder().clock(clock).refreshTokenLife(Duration.ofDays(30)).start();
        client = new SimulatorClient(simulator);
        String refreshToken = client.authorize().getRefreshToken();

        clock.advance(Duration.ofDays(29));
        HttpResponse<String> inTime = client.refresh(refreshToken);
        clock.advance(Duration.ofDays(1));

        assertThat(inTime.statusCode()).isEqualTo(200);
        assertThat(error(client.refresh(refreshToken))).isEqualTo("invalid_grant");
    }

    @Test
    void accessTokensCanBeOpaqueUnlessJwtIsAskedFor() {
        simulator.close();
        simulator = EcobeeSimulator.builder().clock(clock).opaqueAccessTokens(true).start();
        client = new SimulatorClient(simulator);
        TokenResponse tokens = client.authorize();

        String jwt = EcobeeJson.read(client.post("/token" + SimulatorClient.query(Map.of("grant_type", "refresh_token",
                "code", tokens.getRefreshToken(), "client_id", KEY, "ecobee_type", "jwt")), "").body(), TokenResponse.class)
                .getAccessToken();

        assertThat(tokens.getAccessToken()).matches("[A-Za-z0-9]{32}");
        assertThat(jwt).contains(".");
    }
}
