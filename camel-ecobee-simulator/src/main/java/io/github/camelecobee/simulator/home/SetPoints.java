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

import java.util.List;
import java.util.Objects;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Event;

/**
 * What a thermostat aims at.
 *
 * @param heat     heat below this, tenths of a degree Fahrenheit
 * @param cool     cool above this, tenths of a degree Fahrenheit
 * @param fanOn    whether the fan runs all the time
 * @param occupied whether people are thought to be at home
 */
record SetPoints(int heat, int cool, boolean fanOn, boolean occupied) {

    /** What a climate aims at. */
    static SetPoints of(Climate climate) {
        return new SetPoints(
                climate.getHeatTemp(), climate.getCoolTemp(),
                "on".equals(climate.getHeatFan()) || "on".equals(climate.getCoolFan()),
                Boolean.TRUE.equals(climate.getIsOccupied()));
    }

    /** What running events make of it; the first of the list has the last word (Event.shtml). */
    SetPoints under(List<Event> events) {
        SetPoints result = this;
        for (int i = events.size() - 1; i >= 0; i--) {
            if (Boolean.TRUE.equals(events.get(i).getRunning())) {
                result = result.under(events.get(i));
            }
        }
        return result;
    }

    private SetPoints under(Event event) {
        boolean fan = event.getFan() == null ? fanOn : event.getFan().equals("on");
        boolean home = event.getIsOccupied() == null ? occupied : event.getIsOccupied();
        if (Boolean.TRUE.equals(event.getIsTemperatureRelative())) {
            return new SetPoints(
                    heat - offset(event.getHeatRelativeTemp()), cool + offset(event.getCoolRelativeTemp()), fan,
                    home);
        }
        if (!Boolean.TRUE.equals(event.getIsTemperatureAbsolute())) {
            // Both flags false: a hold of the fan alone (SetHold.shtml).
            return new SetPoints(heat, cool, fan, home);
        }
        return new SetPoints(
                Objects.requireNonNullElse(event.getHeatHoldTemp(), heat),
                Objects.requireNonNullElse(event.getCoolHoldTemp(), cool), fan, home);
    }

    private static int offset(Integer tenths) {
        return tenths == null ? 0 : tenths;
    }
}
