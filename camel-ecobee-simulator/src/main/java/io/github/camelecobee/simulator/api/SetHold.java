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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.model.ThermostatTime;
import io.github.camelecobee.simulator.home.Json;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** {@code setHold}: holds temperatures, a climate or the fan (SetHold.shtml). */
final class SetHold implements ThermostatFunction {
    /** Every other parameter of the function is a property of the event it creates. */
    private static final List<String> NOT_OF_THE_EVENT = List.of("holdType", "holdHours", "linkRef", "type", "name");

    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        SetHoldParams asked = Requests.params(params, SetHoldParams.class);
        LocalDateTime local = thermostat.clock().at(now).local();
        LocalDateTime start = HoldEnd.start(asked, local);
        HoldEnd end = HoldEnd.of("setHold", asked, start, thermostat).underDemandResponse(thermostat);
        Event hold = skeleton(asked, thermostat);
        temperatures(hold, asked, thermostat);
        hold.setRunning(!start.isAfter(local));
        hold.setStartDate(new ThermostatTime(start).date());
        hold.setStartTime(new ThermostatTime(start).time());
        hold.setEndDate(end.time().date());
        hold.setEndTime(end.time().time());
        hold.setIsIndefinite(end.indefinite());
        thermostat.addHold(hold, now);
    }

    static StatusException error(String detail) {
        return Refusals.function("setHold", detail);
    }

    private static void temperatures(Event hold, SetHoldParams asked, VirtualThermostat thermostat) throws StatusException {
        Runtime runtime = thermostat.state().getRuntime();
        String climateRef = asked.getHoldClimateRef();
        HoldTemperatures wanted = new HoldTemperatures(runtime.getDesiredHeat(), runtime.getDesiredCool());
        boolean absolute = true;
        if (climateRef != null && !climateRef.isEmpty()) {
            // A climate overrides temperatures and fan.
            Climate climate = thermostat.schedule().climate(climateRef)
                    .orElseThrow(() -> error("Climate not found: " + climateRef + "."));
            wanted = new HoldTemperatures(climate.getHeatTemp(), climate.getCoolTemp());
            hold.setFan(climate.getHeatFan());
            hold.setIsOccupied(climate.getIsOccupied());
        } else if (Boolean.TRUE.equals(asked.getIsTemperatureRelative())) {
            absolute = false;
        } else if (isFanOnly(asked)) {
            absolute = false;
        } else if (asked.getHeatHoldTemp() == null || asked.getCoolHoldTemp() == null) {
            throw error("heatHoldTemp and coolHoldTemp are required unless holdClimateRef is given.");
        } else {
            wanted = new HoldTemperatures(asked.getHeatHoldTemp(), asked.getCoolHoldTemp());
        }
        HoldTemperatures held = wanted.clampedFor(thermostat.state());
        hold.setHeatHoldTemp(held.heat());
        hold.setCoolHoldTemp(held.cool());
        hold.setIsTemperatureAbsolute(absolute);
    }

    /** Both flags false, and something for the fan or the ventilator; or, as clients do it, nothing but a fan mode. */
    private static boolean isFanOnly(SetHoldParams asked) {
        boolean flags = Boolean.FALSE.equals(asked.getIsTemperatureAbsolute())
                && Boolean.FALSE.equals(asked.getIsTemperatureRelative());
        boolean bare = asked.getFan() != null && asked.getHeatHoldTemp() == null && asked.getCoolHoldTemp() == null;
        return flags && movesAir(asked) || bare;
    }

    private static boolean movesAir(SetHoldParams asked) {
        return Stream.of(asked.getFan(), asked.getFanMinOnTime(), asked.getFanSpeed(), asked.getVent(),
                asked.getVentilatorMinOnTime()).anyMatch(Objects::nonNull);
    }

    /** The event with everything that does not depend on time and temperature. */
    static Event skeleton(SetHoldParams asked, VirtualThermostat thermostat) {
        Climate climate = thermostat.schedule().climate(thermostat.state().getProgram().getCurrentClimateRef()).orElseThrow();
        Map<String, Object> event = Json.map(new Event()
                .withIsOccupied(climate.getIsOccupied()).withIsCoolOff(false).withIsHeatOff(false)
                .withFan("auto").withVent("off").withVentilatorMinOnTime(5).withIsOptional(true)
                .withIsTemperatureRelative(false).withCoolRelativeTemp(0).withHeatRelativeTemp(0)
                .withDutyCyclePercentage(255).withFanMinOnTime(0).withOccupiedSensorActive(false)
                .withUnoccupiedSensorActive(false).withDrRampUpTemp(0).withDrRampUpTime(3600).withHoldClimateRef("")
                .withFanSpeed(thermostat.state().getSettings().getFanSpeed()));
        Map<String, Object> own = Json.map(asked);
        own.keySet().removeAll(NOT_OF_THE_EVENT);
        // Clients send null for what they do not set; it means the same as leaving it out.
        own.values().removeIf(Objects::isNull);
        Json.merge(event, own);
        return EcobeeJson.convert(event, Event.class).withType("hold").withName("auto").withLinkRef("");
    }
}
