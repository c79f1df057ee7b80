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

import io.github.camelecobee.authorization.AuthorizationMethod;
import io.github.camelecobee.authorization.AuthorizationRequiredException;
import io.github.camelecobee.authorization.AuthorizationStatus;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A utility logs in by itself. */
class UtilityTest extends EcobeeTestSupport {
    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.account(Account.utility("power").login("power@example.org", "volt")
                .thermostat(SampleThermostats.of("5001", "Substation")).set("/East", "5001"));
    }

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setApiKey(null);
        component.setAuthorizationMethod("utility");
        component.setUsername("power@example.org");
        component.setPassword("volt");
        return component;
    }

    private List<?> read() {
        return camel.createProducerTemplate().requestBody("ecobee:getThermostats?managementSet=/", (Object) "", List.class);
    }

    @Test
    void aUtilityReadsAndLogsInAgainWhenItsTokenHasExpired() throws Exception {
        camel.start();

        assertThat(read()).singleElement().isInstanceOfSatisfying(Thermostat.class,
                thermostat -> assertThat(thermostat.getIdentifier()).isEqualTo("5001"));
        clock.advance(Duration.ofHours(2));
        assertThat(read()).hasSize(1);
        ecobee.expireAccessTokens();
        assertThat(read()).hasSize(1);

        assertThat(ecobee.requests().count("POST", "/1/register")).isEqualTo(3);
        assertThat(ecobee.requests().countGrants("refresh_token")).isZero();
        AuthorizationStatus status = component().authorization(ACCOUNT).status();
        assertThat(status.method()).isEqualTo(AuthorizationMethod.UTILITY);
        assertThat(status.toString()).doesNotContain("volt");
    }

    @Test
    void aWrongPasswordNamesTheOptions() throws Exception {
        component().setPassword("amp");
        camel.start();

        assertThatThrownBy(this::read).isInstanceOf(CamelExecutionException.class).cause()
                .isInstanceOf(AuthorizationRequiredException.class).hasMessageContaining("options username and password");
    }

    @Test
    void aPasswordThatIsMissingIsNamed() throws Exception {
        component().setPassword(null);
        camel.start();

        assertThatThrownBy(this::read).rootCause().hasMessageContaining("password: is missing");
    }
}
