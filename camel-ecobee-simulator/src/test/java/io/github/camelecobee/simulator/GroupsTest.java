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
import java.util.List;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.GroupResponse;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.Contract.refusal;
import static io.github.camelecobee.simulator.Contract.success;
import static io.github.camelecobee.simulator.SimulatorClient.ALL;
import static io.github.camelecobee.simulator.SimulatorClient.one;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code /1/group}, get-group.shtml and post-group.shtml. */
class GroupsTest {
    private static final String EVERYTHING = "{\"selection\":{\"selectionType\":\"registered\",\"selectionMatch\":\"\"},"
                                             + "\"%s\":[%s]}";
    private static final String WHOLE_HOUSE
            = "{\"groupName\":\"Whole house\",\"synchronizeSystemMode\":true,\"synchronizeVacation\":true,"
              + "\"thermostats\":[\"311019854581\",\"311019854999\"]}";

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z")))
            .thermostat(SampleThermostats.of("311019854581", "Upstairs"))
            .thermostat(SampleThermostats.of("311019854999", "")).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    GroupsTest() {
        client.authorize();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<Group> post(String groups) {
        return success(client.write("/1/group", EVERYTHING.formatted("groups", groups)), GroupResponse.class).getGroups();
    }

    private List<Group> get() {
        return success(client.read("/1/group", "{\"selection\":" + ALL.formatted("") + "}"), GroupResponse.class)
                .getGroups();
    }

    @Test
    void newGroupGetsReferenceAndFalseForFlagsNotSaid() {
        List<Group> before = get();
        Group made = post(WHOLE_HOUSE).get(0);

        assertThat(before).isEmpty();
        assertThat(made.getGroupRef()).matches("[0-9a-f]{8}");
        assertThat(made).isEqualTo(EcobeeJson.read("{\"groupRef\":\"" + made.getGroupRef() + "\",\"synchronizeAlerts\":false,"
                                                   + "\"synchronizeSchedule\":false,\"synchronizeQuickSave\":false,"
                                                   + "\"synchronizeReminders\":false,\"synchronizeContractorInfo\":false,"
                                                   + "\"synchronizeUserPreferences\":false,\"synchronizeUtilityInfo\":false,"
                                                   + "\"synchronizeLocation\":false,\"synchronizeReset\":false,"
                                                   + WHOLE_HOUSE.substring(1),
                Group.class));
        assertThat(get()).containsExactly(made);
    }

    @Test
    void updateResetsFlagsThatAreOmitted() {
        String groupRef = post(WHOLE_HOUSE).get(0).getGroupRef();

        post("{\"groupRef\":\"" + groupRef + "\",\"groupName\":\"House\",\"synchronizeAlerts\":\"true\","
             + "\"thermostats\":[\"311019854581\"]}");

        assertThat(get()).singleElement().satisfies(group -> {
            assertThat(group.getGroupRef()).isEqualTo(groupRef);
            assertThat(group.getGroupName()).isEqualTo("House");
            assertThat(group.getSynchronizeAlerts()).isTrue();
            assertThat(group.getSynchronizeSystemMode()).isFalse();
            assertThat(group.getThermostats()).containsExactly("311019854581");
        });
    }

    @Test
    void groupWithoutThermostatsIsDeleted() {
        String groupRef = post(WHOLE_HOUSE).get(0).getGroupRef();
        assertThat(post("{\"groupRef\":\"" + groupRef + "\",\"groupName\":\"Whole house\",\"thermostats\":[]}")).isEmpty();
        groupRef = post(WHOLE_HOUSE).get(0).getGroupRef();
        assertThat(post("{\"groupRef\":\"" + groupRef + "\"}")).isEmpty();
    }

    @Test
    void thermostatJoinsTheFirstGroupThatNamesIt() {
        List<Group> groups = post("{\"groupName\":\"A\",\"thermostats\":[\"311019854581\"]},"
                                  + "{\"groupName\":\"B\",\"thermostats\":[\"311019854581\",\"311019854999\"]}");

        assertThat(groups).extracting(Group::getThermostats)
                .containsExactly(List.of("311019854581"), List.of("311019854999"));
        assertThat(post("{\"groupName\":\"C\",\"thermostats\":[\"311019854581\"]}")).hasSize(2);
    }

    @Test
    void listMayBeCalledGroupsWithCapital() {
        assertThat(success(client.write("/1/group", EVERYTHING.formatted("Groups", WHOLE_HOUSE)), GroupResponse.class)
                .getGroups()).hasSize(1);
    }

    @Test
    void wrongGroupsAreRefused() {
        assertThat(refusal(client.write("/1/group", EVERYTHING.formatted("groups",
                "{\"groupName\":\"A\",\"thermostats\":[\"1\"]}"))))
                .isEqualTo("2 Not authorized. User cannot access thermostats [1]");
        assertThat(refusal(client.write("/1/group", EVERYTHING.formatted("groups",
                "{\"thermostats\":[\"311019854581\"]}")))).startsWith("7 Validation error. groupName");
        assertThat(refusal(client.write("/1/group", EVERYTHING.formatted("groups",
                "{\"groupRef\":\"x\",\"groupName\":\"A\"}")))).startsWith("7 Validation error. There is no group x");
        assertThat(refusal(client.write("/1/group", "{\"selection\":" + ALL.formatted("") + "}")))
                .startsWith("5 Invalid request format.");
        assertThat(refusal(client.ask("/1/group", one("311019854581", "")))).startsWith("9 Invalid selection.");
        assertThat(get()).isEmpty();
    }

    @Test
    void readScopeCannotPostGroups() {
        client.authorize(simulator.account("home"), "smartRead");

        assertThat(get()).isEmpty();
        assertThat(refusal(client.write("/1/group", EVERYTHING.formatted("groups", WHOLE_HOUSE))))
                .isEqualTo("2 Not authorized. Scope smartWrite is required.");
    }
}
