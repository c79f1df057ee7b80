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

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatTime;

/**
 * Smart Home/Away, the setting {@code autoAway}: when nobody is seen although the program says home, an event
 * {@code autoAway} takes over, and {@code autoHome} when somebody is there although it says away. ecobee documents the
 * setting and the types of event; the times are our choice: two hours without motion, ten minutes with it, and an hour
 * without it to leave again. Either ends at the next transition of the program at the latest, and after
 * {@code resumeProgram} does not come back for the same reason. Guarded by the lock of the {@link Home}.
 */
final class SmartPresence {
    private static final String AWAY = "autoAway";
    private static final String HOME = "autoHome";
    private static final String NOTHING = "";
    private static final int TICK_SECONDS = 300;
    private static final int TICKS_UNTIL_AWAY = 24;
    private static final int TICKS_UNTIL_HOME = 2;
    private static final int TICKS_UNTIL_LEFT = 12;
    private static final LocalDateTime NEVER = LocalDateTime.of(2035, 1, 1, 0, 0);

    private String running = NOTHING;
    private String declined = NOTHING;
    private LocalDateTime end = NEVER;

    /** Looks around at the beginning of a five-minute interval. */
    void look(VirtualThermostat thermostat, Place place, Instant now) {
        LocalDateTime local = thermostat.clock().at(now).local();
        if (!running.isEmpty() && thermostat.state().getEvents().stream().noneMatch(SmartPresence::isOwn)) {
            declined = local.isBefore(end) ? running : NOTHING;
            running = NOTHING;
        }
        String wanted = wanted(thermostat, place, now.getEpochSecond() / TICK_SECONDS);
        if (!wanted.equals(declined)) {
            declined = NOTHING;
        }
        if (wanted.equals(running) || !wanted.isEmpty() && wanted.equals(declined)) {
            return;
        }
        running = wanted;
        thermostat.removeEvents(SmartPresence::isOwn, now);
        if (!wanted.isEmpty()) {
            end = thermostat.schedule().nextTransition(local).orElse(NEVER);
            thermostat.addEvent(event(wanted, climate(thermostat.state(), wanted.equals(HOME)), local), now);
        }
    }

    private String wanted(VirtualThermostat thermostat, Place place, long tick) {
        Thermostat state = thermostat.state();
        Climate program = thermostat.schedule().climate(state.getProgram().getCurrentClimateRef()).orElse(null);
        boolean overruled = state.getEvents().stream()
                .anyMatch(event -> Boolean.TRUE.equals(event.getRunning()) && !isOwn(event));
        if (overruled || program == null || !Boolean.TRUE.equals(state.getSettings().getAutoAway())) {
            return NOTHING;
        }
        int sensors = state.getRemoteSensors().size();
        if (!Boolean.TRUE.equals(program.getIsOccupied())) {
            boolean there = running.equals(HOME)
                    ? seen(place, sensors, tick, TICKS_UNTIL_LEFT) > 0
                    : seen(place, sensors, tick, TICKS_UNTIL_HOME) == TICKS_UNTIL_HOME;
            return there ? HOME : NOTHING;
        }
        // People who sleep do not move.
        boolean gone = !"sleep".equals(program.getClimateRef())
                && seen(place, sensors, tick, running.equals(AWAY) ? 1 : TICKS_UNTIL_AWAY) == 0;
        return gone ? AWAY : NOTHING;
    }

    /** In how many of the last intervals a sensor has seen somebody. */
    private static int seen(Place place, int sensors, long tick, int intervals) {
        int seen = 0;
        for (long each = tick - intervals + 1; each <= tick; each++) {
            Surroundings around = place.at(each);
            boolean motion = false;
            for (int sensor = 0; sensor < sensors && !motion; sensor++) {
                motion = place.motion(around, sensor, false);
            }
            seen += motion ? 1 : 0;
        }
        return seen;
    }

    private static Climate climate(Thermostat state, boolean occupied) {
        List<Climate> climates = state.getProgram().getClimates();
        return climates.stream().filter(each -> (occupied ? "home" : "away").equals(each.getClimateRef())).findFirst()
                .or(() -> climates.stream().filter(each -> Objects.equals(occupied, each.getIsOccupied())).findFirst())
                .orElse(climates.get(0));
    }

    private Event event(String type, Climate climate, LocalDateTime local) {
        ThermostatTime from = new ThermostatTime(local);
        ThermostatTime to = new ThermostatTime(end);
        return new Event().withType(type).withName(type).withRunning(true)
                .withStartDate(from.date()).withStartTime(from.time()).withEndDate(to.date()).withEndTime(to.time())
                .withIsOccupied(type.equals(HOME)).withIsCoolOff(false).withIsHeatOff(false)
                .withCoolHoldTemp(climate.getCoolTemp()).withHeatHoldTemp(climate.getHeatTemp()).withFan("auto")
                .withVent("off").withVentilatorMinOnTime(5).withIsOptional(true).withIsTemperatureRelative(false)
                .withCoolRelativeTemp(0).withHeatRelativeTemp(0).withIsTemperatureAbsolute(true)
                .withDutyCyclePercentage(255).withFanMinOnTime(0).withOccupiedSensorActive(type.equals(HOME))
                .withUnoccupiedSensorActive(type.equals(AWAY)).withDrRampUpTemp(0).withDrRampUpTime(3600).withLinkRef("")
                .withHoldClimateRef(climate.getClimateRef()).withIsIndefinite(false);
    }

    private static boolean isOwn(Event event) {
        return AWAY.equals(event.getType()) || HOME.equals(event.getType());
    }
}
