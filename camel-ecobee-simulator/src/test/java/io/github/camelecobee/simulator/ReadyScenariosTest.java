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

import io.github.camelecobee.model.DemandResponseResponse;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.model.HierarchySetResponse;
import io.github.camelecobee.model.RegisterResponse;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.ThermostatResponse;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.simulator.scenario.Scenario;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.Contract.refusal;
import static io.github.camelecobee.simulator.Contract.success;
import static org.assertj.core.api.Assertions.assertThat;

/** The ready scenarios as clients use them. */
class ReadyScenariosTest {
    private static final String SET = "{\"selectionType\":\"managementSet\",\"selectionMatch\":\"%s\"}";

    private static EcobeeSimulator start(String name) {
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder();
        Scenario scenario = Scenario.load(name);
        scenario.describe(builder);
        EcobeeSimulator simulator = builder.clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"))).start();
        scenario.begin(simulator);
        return simulator;
    }

    private static List<String> names(SimulatorClient client, String set) {
        return success(client.ask("/1/thermostatSummary", SET.formatted(set)), ThermostatSummaryResponse.class)
                .getRevisionList().stream().map(line -> line.split(":", -1)[1]).toList();
    }

    @Nested
    class Office {
        private final EcobeeSimulator simulator = start("office");
        private final SimulatorClient client = new SimulatorClient(simulator);

        @AfterEach
        void stop() {
            simulator.close();
        }

        private void be(String user) {
            client.authorize(simulator.account("office"), user + "@office.example.org", "ems");
        }

        @Test
        void hierarchyIsRead() {
            be("facilities");

            HierarchySet root = success(client.read("/1/hierarchy/set", "{\"operation\":\"list\",\"setPath\":\"/\","
                                                                        + "\"recursive\":true,\"includeThermostats\":true}"),
                    HierarchySetResponse.class).getSets().get(0);

            assertThat(root.getChildren()).extracting(HierarchySet::getSetName)
                    .containsExactly("Ground floor", "Level 1", "Level 2", "Annex");
            assertThat(root.getChildren().get(1).getChildren()).extracting(HierarchySet::getSetPath)
                    .containsExactly("/Level 1/East", "/Level 1/West");
            assertThat(root.getChildren().get(0).getThermostats()).hasSize(2);
        }

        @Test
        void managementSetsAreSelected() {
            be("facilities");

            assertThat(names(client, "/")).hasSize(10);
            assertThat(names(client, "/Level 1")).hasSize(4);
            assertThat(names(client, "/Level 1/East")).containsExactly("Open space east", "Meeting room east");
            assertThat(success(client.ask("/1/thermostat", SET.formatted("/Level 2").replace("}", ",\"includeProgram\":true}")),
                    ThermostatResponse.class).getThermostatList()).allSatisfy(thermostat -> {
                        assertThat(thermostat.getModelNumber()).endsWith("Ems");
                        assertThat(thermostat.getProgram().getClimates()).extracting("climateRef")
                                .containsExactlyInAnyOrder("occupied", "unoccupied");
                    });
        }

        @Test
        void usersSeeAndChangeWhatTheyMay() {
            String occupy = "{\"selection\":" + SET.formatted("/") + ",\"functions\":[{\"type\":\"setOccupied\",\"params\":"
                            + "{\"occupied\":true,\"holdType\":\"nextTransition\"}}]}";
            be("frontdesk");
            assertThat(names(client, "/")).hasSize(10);
            assertThat(refusal(client.write("/1/thermostat", occupy))).startsWith("9 ");
            be("level1");
            assertThat(names(client, "/")).hasSize(4).contains("Print room");
            be("heating");
            assertThat(names(client, "/")).hasSize(8).doesNotContain("Server room");

            success(client.write("/1/thermostat", occupy), StatusResponse.class);

            assertThat(simulator.thermostat("521000000001").events()).extracting(Event::getType)
                    .containsExactly("switchOccupancy");
            assertThat(simulator.thermostat("521000000202").events()).isEmpty();
        }
    }

    @Nested
    class Utility {
        private static final String FIRST = "531000000001";
        private static final String SHOP = "531000000031";
        private final EcobeeSimulator simulator = start("utility");
        private final SimulatorClient client = new SimulatorClient(simulator);

        @BeforeEach
        void register() {
            HttpResponse<String> answer = client.write(
                    "/1/register", "{\"userName\":\"grid@power.example.org\",\"password\":\"kilowatt\"}");
            client.useToken(success(answer, RegisterResponse.class).getToken());
        }

        @AfterEach
        void stop() {
            simulator.close();
        }

        @Test
        void fleetsAreSelected() {
            assertThat(names(client, "/")).hasSize(7);
            assertThat(names(client, "/Residential")).hasSize(4);
            assertThat(names(client, "/Business")).containsExactly("Shop", "Bakehouse");
        }

        @Test
        void demandResponseReachesItsFleetOnly() {
            String create = "{\"operation\":\"create\",\"selection\":" + SET.formatted("/Residential/North")
                            + ",\"demandResponse\":{\"name\":\"peak\",\"message\":\"Peak event\",\"event\":{"
                            + "\"type\":\"demandResponse\",\"startDate\":\"2026-01-14\",\"startTime\":\"17:00:00\","
                            + "\"endDate\":\"2026-01-14\",\"endTime\":\"19:00:00\",\"isOptional\":true,"
                            + "\"isTemperatureRelative\":true,\"isTemperatureAbsolute\":false,"
                            + "\"heatRelativeTemp\":40,\"coolRelativeTemp\":40}}}";

            String ref = success(client.write("/1/demandResponse", create), DemandResponseResponse.class)
                    .getDemandResponseRef();

            assertThat(simulator.thermostat(FIRST).events()).extracting(Event::getLinkRef).containsExactly(ref);
            assertThat(simulator.thermostat(SHOP).events()).isEmpty();
            assertThat(success(client.read("/1/demandResponse", "{\"operation\":\"list\"}"), DemandResponseResponse.class)
                    .getDrList()).singleElement()
                    .satisfies(each -> assertThat(each.getThermostats()).hasSize(3).contains(FIRST));
        }

        @Test
        void demandManagementReachesItsFleetOnly() {
            success(client.write("/1/demandManagement", "{\"selection\":" + SET.formatted("/Business")
                                                        + ",\"dmList\":[{\"date\":\"2026-01-14\",\"hour\":22,\"tempOffsets\":"
                                                        + "[10,10,10,15,15,15,20,20,20,10,0,0]}]}"),
                    StatusResponse.class);

            Instant at22 = Instant.parse("2026-01-14T22:00:00Z");
            assertThat(simulator.demandOffset(SHOP, at22)).isEqualTo(10);
            assertThat(simulator.demandOffset(FIRST, at22)).isZero();
        }

        @Test
        void customersSeeTheirOwnHomes() {
            client.authorize(simulator.account("bakery"), "smartRead");

            assertThat(client.summary().getRevisionList()).hasSize(2);
        }
    }
}
