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
package io.github.camelecobee.simulator.scenario;

import java.time.Instant;
import java.util.List;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.faults.FaultOrder;
import io.github.camelecobee.simulator.input.StrictObject;

/** What goes wrong. Times relative to the start count from the start of the simulator. */
final class FaultsSection implements ScenarioSection {
    @Override
    public Step read(StrictObject given) {
        return step(given.objects("faults"));
    }

    /** What those of an account mean: the same, for requests of that account only. */
    static Step ofAccount(StrictObject given, String account) {
        return step(given.objects("faults").stream().map(fault -> fault.with("account", account)).toList());
    }

    private static Step step(List<StrictObject> faults) {
        // Read now, so that mistakes are found before anything starts, and again when the time is known.
        faults.forEach(fault -> FaultOrder.read(fault, Instant.EPOCH));
        return new Step() {
            @Override
            public void begin(EcobeeSimulator simulator) {
                for (StrictObject fault : faults) {
                    FaultOrder order = FaultOrder.read(fault, simulator.clock().instant());
                    simulator.faults().add(order.rule(), order.fault());
                }
            }
        };
    }
}
