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

import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.InsufficientScopeException;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The user was asked for smartWrite, and ecobee granted smartRead. */
class ReadOnlyGrantTest extends EcobeeTestSupport {
    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.grantedScope("smartRead");
    }

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @ParameterizedTest
    @ValueSource(strings = { "setHold?holdClimateRef=away", "resumeProgram?resumeAll=true", "sendMessage?text=hello" })
    void whatChangesThermostatsFailsWithTheReasonAndIsNotSent(String operation) {
        assertThatThrownBy(() -> camel.createProducerTemplate().sendBody(
                "ecobee:" + operation + "&thermostatIds=" + UPSTAIRS, ""))
                .isInstanceOf(CamelExecutionException.class).cause().isInstanceOf(InsufficientScopeException.class)
                .hasMessageContaining("Account default is authorized with scope smartRead")
                .hasMessageContaining("Set the option scope to smartWrite and authorize the account again");
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void whatReadsIsSent() {
        camel.createProducerTemplate().sendBody("ecobee:getThermostats", "");

        assertThat(component().authorization(ACCOUNT).status().scope()).isEqualTo("smartRead");
        assertThat(component().authorization(ACCOUNT).status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }
}
