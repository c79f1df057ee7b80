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
import java.util.List;

import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.model.WeatherForecast;

/** Writes into a thermostat what the cloud computes for it. Guarded by the home's lock. */
final class Display {
    private static final int TICK_SECONDS = 300;

    private Display() {
    }

    /** Set points and fan, as the program and the events want them. */
    static void aim(Thermostat state, Conditions conditions) {
        SetPoints aim = conditions.aim();
        Runtime runtime = state.getRuntime();
        String fan = aim.fanOn() ? "on" : "auto";
        boolean off = conditions.equipment().isOff();
        runtime.setDesiredHeat(aim.heat());
        runtime.setDesiredCool(aim.cool());
        runtime.setDesiredHumidity(conditions.equipment().lowHumidity());
        runtime.setDesiredDehumidity(conditions.equipment().highHumidity());
        // ecobee sends null when the system is off (Runtime.shtml).
        runtime.setDesiredFanMode(off ? null : fan);
        if (off) {
            runtime.setExplicitNull("desiredFanMode");
        }
    }

    /** Whether ecobee's offset includes daylight saving is not known; here it does not. */
    static void zone(Thermostat state, ThermostatClock clock, Instant now) {
        int seconds = clock.zone().getRules().getStandardOffset(now).getTotalSeconds();
        state.getLocation().setTimeZoneOffsetMinutes(seconds / 60);
    }

    /** The set points that are not clamped. */
    static void ranges(Thermostat state) {
        Settings settings = state.getSettings();
        state.getRuntime().setDesiredHeatRange(List.of(settings.getHeatRangeLow(), settings.getHeatRangeHigh()));
        state.getRuntime().setDesiredCoolRange(List.of(settings.getCoolRangeLow(), settings.getCoolRangeHigh()));
    }

    /** The weather of this moment, which is the first of the forecasts. */
    static void weather(Thermostat state, Conditions conditions, Instant now) {
        Surroundings around = conditions.place().at(now.getEpochSecond() / TICK_SECONDS);
        state.getWeather().setTimestamp(ThermostatClock.utc(now));
        WeatherForecast current = state.getWeather().getForecasts().get(0);
        current.setTemperature((int) Math.round(around.temperature()));
        current.setRelativeHumidity(around.humidity());
        current.setWindSpeed(around.wind());
        current.setSky(around.sky());
    }
}
