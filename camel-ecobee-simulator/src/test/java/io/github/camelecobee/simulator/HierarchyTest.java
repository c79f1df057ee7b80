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

import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.model.HierarchySetResponse;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.HierarchyUserResponse;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.Contract.refusal;
import static io.github.camelecobee.simulator.Contract.success;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code /1/hierarchy/set}, {@code user} and {@code thermostat}. */
class HierarchyTest {
    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z")))
            .account(Account.ems("office").thermostat(SampleThermostats.of("311019854581", "Upstairs"))
                    .set("/North", "311019854581")
                    .user(new HierarchyUser().withUserName("view@example.org"),
                            new HierarchyPrivilege().withSetPath("/North").withAllowView(true))
                    .user(new HierarchyUser().withUserName("security@example.org"),
                            new HierarchyPrivilege().withSetPath("/").withAllowSecurity(true)))
            .account(Account.smart("home").thermostat(SampleThermostats.of("311019854999", "")))
            .start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    HierarchyTest() {
        client.authorize(simulator.account("office"), "ems");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> write(String what, String json) {
        return client.write("/1/hierarchy/" + what, json);
    }

    private void done(String what, String json) {
        success(write(what, json), StatusResponse.class);
    }

    private HierarchySet list(String json) {
        return success(client.read("/1/hierarchy/set", json), HierarchySetResponse.class).getSets().get(0);
    }

    private HierarchySet tree() {
        return list("{\"operation\":\"list\",\"setPath\":\"/\",\"recursive\":true,\"includePrivileges\":false,"
                    + "\"includeThermostats\":true}");
    }

    private HierarchyUserResponse users(String more) {
        return success(client.read("/1/hierarchy/user", "{\"operation\":\"list\"" + more + "}"), HierarchyUserResponse.class);
    }

    @Nested
    class Sets {
        @Test
        void listShowsTheTreeWithItsThermostats() {
            assertThat(client.read("/1/hierarchy/set", "{\"operation\":\"list\",\"setPath\":\"/\",\"recursive\":true,"
                                                       + "\"includePrivileges\":false,\"includeThermostats\":true}")
                    .body()).isEqualTo("{\"sets\":[{\"setName\":\"My Sets\",\"setPath\":\"/\",\"children\":[{\"setName\":"
                                       + "\"North\",\"setPath\":\"/North\",\"children\":[],\"privileges\":[],\"thermostats\":"
                                       + "[\"311019854581\"]}],\"privileges\":[],\"thermostats\":[]}],"
                                       + "\"status\":{\"code\":0,\"message\":\"\"}}");
        }

        @Test
        void setsAreAddedRenamedMovedAndRemoved() {
            done("set", "{\"operation\":\"add\",\"setName\":\"South\",\"parentPath\":\"/\"}");
            done("set", "{\"operation\":\"rename\",\"setPath\":\"/South\",\"newName\":\"South wing\"}");
            assertThat(tree().getChildren()).extracting(HierarchySet::getSetPath).containsExactly("/North", "/South wing");
            done("set", "{\"operation\":\"move\",\"setPath\":\"/South wing\",\"toPath\":\"/North\"}");
            assertThat(tree().getChildren().get(0).getChildren()).extracting(HierarchySet::getSetPath)
                    .containsExactly("/North/South wing");
            done("set", "{\"operation\":\"remove\",\"setPath\":\"/North/South wing\"}");
            assertThat(tree().getChildren().get(0).getChildren()).isEmpty();
        }

        @Test
        void listIsDeepOnlyWhenRecursiveAndSaysWhatWasAskedFor() {
            done("set", "{\"operation\":\"add\",\"setName\":\"Floor 1\",\"parentPath\":\"/North\"}");

            HierarchySet flat = list("{\"operation\":\"list\",\"setPath\":\"/\",\"includePrivileges\":true}");

            assertThat(flat.getChildren()).extracting(HierarchySet::getSetName).containsExactly("North");
            assertThat(flat.getChildren().get(0).getChildren()).isEmpty();
            assertThat(flat.getChildren().get(0).getThermostats()).isEmpty();
            assertThat(flat.getChildren().get(0).getPrivileges()).containsExactly(new HierarchyPrivilege()
                    .withSetPath("/North").withSetName("North").withUserName("view@example.org").withAllowView(true));
        }

        @Test
        void thermostatsOfRemovedSetAreUnassigned() {
            done("set", "{\"operation\":\"remove\",\"setPath\":\"/North\"}");

            assertThat(list("{\"operation\":\"list\",\"setPath\":\"Unassigned\",\"includeThermostats\":true}")
                    .getThermostats()).containsExactly("311019854581");
        }

        @Test
        void wrongChangesOfSetsAreRefused() {
            assertThat(refusal(write("set", "{\"operation\":\"add\",\"setName\":\"North\",\"parentPath\":\"/\"}")))
                    .startsWith("7 Validation error. ");
            assertThat(refusal(write("set", "{\"operation\":\"add\",\"setName\":\"a/b\",\"parentPath\":\"/\"}")))
                    .startsWith("7 ");
            assertThat(refusal(write("set", "{\"operation\":\"add\",\"setName\":\"a\",\"parentPath\":\"/X\"}")))
                    .startsWith("2 Not authorized. ");
            assertThat(refusal(write("set", "{\"operation\":\"remove\",\"setPath\":\"/X\"}"))).startsWith("2 ");
            assertThat(refusal(write("set", "{\"operation\":\"remove\",\"setPath\":\"/\"}"))).startsWith("7 ");
            done("set", "{\"operation\":\"add\",\"setName\":\"Floor\",\"parentPath\":\"/North\"}");
            assertThat(refusal(write("set", "{\"operation\":\"move\",\"setPath\":\"/North\",\"toPath\":\"/North/Floor\"}")))
                    .startsWith("7 ");
            assertThat(refusal(write("set", "{\"operation\":\"move\",\"setPath\":\"/North\",\"toPath\":\"/North\"}")))
                    .startsWith("7 ");
            assertThat(refusal(write("set", "{\"operation\":\"rename\",\"setPath\":\"/North\",\"newName\":\"North\"}")))
                    .startsWith("7 ");
            assertThat(refusal(write("set", "{\"operation\":\"move\",\"setPath\":\"/North\",\"toPath\":\"Unassigned\"}")))
                    .startsWith("7 ");
        }

        @Test
        void operationsHaveTheirMethod() {
            assertThat(refusal(write("set", "{\"operation\":\"list\"}"))).startsWith("12 ");
            assertThat(refusal(client.read("/1/hierarchy/set", "{\"operation\":\"add\"}"))).startsWith("13 ");
            assertThat(refusal(write("set", "{\"operation\":\"burn\"}"))).startsWith("5 ");
            assertThat(refusal(client.read("/1/hierarchy/set", "{}"))).startsWith("5 ");
        }

        @Test
        void changesOfSetsNeedThePrivilege() {
            client.authorize(simulator.account("office"), "view@example.org", "ems");

            assertThat(list("{\"operation\":\"list\",\"setPath\":\"/North\"}").getSetName()).isEqualTo("North");
            assertThat(refusal(client.read("/1/hierarchy/set", "{\"operation\":\"list\",\"setPath\":\"/\"}")))
                    .startsWith("2 ");
            assertThat(refusal(write("set", "{\"operation\":\"add\",\"setName\":\"a\",\"parentPath\":\"/North\"}")))
                    .isEqualTo("2 Not authorized. User view@example.org lacks the privilege hierarchy on set /North.");
        }
    }

    @Nested
    class Users {
        private static final String ADD = "{\"operation\":\"add\",\"users\":[{\"userName\":\"tech@example.org\","
                                          + "\"firstName\":\"Tess\",\"lastName\":\"Tech\"}],\"privileges\":[{\"setPath\":"
                                          + "\"/North\",\"userName\":\"tech@example.org\",\"allowView\":true}]}";
        private static final String TECH = "\"users\":[{\"userName\":\"tech@example.org\"}]}";

        @Test
        void userIsAddedWithPrivileges() {
            done("user", ADD);

            HierarchyUserResponse all = users(",\"setPath\":\"/North\",\"includePrivileges\":true");

            assertThat(all.getUsers()).extracting(HierarchyUser::getUserName)
                    .containsExactly("view@example.org", "tech@example.org");
            assertThat(all.getUsers().get(1)).isEqualTo(new HierarchyUser().withUserName("tech@example.org")
                    .withFirstName("Tess").withLastName("Tech").withPhone("").withLastLogin("2008-01-02 00:00:00")
                    .withActive(true).withEmailAlerts(false));
            assertThat(all.getPrivileges()).extracting(HierarchyPrivilege::getUserName)
                    .containsExactly("view@example.org", "tech@example.org");
            assertThat(users("").getUsers()).hasSize(4);
            assertThat(users("").getPrivileges()).isEmpty();
            assertThat(users(",\"setPath\":\"/\"").getUsers()).hasSize(2);
            assertThat(users(",\"setPath\":\"/\",\"recursive\":true").getUsers()).hasSize(4);
        }

        @Test
        void removeTakesPrivilegesOnTheSetAndUnregisterTakesTheUser() {
            done("user", ADD);
            done("user", "{\"operation\":\"remove\",\"setPath\":\"/North\"," + TECH);
            assertThat(users(",\"setPath\":\"/North\"").getUsers()).hasSize(1);
            assertThat(users("").getUsers()).hasSize(4);
            done("user", "{\"operation\":\"unregister\"," + TECH);
            assertThat(users("").getUsers()).hasSize(3);
        }

        @Test
        void updateMergesUsersAndReplacesPrivileges() {
            done("user", ADD);
            done("user", "{\"operation\":\"update\",\"users\":[{\"userName\":\"tech@example.org\",\"phone\":\"555\"}],"
                         + "\"privileges\":[{\"setPath\":\"/North\",\"userName\":\"tech@example.org\",\"allowNone\":true}]}");

            assertThat(users("").getUsers().get(3)).satisfies(user -> {
                assertThat(user.getFirstName()).isEqualTo("Tess");
                assertThat(user.getPhone()).isEqualTo("555");
            });
            client.authorize(simulator.account("office"), "tech@example.org", "ems");
            assertThat(refusal(client.read("/1/hierarchy/set", "{\"operation\":\"list\",\"setPath\":\"/North\"}")))
                    .startsWith("2 ");
        }

        @Test
        void wrongChangesOfUsersAreRefused() {
            done("user", ADD);
            assertThat(refusal(write("user", ADD))).startsWith("7 ");
            assertThat(refusal(write("user", "{\"operation\":\"update\"}"))).startsWith("7 ");
            assertThat(refusal(write("user", "{\"operation\":\"unregister\",\"users\":[{\"userName\":\"x\"}]}")))
                    .startsWith("2 ");
            assertThat(refusal(write("user", "{\"operation\":\"unregister\",\"users\":[{\"userName\":"
                                             + "\"office@example.org\"}]}")))
                    .isEqualTo("2 Not authorized. User office@example.org owns the account.");
            assertThat(refusal(write("user", "{\"operation\":\"add\",\"users\":[{}]}"))).startsWith("7 ");
            assertThat(refusal(write("user", "{\"operation\":\"add\",\"users\":[{\"userName\":\"n\"}],\"privileges\":["
                                             + "{\"setPath\":\"/\",\"userName\":\"view@example.org\",\"allowView\":true}]}")))
                    .startsWith("7 ");
            assertThat(users("").getUsers()).hasSize(4);
        }

        @Test
        void nobodyGrantsMoreThanTheyHave() {
            client.authorize(simulator.account("office"), "security@example.org", "ems");

            assertThat(refusal(write("user", "{\"operation\":\"update\",\"privileges\":[{\"setPath\":\"/North\","
                                             + "\"userName\":\"view@example.org\",\"allowHierarchy\":true}]}")))
                    .startsWith("2 ");
            assertThat(refusal(write("user", ADD))).startsWith("2 ");
            done("user", "{\"operation\":\"update\",\"privileges\":[{\"setPath\":\"/North\","
                         + "\"userName\":\"view@example.org\",\"allowSecurity\":true}]}");
            client.authorize(simulator.account("office"), "view@example.org", "ems");
            assertThat(refusal(client.read("/1/hierarchy/user", "{\"operation\":\"list\"}"))).startsWith("2 ");
        }
    }

    @Nested
    class Thermostats {
        @Test
        void thermostatIsRegisteredWelcomedMovedAssignedAndUnregistered() {
            done("thermostat", "{\"operation\":\"register\",\"thermostats\":\"311019854999\",\"setPath\":\"/North\"}");
            assertThat(tree().getChildren().get(0).getThermostats()).containsExactly("311019854581", "311019854999");
            assertThat(simulator.thermostat("311019854999").snapshot().getAlerts()).extracting(Alert::getText)
                    .containsExactly("Welcome. This thermostat is managed by office now.");
            done("set", "{\"operation\":\"add\",\"setName\":\"South\",\"parentPath\":\"/\"}");
            done("thermostat", "{\"operation\":\"move\",\"setPath\":\"/North\",\"toPath\":\"/South\","
                               + "\"thermostats\":\"311019854999\"}");
            assertThat(tree().getChildren().get(1).getThermostats()).containsExactly("311019854999");
            done("thermostat", "{\"operation\":\"move\",\"setPath\":\"/North\",\"toPath\":\"/South\"}");
            assertThat(tree().getChildren().get(1).getThermostats()).hasSize(2);
            done("thermostat", "{\"operation\":\"assign\",\"setPath\":\"/North\",\"thermostats\":\"311019854999\"}");
            assertThat(tree().getChildren().get(0).getThermostats()).containsExactly("311019854999");
            done("thermostat", "{\"operation\":\"unregister\",\"thermostats\":\"311019854999\"}");
            assertThat(tree().getChildren()).extracting(HierarchySet::getThermostats)
                    .containsExactly(List.of(), List.of("311019854581"));
        }

        @Test
        void codesAreThoseThatEcobeeHasExplained() {
            assertThat(refusal(write("thermostat", "{\"operation\":\"register\","
                                                   + "\"thermostats\":\"311019854581,311019854999\",\"setPath\":\"/North\"}")))
                    .isEqualTo("7 Validation error. Thermostat 311019854581 is in the hierarchy already.");
            assertThat(refusal(write("thermostat", "{\"operation\":\"register\",\"thermostats\":\"1\"}"))).startsWith("2 ");
            assertThat(refusal(write("thermostat", "{\"operation\":\"unregister\",\"thermostats\":\"311019854999\"}")))
                    .startsWith("2 ");
            assertThat(refusal(write("thermostat", "{\"operation\":\"assign\",\"setPath\":\"/North\",\"thermostats\":\"1\"}")))
                    .startsWith("2 ");
            assertThat(refusal(write("thermostat", "{\"operation\":\"move\",\"setPath\":\"/North\",\"toPath\":\"/\","
                                                   + "\"thermostats\":\"1\"}")))
                    .startsWith("3 ");
            assertThat(refusal(write("thermostat", "{\"operation\":\"register\"}"))).startsWith("7 ");
            assertThat(refusal(client.read("/1/hierarchy/thermostat", "{}"))).startsWith("13 ");
        }
    }
}
