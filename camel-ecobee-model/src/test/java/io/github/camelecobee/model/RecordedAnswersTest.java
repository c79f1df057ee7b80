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
package io.github.camelecobee.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What ecobee and its users' programs really sent survives being read and written again. */
class RecordedAnswersTest {
    private static final Path RECORDINGS = Path.of("../../shared/fixtures");
    private static final Path SCHEMAS = Path.of("src/main/schema");

    /** The class of a recording, or of its elements when it is a list. */
    private static final Map<String, Class<? extends EcobeeObject>> TYPES = Map.ofEntries(
            entry("MMM-Ecobee/thermostat-nikeSmart-2018.json", ThermostatResponse.class),
            entry("alistairking_ecobee-ts/extendedRuntime.json", ExtendedRuntime.class),
            entry("alistairking_ecobee-ts/remoteSensor.json", RemoteSensor.class),
            entry("alistairking_ecobee-ts/runtime.json", Runtime.class),
            entry("com.ecobee.bean-RedKeyset/thermostat-sensors-nikeSmart-2018.json", ThermostatResponse.class),
            entry("com.kelvaya.ecobee-scala/thermostat-every-object.json", ThermostatResponse.class),
            entry("developer.ecobee.com/auth-error-invalid_client.json", OAuthError.class),
            entry("developer.ecobee.com/cancel-demandResponse-request.json", DemandResponseRequest.class),
            entry("developer.ecobee.com/ex10-deleteVacation-request.json", ThermostatUpdateRequest.class),
            entry("developer.ecobee.com/ex12-setHold-climate-request.json", ThermostatUpdateRequest.class),
            entry("developer.ecobee.com/ex4-thermostatSummary-idle.json", ThermostatSummaryResponse.class),
            entry("developer.ecobee.com/ex4-thermostatSummary-running.json", ThermostatSummaryResponse.class),
            entry("developer.ecobee.com/ex9-createVacation-request.json", ThermostatUpdateRequest.class),
            entry("developer.ecobee.com/pin-authorize-old-style.json", PinResponse.class),
            entry("developer.ecobee.com/post-ok.json", StatusResponse.class),
            entry("ecobeehvacmode/authorize-new-style.json", PinResponse.class),
            entry("errors-quoted-in-issues/code2-application-revoked.json", StatusResponse.class),
            entry("errors-quoted-in-issues/code3-invalid-request-type.json", StatusResponse.class),
            entry("errors-quoted-in-issues/code3-processing-thermostats.json", StatusResponse.class),
            entry("errors-quoted-in-issues/http500-code14-token-expired.json", StatusResponse.class),
            entry("errors-quoted-in-issues/token-400-invalid_grant.json", OAuthError.class),
            entry("home-assistant_core-drycontact-tests/runtimeReport-sensors-first.json", RuntimeReportResponse.class),
            entry("home-assistant_core-drycontact-tests/runtimeReport-sensors-update.json", RuntimeReportResponse.class),
            entry("home-assistant_core-issue-86094/climates-complete.json", Climate.class),
            entry("home-assistant_core-issue-86094/event-hold-running.json", Event.class),
            entry("snippet-1192865712/authorize.json", PinResponse.class),
            entry("vojtamolda_homebridge-ecobee3-sensors-issues/issue-9-authorization_pending.json", OAuthError.class));

    @TestFactory
    Stream<DynamicTest> recordedAnswerLosesNothingAndGainsNothing() throws IOException {
        return recordings().stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            Class<? extends EcobeeObject> type = typeOf(name);

            for (JsonNode element : elements(name)) {
                String json = element.toString();
                EcobeeObject read = EcobeeJson.read(json, type);

                Examples.assertSameMeaning(EcobeeJson.write(read), json);
                assertThat(EcobeeJson.read(EcobeeJson.write(read), type)).isEqualTo(read).hasSameHashCodeAs(read);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> recordedAnswerMatchesItsSchema() throws IOException {
        return recordings().stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            Path file = SCHEMAS.resolve(typeOf(name).getSimpleName() + ".json");
            JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(SchemaLocation.of(file.toUri().toString()));

            for (JsonNode element : elements(name)) {
                assertThat(schema.validate(element)).isEmpty();
            }
        }));
    }

    @Test
    void everyRowOfTheTableHasItsRecording() throws IOException {
        assertThat(recordings()).containsAll(TYPES.keySet());
    }

    private static Class<? extends EcobeeObject> typeOf(String name) {
        assertThat(TYPES).as("%s is new: look what it is and add a row to the table of this test", name)
                .containsKey(name);
        return TYPES.get(name);
    }

    private static List<JsonNode> elements(String name) throws IOException {
        JsonNode tree = Examples.tree(Files.readString(RECORDINGS.resolve(name)));
        List<JsonNode> elements = new ArrayList<>();
        tree.forEach(elements::add);
        return tree.isArray() ? elements : List.of(tree);
    }

    private static List<String> recordings() throws IOException {
        assumeTrue(Files.isDirectory(RECORDINGS), "no recordings here");
        try (Stream<Path> files = Files.walk(RECORDINGS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> RECORDINGS.relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }
}
