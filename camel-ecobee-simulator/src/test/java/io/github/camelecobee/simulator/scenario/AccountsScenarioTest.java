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
package io.github.camelecobee.simulator.scenario;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.SimulatedAccount;
import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The accounts of a scenario file. */
class AccountsScenarioTest {
    private static final String ACCOUNTS = """
            clock: 2026-01-14T16:00:00Z
            webApplications:
              - apiKey: WebKey
                redirectUris: https://app.example.org/callback
            accounts:
              - name: family
                type: smart
                owner: {userName: anna@example.org}
                apiKeys: [FamilyKey]
                thermostats:
                  - identifier: 511
                    name: Upstairs
                    temperature: 64.5
                    coordinates: 52.52,13.4
                    house: {style: detached, numberOfOccupants: 5}
              - name: guest
                type: smart
                sees: [511]
              - name: office
                type: ems
                sets:
                  - path: /North
                    thermostats: [511]
                users:
                  - userName: tess@example.org
                    firstName: Tess
                    privileges:
                      - set: /North
                        allow: [view, manageAccount]
                  - userName: past@example.org
                    active: false
                thermostats:
                  - identifier: 521
                    model: athenaEms
                    set: /North/Floor 1
                    connected: false
              - name: power
                type: utility
                owner: {userName: grid@example.org, password: watt}
            """;

    private static EcobeeSimulator start(String yaml) {
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder();
        Scenario scenario = Scenario.parse(yaml);
        scenario.describe(builder);
        EcobeeSimulator simulator = builder.start();
        scenario.begin(simulator);
        return simulator;
    }

    @Test
    void accountsAreAsDescribed() {
        try (EcobeeSimulator simulator = start(ACCOUNTS)) {
            assertThat(simulator.accounts()).extracting(SimulatedAccount::name)
                    .containsExactly("family", "guest", "office", "power");
            assertThat(simulator.accounts()).extracting(SimulatedAccount::type).containsExactly(
                    AccountType.SMART, AccountType.SMART, AccountType.EMS, AccountType.UTILITY);
            assertThat(simulator.account("family").userNames()).containsExactly("anna@example.org");
            assertThat(simulator.account("office").userNames())
                    .containsExactly("office@example.org", "tess@example.org", "past@example.org");
            assertThat(simulator.account("guest").thermostat("Upstairs").identifier()).isEqualTo("511");
            assertThat(simulator.account("office").thermostats()).extracting(SimulatedThermostat::identifier)
                    .containsExactly("521");
        }
    }

    @Test
    void thermostatsOfAccountsAreAsDescribed() {
        try (EcobeeSimulator simulator = start(ACCOUNTS)) {
            Thermostat upstairs = simulator.thermostat("511").snapshot();
            assertThat(upstairs.getRuntime().getActualTemperature()).isEqualTo(645);
            assertThat(upstairs.getHouseDetails().getNumberOfOccupants()).isEqualTo(5);
            assertThat(upstairs.getHouseDetails().getStyle()).isEqualTo("detached");
            assertThat(upstairs.getLocation().getMapCoordinates()).isEqualTo("52.52,13.4");
            assertThat(upstairs.getLocation().getTimeZone()).isEqualTo("America/Toronto");
            assertThat(simulator.thermostat("521").snapshot().getRuntime().getConnected()).isFalse();
            assertThat(simulator.thermostat("521").snapshot().getModelNumber()).isEqualTo("athenaEms");
        }
    }

    @Test
    void faultsOfAnAccountAreForItsRequestsOnly() {
        try (EcobeeSimulator simulator = start(ACCOUNTS + "    faults: [{fault: htmlPage, on: GET /1/*}]\n")) {
            assertThat(simulator.faults().planned()).singleElement()
                    .satisfies(planned -> assertThat(planned.rule().account()).isEqualTo("power"));
        }
    }

