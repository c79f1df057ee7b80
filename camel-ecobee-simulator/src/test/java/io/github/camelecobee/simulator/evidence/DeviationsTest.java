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
package io.github.camelecobee.simulator.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeviationsTest {
    private static final String HOLD = """
            {"selection":{"selectionType":"registered","selectionMatch":""},
             "functions":[{"type":"resumeProgram"},{"type":"setHold","params":%s}]}""";

    private static List<String> update(String json) {
        return Deviations.of("POST", "/1/thermostat", json).stream().map(Deviation::toString).toList();
    }

    private static List<String> hold(String params) {
        return update(HOLD.formatted(params));
    }

    @Test
    void requestThatFollowsTheContractHasNone() {
        assertThat(hold("{\"heatHoldTemp\":640,\"coolHoldTemp\":790,\"holdType\":\"holdHours\",\"holdHours\":2}")).isEmpty();
        assertThat(Deviations.of("GET", "/1/thermostat",
                "{\"selection\":{\"selectionType\":\"registered\",\"selectionMatch\":\"\",\"includeRuntime\":true},"
                                                         + "\"page\":{\"page\":2}}"))
                .isEmpty();
    }

    @Test
    void valuesOfAnotherTypeAreFound() {
        assertThat(hold("{\"heatHoldTemp\":\"640\",\"coolHoldTemp\":79.5}")).containsExactly(
                "functions[1].params.coolHoldTemp is a number, the contract says integer",
                "functions[1].params.heatHoldTemp is a string, the contract says integer");
        assertThat(update("{\"selection\":[],\"thermostat\":null}")).containsExactly(
                "selection is an array, the contract says object", "thermostat is null, the contract says object");
        assertThat(update("{\"thermostat\":{\"securitySettings\":{\"userAccessCode\":1234}}}")).containsExactly(
                "thermostat.securitySettings.userAccessCode is a number, the contract says string or null");
    }

    @Test
    void valuesThatEcobeeDoesNotDocumentAreFound() {
        assertThat(hold("{\"holdType\":\"untilSpring\"}")).containsExactly("functions[1].params.holdType is untilSpring,"
                                                                           + " the contract says one of dateTime, nextTransition, indefinite, holdHours");
        assertThat(update("{\"thermostat\":{\"settings\":{\"hvacMode\":\"" + "x".repeat(60) + "\\n\"}}}")).singleElement()
                .asString().startsWith("thermostat.settings.hvacMode is " + "x".repeat(40) + "..., the contract says one of");
    }

    @Test
    void selectionsAndFunctionsThatDoNotExistAreFound() {
        assertThat(update(
                "{\"selection\":{\"selectionType\":\"all\"},\"functions\":[{\"type\":\"setTemp\",\"params\":{\"x\":1}}]}"))
                .satisfiesExactly(
                        function -> assertThat(function).startsWith("functions[0].type is setTemp, the contract says one of "),
                        selection -> assertThat(selection).isEqualTo("selection.selectionType is all, the contract says one of"
                                                                     + " registered, thermostats, managementSet"));
    }

    @Test
    void propertiesThatTheContractDoesNotKnowAreFound() {
        assertThat(hold("{\"heatHoldTmp\":640}"))
                .containsExactly("The contract does not know the property functions[1].params.heatHoldTmp");
        assertThat(update("{\"selections\":{}}")).containsExactly("The contract does not know the property selections");
        assertThat(update("{\"a\\nb\":1}")).containsExactly("The contract does not know the property a?b");
    }

    @Test
    void longListOfMistakesIsCutShort() {
        assertThat(update("{\"functions\":[" + "{\"x\":1},".repeat(99) + "{}]}")).hasSize(20);
    }

    @Test
    void whatIsNoObjectQuotesNothing() {
        assertThat(update("{\"secret")).containsExactly("It cannot be read: it is no JSON");
        assertThat(update("[1]")).containsExactly("It cannot be read: it is no JSON object");
        assertThat(update("")).isEmpty();
    }

    @Test
    void requestsWithoutContractAreLeftAlone() {
        assertThat(Deviations.of("POST", "/1/nonsense", "{\"a\":1}")).isEmpty();
    }

    @Test
    void sortIsTheSameForEveryIndexAndValue() {
        Deviation first = Deviations.of("POST", "/1/thermostat", HOLD.formatted("{\"holdType\":\"untilSpring\"}")).get(0);
        Deviation second = Deviations.of("POST", "/1/thermostat",
                "{\"functions\":[{\"type\":\"setHold\",\"params\":{\"holdType\":\"untilMay\"}}]}").get(0);

        assertThat(first.sort()).isEqualTo(second.sort()).isEqualTo("VALUE functions[].params.holdType");
    }

    @Test
    void everySchemaCanBeTakenStrictly() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../camel-ecobee-model/src/main/schema"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .hasSizeGreaterThan(59).allSatisfy(name -> StrictSchemas.of(name).initializeValidators());
        }
    }
}
