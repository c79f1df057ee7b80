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

import java.util.ArrayList;
import java.util.List;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.input.StrictObject;

/** The thermostats of the account "home". */
final class ThermostatsSection implements ScenarioSection {
    @Override
    public Step read(StrictObject given) {
        List<ThermostatEntry> entries = new ArrayList<>();
        for (StrictObject each : given.objects("thermostats")) {
            ThermostatEntry entry = ThermostatEntry.read(each);
            if (entries.stream().anyMatch(other -> other.identifier().equals(entry.identifier()))) {
                throw each.problem("identifier", "is taken: two thermostats are " + entry.identifier());
            }
            entries.add(entry);
            each.end();
        }
        return new Hang(entries);
    }

    private record Hang(List<ThermostatEntry> entries) implements Step {
        @Override
        public void describe(EcobeeSimulatorBuilder builder) {
            entries.forEach(entry -> builder.thermostat(entry.thermostat()));
        }

        @Override
        public void begin(EcobeeSimulator simulator) {
            List<String> present = simulator.thermostats().stream().map(SimulatedThermostat::identifier).toList();
            entries.stream().filter(entry -> present.contains(entry.identifier())).forEach(entry -> entry.begin(simulator));
        }
    }
}
