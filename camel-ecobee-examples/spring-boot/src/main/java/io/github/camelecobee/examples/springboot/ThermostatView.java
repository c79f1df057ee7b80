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
package io.github.camelecobee.examples.springboot;

import java.util.Optional;

import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * What the application shows of a thermostat.
 *
 * @param identifier serial number
 * @param name       as its owner calls it
 * @param hvacMode   what its equipment is set to do
 * @param celsius    measured, in degrees Celsius, {@code null} when nothing is
 * @param heat       the set point to heat to, in degrees Celsius
 * @param cool       the set point to cool to, in degrees Celsius
 */
public record ThermostatView(String identifier, String name, @Nullable String hvacMode, @Nullable Double celsius,
        @Nullable Double heat, @Nullable Double cool) {

    static ThermostatView of(Thermostat thermostat) {
        Optional<Runtime> runtime = Optional.ofNullable(thermostat.getRuntime());
        return new ThermostatView(
                thermostat.getIdentifier(), thermostat.getName(),
                Optional.ofNullable(thermostat.getSettings()).map(Settings::getHvacMode).map(String::valueOf).orElse(null),
                celsius(runtime.map(Runtime::getActualTemperature)), celsius(runtime.map(Runtime::getDesiredHeat)),
                celsius(runtime.map(Runtime::getDesiredCool)));
    }

    private static @Nullable Double celsius(Optional<Integer> reading) {
        return reading.flatMap(Temperature::ofReading).map(Temperature::toCelsius).orElse(null);
    }
}
