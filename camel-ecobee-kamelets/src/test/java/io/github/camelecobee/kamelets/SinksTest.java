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
package io.github.camelecobee.kamelets;

import java.util.Map;

import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.model.Thermostat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

/** The Kamelets that do something. */
class SinksTest extends KameletTestSupport {

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        startWith("ecobee-hold-sink", "ecobee-action");
        routes("""
                - route:
                    from:
                      uri: direct:pin
                      steps:
                        - to: kamelet:ecobee-action?operation=requestPin
                - route:
                    from:
                      uri: direct:status
                      steps:
                        - to: kamelet:ecobee-action?operation=authorizationStatus
                """);
        send("direct:pin", "", Map.of());
        await().atMost(PATIENCE).until(() -> send("direct:status", "", Map.of()) instanceof AuthorizationStatus status
                && status.state() == AuthorizationState.AUTHORIZED);
    }

    @Test
    void theSinkHolds() throws Exception {
        routes("""
                - route:
                    from:
                      uri: direct:comfort
                      steps:
                        - to:
                            uri: kamelet:ecobee-hold-sink
                            parameters:
                              thermostatIds: "311019854581"
                              heatHoldTemp: 68F
                              coolHoldTemp: 25.5C
                              holdType: holdHours
                              holdHours: 2
                """);

        send("direct:comfort", "", Map.of());

        assertThat(ecobee.thermostat(UPSTAIRS).events()).first().satisfies(hold -> {
            assertThat(hold.getHeatHoldTemp()).isEqualTo(680);
            assertThat(hold.getCoolHoldTemp()).isEqualTo(779);
        });
    }

    @Test
    void theSinkTakesJson() throws Exception {
        routes("""
                - route:
                    from:
                      uri: direct:comfort
                      steps:
                        - to: kamelet:ecobee-hold-sink?thermostatIds=311019854581
                """);

        send("direct:comfort", "{\"holdClimateRef\": \"away\"}", Map.of());

        assertThat(ecobee.thermostat(UPSTAIRS).events()).first()
                .satisfies(hold -> assertThat(hold.getHoldClimateRef()).isEqualTo("away"));
    }

    @Test
    void theSinkOfDryRunChangesNothing() throws Exception {
        routes("""
                - route:
                    from:
                      uri: direct:comfort
                      steps:
                        - to: kamelet:ecobee-hold-sink?thermostatIds=311019854581&holdClimateRef=away&dryRun=true
                """);

        assertThat(send("direct:comfort", "", Map.of())).asString().contains("setHold");

        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isZero();
    }

    @Test
    void theActionReads() throws Exception {
        routes("""
                - route:
                    from:
                      uri: direct:read
                      steps:
                        - to:
                            uri: kamelet:ecobee-action
                            parameters:
                              operation: getThermostats
                              thermostatIds: "311019854581"
                """);

        assertThat(send("direct:read", "", Map.of())).asInstanceOf(LIST).singleElement().isInstanceOf(Thermostat.class);
    }

    @Test
    void theActionSwitchesWhatHeadersSay() throws Exception {
        routes("""
                - route:
                    from:
                      uri: direct:mode
                      steps:
                        - to: kamelet:ecobee-action?operation=updateThermostat&thermostatIds=311019854581
                """);

        send("direct:mode", "", Map.of(EcobeeConstants.HVAC_MODE, "off"));

        assertThat(ecobee.thermostat(UPSTAIRS).snapshot().getSettings().getHvacMode()).isEqualTo("off");
    }

    @Test
    void anOperationThatReadsAFeedIsNoAction() {
        assertThatThrownBy(() -> routes(action("operation=thermostats"))).hasStackTraceContaining("can only be consumed from");
    }

    @Test
    void anOperationThatIsUnknownIsNamed() {
        assertThatThrownBy(() -> routes(action("operation=setHeld"))).hasStackTraceContaining("ecobee:setHeld is unknown");
    }

    @Test
    void anActionWithoutOperationIsRefused() {
        assertThatThrownBy(() -> routes(action("thermostatIds=311019854581")))
                .hasStackTraceContaining("ecobee-action").hasStackTraceContaining("operation");
    }

    @Test
    void aValueThatAPropertyDoesNotAllowIsNamed() throws Exception {
        routes("""
                - route:
                    from:
                      uri: direct:comfort
                      steps:
                        - to: kamelet:ecobee-hold-sink?thermostatIds=311019854581&heatHoldTemp=warm&coolHoldTemp=78F
                """);

        assertThatThrownBy(() -> send("direct:comfort", "", Map.of()))
                .hasStackTraceContaining("'warm' is not a temperature: write 68F, 20.5C");
    }

    @Test
    void thermostatsThatAreNotNamedStayAsTheyAre() throws Exception {
        routes(action("operation=resumeProgram"));

        assertThatThrownBy(() -> send("direct:action", "", Map.of())).hasStackTraceContaining("thermostatIds");
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isZero();
    }

    private static String action(String query) {
        return """
                - route:
                    from:
                      uri: direct:action
                      steps:
                        - to: kamelet:ecobee-action?%s
                """.formatted(query);
    }
}
