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

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.model.SetOccupiedParams;
import io.github.camelecobee.model.ThermostatTime;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** {@code setOccupied}: switches an EMS thermostat to occupied or unoccupied (SetOccupied.shtml). */
final class SetOccupied implements ThermostatFunction {
    private static final String NAME = "setOccupied";
    private static final String TYPE = "switchOccupancy";

    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        boolean occupied = Refusals.required(NAME, "occupied",
                Requests.params(params, SetOccupiedParams.class).getOccupied());
        if (!String.valueOf(thermostat.state().getModelNumber()).endsWith("Ems")) {
            throw Refusals.function(NAME, "Only EMS thermostats can be switched.");
        }
        SetHoldParams hold = Requests.params(params, SetHoldParams.class);
        LocalDateTime local = thermostat.clock().at(now).local();
        LocalDateTime start = HoldEnd.start(hold, local);
        HoldEnd end = HoldEnd.of(NAME, hold, start, thermostat);
        String reference = occupied ? "occupied" : "unoccupied";
        Climate climate = thermostat.schedule().climate(reference)
                .orElseThrow(() -> Refusals.function(NAME, "Climate not found: " + reference + "."));
        HoldTemperatures held = new HoldTemperatures(climate.getHeatTemp(), climate.getCoolTemp())
                .clampedFor(thermostat.state());
        ThermostatTime from = new ThermostatTime(start);
        Event event = SetHold.skeleton(hold, thermostat).withType(TYPE)
                .withIsOccupied(occupied).withHoldClimateRef(reference).withIsTemperatureAbsolute(true)
                .withIsTemperatureRelative(false).withHeatHoldTemp(held.heat()).withCoolHoldTemp(held.cool())
                .withRunning(!start.isAfter(local)).withIsIndefinite(end.indefinite())
                .withStartDate(from.date()).withStartTime(from.time())
                .withEndDate(end.time().date()).withEndTime(end.time().time());
        event.getAdditionalProperties().remove("occupied");
        // Only one exists at a time; a new one takes the place of the one before.
        thermostat.state().getEvents().removeIf(each -> TYPE.equals(each.getType()));
        thermostat.addEvent(event, now);
    }
}
