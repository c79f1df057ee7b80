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

import java.time.LocalDateTime;

import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.model.ThermostatTime;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/**
 * When a hold ends (SetHold.shtml).
 *
 * @param time       the local time
 * @param indefinite whether that is only the far date that stands for "never"
 */
record HoldEnd(ThermostatTime time, boolean indefinite) {
    /** Older thermostats know holds without end by this date alone. */
    private static final HoldEnd NEVER = new HoldEnd(new ThermostatTime(LocalDateTime.of(2035, 1, 1, 0, 0)), true);

    /** The end that the parameters ask for. */
    static HoldEnd of(String function, SetHoldParams params, LocalDateTime start, VirtualThermostat thermostat)
            throws StatusException {
        String type = params.getHoldType() == null ? "indefinite" : params.getHoldType();
        return switch (type) {
            case "indefinite" -> NEVER;
            case "nextTransition" -> thermostat.schedule().nextTransition(start).map(HoldEnd::at).orElse(NEVER);
            case "holdHours" -> at(start.plusHours(hours(function, params.getHoldHours())));
            case "dateTime" -> at(dateTime(function, params, start));
            default -> throw Refusals.function(function, "Invalid holdType parameter value: " + type
                                                         + ". Supported values: dateTime,nextTransition,indefinite,holdHours");
        };
    }

    /** The start that the parameters ask for, now when they do not say. */
    static LocalDateTime start(SetHoldParams params, LocalDateTime now) {
        return ThermostatTime.ofReading(params.getStartDate(), params.getStartTime()).map(ThermostatTime::local).orElse(now);
    }

    /**
     * The end of the demand response that is running: it takes the place of a hold's own (change-log.shtml, May 2016).
     */
    HoldEnd underDemandResponse(VirtualThermostat thermostat) {
        return thermostat.state().getEvents().stream()
                .filter(event -> "demandResponse".equals(event.getType()) && Boolean.TRUE.equals(event.getRunning()))
                .flatMap(event -> ThermostatTime.ofReading(event.getEndDate(), event.getEndTime()).stream())
                .findFirst().map(end -> new HoldEnd(end, false)).orElse(this);
    }

    private static int hours(String function, @Nullable Integer hours) throws StatusException {
        if (hours == null || hours < 1) {
            throw Refusals.function(function, "holdHours is required and must be positive with holdType holdHours.");
        }
        return hours;
    }

    private static LocalDateTime dateTime(String function, SetHoldParams params, LocalDateTime start) throws StatusException {
        LocalDateTime end = ThermostatTime.ofReading(params.getEndDate(), params.getEndTime()).map(ThermostatTime::local)
                .orElseThrow(() -> Refusals.function(function, "endDate and endTime are required with holdType dateTime."));
        if (!end.isAfter(start)) {
            throw Refusals.function(function, "The end is not after the start.");
        }
        return end;
    }

    private static HoldEnd at(LocalDateTime local) {
        return new HoldEnd(new ThermostatTime(local), false);
    }
}
