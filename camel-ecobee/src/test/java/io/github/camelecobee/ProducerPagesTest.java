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
import java.util.Objects;

import io.github.camelecobee.change.ThermostatStatus;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes in XML and YAML on the pages about producers; those in Java have tests beside their classes. */
@Tag("camel-xml-io-dsl")
class ProducerPagesTest {
    private static void load(CamelContext camel, String... pages) throws Exception {
        for (String page : pages) {
            for (String xml : Manual.snippets("docs/" + page + ".adoc", "xml")) {
                load(camel, page + ".xml", xml.replace("<route ", "<route xmlns=\"http://camel.apache.org/schema/spring\" "));
            }
            for (String yaml : Manual.snippets("docs/" + page + ".adoc", "yaml")) {
                load(camel, page + ".yaml", yaml);
            }
        }
    }

    private static void load(CamelContext camel, String name, String text) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, text));
    }

    private static Exchange run(CamelContext camel, String route, Object body, Map<String, Object> headers) {
        Exchange done = Objects.requireNonNull(camel.createProducerTemplate().send("direct:" + route, exchange -> {
            exchange.getIn().setBody(body);
            headers.forEach(exchange.getIn()::setHeader);
        }));
        assertThat(done.getException()).as(route).isNull();
        return done;
    }

    @ParameterizedTest
    @CsvSource({
            "holds", "functions", "settings", "program", "reads", "groups", "hierarchy", "utility", "outcomes", "patterns" })
    void eachPageHasARouteInEachLanguage(String page) throws Exception {
        for (String language : List.of("java", "xml", "yaml")) {
            assertThat(Manual.snippets("docs/" + page + ".adoc", language)).as(page + ", " + language)
                    .anyMatch(snippet -> snippet.contains("ecobee:"));
        }
    }

    /** At home. */
    @Nested
    class Home extends EcobeeTestSupport {
        @BeforeEach
        void theRoutesAreStarted() throws Exception {
            authorize();
            load(camel, "holds", "functions", "reads", "groups", "outcomes");
            camel.start();
        }

        @Test
        void holdsAreMade() {
            run(camel, "holdAway", "", Map.of());
            assertThat(top().getHoldClimateRef()).isEqualTo("away");
            run(camel, "hold", "", Map.of());
            assertThat(top().getHeatHoldTemp()).isEqualTo(680);
            run(camel, "dial", "", Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "sleep"));
            assertThat(top().getHoldClimateRef()).isEqualTo("sleep");
        }

        @Test
        void whatEcobeeMadeOfAHoldIsTold() {
            assertThat(run(camel, "checked", "", Map.of(EcobeeConstants.HEAT_HOLD_TEMP, "46F", EcobeeConstants.COOL_HOLD_TEMP,
                    "50F")).getMessage().getHeader(EcobeeConstants.OUTCOME)).isEqualTo("ADJUSTED");
        }

        @Test
        void functionsAreExecuted() {
            run(camel, "xmlVacation", "", Map.of());
            assertThat(top().getName()).isEqualTo("Skiing");
            ecobee.thermostat(UPSTAIRS).setProperty("devices", List.of(Map.of("deviceId", 0, "name", "Control", "sensors",
                    List.of(Map.of("sensorId", 1, "name", "Lamp", "type", "plug")))));
            run(camel, "lamp", "", Map.of());
            assertThat(ecobee.thermostat(UPSTAIRS).isPlugOn("Lamp")).isTrue();
        }

        @Test
        void thermostatsAreRead() {
            assertThat(run(camel, "running", "", Map.of()).getMessage().getBody(List.class)).first()
                    .isInstanceOf(ThermostatStatus.class);
            assertThat(run(camel, "everything", "", Map.of()).getMessage().getBody(List.class)).first()
                    .isInstanceOf(Thermostat.class);
        }

        @Test
        void groupsComeAndGo() {
            String made = references(run(camel, "group", "", Map.of()));

            run(camel, "ungroup", List.of(Map.of("groupRef", made, "thermostats", List.of())), Map.of());

            assertThat(camel.createProducerTemplate().requestBody("ecobee:getGroups", (Object) "", List.class)).isEmpty();
        }

        private String references(Exchange done) {
            return String.valueOf(done.getMessage().getHeader(EcobeeConstants.GROUP_REFS, List.class).get(0));
        }

        private Event top() {
            return ecobee.thermostat(UPSTAIRS).events().get(0);
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

        @Test
        void thermostatsAreAssignedToSets() throws Exception {
            authorize(ACCOUNT, pin -> ecobee.account("office").approvePin(pin));
            load(camel, "hierarchy");
            camel.start();

            run(camel, "assign", "", Map.of());

            HierarchySet root = (HierarchySet) run(camel, "sets", "", Map.of()).getMessage().getBody(List.class).get(0);
            assertThat(root.getChildren()).filteredOn(set -> "Annex".equals(set.getSetName())).singleElement()
                    .satisfies(annex -> assertThat(annex.getThermostats()).contains("521000000901"));
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
        void aPeakIsCalledOff() throws Exception {
            start(new DocumentedOperations());
            load(camel, "utility");
            Exchange peak = run(camel, "peak", "", Map.of());

            run(camel, "calm", "", peak.getMessage().getHeaders());

            assertThat(camel.createProducerTemplate().requestBody("ecobee:listDemandResponses", (Object) "", List.class))
                    .isEmpty();
            assertThat(run(camel, "jobs", "", Map.of()).getMessage().getBody(List.class)).isEmpty();
        }
    }
}
