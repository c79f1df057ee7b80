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

import java.util.Objects;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An account may be looked at and not touched, whatever ecobee would allow. */
class ReadOnlyAccountsTest extends EcobeeTestSupport {
    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "setHold?holdClimateRef=away", "resumeProgram?resumeAll=true", "sendMessage?text=hello",
            "updateThermostat?hvacMode=heat" })
    void whatChangesThermostatsIsRefusedBeforeAnythingIsSent(String operation) {
        for (String accounts : new String[] { "*", "cottage, " + ACCOUNT }) {
            component().setReadOnlyAccounts(accounts);

            assertThat(send(operation + "&thermostatIds=" + UPSTAIRS).getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("account 'default' is read-only by the component option readOnlyAccounts=");
        }
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void readingTryingAndOtherAccountsAreAllowed() {
        component().setReadOnlyAccounts("*");
        assertThat(send("getThermostats").getException()).isNull();
        assertThat(send("updateThermostat?hvacMode=heat&dryRun=true&thermostatIds=" + UPSTAIRS).getException()).isNull();
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isZero();

        component().setReadOnlyAccounts("cottage");
        assertThat(send("updateThermostat?hvacMode=heat&thermostatIds=" + UPSTAIRS).getException()).isNull();
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a,,b", "a,*" })
    void namesThatAreNoneAreRefused(String accounts) {
        assertThatThrownBy(() -> component().setReadOnlyAccounts(accounts)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("readOnlyAccounts: '" + accounts + "' is not allowed");
    }

    private Exchange send(String operation) {
        return Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:" + operation, exchange -> {
        }));
    }
}
