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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page on accounts shows is what this class runs. */
class DocumentedAccountsTest {
    private static final Path PAGE = Path.of("../docs/simulator-accounts.adoc");
    private static final Path SOURCE
            = Path.of("src/test/java/io/github/camelecobee/simulator/DocumentedAccountsTest.java");

    @Test
    void exampleOfThePageStartsTheAccountsItShows() {
        List<Thermostat> building = List.of(
                SampleThermostats.of("3001", "Lobby"), SampleThermostats.of("3002", "Office"));
        EcobeeSimulator simulator = EcobeeSimulator.builder()
                .apiKey("pin-application-key")
                .webApplication("web-application-key", "https://app.example.org/callback")
                .account(Account.smart("home").thermostat(SampleThermostats.of("1001", "Upstairs")))
                .account(Account.smart("guest").sees("1001"))
                .account(Account.ems("office").thermostats(building)
                        .set("/North", "3001").set("/North/Floor 1", "3002")
                        .user(new HierarchyUser().withUserName("tess@example.org"),
                                new HierarchyPrivilege().withSetPath("/North").withAllowView(true)))
                .account(Account.utility("power").login("grid@example.org", "watt").sees("1001").set("/City", "1001"))
                .start();
        try (simulator) {
            assertThat(simulator.accounts()).extracting(SimulatedAccount::name)
                    .containsExactly("home", "guest", "office", "power");
        }
    }

    @Test
    void exampleOfThePageIsInThisClass() throws IOException {
        assertThat(squeeze(Files.readString(SOURCE))).contains(squeeze(example("java")));
    }

    @Test
    void scenarioOfThePageOpensTheSameAccounts() throws IOException {
        Scenario scenario = Scenario.parse(example("yaml"));
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder();
        scenario.describe(builder);

        try (EcobeeSimulator simulator = builder.start()) {
            scenario.begin(simulator);
            assertThat(simulator.accounts()).extracting(SimulatedAccount::name)
                    .containsExactly("home", "guest", "office", "power");
            assertThat(simulator.account("office").userNames()).containsExactly("office@example.org", "tess@example.org");
            assertThat(simulator.account("office").thermostat("Office").identifier()).isEqualTo("3002");
            assertThat(simulator.account("power").thermostat("Upstairs").identifier()).isEqualTo("1001");
        }
    }

    @Test
    void everyRightIsInTheTable() throws IOException {
        assertThat(EcobeeJson.propertyNames(HierarchyPrivilege.class).stream().filter(name -> name.startsWith("allow")))
                .isNotEmpty().allSatisfy(name -> assertThat(Files.readString(PAGE))
                        .contains("`" + Character.toLowerCase(name.charAt(5)) + name.substring(6) + "`"));
    }

    private static String example(String language) throws IOException {
        String begin = "[source," + language + "]\n----\n";
        String page = Files.readString(PAGE);
        String example = page.substring(page.indexOf(begin) + begin.length());
        return example.substring(0, example.indexOf("\n----\n") + 1);
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }
}
