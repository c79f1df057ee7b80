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

import java.time.Duration;
import java.util.List;

import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.client.EcobeeSelectionException;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A member of a household sees the thermostats of the owner, but they are not registered to him. */
@Tag("field-25")
class MemberAccountTest extends EcobeeTestSupport {
    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.pinInterval(Duration.ofSeconds(1))
                .account(Account.smart("owner").thermostat(SampleThermostats.of("1001", "Hall")))
                .account(Account.smart("member").sees("1001"));
    }

    @BeforeEach
    void theMemberHasEnteredThePin() throws Exception {
        camel.start();
        AuthorizationStatus status
                = camel.createProducerTemplate().requestBody("ecobee:requestPin", (Object) "", AuthorizationStatus.class);
        ecobee.account("member").approvePin(String.valueOf(status.pin()));
        clock.advance(Duration.ofSeconds(31));
        await().atMost(PATIENCE).until(
                () -> component().authorization(ACCOUNT).status().state() == AuthorizationState.AUTHORIZED);
    }

    @Test
    void thermostatsThatAreNamedAreRead() {
        List<?> read = camel.createProducerTemplate().requestBody("ecobee:getThermostats?thermostatIds=1001", (Object) "",
                List.class);

        assertThat(read).singleElement().extracting(each -> ((Thermostat) each).getIdentifier()).isEqualTo("1001");
    }

    @Test
    void noRegisteredThermostatsAreAnErrorThatSaysSo() {
        assertThatThrownBy(() -> camel.createProducerTemplate().sendBody("ecobee:getThermostats", ""))
                .isInstanceOf(CamelExecutionException.class).cause().isInstanceOf(EcobeeSelectionException.class)
                .hasMessageContaining("of registered thermostats").hasMessageContaining("code 9");
    }
}