    @Test
    void unknownThermostatsAreNamedWhenTheSimulatorStarts() {
        assertThatThrownBy(() -> start("accounts: [{name: guest, type: smart, sees: [511]}]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Account guest names thermostat 511, which no account has");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "{type: smart} | 'accounts[0].name' is missing",
            "{name: a} | 'accounts[0].type' is missing: it is one of ems, smart, utility",
            "{name: a, type: home} | 'accounts[0].type' must be one of ems, smart, utility, not home",
            "{name: ' ', type: smart} | 'accounts[0].name' must not be empty",
            "{name: a, type: smart, colour: red} | Unknown key 'accounts[0].colour': known here are apiKeys, faults, name, owner,",
            "{name: a, type: smart, sets: [{path: /N}]} | 'accounts[0].sets' is for ems and utility accounts only; a is smart",
            "{name: a, type: smart, users: [{userName: b}]} | 'accounts[0].users' is for ems and utility accounts only",
            "{name: a, type: smart, thermostats: [{identifier: 1, set: /N}]} | 'accounts[0].thermostats[0].set' is for ems",
            "{name: a, type: ems, thermostats: [{identifier: 1, set: N}]} | 'accounts[0].thermostats[0].set' must be a path that",
            "{name: a, type: ems, sets: [{path: N}]} | 'accounts[0].sets[0].path' must be a path that begins with a slash,",
            "{name: a, type: ems, sets: [{thermostats: 1}]} | 'accounts[0].sets[0].path' is missing",
            "{name: a, type: ems, thermostats: [{identifier: 1}, {identifier: 1}]} | 'accounts[0].thermostats[1].identifier' is",
            "{name: a, type: utility, apiKeys: [x]} | 'accounts[0].apiKeys' are not for utility accounts: a utility logs in",
            "{name: a, type: smart, faults: [{fault: flood}]} | 'accounts[0].faults[0].fault' must be one of",
            "{name: a, type: smart, faults: [{fault: reset, account: b}]} | 'accounts[0].faults[0].account' is a here,",
            "{name: a, type: ems, owner: me} | 'accounts[0].owner' must be an object with keys, not me",
            "{name: a, type: ems, owner: {userName: b, role: x}} | Unknown key 'accounts[0].owner.role': known here are password,",
            "{name: a, type: ems, owner: {userName: b}, users: [{userName: b}]} | 'accounts[0].users[0].userName' is taken: two",
            "{name: a, type: ems, users: [{firstName: b}]} | 'accounts[0].users[0].userName' is missing",
            "{name: a, type: ems, users: [{userName: b, privileges: [{set: /N, allow: view}]}]} "
                                                                                                          + "| 'accounts[0].users[0].privileges[0].set' must be one of the account's sets /, not /N",
            "{name: a, type: ems, users: [{userName: b, privileges: [{set: /, allow: fly}]}]} "
                                                                                                                                                                                                      + "| 'accounts[0].users[0].privileges[0].allow' must be any of alerts, all, details, hierarchy,",
            "{name: a, type: ems, users: [{userName: b, privileges: [{set: /}]}]} "
                                                                                                                                                                                                                                                                                                        + "| 'accounts[0].users[0].privileges[0].allow' is missing: it is any of alerts, all,",
            "{name: a, type: smart, thermostats: [{identifier: 1, house: {rooms: 3}}]} "
                                                                                                                                                                                                                                                                                                                                                                                                + "| 'accounts[0].thermostats[0].house' cannot have rooms, only age, numberOfFloors,",
            "{name: a, type: smart, thermostats: [{identifier: 1, house: {size: big}}]} "
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       + "| 'accounts[0].thermostats[0].house' has whole numbers, and a text for style, unlike {size=big}",
            "{name: a, type: smart, thermostats: [{identifier: 1, coordinates: north}]} "
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            + "| 'accounts[0].thermostats[0].coordinates' must be latitude and longitude such as 43.65,-79.38, not north" })
    void mistakesAreNamed(String account, String message) {
        assertWrong("accounts: [" + account + "]", message);
    }

    @Test
    void mistakesAcrossAccountsAndWebApplicationsAreNamed() {
        String account = "{name: a, type: smart}";
        assertWrong("accounts: [" + account + ", " + account + "]", "'accounts[1].name' is taken: two accounts are a");
        assertWrong("accounts: [{name: home, type: smart}]\nthermostats: [{identifier: 1}]",
                "'thermostats' are those of the account home");
        assertWrong("webApplications: [{apiKey: a}]", "'webApplications[0].redirectUris' is missing");
        assertWrong("webApplications: [{apiKey: a, redirectUris: /back}]",
                "'webApplications[0].redirectUris' is wrong: A redirect URI is an absolute https address");
    }

    private static void assertWrong(String yaml, String message) {
        assertThatThrownBy(() -> Scenario.parse(yaml)).as(yaml).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
