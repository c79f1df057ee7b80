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
import java.util.Random;

import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.home.SimulatedThermostat;

/** What people and weather do to a fleet, the same for the same seed. Sensors and equipment move by themselves. */
final class FleetLife {
    private static final List<String> MODES = List.of("heat", "cool", "auto", "off");
    private static final String REMOTE = "rs:100";

    private final EcobeeSimulator ecobee;
    private final Random random;

    FleetLife(EcobeeSimulator ecobee, long seed) {
        this.ecobee = ecobee;
        this.random = new Random(seed);
    }

    /** Three minutes of it: somebody turns a knob, another one loses the network, or comes back, and so on. */
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
        SimulatedThermostat another = some(all);
        switch (random.nextInt(12)) {
            case 0 -> another.setProperty("settings.hvacMode", MODES.get(random.nextInt(MODES.size())));
            case 1 -> another.setProperty("alerts", another.snapshot().getAlerts().isEmpty()
                    ? List.of(Map.of("acknowledgeRef", "alert" + random.nextInt(1_000), "text", "Filter"))
                    : List.of());
            case 2 -> another.setProperty("events", another.events().isEmpty() ? List.of(hold()) : List.of());
            case 3 -> sensor(another, random.nextBoolean());
            default -> {
                // a quiet home
            }
        }
    }

    /** Everybody is at home and moves something, so that what ecobee told wrongly of them has to be read again. */
    void comesTogether() {
        for (SimulatedThermostat each : ecobee.thermostats()) {
            each.setConnected(true);
            each.setSensorOnline(REMOTE, true);
            each.setProperty("settings.fanMinOnTime", 60);
            each.setProperty("alerts", List.of());
        }
    }

    /** Of an offline thermostat ecobee does not hear it. */
    private static void sensor(SimulatedThermostat thermostat, boolean online) {
        if (Boolean.TRUE.equals(thermostat.snapshot().getRuntime().getConnected())) {
            thermostat.setSensorOnline(REMOTE, online);
        }
    }

    private Event hold() {
        return new Event().withType("hold").withName("auto").withRunning(true).withIsOptional(true)
                .withIsIndefinite(true).withStartDate("2025-01-14").withStartTime("10:00:00")
                .withEndDate("2035-01-01").withEndTime("00:00:00").withIsTemperatureAbsolute(true)
                .withIsTemperatureRelative(false).withHeatHoldTemp(660 + 10 * random.nextInt(6))
                .withCoolHoldTemp(760 + 10 * random.nextInt(6)).withHoldClimateRef("").withFan("auto");
    }

    private SimulatedThermostat some(List<SimulatedThermostat> all) {
        return all.get(random.nextInt(all.size()));
    }
}
