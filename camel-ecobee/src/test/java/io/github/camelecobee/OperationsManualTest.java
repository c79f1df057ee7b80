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

import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes of the pages about operations do what the pages say. */
class OperationsManualTest {
    /** At home. */
    @Nested
    class Home extends EcobeeTestSupport {
        @BeforeEach
        void theRoutesAreStarted() throws Exception {
            authorize();
            start(new DocumentedOperations());
        }

        @Test
        void groupsAreReadAndRenamed() {
            camel.createProducerTemplate().sendBody("ecobee:updateGroups",
                    List.of(Map.of("groupName", "Whole house", "synchronizeVacation", true, "thermostats", List.of(UPSTAIRS))));

            camel.createProducerTemplate().sendBody("direct:groups", "");
            camel.createProducerTemplate().sendBody("direct:rename", "");

            Group group = (Group) camel.createProducerTemplate().requestBody("ecobee:getGroups", (Object) "", List.class)
                    .get(0);
            assertThat(group.getGroupName()).isEqualTo("Home");
            assertThat(group.getSynchronizeVacation()).isTrue();
        }
    }

    /** In the building of the scenario office. */
    @Nested
    class Office extends EcobeeTestSupport {
        @Override
        EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
            Scenario.load("office").describe(builder);
            return builder.grantedScope("ems");
        }

        @BeforeEach
        void theRoutesAreStarted() throws Exception {
            authorize(ACCOUNT, pin -> ecobee.account("office").approvePin(pin));
            start(new DocumentedOperations());
        }

        @Test
        void floorsAreMadeAndUsersInvitedAndDismissed() {
            camel.createProducerTemplate().sendBody("direct:newFloor", "Level 3");
            camel.createProducerTemplate().sendBody("direct:invite", "");
            camel.createProducerTemplate().sendBody("direct:dismiss", "tech@example.org,former@office.example.org");

            HierarchySet root = (HierarchySet) camel.createProducerTemplate()
                    .requestBody("ecobee:listSets", (Object) "", List.class).get(0);
            assertThat(root.getChildren()).extracting(HierarchySet::getSetName).contains("Level 3");
        }
    }

    /** The utility of the scenario. */
    @Nested
    class Utility extends EcobeeTestSupport {
        @Override
        EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
            Scenario.load("utility").describe(builder);
            return builder;
        }

        @Override
        EcobeeComponent newComponent() {
            return asUtility(super.newComponent());
        }

        @Test
        void aPeakIsAnnounced() throws Exception {
            start(new DocumentedOperations());

            camel.createProducerTemplate().sendBody("direct:peak", "");

            assertThat(ecobee.thermostat("531000000001").events()).first()
                    .satisfies(event -> assertThat(event.getCoolRelativeTemp()).isEqualTo(40));
        }
    }
}
