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
import java.util.Objects;

import io.github.camelecobee.model.CreateVacationParams;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.ThermostatTime;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** {@code createVacation}: away for a while, from now or later (CreateVacation.shtml). */
final class CreateVacation implements ThermostatFunction {
    private static final String NAME = "createVacation";
    /** Found by Home Assistant (home-assistant/core issue 26953); the documentation names no length. */
    private static final int LONGEST_NAME = 12;
    private static final int DAYS = 14;
    private static final int MINUTES_OF_HOUR = 60;

    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        CreateVacationParams asked = Requests.params(params, CreateVacationParams.class);
        List<Event> events = thermostat.state().getEvents();
        String path = "/thermostat/program/calendarEvents/calendarEvent[" + (events.size() + 1) + "]";
        String name = Refusals.atMost(LONGEST_NAME, Refusals.required(NAME, "name", asked.getName()), path + "/name");
        if (events.stream().anyMatch(event -> isVacation(event, name))) {
            throw Refusals.function(NAME, "A vacation of this name exists: " + name + ".");
        }
        HoldTemperatures held = new HoldTemperatures(
                Refusals.required(NAME, "heatHoldTemp", asked.getHeatHoldTemp()),
                Refusals.required(NAME, "coolHoldTemp", asked.getCoolHoldTemp())).clampedFor(thermostat.state());
        String fan = Refusals.oneOf(NAME, "fan", Objects.requireNonNullElse(asked.getFan(), "auto"), "auto", "on");
        int fanMinutes = Objects.requireNonNullElse(asked.getFanMinOnTime(), 0);
        if (fanMinutes < 0 || fanMinutes > MINUTES_OF_HOUR) {
            throw Refusals.rule("range(0,60)", fanMinutes, path + "/fanMinOnTime");
        }
        LocalDateTime local = thermostat.clock().at(now).local();
        LocalDateTime start = time("start", asked.getStartDate(), asked.getStartTime(), local);
        LocalDateTime end = time("end", asked.getEndDate(), asked.getEndTime(), start.plusDays(DAYS));
        if (!end.isAfter(start) || !end.isAfter(local)) {
            throw Refusals.function(NAME, "The end is not after the start.");
        }
        thermostat.addEvent(event(name, start, end, local).withHeatHoldTemp(held.heat()).withCoolHoldTemp(held.cool())
                .withFan(fan).withFanMinOnTime(fanMinutes)
                .withFanSpeed(thermostat.state().getSettings().getFanSpeed()), now);
    }

    static boolean isVacation(Event event, String name) {
        return "vacation".equals(event.getType()) && name.equals(event.getName());
    }

    /** Each pair of date and time may be left out, or be null, on its own (home-assistant/core issue 107255). */
    private static LocalDateTime time(String pair, String date, String time, LocalDateTime omitted) throws StatusException {
        if (date == null && time == null) {
            return omitted;
        }
        return ThermostatTime.ofReading(date, time).map(ThermostatTime::local).orElseThrow(() -> Refusals.function(
                NAME, "Invalid " + pair + "Date and " + pair + "Time parameter values: " + date + " " + time + "."));
    }

    private static Event event(String name, LocalDateTime start, LocalDateTime end, LocalDateTime now) {
        ThermostatTime from = new ThermostatTime(start);
        ThermostatTime to = new ThermostatTime(end);
        return new Event().withType("vacation").withName(name).withRunning(!start.isAfter(now))
                .withStartDate(from.date()).withStartTime(from.time()).withEndDate(to.date()).withEndTime(to.time())
                .withIsOccupied(false).withIsCoolOff(false).withIsHeatOff(false).withVent("off")
                .withVentilatorMinOnTime(5).withIsOptional(true).withIsTemperatureRelative(false)
                .withCoolRelativeTemp(0).withHeatRelativeTemp(0).withIsTemperatureAbsolute(true)
                .withDutyCyclePercentage(255).withOccupiedSensorActive(false).withUnoccupiedSensorActive(false)
                .withDrRampUpTemp(0).withDrRampUpTime(3600).withLinkRef("").withHoldClimateRef("")
                .withIsIndefinite(false);
    }
}
