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

import java.util.Objects;

import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/** The event that a demand response puts on a thermostat, with what the utility does not say (Event.shtml). */
final class DemandResponseEvent {
    private static final String TYPE = "demandResponse";
    private static final int LONGEST_NAME = 12;
    /** Seen on the wire for "not set". */
    private static final int NO_DUTY_CYCLE = 255;

    private DemandResponseEvent() {
    }

    static Event of(DemandResponse wanted) throws StatusException {
        Event event = wanted.getEvent();
        String name = wanted.getName() == null ? "" : wanted.getName();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw EcobeeStatus.VALIDATION_ERROR.with(
                    "[Rule string(" + LONGEST_NAME + ") failed on: " + name + " /demandResponse/name]");
        }
        if (event.getType() != null && !event.getType().equals(TYPE)) {
            throw EcobeeStatus.VALIDATION_ERROR.with("The event must be of type " + TYPE + ".");
        }
        ThermostatTime start = time(event.getStartDate(), event.getStartTime());
        ThermostatTime end = time(event.getEndDate(), event.getEndTime());
        if (end.compareTo(start) <= 0) {
            throw EcobeeStatus.VALIDATION_ERROR.with("The event must end after its start.");
        }
        boolean relative = Boolean.TRUE.equals(event.getIsTemperatureRelative());
        boolean dutyCycle = event.getDutyCyclePercentage() != null;
        boolean absolute = or(event.getIsTemperatureAbsolute(), !relative && !dutyCycle);
        // Not required when isTemperatureAbsolute is false since December 2015 (change-log.shtml).
        if (absolute && (event.getCoolHoldTemp() == null || event.getHeatHoldTemp() == null)) {
            throw EcobeeStatus.VALIDATION_ERROR.with("coolHoldTemp and heatHoldTemp are required.");
        }
        return new Event().withType(TYPE).withName(name).withRunning(false)
                .withStartDate(start.date()).withStartTime(start.time())
                .withEndDate(end.date()).withEndTime(end.time())
                .withIsOccupied(or(event.getIsOccupied(), false)).withIsCoolOff(or(event.getIsCoolOff(), false))
                .withIsHeatOff(or(event.getIsHeatOff(), false))
                .withCoolHoldTemp(or(event.getCoolHoldTemp(), 0)).withHeatHoldTemp(or(event.getHeatHoldTemp(), 0))
                .withFan(or(event.getFan(), "auto")).withVent(or(event.getVent(), "off"))
                .withVentilatorMinOnTime(or(event.getVentilatorMinOnTime(), 0))
                .withIsOptional(or(event.getIsOptional(), true)).withIsTemperatureRelative(relative)
                .withCoolRelativeTemp(or(event.getCoolRelativeTemp(), 0))
                .withHeatRelativeTemp(or(event.getHeatRelativeTemp(), 0)).withIsTemperatureAbsolute(absolute)
                .withDutyCyclePercentage(or(event.getDutyCyclePercentage(), NO_DUTY_CYCLE))
                .withFanMinOnTime(or(event.getFanMinOnTime(), 0))
                .withOccupiedSensorActive(false).withUnoccupiedSensorActive(false)
                .withDrRampUpTemp(or(event.getDrRampUpTemp(), 0)).withDrRampUpTime(or(event.getDrRampUpTime(), 3600))
                .withHoldClimateRef("").withIsIndefinite(false);
    }

    private static ThermostatTime time(@Nullable String date, @Nullable String time) throws StatusException {
        return ThermostatTime.ofReading(date, time).orElseThrow(() -> EcobeeStatus.VALIDATION_ERROR.with(
                "startDate, startTime, endDate and endTime are required."));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
