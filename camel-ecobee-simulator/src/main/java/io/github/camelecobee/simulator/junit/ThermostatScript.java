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

import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.jspecify.annotations.Nullable;

/** What happens to a thermostat in a test, told in the order in which it happens. */
public final class ThermostatScript {
    private final SimulatedThermostat thermostat;

    ThermostatScript(SimulatedThermostat thermostat) {
        this.thermostat = thermostat;
    }

    /**
     * It measures a temperature.
     *
     * @param  fahrenheit degrees Fahrenheit
     * @return            this
     */
    public ThermostatScript reports(double fahrenheit) {
        return reports(Temperature.ofFahrenheit(fahrenheit));
    }

    /**
     * It measures a temperature.
     *
     * @param  temperature the temperature
     * @return             this
     */
    public ThermostatScript reports(Temperature temperature) {
        thermostat.setTemperature(temperature);
        return this;
    }

    /**
     * It loses its connection.
     *
     * @return this
     */
    public ThermostatScript goesOffline() {
        thermostat.setConnected(false);
        return this;
    }

    /**
     * It is connected again.
     *
     * @return this
     */
    public ThermostatScript comesOnline() {
        thermostat.setConnected(true);
        return this;
    }

    /**
     * It has a property.
     *
     * @param  path  names of properties with dots between, for example {@code settings.hvacMode}
     * @param  value the JSON value
     * @return       this
     */
    public ThermostatScript has(String path, @Nullable Object value) {
        thermostat.setProperty(path, value);
        return this;
    }

    /**
     * How it is now.
     *
     * @return a copy of all that the cloud knows of it
     */
    public Thermostat snapshot() {
        return thermostat.snapshot();
    }

    /**
     * The handle behind this script.
     *
     * @return the simulated thermostat
     */
    public SimulatedThermostat handle() {
        return thermostat;
    }
}
