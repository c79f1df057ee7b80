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
package io.github.camelecobee.operation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * What a thermostat takes for set points. ecobee clamps and pushes apart without a word (SetHold.shtml,
 * openhab-addons#18110).
 */
final class SetPoints {
    /** The parts that tell a thermostat's own limits. */
    static final Set<Include> GUARDED_BY = Collections.unmodifiableSet(EnumSet.of(Include.SETTINGS, Include.RUNTIME));

    private static final Temperature COLDEST_HEAT = Temperature.ofFahrenheit(45);
    private static final Temperature COLDEST_COOL = Temperature.ofFahrenheit(-10);
    private static final Temperature HOTTEST = Temperature.ofFahrenheit(120);

    private SetPoints() {
    }

    /**
     * Limits of every thermostat: 72 where 72F was meant would cool the house down (limits of Pyecobee's context.py).
     */
    static void checkPlausible(Parameters given) {
        checkPlausible(given, "heatHoldTemp", COLDEST_HEAT);
        checkPlausible(given, "coolHoldTemp", COLDEST_COOL);
    }

    private static void checkPlausible(Parameters given, String name, Temperature coldest) {
        given.get(name).ifPresent(parameter -> {
            Temperature temperature = parameter.temperature();
            if (temperature.compareTo(coldest) < 0 || temperature.compareTo(HOTTEST) > 0) {
                throw parameter.wrong(coldest + " to " + HOTTEST + ", which is " + coldest.toCelsius() + "C to "
                                      + HOTTEST.toCelsius()
                                      + "C (a bare number is tenths of a degree Fahrenheit: 720 is 72F)");
            }
        });
    }

    static void checkOrder(Parameters given, int heat, int cool) {
        if (heat > cool) {
            throw new IllegalArgumentException(
                    given.subject() + ": heatHoldTemp " + new Temperature(heat) + " is above coolHoldTemp "
                                               + new Temperature(cool));
        }
    }

    /** Limits of this thermostat, as far as they are known. */
    static void guard(Parameters given, int heat, int cool, Facts facts) {
        guard(given, "heatHoldTemp", heat, facts.get(SetPoints::heatRange));
        guard(given, "coolHoldTemp", cool, facts.get(SetPoints::coolRange));
        Settings settings = facts.get(Thermostat::getSettings).orElse(null);
        if (settings != null && "auto".equals(settings.getHvacMode()) && cool - heat < minDelta(settings)) {
            throw new IllegalArgumentException(
                    given.subject() + ": heatHoldTemp " + new Temperature(heat) + " and coolHoldTemp " + new Temperature(cool)
                                               + " are closer than this thermostat allows in mode auto; keep them "
                                               + minDelta(settings) + " tenths of a degree Fahrenheit apart");
        }
    }

    private static void guard(Parameters given, String name, int tenths, Optional<List<Integer>> range) {
        range.filter(limits -> limits.size() == 2 && (tenths < limits.get(0) || tenths > limits.get(1))).ifPresent(limits -> {
            throw new IllegalArgumentException(
                    given.subject() + ": " + name + " " + new Temperature(tenths) + " is outside the range of this thermostat, "
                                               + new Temperature(limits.get(0)) + " to " + new Temperature(limits.get(1))
                                               + "; ecobee would clamp it without a word");
        });
    }

    static int minDelta(@Nullable Settings settings) {
        return settings == null || settings.getHeatCoolMinDelta() == null ? 0 : settings.getHeatCoolMinDelta();
    }

    private static @Nullable List<Integer> heatRange(Thermostat thermostat) {
        Runtime runtime = thermostat.getRuntime();
        if (runtime != null && runtime.getDesiredHeatRange() != null) {
            return runtime.getDesiredHeatRange();
        }
        Settings settings = thermostat.getSettings();
        return settings == null ? null : range(settings.getHeatRangeLow(), settings.getHeatRangeHigh());
    }

    private static @Nullable List<Integer> coolRange(Thermostat thermostat) {
        Runtime runtime = thermostat.getRuntime();
        if (runtime != null && runtime.getDesiredCoolRange() != null) {
            return runtime.getDesiredCoolRange();
        }
        Settings settings = thermostat.getSettings();
        return settings == null ? null : range(settings.getCoolRangeLow(), settings.getCoolRangeHigh());
    }

    private static @Nullable List<Integer> range(@Nullable Integer low, @Nullable Integer high) {
        return low == null || high == null ? null : List.of(low, high);
    }
}
