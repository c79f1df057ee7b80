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
package io.github.camelecobee.simulator.junit;

import java.net.URI;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.faults.FaultPlan;
import io.github.camelecobee.simulator.requests.RequestLog;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class ParametersTest {
    @RegisterExtension
    static final EcobeeExtension ECOBEE = EcobeeExtension.withDefaults();

    @Test
    void partsOfTheSimulatorAreParameters(
            EcobeeSimulator simulator, SimulatedClock clock, RequestLog log, FaultPlan faults, URI baseUri) {
        assertThat(simulator).isSameAs(ECOBEE.simulator());
        assertThat(clock).isSameAs(simulator.clock());
        assertThat(log).isSameAs(simulator.requests());
        assertThat(faults).isSameAs(simulator.faults());
        assertThat(baseUri).isEqualTo(simulator.baseUri());
    }
}
