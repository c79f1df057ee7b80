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
package io.github.camelecobee.simulator.home;

import java.util.ArrayList;
import java.util.List;

import io.github.camelecobee.model.Settings;

/**
 * The air around a thermostat and the equipment that heats and cools it. The air drifts toward the outdoor temperature
 * and is pushed by the equipment, both in steps of a minute. Guarded by the home's lock.
 */
final class Room {
    /** How much of the difference to outdoors is lost in a minute: a time constant of 20 hours. */
    private static final double LEAK = 1 / 1200.0;
    /** Tenths of a degree a minute: about 6 degrees Fahrenheit an hour. */
    private static final double POWER = 1.0;
    /** Equipment starts half a degree beyond the set point and stops half a degree on the other side. */
    private static final double DEADBAND = 5;
    /** Below this a heat pump needs help, tenths of a degree Fahrenheit. */
    private static final double AUXILIARY_BELOW = 250;

    private double temperature;
    private boolean heating;
    private boolean cooling;
    private boolean auxiliary;
    private boolean fan;
    private boolean heatPump;

    Room(double temperature) {
        this.temperature = temperature;
    }

    /** One minute passes. */
    void minute(SetPoints aim, Settings settings, double outdoors) {
        String mode = settings.getHvacMode();
        boolean mayHeat = !"off".equals(mode) && !"cool".equals(mode) && settings.getHeatStages() > 0;
        boolean mayCool = ("auto".equals(mode) || "cool".equals(mode)) && settings.getCoolStages() > 0;
        heating = mayHeat && temperature < aim.heat() + (heating ? DEADBAND : -DEADBAND);
        cooling = mayCool && !heating && temperature > aim.cool() + (cooling ? -DEADBAND : DEADBAND);
        heatPump = Boolean.TRUE.equals(settings.getHasHeatPump()) && !"auxHeatOnly".equals(mode);
        auxiliary = heating && (!heatPump || outdoors < AUXILIARY_BELOW);
        boolean blown = Boolean.TRUE.equals(settings.getHasForcedAir()) || heatPump;
        fan = aim.fanOn() && !"off".equals(mode) || cooling || heating && blown;
        temperature += (outdoors - temperature) * LEAK + (heating ? POWER : 0) - (cooling ? POWER : 0);
    }

    void setTemperature(double tenthsFahrenheit) {
        temperature = tenthsFahrenheit;
    }

    /** Tenths of a degree Fahrenheit, as the thermostat shows it. */
    int temperature() {
        return (int) Math.round(temperature);
    }

    boolean heatsByPump() {
        return heating && heatPump;
    }

    boolean heatsByAuxiliary() {
        return auxiliary;
    }

    boolean cools() {
        return cooling;
    }

    boolean blows() {
        return fan;
    }

    /** What runs, as {@code equipmentStatus} says it (Thermostat.shtml). */
    String equipmentStatus() {
        List<String> running = new ArrayList<>();
        if (heatsByPump()) {
            running.add("heatPump");
        }
        if (auxiliary) {
            running.add("auxHeat1");
        }
        if (cooling) {
            running.add("compCool1");
        }
        if (fan) {
            running.add("fan");
        }
        return String.join(",", running);
    }
}
