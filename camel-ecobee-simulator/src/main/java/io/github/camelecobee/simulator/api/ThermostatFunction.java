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

import java.time.Instant;

import io.github.camelecobee.simulator.home.VirtualThermostat;

/** One function of {@code POST /1/thermostat}. */
@FunctionalInterface
interface ThermostatFunction {
    /**
     * Does to a thermostat what the function says.
     *
     * @param  params          the function's parameters as they came, a map; empty when there were none
     * @param  thermostat      the thermostat, under the lock of its home
     * @param  now             the simulated time
     * @throws StatusException if the parameters are wrong; the thermostat is as before then
     */
    void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException;
}
