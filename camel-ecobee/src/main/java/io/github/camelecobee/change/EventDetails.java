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
package io.github.camelecobee.change;

import java.time.LocalDate;
import java.util.Optional;

import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/**
 * What an event wants (Event.shtml): a hold, a vacation, a demand response or another. A property that ecobee did not
 * send, or that does not count in this event, is {@code null}. ecobee does not tell which person or program made a
 * hold; what it tells is the kind of the event, its name, whether a sensor made it, and a link to an alert.
 *
 * @param eventType        {@code hold}, {@code vacation}, {@code demandResponse}, {@code autoAway} and others
 * @param name             {@code auto} for a hold, otherwise the name that somebody gave it
 * @param start            when it begins, in the thermostat's local time
 * @param end              when it ends, in the thermostat's local time; {@code null} when it has no end
 * @param indefinite       whether it lasts until somebody ends it
 * @param heat             heat set point
 * @param cool             cool set point
 * @param heatRelativeTemp tenths of a degree Fahrenheit that it adds to the climate's heat set point
 * @param coolRelativeTemp tenths of a degree Fahrenheit that it adds to the climate's cool set point
 * @param heatOff          whether it forbids heating
 * @param coolOff          whether it forbids cooling
 * @param climateRef       climate that it uses
 * @param fan              {@code auto} or {@code on}
 * @param occupied         whether somebody is at home meanwhile
 * @param optional         whether it may be cancelled
 * @param bySensor         whether an occupancy sensor made it
 * @param linkRef          what links it to an alert
 */
public record EventDetails(
        String eventType, String name, @Nullable ThermostatTime start, @Nullable ThermostatTime end, boolean indefinite,
        @Nullable Temperature heat, @Nullable Temperature cool, @Nullable Integer heatRelativeTemp,
        @Nullable Integer coolRelativeTemp, boolean heatOff, boolean coolOff, @Nullable String climateRef,
        @Nullable String fan, @Nullable Boolean occupied, @Nullable Boolean optional, boolean bySensor,
        @Nullable String linkRef) {

    /** ecobee writes for ever as this date or a later one. */
    private static final LocalDate FOR_EVER = LocalDate.of(2035, 1, 1);

    /**
     * Reads an event.
     *
     * @param  event what ecobee sent
     * @return       the same, immutable
     */
    public static EventDetails of(Event event) {
        ThermostatTime end = ThermostatTime.ofReading(event.getEndDate(), event.getEndTime()).orElse(null);
        boolean indefinite = Boolean.TRUE.equals(event.getIsIndefinite())
                || end != null && !end.local().toLocalDate().isBefore(FOR_EVER);
        boolean relative = Boolean.TRUE.equals(event.getIsTemperatureRelative());
        // Both flags false: the temperatures count for nothing, for example in a hold of the fan.
        boolean absolute = !relative && !Boolean.FALSE.equals(event.getIsTemperatureAbsolute());
        return new EventDetails(
                Optional.ofNullable(event.getType()).orElse(""), Optional.ofNullable(event.getName()).orElse(""),
                ThermostatTime.ofReading(event.getStartDate(), event.getStartTime()).orElse(null), indefinite ? null : end,
                indefinite, absolute ? Temperature.ofReading(event.getHeatHoldTemp()).orElse(null) : null,
                absolute ? Temperature.ofReading(event.getCoolHoldTemp()).orElse(null) : null,
                relative ? event.getHeatRelativeTemp() : null, relative ? event.getCoolRelativeTemp() : null,
                Boolean.TRUE.equals(event.getIsHeatOff()), Boolean.TRUE.equals(event.getIsCoolOff()),
                text(event.getHoldClimateRef()), text(event.getFan()), event.getIsOccupied(), event.getIsOptional(),
                Boolean.TRUE.equals(event.getOccupiedSensorActive()) || Boolean.TRUE.equals(event.getUnoccupiedSensorActive()),
                text(event.getLinkRef()));
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
