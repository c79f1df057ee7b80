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
package io.github.camelecobee.simulator.api;

import java.util.List;

import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;

/**
 * The temperatures of a hold, tenths of a degree Fahrenheit.
 *
 * @param heat the heat set point
 * @param cool the cool set point
 */
record HoldTemperatures(int heat, int cool) {
    /**
     * What a thermostat makes of them: silently inside {@code desiredHeatRange} and {@code desiredCoolRange}, and
     * {@code heatCoolMinDelta} apart (SetHold.shtml). The one that the mode does not use gives way.
     */
    HoldTemperatures clampedFor(Thermostat thermostat) {
        Runtime runtime = thermostat.getRuntime();
        Settings settings = thermostat.getSettings();
        int delta = settings.getHeatCoolMinDelta() == null ? 0 : settings.getHeatCoolMinDelta();
        int newHeat = clamp(heat, runtime.getDesiredHeatRange());
        int newCool = clamp(cool, runtime.getDesiredCoolRange());
        if (newCool - newHeat >= delta) {
            return new HoldTemperatures(newHeat, newCool);
        }
        if ("cool".equals(settings.getHvacMode())) {
            newHeat = clamp(newCool - delta, runtime.getDesiredHeatRange());
            return new HoldTemperatures(newHeat, Math.max(newCool, newHeat + delta));
        }
        newCool = clamp(newHeat + delta, runtime.getDesiredCoolRange());
        return new HoldTemperatures(Math.min(newHeat, newCool - delta), newCool);
    }

    private static int clamp(int value, List<Integer> range) {
        return Math.max(range.get(0), Math.min(range.get(1), value));
    }
}
