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
package io.github.camelecobee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.client.EcobeeRefusedException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Groups of thermostats (get-group.shtml, post-group.shtml). */
class GroupsTest extends EcobeeTestSupport {
    private static final String GROUP = "/1/group";

    private String cottage;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
        cottage = ecobee.thermostats().stream().map(each -> each.identifier()).filter(each -> !UPSTAIRS.equals(each))
                .findFirst().orElseThrow();
    }

    @Test
    void aGroupIsMadeAndItsReferenceTold() {
        Exchange done = send("updateGroups", Map.of("groups",
                List.of(Map.of("groupName", "Floor", "synchronizeVacation", true, "thermostats", List.of(UPSTAIRS)))),
                Map.of());

        assertThat(done.getException()).isNull();
        Group floor = groups().get(0);
        assertThat(floor.getGroupName()).isEqualTo("Floor");
        assertThat(floor.getSynchronizeVacation()).isTrue();
        assertThat(done.getMessage().getHeaders()).containsEntry(EcobeeConstants.GROUP_REFS, List.of(floor.getGroupRef()))
                .containsEntry(EcobeeConstants.STATUS_CODE, 0);
        assertThat(done.getMessage().getBody()).isInstanceOf(Map.class);
        assertThat(ecobee.requests().count("POST", GROUP)).isEqualTo(1);
        assertThat(ecobee.requests().all()).flatExtracting(LoggedRequest::warnings).isEmpty();
    }

    @Test
    void whatIsNotSaidOfAGroupStaysAsItIs() {
        send("updateGroups", new Group().withGroupName("House").withSynchronizeVacation(true).withSynchronizeAlerts(true)
                .withThermostats(List.of(UPSTAIRS, cottage)), Map.of());
        String ref = groups().get(0).getGroupRef();

        Exchange done = send("updateGroups",
                "[{\"groupRef\": \"" + ref + "\", \"groupName\": \"Home\", \"synchronizeAlerts\": false}]", Map.of());

        assertThat(done.getException()).isNull();
        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.getGroupRef()).isEqualTo(ref);
            assertThat(group.getGroupName()).isEqualTo("Home");
            assertThat(group.getSynchronizeVacation()).isTrue();
            assertThat(group.getSynchronizeAlerts()).isFalse();
            assertThat(group.getThermostats()).containsExactly(UPSTAIRS, cottage);
        });
    }

    @Test
    void aGroupIsDeletedOnlyWhenThatIsSaid() {
        send("updateGroups", new Group().withGroupName("House").withThermostats(List.of(UPSTAIRS)), Map.of());
        Group empty = new Group().withGroupRef(groups().get(0).getGroupRef()).withThermostats(List.of());
        ecobee.requests().clear();

        assertThat(send("updateGroups", empty, Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("groups[0]: without thermostats ecobee deletes the group 'House'")
                .hasMessageContaining("allowDelete=true");
        assertThat(ecobee.requests().count("POST", GROUP)).isZero();
        assertThat(send("updateGroups?allowDelete=true", empty, Map.of()).getException()).isNull();

        assertThat(groups()).isEmpty();
    }

    @Test
    void aThermostatMovesFromOneGroupToAnotherInOneRequest() {
        send("updateGroups", List.of(new Group().withGroupName("One").withThermostats(List.of(UPSTAIRS, cottage)),
                new Group().withGroupName("Two").withThermostats(
                        ecobee.thermostats().stream().map(each -> each.identifier()).skip(2).limit(1).toList())),
                Map.of());
        Group one = groups().get(0);
        Group two = groups().get(1);
        List<String> more = List.of(two.getThermostats().get(0), cottage);

        assertThat(send("updateGroups", new Group().withGroupRef(two.getGroupRef()).withThermostats(more), Map.of())
                .getException()).hasMessageContaining("thermostat " + cottage + " would be in the groups 'Two' and 'One'");
        Exchange both = send("updateGroups", List.of(
                new Group().withGroupRef(one.getGroupRef()).withThermostats(List.of(UPSTAIRS)),
                new Group().withGroupRef(two.getGroupRef()).withThermostats(more)), Map.of());

        assertThat(both.getException()).isNull();
        assertThat(groups()).extracting(Group::getThermostats).containsExactly(List.of(UPSTAIRS), more);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        send("updateGroups", new Group().withGroupName("House").withThermostats(List.of(UPSTAIRS)), Map.of());
        ecobee.requests().clear();

        assertRefused(Map.of(), "groups is missing; give it as header CamelEcobeeGroups or in the body");
        assertRefused(List.of(Map.of("thermostats", List.of(cottage))), "groups[0]: groupName is missing");
        assertRefused(List.of(Map.of("groupName", "New")), "thermostats is missing; the new group 'New' needs some");
        assertRefused(List.of(Map.of("groupName", "House", "thermostats", List.of(cottage))),
                "there is a group 'House' already; give its groupRef");
        assertRefused(List.of(Map.of("groupRef", "beef", "groupName", "House")), "groupRef 'beef' is unknown");
        assertThat(ecobee.requests().count("POST", GROUP)).isZero();
    }

    @Test
    void whatEcobeeRefusesIsToldInItsWords() {
        assertThat(send("updateGroups", new Group().withGroupName("Far").withThermostats(List.of("999999999999")), Map.of())
                .getException()).isInstanceOf(EcobeeRefusedException.class)
                .hasMessageContaining("999999999999");
    }

    @Test
    void anOutcomeThatIsUnknownIsToldAndNothingIsSentAgain() {
        ecobee.faults().next("POST", GROUP, Fault.dropConnectionAfterHandling());

        Exchange done = send("updateGroups", new Group().withGroupName("House").withThermostats(List.of(UPSTAIRS)), Map.of());

        assertThat(done.getException()).isInstanceOf(EcobeeUnknownOutcomeException.class);
        assertThat(ecobee.requests().count("POST", GROUP)).isEqualTo(1);
    }

    private void assertRefused(Object body, String complaint) {
        assertThat(send("updateGroups", body, Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @SuppressWarnings("unchecked")
    private List<Group> groups() {
        return (List<Group>) send("getGroups", "", Map.of()).getMessage().getBody(List.class);
    }

    private Exchange send(String operation, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:" + operation, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
