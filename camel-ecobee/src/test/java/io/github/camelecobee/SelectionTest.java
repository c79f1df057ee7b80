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

import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whose choice of thermostats counts: that of the header, the endpoint, the component, the message, or nobody's. */
class SelectionTest extends EcobeeTestSupport {
    private static final String AWAY = "ecobee:setHold?holdClimateRef=away&dryRun=true";
    private String second = "";
    private String third = "";

    @BeforeEach
    void aGroupHasTheSecondThermostat() throws Exception {
        authorize();
        camel.start();
        second = ecobee.thermostats().get(1).identifier();
        third = ecobee.thermostats().get(2).identifier();
        Exchange made = send("ecobee:updateGroups", List.of(Map.of("groupName", "Guests", "thermostats", List.of(second))),
                Map.of());
        assertThat(made.getException()).isNull();
        ecobee.requests().clear();
    }

    @Test
    void theHeaderCountsBeforeTheEndpointAndTheEndpointBeforeTheComponent() {
        component().getConfiguration().setThermostatIds(third);

        assertThat(shown(AWAY, Map.of())).contains(third);
        assertThat(shown(AWAY + "&groups=Guests", Map.of())).contains(second).doesNotContain(third);
        assertThat(shown(AWAY + "&managementSet=/Hall", Map.of())).contains("/Hall").doesNotContain(third);
        assertThat(shown(AWAY + "&groups=Guests", Map.of(EcobeeConstants.THERMOSTAT_IDS, UPSTAIRS))).contains(UPSTAIRS)
                .doesNotContain(second);
        assertThat(shown(AWAY + "&thermostatIds=" + UPSTAIRS, Map.of(EcobeeConstants.TARGET_GROUPS, "Guests")))
                .contains(second).doesNotContain(UPSTAIRS);
        assertThat(shown(AWAY + "&thermostatIds=" + UPSTAIRS, Map.of(EcobeeConstants.MANAGEMENT_SET, "/Hall")))
                .contains("/Hall").doesNotContain(UPSTAIRS);
    }

    @Test
    void whatTheEndpointChoosesCountsBeforeTheGroupsOfTheComponent() {
        component().getConfiguration().setGroups("Guests");

        assertThat(shown(AWAY, Map.of())).contains(second);
        assertThat(shown(AWAY + "&managementSet=/Hall", Map.of())).contains("/Hall").doesNotContain(second);
        assertThat(shown(AWAY + "&thermostatIds=" + third, Map.of())).contains(third).doesNotContain(second);
    }

    @Test
    void theThermostatOfTheMessageCountsLastAndNotWhenAllAreMeant() {
        Map<String, Object> noted = Map.of(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS);

        assertThat(shown(AWAY, noted)).contains(UPSTAIRS);
        assertThat(shown(AWAY + "&thermostatIds=" + third, noted)).contains(third).doesNotContain(UPSTAIRS);
        assertThat(shown(AWAY + "&all=true", noted)).contains("registered").doesNotContain(UPSTAIRS);
        assertThat(shown(AWAY + "&all=true&thermostatIds=" + third, noted)).contains(third).doesNotContain("registered");
    }

    @ParameterizedTest
    @CsvSource({
            "groups=Guests&thermostatIds=311019854581, groups and thermostatIds cannot be given together",
            "groups=Guests&managementSet=/Hall, groups and managementSet cannot be given together",
            "thermostatIds=311019854581&managementSet=/Hall, thermostatIds and managementSet cannot be given together" })
    void oneEndpointChoosesInOneWay(String options, String complaint) {
        assertThatThrownBy(() -> camel.getEndpoint(AWAY + "&" + options))
                .isInstanceOf(ResolveEndpointFailedException.class).hasMessageContaining(complaint);
    }

    @Test
    void aComponentThatChoosesInTwoWaysChangesNothing() {
        component().getConfiguration().setGroups("Guests");
        component().getConfiguration().setThermostatIds(third);

        assertThat(send(AWAY, "", Map.of()).getException())
                .hasMessageContaining("groups and thermostatIds cannot be given together");
        assertThat(send(AWAY, "", Map.of(EcobeeConstants.TARGET_GROUPS, "Guests", EcobeeConstants.THERMOSTAT_IDS, third))
                .getException()).hasMessageContaining("more than one is given");
    }

    private String shown(String uri, Map<String, Object> headers) {
        Exchange done = send(uri, "", headers);
        assertThat(done.getException()).isNull();
        return done.getMessage().getBody(String.class);
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody(body);
            headers.forEach(exchange.getIn()::setHeader);
        }));
    }
}
