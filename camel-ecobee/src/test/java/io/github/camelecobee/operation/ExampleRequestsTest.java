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
package io.github.camelecobee.operation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelecobee.ReferenceExamples;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.EcobeeJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each operation makes of its parameters the example request of the reference, and no parameter is unknown to ecobee.
 */
class ExampleRequestsTest {
    private static final ThermostatSelection NORTH = ThermostatSelection.managementSet("/North");

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments(HierarchyOperations.listSets(), NORTH, "hierarchy", 0),
                arguments(HierarchyOperations.addSet(), NORTH, "hierarchy", 2),
                arguments(HierarchyOperations.renameSet(), NORTH, "hierarchy", 3),
                arguments(HierarchyOperations.moveSet(), NORTH, "hierarchy", 4),
                arguments(HierarchyOperations.removeSet(), NORTH, "hierarchy", 5),
                arguments(HierarchyOperations.addUsers(), NORTH, "hierarchy", 6),
                arguments(HierarchyOperations.registerThermostats(), NORTH, "hierarchy", 7),
                arguments(UtilityOperations.createDemandResponse(), NORTH, "demandResponse create / cancel / list", 0),
                arguments(UtilityOperations.cancelDemandResponse(), NORTH, "demandResponse create / cancel / list", 2),
                arguments(UtilityOperations.listDemandResponses(), NORTH, "demandResponse create / cancel / list", 3),
                arguments(UtilityOperations.issueDemandManagement(), NORTH, "demandManagement", 0),
                arguments(UtilityOperations.createRuntimeReportJob(), ThermostatSelection.managementSet("/"),
                        "runtimeReportJob create / status / cancel", 0),
                arguments(UtilityOperations.cancelRuntimeReportJob(), NORTH, "runtimeReportJob create / status / cancel", 3));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsThatOfTheReference(RequestOperation<?> operation, ThermostatSelection target, String example, int number) {
        Map<String, Object> wanted = EcobeeJson.readMap(ReferenceExamples.of(example).get(number));
        Map<String, Parameter> parameters = new HashMap<>();
        given(wanted).forEach((name, value) -> {
            if (operation.parameters().contains(name)) {
                parameters.put(name, new Parameter(value, "body property " + name));
            }
        });

        String request = EcobeeJson.write(operation.request(new Command(target, Set.of(), parameters, WriteOptions.DEFAULT)));

        assertThat(EcobeeJson.readMap(request)).isEqualTo(wanted);
    }

    /** A reference is given by itself, wherever the request has it. */
    private static Map<String, Object> given(Map<String, Object> request) {
        Map<String, Object> given = new HashMap<>(request);
        if (request.get("demandResponse") instanceof Map<?, ?> response && response.get("demandResponseRef") != null) {
            given.put("demandResponseRef", response.get("demandResponseRef"));
        }
        return given;
    }

    @Test
    void everyParameterIsAMemberOfTheSchema() {
        Set<String> ours = Set.of("all", "waitForCompletion", "completionTimeout");
        requests().map(each -> (RequestOperation<?>) each.get()[0]).forEach(operation -> {
            Set<String> names = new HashSet<>(operation.parameters());
            names.removeAll(ours);
            names.addAll(operation.constants().keySet());
            assertThat(EcobeeJson.propertyNames(operation.parametersType())).containsAll(names);
        });
    }
}
