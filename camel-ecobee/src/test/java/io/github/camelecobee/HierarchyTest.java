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
import java.util.stream.Stream;

import io.github.camelecobee.client.EcobeeNotAuthorizedException;
import io.github.camelecobee.client.EcobeeProcessingException;
import io.github.camelecobee.client.EcobeeUnknownOutcomeException;
import io.github.camelecobee.client.EcobeeValidationException;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.model.HierarchySetRequest;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.HierarchyUserResponse;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Management sets, their users and thermostats, in the building of the scenario office (operations/hierarchy). */
class HierarchyTest extends EcobeeTestSupport {
    private static final String SET = "/1/hierarchy/set";
    private static final String LOBBY = "521000000001";
    private static final String CANTEEN = "521000000002";
    private static final String WORKSHOP = "521000000301";
    private static final String DESK = "frontdesk@office.example.org";

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        Scenario.load("office").describe(builder);
        return builder.grantedScope("ems");
    }

    @BeforeEach
    void theOfficeIsAuthorized() throws Exception {
        authorize(ACCOUNT, pin -> ecobee.account("office").approvePin(pin));
        camel.start();
    }

    @Test
    void setsAreListedWithWhatIsInThem() {
        HierarchySet root = sets("?setPath=/&recursive=true&includeThermostats=true&includePrivileges=true");

        assertThat(root.getSetName()).isEqualTo("My Sets");
        HierarchySet east = find(root, "/Level 1/East");
        assertThat(east.getThermostats()).containsExactly("521000000101", "521000000102");
        assertThat(find(root, "/Level 1").getPrivileges()).extracting(HierarchyPrivilege::getUserName)
                .containsExactly("level1@office.example.org");
    }

    @Test
    void withoutOptionsTheSetsBelowTheRootAreListed() {
        HierarchySet root = sets("");

        assertThat(root.getChildren()).extracting(HierarchySet::getSetName).contains("Ground floor", "Level 1");
        assertThat(find(root, "/Level 1").getChildren()).isEmpty();
        assertThat(root.getThermostats()).isEmpty();
    }

    @Test
    void aSetIsMadeRenamedMovedAndRemoved() {
        done(send("addSet", "", Map.of(EcobeeConstants.SET_NAME, "South", EcobeeConstants.PARENT_PATH, "/")));
        assertThat(paths()).contains("/South");
        done(send("renameSet", Map.of("setPath", "/South", "newName", "South wing"), Map.of()));
        assertThat(paths()).contains("/South wing").doesNotContain("/South");
        done(send("moveSet", "{\"setPath\": \"/South wing\", \"toPath\": \"/Annex\"}", Map.of()));
        assertThat(paths()).contains("/Annex/South wing").doesNotContain("/South wing");
        done(send("removeSet?setPath=/Annex/South wing", "", Map.of()));
        assertThat(paths()).doesNotContain("/Annex/South wing");

        assertThat(ecobee.requests().count("POST", SET)).isEqualTo(4);
        assertNothingDeviates();
    }

    @Test
    void aBodyMayBeTheWholeRequest() {
        done(send("addSet", new HierarchySetRequest().withOperation("add").withSetName("South").withParentPath("/"), Map.of()));
        assertThat(paths()).contains("/South");

        Exchange other = send("addSet", new HierarchySetRequest().withOperation("remove").withSetPath("/South"), Map.of());
        assertThat(other.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("body: 'operation' is no parameter of addSet");
        assertThat(paths()).contains("/South");
    }

    @Test
    void usersAreInvitedChangedAndRemoved() {
        done(send("addUsers", Map.of(
                "users", List.of(Map.of("userName", "tech@example.org", "firstName", "Tess", "lastName", "Tech")),
                "privileges", List.of(Map.of("setPath", "/Annex", "userName", "tech@example.org", "allowView", true))),
                Map.of()));
        assertThat(users("?setPath=/Annex&includePrivileges=true")).satisfies(annex -> {
            assertThat(annex.getUsers()).extracting(HierarchyUser::getFirstName).containsExactly("Tess");
            assertThat(annex.getPrivileges()).extracting(HierarchyPrivilege::getAllowView).containsExactly(true);
        });

        done(send("updateUsers", new HierarchyUser().withUserName("tech@example.org").withPhone("555-0100"), Map.of()));
        done(send("updateUsers", "ignored", Map.of(EcobeeConstants.PRIVILEGES,
                "[{\"setPath\": \"/Level 2\", \"userName\": \"tech@example.org\", \"allowProgram\": \"true\"}]")));
        assertThat(users("?setPath=/Level 2")).satisfies(level -> assertThat(level.getUsers())
                .filteredOn(user -> "tech@example.org".equals(user.getUserName())).singleElement()
                .satisfies(user -> {
                    assertThat(user.getPhone()).isEqualTo("555-0100");
                    assertThat(user.getLastName()).isEqualTo("Tech");
                }));

        done(send("removeUsers?setPath=/Annex", "", Map.of(EcobeeConstants.USERS, "tech@example.org")));
        assertThat(users("?setPath=/Annex").getUsers()).isEmpty();
        done(send("unregisterUsers", List.of(Map.of("userName", "tech@example.org")), Map.of()));
        assertThat(users("").getUsers()).extracting(HierarchyUser::getUserName).contains(DESK)
                .doesNotContain("tech@example.org");
        assertNothingDeviates();
    }

    @Test
    void aListOfUsersIsABodyAndSoIsItsJson() {
        done(send("addUsers", List.of(new HierarchyUser().withUserName("one@example.org"),
                new HierarchyUser().withUserName("two@example.org")), Map.of()));
        done(send("addUsers", "[{\"userName\": \"three@example.org\"}]", Map.of()));

        assertThat(users("").getUsers()).extracting(HierarchyUser::getUserName)
                .contains("one@example.org", "two@example.org", "three@example.org");
    }

    @Test
    void thermostatsAreMovedAssignedUnregisteredAndRegistered() {
        done(send("moveThermostats?setPath=/Ground floor&thermostatIds=" + LOBBY, "",
                Map.of(EcobeeConstants.TO_PATH, "/Annex")));
        assertThat(thermostats("/Annex")).containsExactlyInAnyOrder(WORKSHOP, LOBBY);
        assertThat(thermostats("/Ground floor")).containsExactly(CANTEEN);

        done(send("moveThermostats?all=true&setPath=/Annex", "", Map.of(EcobeeConstants.TO_PATH, "/Ground floor")));
        assertThat(thermostats("/Annex")).isEmpty();

        done(send("assignThermostats?setPath=/Level 2", "",
                Map.of(EcobeeConstants.THERMOSTAT_IDS, List.of(LOBBY, CANTEEN))));
        assertThat(thermostats("/Level 2")).contains(LOBBY, CANTEEN);

        done(send("unregisterThermostats", Map.of("thermostats", LOBBY), Map.of()));
        assertThat(thermostats("/Level 2")).doesNotContain(LOBBY).contains(CANTEEN);
        done(send("registerThermostats?setPath=/Annex&thermostatIds=" + LOBBY, "", Map.of()));
        assertThat(thermostats("/Annex")).containsExactly(LOBBY);
        assertNothingDeviates();
    }

    @Test
    void noWholeSetIsMovedByOmission() {
        Exchange done = send("moveThermostats?setPath=/Ground floor", "", Map.of(EcobeeConstants.TO_PATH, "/Annex"));

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was not told which thermostats to move").hasMessageContaining("all=true");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       addSet                | {"parentPath":"/"}                        | addSet: setName is missing; give it as header CamelEcobeeSetName or in the body
                       addSet                | {"setName":"South"}                       | parentPath is missing
                       addSet                | {"setName":"a/b","parentPath":"/"}        | body property setName: 'a/b' is not allowed; give a name without slashes
                       addSet                | {"setName":"South","parentPath":"North"}  | body property parentPath: 'North' is not allowed; give a path such as
                       addSet                | {"name":"South"}                          | body: 'name' is no parameter of addSet
                       removeSet             | {}                                        | setPath is missing
                       removeSet             | {"setPath":"/"}                           | '/' is not allowed; give a path below /
                       removeSet             | {"setPath":"Unassigned"}                  | 'Unassigned' is not allowed; give a path below /
                       renameSet             | {"setPath":"/Annex"}                      | newName is missing
                       moveSet               | {"setPath":"/Level 1","toPath":"/Level 1/East"} | give a set that is neither /Level 1 nor below it
                       listSets              | {"recursive":"perhaps"}                   | 'perhaps' is not allowed; give true or false
                       addUsers              | {}                                        | users is missing
                       addUsers              | {"users":[{"firstName":"Tess"}]}          | body property users[0]: userName is missing
                       addUsers              | {"users":[]}                              | at least one
                       addUsers              | {"users":[7]}                             | body property users[0]: '7' is not allowed; give an object HierarchyUser
                       addUsers              | {"users":[{"userName":"a@b.c","active":"perhaps"}]} | users[0]: HierarchyUser expected
                       addUsers              | {"users":[{"userName":"a@b.c"}],"privileges":[{"setPath":"/","userName":"d@e.f"}]} | is for d@e.f, who is not among the users
                       addUsers              | {"users":[{"userName":"a@b.c"}],"privileges":[{"userName":"a@b.c"}]} | privileges[0]: setPath is missing
                       removeUsers           | {"users":["a@b.c"]}                       | setPath is missing
                       unregisterUsers       | {}                                        | users is missing
                       updateUsers           | {}                                        | users and privileges are missing
                       registerThermostats   | {}                                        | thermostats is missing; give it as header CamelEcobeeThermostatIds
                       registerThermostats   | {"thermostats":"one two"}                 | give identifiers of thermostats
                       unregisterThermostats | {"thermostats":","}                       | give identifiers of thermostats
                       assignThermostats     | {"thermostats":"521000000001"}            | setPath is missing
                       moveThermostats       | {"thermostats":"521000000001","setPath":"/Annex"} | toPath is missing
                       """)
    void whatEcobeeWouldRefuseIsNotSent(String operation, String body, String complaint) {
        Exchange done = send(operation, body, Map.of());

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(complaint);
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void refusalsSayWhatEcobeeSays() {
        assertThat(send("removeSet?setPath=/Nowhere", "", Map.of()).getException())
                .isInstanceOf(EcobeeNotAuthorizedException.class).hasMessageContaining("/Nowhere");
        assertThat(send("addSet", Map.of("setName", "Annex", "parentPath", "/"), Map.of()).getException())
                .isInstanceOf(EcobeeValidationException.class);
        assertThat(send("registerThermostats?thermostatIds=" + LOBBY, "", Map.of()).getException())
                .isInstanceOf(EcobeeValidationException.class);
        assertThat(send("moveThermostats?setPath=/Annex&thermostatIds=" + LOBBY, "",
                Map.of(EcobeeConstants.TO_PATH, "/Level 2")).getException()).isInstanceOf(EcobeeProcessingException.class);
    }

    @Test
    void anOutcomeThatIsUnknownIsToldAndNothingIsSentAgain() {
        ecobee.faults().next("POST", SET, Fault.dropConnectionAfterHandling());

        Exchange done = send("addSet", Map.of("setName", "South", "parentPath", "/"), Map.of());

        assertThat(done.getException()).isInstanceOf(EcobeeUnknownOutcomeException.class)
                .hasMessageContaining("add South in /");
        assertThat(ecobee.requests().count("POST", SET)).isEqualTo(1);
        assertThat(paths()).contains("/South");
    }

    private void done(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).containsEntry(EcobeeConstants.STATUS_CODE, 0);
    }

    private void assertNothingDeviates() {
        assertThat(ecobee.requests().all()).flatExtracting(LoggedRequest::warnings).isEmpty();
    }

    private HierarchySet sets(String options) {
        return (HierarchySet) Objects.requireNonNull(
                send("listSets" + options, "", Map.of()).getMessage().getBody(List.class)).get(0);
    }

    private HierarchyUserResponse users(String options) {
        return send("listUsers" + options, "", Map.of()).getMessage().getBody(HierarchyUserResponse.class);
    }

    private List<String> paths() {
        return all(sets("?recursive=true")).stream().map(HierarchySet::getSetPath).toList();
    }

    private List<String> thermostats(String path) {
        return find(sets("?recursive=true&includeThermostats=true"), path).getThermostats();
    }

    private static HierarchySet find(HierarchySet root, String path) {
        return all(root).stream().filter(set -> path.equals(set.getSetPath())).findFirst().orElseThrow();
    }

    private static List<HierarchySet> all(HierarchySet root) {
        return Stream.concat(Stream.of(root),
                root.getChildren().stream().flatMap(child -> all(child).stream())).toList();
    }

    private Exchange send(String operation, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:" + operation, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
