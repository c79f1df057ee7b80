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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.operation.Command;
import io.github.camelecobee.operation.HierarchyOperations;
import io.github.camelecobee.operation.Parameter;
import io.github.camelecobee.operation.RequestOperation;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Input that no one meant, or that somebody meant badly: nothing is sent, and the message says what was wrong. */
class HostileInputTest extends EcobeeTestSupport {
    private static final String HOLD = "ecobee:setHold?heatHoldTemp=68F&coolHoldTemp=78F&thermostatIds=" + UPSTAIRS;
    private static final String UPDATE = "ecobee:updateThermostat?thermostatIds=" + UPSTAIRS;
    private static final String ACCESS_CODE = "7351";

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "CamelEcobeeHeatHoldTemp", "CamelEcobeeHoldType", "CamelEcobeeHoldHours", "CamelEcobeeDuration", "CamelEcobeeEnd",
            "CamelEcobeeFan", "CamelEcobeeFanMinOnTime", "CamelEcobeeHoldClimateRef", "CamelEcobeeThermostatIds" })
    void tenMegabytesInAHeaderAreNotRepeated(String header) {
        String endless = "9".repeat(10_000_000);

        assertThat(complaint(HOLD, "", Map.of(header, endless))).hasSizeLessThan(600).contains(header, "'99999",
                "... (10000000 characters)");
    }

    @Test
    void aSettingOfAMillionDigitsIsNotWorkedOut() {
        assertThat(complaint(UPDATE, "", Map.of("CamelEcobeeHeatCoolMinDelta", "9".repeat(1_000_000)))).hasSizeLessThan(600)
                .contains("header CamelEcobeeHeatCoolMinDelta", "... (1000000 characters)");
    }

    @Test
    void aNameWithoutEndIsNotRepeated() {
        assertThat(complaint(UPDATE, Map.of("x".repeat(1_000_000), 1), Map.of())).hasSizeLessThan(600)
                .contains("... (1000000 characters)' is no property of a thermostat");
    }

    @Test
    void noComplaintShowsAnAccessCode() {
        List<Object> wrong = List.of(ACCESS_CODE, List.of(ACCESS_CODE), Map.of("userAccessCode", List.of(ACCESS_CODE)),
                Map.of("userAccessCode", Map.of("code", ACCESS_CODE)));

        assertThat(wrong).allSatisfy(settings -> {
            assertThat(complaint(UPDATE, Map.of("securitySettings", settings), Map.of()))
                    .startsWith("body property securitySettings").contains("'xxxxxx' is not allowed")
                    .doesNotContain(ACCESS_CODE);
            assertThat(complaint(UPDATE, "", Map.of("CamelEcobeeSecuritySettings", settings)))
                    .contains("'xxxxxx' is not allowed").doesNotContain(ACCESS_CODE);
        });
    }

    @Test
    void whatIsNoIdentifierIsNotAskedFor() {
        List<Object> wrong = List.of("3110 1985; 4581", "a".repeat(100), Map.of(UPSTAIRS, 1), new int[] { 1 }, List.of(),
                Arrays.asList(UPSTAIRS, null), List.of(UPSTAIRS, " "));

        assertThat(wrong).allSatisfy(
                identifiers -> assertThat(
                        complaint("ecobee:setHold?holdClimateRef=away", "",
                                Map.of(EcobeeConstants.THERMOSTAT_IDS, identifiers)))
                        .startsWith("header CamelEcobeeThermostatIds: '").contains("is not allowed; give "));
    }

    @Test
    void identifiersMayBeAnArray() {
        Exchange done = send("ecobee:setHold?holdClimateRef=away", "",
                Map.of(EcobeeConstants.THERMOSTAT_IDS, new String[] { UPSTAIRS }));

        assertThat(done.getException()).isNull();
        assertThat(ecobee.thermostat(UPSTAIRS).events()).isNotEmpty();
    }

    @Test
    void onlyWhatEcobeeOrThisComponentTakesIsOffered() {
        assertThat(complaint(HOLD, Map.of("identifier", UPSTAIRS), Map.of()))
                .contains("'identifier' is no parameter of setHold; allowed are askMeHoldType, coolHoldTemp,")
                .doesNotContain("explicitNull");
    }

    @Test
    void aTimeThatEcobeeCannotWriteIsRefused() {
        List<Object> wrong
                = List.of(Instant.MAX, Instant.MIN, LocalDateTime.MAX, "+12345-01-01T00:00:00", "0001-01-01T00:00:00Z");

        assertThat(wrong).allSatisfy(
                end -> assertThat(complaint(HOLD, "", Map.of(EcobeeConstants.END, end)))
                        .startsWith("header CamelEcobeeEnd: '").contains("from 2000 to 9998"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "setHold", "functions", "updateThermostat", "updateProgram", "updateGroups", "createVacation", "addSet", "addUsers",
            "registerThermostats", "createDemandResponse", "createRuntimeReportJob", "sendMessage" })
    void whatContainsItselfIsNamedWhereverItIs(String operation) {
        Map<String, Object> circle = new HashMap<>();
        circle.put("inside", Arrays.asList(1, circle));
        String uri = "ecobee:" + operation + (operation.equals("setHold") ? "?thermostatIds=" + UPSTAIRS : "");
        String known = parameterOf(operation);
        String header = "CamelEcobee" + Character.toUpperCase(known.charAt(0)) + known.substring(1);

        Map<String, Object> headers = new HashMap<>(Map.of(EcobeeConstants.THERMOSTAT_IDS, UPSTAIRS, header, circle));
        if (known.equals("thermostats")) {
            header = EcobeeConstants.THERMOSTAT_IDS;
            headers = Map.of(header, circle);
        }

        assertThat(complaint(uri, "", headers))
                .startsWith("header " + header + ": a value of class HashMap that contains itself is not allowed");
        assertThat(complaint(uri, Map.of(known, new Object[] { circle }),
                known.equals("thermostats") ? Map.of() : Map.of(EcobeeConstants.THERMOSTAT_IDS, UPSTAIRS)))
                .startsWith("body property " + known + ": a value of class Object[] that contains itself is not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "setHold", "functions", "updateThermostat", "updateProgram", "updateGroups", "createVacation", "addSet", "addUsers",
            "registerThermostats", "createDemandResponse", "createRuntimeReportJob" })
    void whatIsNestedTooDeeplyIsRefusedInEveryForm(String operation) {
        Object deep = 1;
        for (int level = 0; level < 50_000; level++) {
            deep = level % 2 == 0 ? List.of(deep) : Map.of("inside", deep);
        }
        String known = parameterOf(operation);
        String uri = "ecobee:" + operation;
        Map<String, Object> upstairs
                = known.equals("thermostats") ? Map.of() : Map.of(EcobeeConstants.THERMOSTAT_IDS, UPSTAIRS);

        assertThat(complaint(uri, Map.of(known, deep), upstairs)).startsWith("body property " + known)
                .contains("is nested deeper than 100 levels");
        assertThat(complaint(uri, "{\"" + known + "\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}", upstairs))
                .startsWith("body").contains("is nested deeper than 100 levels");
    }

    @Test
    void aHeaderOfDeepJsonIsNamed() {
        for (String operation : List.of("functions", "updateProgram", "updateGroups", "updateThermostat")) {
            String header = Map.of("functions", "Functions", "updateProgram", "Climates", "updateGroups", "Groups",
                    "updateThermostat", "Settings").get(operation);
            assertThat(complaint("ecobee:" + operation, "",
                    Map.of(EcobeeConstants.THERMOSTAT_IDS, UPSTAIRS, "CamelEcobee" + header,
                            (operation.equals("updateThermostat") ? "{\"a\":" : "") + "[".repeat(100_000))))
                    .contains("header CamelEcobee" + header, "is nested deeper than 100 levels");
        }
    }

    @Test
    void whatGrowsWithoutEndIsRefused() {
        Object laughs = List.of("ha");
        for (int i = 0; i < 50; i++) {
            laughs = List.of(laughs, laughs, laughs, laughs);
        }

        assertThat(complaint(UPDATE, Map.of("settings", laughs), Map.of()))
                .startsWith("body property settings: a value of class ").contains("has more than 1000000 values");
        Map<Object, Object> odd = new IdentityHashMap<>();
        odd.put(laughs, 1);
        assertThat(complaint(UPDATE, odd, Map.of())).startsWith("body: the name of a property: ");
        List<Object> identifiers = new ArrayList<>(List.of(UPSTAIRS));
        identifiers.add(Arrays.asList(1, identifiers));
        assertThat(complaint("ecobee:setHold?holdClimateRef=away", "", Map.of(EcobeeConstants.THERMOSTAT_IDS, identifiers)))
                .startsWith("header CamelEcobeeThermostatIds: ").contains("contains itself");
        assertThat(complaint("ecobee:setHold?holdClimateRef=away", "", Map.of(EcobeeConstants.TARGET_ACCOUNT, identifiers)))
                .startsWith("header CamelEcobeeTargetAccount: ").contains("contains itself");
    }

    @Test
    void anObjectOfTheContractIsNoWayAroundTheLimit() {
        SetHoldParams hold = new SetHoldParams();
        hold.setAdditionalProperty("inside", List.of(hold));

        assertThat(complaint(HOLD, hold, Map.of())).startsWith("body: a value of class SetHoldParams that contains itself");
    }

    @Test
    void anErrorIsThatOfTheExchange() {
        Object endless = new Object() {
            @Override
            public String toString() {
                throw new StackOverflowError("too deep");
            }
        };

        assertThat(send(HOLD, "", Map.of(EcobeeConstants.HOLD_TYPE, endless)).getException())
                .hasRootCauseInstanceOf(StackOverflowError.class).hasRootCauseMessage("too deep");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void aLineBreakInWhatWasGivenBeginsNoLineOfALog() {
        assertThat(complaint(HOLD, "", Map.of("CamelEcobeeHoldType", "x\r\nINFO all is well\u202e")))
                .contains("'x\\u000d\\u000aINFO all is well\\u202e'").doesNotContain("\n", "\r", "\u202e");
    }

    @Test
    void aLongPathOfAManagementSetIsNoMatterOfTheStack() {
        String path = "/x".repeat(200_000) + "/";
        Command command = new Command(
                ThermostatSelection.registered(), Set.of(), Map.of("setName", new Parameter("Hall", "header a"), "parentPath",
                        new Parameter(path, "header b")),
                component().getConfiguration().writeOptions());

        assertThatThrownBy(() -> ((RequestOperation<?>) HierarchyOperations.addSet()).request(command))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("header b: '/x/x")
                .hasMessageContaining("(400001 characters)' is not allowed; give a path");
    }

    @Test
    void theBytesOfAHeaderAreText() {
        Exchange done
                = send("ecobee:sendMessage", "", Map.of("CamelEcobeeText", "Good morning".getBytes(StandardCharsets.UTF_8),
                        EcobeeConstants.THERMOSTAT_IDS, UPSTAIRS.getBytes(StandardCharsets.UTF_8)));

        assertThat(done.getException()).isNull();
        assertThat(ecobee.thermostat(UPSTAIRS).snapshot().getAlerts()).extracting(Alert::getText).contains("Good morning");
    }

    /** One that may be an object or a list, where there is one. */
    private static String parameterOf(String operation) {
        return Map.of("functions", "functions", "updateThermostat", "settings", "updateProgram", "climates", "updateGroups",
                "groups", "addUsers", "users", "createDemandResponse", "demandResponse", "addSet", "setName", "sendMessage",
                "text")
                .getOrDefault(operation, operation.equals("registerThermostats") ? "thermostats"
                        : operation.equals("createVacation") ? "name"
                        : operation.equals("createRuntimeReportJob") ? "columns" : "heatHoldTemp");
    }

    /** What {@link Object#toString()} says of it is no text that anybody meant. */
    @ParameterizedTest
    @CsvSource({
            "ecobee:sendMessage, CamelEcobeeText", "ecobee:deleteVacation, CamelEcobeeName",
            "ecobee:setHold, CamelEcobeeHoldClimateRef", "ecobee:unlinkVoiceEngine, CamelEcobeeEngineName" })
    void whatIsNoTextIsNotSentAsOne(String operation, String header) {
        for (Object odd : List.of(new int[] { 1 }, List.of("Hall"), Map.of("a", "b"), new Object())) {
            assertThat(complaint(operation, "", Map.of(EcobeeConstants.THERMOSTAT_IDS, UPSTAIRS, header, odd)))
                    .startsWith("header " + header + ": '").contains("give a single value instead of ");
        }
    }

    private String complaint(String uri, Object body, Map<String, Object> headers) {
        Exchange done = send(uri, body, headers);
        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(done.getMessage().getBody()).isSameAs(body);
        assertThat(ecobee.requests().all()).isEmpty();
        return String.valueOf(done.getException().getMessage());
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
