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
import java.time.LocalDateTime;

import io.github.camelecobee.model.ControlPlugParams;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/**
 * {@code controlPlug}: switches a smart plug by hold (ControlPlug.shtml). A plug is a sensor of type {@code plug} in
 * the thermostat's {@code devices}. The API shows its state nowhere; ask the simulated thermostat for it.
 */
final class ControlPlug implements ThermostatFunction {
    private static final String NAME = "controlPlug";

    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        ControlPlugParams asked = Requests.params(params, ControlPlugParams.class);
        String plug = Refusals.required(NAME, "plugName", asked.getPlugName());
        String state = Refusals.oneOf(NAME, "plugState", asked.getPlugState(), "on", "off", "resume");
        if (!thermostat.plugs().names().contains(plug)) {
            throw Refusals.function(NAME, "Plug not found: " + plug + ".");
        }
        if (state.equals("resume")) {
            thermostat.plugs().resume(plug, now);
            return;
        }
        SetHoldParams hold = Requests.params(params, SetHoldParams.class);
        LocalDateTime start = HoldEnd.start(hold, thermostat.clock().at(now).local());
        HoldEnd end = HoldEnd.of(NAME, hold, start, thermostat);
        thermostat.plugs().hold(plug, state.equals("on"), start, end.indefinite() ? null : end.time().local(), now);
    }
}
