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
import java.util.Random;

import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.home.SimulatedThermostat;

/** What people and weather do to a fleet, the same for the same seed. Sensors and equipment move by themselves. */
final class FleetLife {
    private final EcobeeSimulator ecobee;
    private final Random random;

    FleetLife(EcobeeSimulator ecobee, long seed) {
        this.ecobee = ecobee;
        this.random = new Random(seed);
    }

    /** Three minutes of it: somebody turns a knob, another one loses the network, or comes back. */
    void goesOn() {
        List<SimulatedThermostat> all = ecobee.thermostats();
        some(all).setProperty("settings.fanMinOnTime", random.nextInt(60));
        if (random.nextInt(4) == 0) {
            SimulatedThermostat room = some(all);
            room.setTemperature(Temperature.ofFahrenheit(65 + random.nextInt(10)));
        }
        if (random.nextInt(5) == 0) {
            SimulatedThermostat some = some(all);
            some.setConnected(!Boolean.TRUE.equals(some.snapshot().getRuntime().getConnected()));
        }
    }

    private SimulatedThermostat some(List<SimulatedThermostat> all) {
        return all.get(random.nextInt(all.size()));
    }
}
