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

import io.github.camelecobee.model.DeleteVacationParams;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** {@code deleteVacation}: the only way to end a vacation, running or not (DeleteVacation.shtml). */
final class DeleteVacation implements ThermostatFunction {
    private static final String NAME = "deleteVacation";

    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        String name = Refusals.required(NAME, "name", Requests.params(params, DeleteVacationParams.class).getName());
        if (!thermostat.removeEvents(event -> CreateVacation.isVacation(event, name), now)) {
            // Which code ecobee answers is not known; 11 is our choice.
            throw Refusals.function(NAME, "Vacation not found: " + name + ".");
        }
    }
}
