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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.ThermostatTime;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/** The rules for settings that are posted (Settings.shtml). Only what is posted is checked. */
final class SettingRules {
    /** What the equipment and the firmware decide: ignored, so that a client can post settings back as it read them. */
    private static final Set<String> READ_ONLY = Set.of("coolStages", "heatStages", "hasHeatPump", "hasForcedAir",
            "hasBoiler", "hasHumidifier", "hasErv", "hasHrv", "heatPumpGroundWater", "hasElectric", "hasDehumidifier",
            "heatMinTemp", "heatMaxTemp", "coolMinTemp", "coolMaxTemp", "userAccessCode", "userAccessSetting",
            "ventilatorType", "ventilatorOffDateTime");
    private static final Map<String, List<String>> VALUES = Map.of(
            "hvacMode", List.of("auto", "auxHeatOnly", "cool", "heat", "off"),
            "vent", List.of("auto", "minontime", "on", "off"),
            "humidifierMode", List.of("auto", "manual", "off"),
            "dehumidifierMode", List.of("on", "off"),
            "holdAction", List.of("useEndTime4hour", "useEndTime2hour", "nextPeriod", "indefinite", "askMe"),
            "drAccept", List.of("always", "askMe", "customerSelect", "defaultAccept", "defaultDecline", "never"),
            "fanSpeed", List.of("low", "medium", "high", "optimized"));
    private static final Map<String, Range> RANGES = Map.ofEntries(
            // Documented from 1 on, but 0 is what most thermostats have.
            Map.entry("fanMinOnTime", new Range(0, 60)),
            Map.entry("ventilatorMinOnTime", new Range(0, 60)),
            Map.entry("ventilatorMinOnTimeHome", new Range(0, 60)),
            Map.entry("ventilatorMinOnTimeAway", new Range(0, 60)),
            Map.entry("backlightOnIntensity", new Range(0, 10)),
            Map.entry("backlightSleepIntensity", new Range(0, 10)),
            Map.entry("soundTickVolume", new Range(0, 10)),
            Map.entry("soundAlertVolume", new Range(0, 10)),
            Map.entry("dehumidifierLevel", new Range(0, 100)),
            Map.entry("dehumidifyOvercoolOffset", new Range(0, 50)),
            Map.entry("humidityHighAlert", new Range(-1, 100)),
            Map.entry("humidityLowAlert", new Range(-1, 100)),
            Map.entry("electricityBillingDayOfMonth", new Range(1, 31)));
    private static final String PATH = "/thermostat/settings/";
    private static final int TIMER_MINUTES = 20;
    private static final String NO_TIMER = "2014-01-01 00:00:00";

    private SettingRules() {
    }

    /** Takes away what cannot be set, and adds what follows from what is. */
    static void prepare(Map<String, Object> posted, VirtualThermostat thermostat, Instant now) {
        posted.keySet().removeAll(READ_ONLY);
        Settings settings = thermostat.state().getSettings();
        Object offset = posted.getOrDefault(
                "dehumidifyOvercoolOffset", Objects.requireNonNullElse(settings.getDehumidifyOvercoolOffset(), 0));
        if (posted.containsKey("dehumidifyOvercoolOffset") && offset.equals(0)) {
            posted.put("dehumidifyWithAC", false);
        }
        if (!Boolean.TRUE.equals(settings.getHasDehumidifier()) && offset.equals(0)) {
            // Without a dehumidifier, and without air conditioning in its place, these cannot be written.
            posted.keySet().removeAll(Set.of("dehumidifierMode", "dehumidifierLevel"));
        }
        if (posted.get("isVentilatorTimerOn") instanceof Boolean on) {
            ThermostatTime off = new ThermostatTime(thermostat.clock().at(now).local().plusMinutes(TIMER_MINUTES));
            posted.put("ventilatorOffDateTime", on ? off.toString() : NO_TIMER);
        }
    }

    /** Checks the settings that would be. */
    static void check(Map<String, Object> posted, Settings changed) throws StatusException {
        for (String name : new HashSet<>(posted.keySet())) {
            Object value = posted.get(name);
            List<String> values = VALUES.get(name);
            if (values != null && !values.contains(String.valueOf(value))) {
                throw Refusals.rule(name.equals("hvacMode") ? name : "enum(" + String.join(",", values) + ")", value,
                        PATH + name);
            }
            Range range = RANGES.get(name);
            if (range != null && value instanceof Integer number && (number < range.least || number > range.most)) {
                throw range.refuse(number, PATH + name);
            }
        }
        if (posted.get("dehumidifyOvercoolOffset") instanceof Integer offset && offset % 5 != 0) {
            throw Refusals.rule("step(5)", offset, PATH + "dehumidifyOvercoolOffset");
        }
        if (Boolean.TRUE.equals(posted.get("dehumidifyWithAC")) && number(changed.getDehumidifyOvercoolOffset()) <= 0) {
            throw Refusals.rule("dehumidifyWithAC", true, PATH + "dehumidifyWithAC");
        }
        if ("auto".equals(posted.get("hvacMode")) && Boolean.FALSE.equals(changed.getAutoHeatCoolFeatureEnabled())) {
            throw Refusals.rule("autoHeatCoolFeatureEnabled", "auto", PATH + "hvacMode");
        }
        limits(posted, "heat", changed.getHeatRangeLow(), changed.getHeatRangeHigh(),
                new Range(number(changed.getHeatMinTemp()), number(changed.getHeatMaxTemp())));
        limits(posted, "cool", changed.getCoolRangeLow(), changed.getCoolRangeHigh(),
                new Range(number(changed.getCoolMinTemp()), number(changed.getCoolMaxTemp())));
    }

    /** What a person allows lies within what the firmware does. */
    private static void limits(Map<String, Object> posted, String kind, Integer low, Integer high, Range firmware)
            throws StatusException {
        for (String end : List.of("Low", "High")) {
            String name = kind + "Range" + end;
            if (!posted.containsKey(name)) {
                continue;
            }
            int value = number(end.equals("Low") ? low : high);
            if (value < firmware.least || value > firmware.most) {
                throw firmware.refuse(value, PATH + name);
            }
            if (number(low) > number(high)) {
                throw Refusals.rule(kind + "RangeLow<=" + kind + "RangeHigh", value, PATH + name);
            }
        }
    }

    private static int number(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private record Range(int least, int most) {
        StatusException refuse(int value, String path) {
            return Refusals.rule("range(" + least + "," + most + ")", value, path);
        }
    }
}
