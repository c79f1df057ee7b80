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

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.SecuritySettings;
import io.github.camelecobee.model.Thermostat;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What ecobee takes away when it is not named is sent as it was (SecuritySettings.shtml). */
class ReplacedAsAWholeTest {
    @Test
    void accessThatIsNotNamedStaysAsItIs() {
        Thermostat present = new Thermostat().withSecuritySettings(new SecuritySettings().withUserAccessCode("****")
                .withAllUserAccess(true).withProgramAccess(true).withDetailsAccess(false).withVacationAccess(true));

        SecuritySettings sent = update(Map.of("vacationAccess", "false"), present);

        assertThat(sent).isEqualTo(new SecuritySettings().withProgramAccess(true).withDetailsAccess(false)
                .withVacationAccess(false));
    }

    @Test
    void aCodeIsSentAsItWasGiven() {
        Thermostat present = new Thermostat().withSecuritySettings(new SecuritySettings().withUserAccessCode("****"));

        assertThat(update(Map.of("userAccessCode", "0417"), present).getUserAccessCode()).isEqualTo("0417");
    }

    @Test
    void aCodeIsNotToldWhenItIsReadBack() {
        Thermostat present = new Thermostat().withIdentifier("1")
                .withSecuritySettings(new SecuritySettings().withVacationAccess(false));
        DesiredChange change = desired(Map.of("userAccessCode", "0417", "vacationAccess", true));
        Facts facts = new Facts(present, Instant.EPOCH);

        assertThat(change.compare(change.update(facts), facts, present))
                .containsExactly(new Adjustment("1", "securitySettings.vacationAccess", true, false));
    }

    @Test
    void theyAreReadBeforeAndMustNotMove() {
        DesiredChange change = desired(Map.of("vacationAccess", true));

        assertThat(change.needs()).containsExactly(Include.SECURITY_SETTINGS);
        assertThat(change.mustBeUnchanged()).isTrue();
    }

    @Test
    void whatEcobeeDoesNotShowCannotBeKept() {
        assertThatThrownBy(() -> update(Map.of("vacationAccess", true), new Thermostat()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ecobee did not send securitySettings");
    }

    private static SecuritySettings update(Map<String, Object> asked, Thermostat present) {
        return Objects.requireNonNull(desired(asked).update(new Facts(present, Instant.EPOCH)).properties())
                .getSecuritySettings();
    }

    private static DesiredChange desired(Map<String, Object> asked) {
        return new UpdateThermostat().desired(new Command(
                ThermostatSelection.thermostats("1"), Set.of(),
                Map.of("securitySettings", new Parameter(asked, "body property securitySettings")), WriteOptions.DEFAULT));
    }
}
