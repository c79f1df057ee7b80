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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.Capabilities;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Refuses settings that a thermostat surely cannot take: modes without the equipment, set points outside of what its
 * firmware allows (Settings.shtml). What is not known of it is no reason, and neither is a word of a newer ecobee.
 */
final class SettingsGuard {
    private static final List<String> MODES = List.of("auto", "auxHeatOnly", "cool", "heat", "off");

    private final Map<?, ?> asked;
    private final Map<String, @Nullable Object> present;
    private final @Nullable Capabilities capabilities;

    /** Takes what was asked for as it goes over the wire. */
    SettingsGuard(Map<?, ?> asked, Settings present, @Nullable Capabilities capabilities) {
        this.asked = asked;
        this.present = EcobeeJson.toMap(present);
        this.capabilities = capabilities;
    }

    void check() {
        checkMode();
        checkRange("heat");
        checkRange("cool");
        checkDehumidifier();
        checkFanSpeed();
    }

    private void checkMode() {
        Object mode = asked.get("hvacMode");
        if (mode != null) {
            String lacks = lacks(mode.toString());
            if (!lacks.isEmpty()) {
                List<String> possible = MODES.stream().filter(each -> lacks(each).isEmpty()).toList();
                throw wrong("hvacMode", mode, lacks + "; possible are " + String.join(", ", possible));
            }
        }
    }

    /** What is missing for a mode, empty text when nothing surely is. */
    private String lacks(String mode) {
        return switch (mode) {
            case "heat" -> heat();
            case "cool" -> cool();
            case "auto" -> auto();
            case "auxHeatOnly" -> auxHeat();
            default -> "";
        };
    }

    private String heat() {
        return isZero("heatStages") && !isTrue("hasHeatPump") ? "it has no heating (heatStages 0)" : "";
    }

    private String cool() {
        return isZero("coolStages") ? "it has no cooling (coolStages 0)" : "";
    }

    private String auto() {
        if (!heat().isEmpty() || !cool().isEmpty()) {
            return heat().isEmpty() ? cool() : heat();
        }
        return isFalse("autoHeatCoolFeatureEnabled") ? "its autoHeatCoolFeatureEnabled is false" : "";
    }

    /** Auxiliary heat is what helps a heat pump; heatStages counts its stages then. */
    private String auxHeat() {
        if (isFalse("hasHeatPump")) {
            return "it has no heat pump, and so no auxiliary heat";
        }
        return isZero("heatStages") ? "it has no auxiliary heat (heatStages 0)" : "";
    }

    private void checkRange(String kind) {
        Integer least = number(kind + "MinTemp");
        Integer most = number(kind + "MaxTemp");
        for (String name : List.of(kind + "RangeLow", kind + "RangeHigh")) {
            if (asked.get(name) instanceof Integer value
                    && (least != null && value < least || most != null && value > most)) {
                throw wrong(name, value, "it takes " + least + " to " + most + " (tenths of a degree Fahrenheit)");
            }
        }
        Integer low = number(kind + "RangeLow");
        Integer high = number(kind + "RangeHigh");
        boolean concerned = asked.containsKey(kind + "RangeLow") || asked.containsKey(kind + "RangeHigh");
        if (concerned && low != null && high != null && low > high) {
            throw wrong(kind + "RangeLow", low, "it is above " + kind + "RangeHigh " + high
                                                + " (tenths of a degree Fahrenheit)");
        }
    }

    private void checkDehumidifier() {
        for (String name : List.of("dehumidifierMode", "dehumidifierLevel")) {
            if (asked.containsKey(name) && isFalse("hasDehumidifier") && isZero("dehumidifyOvercoolOffset")) {
                throw wrong(name, asked.get(name),
                        "it has no dehumidifier, and does not dehumidify with the air conditioner either"
                                                   + " (dehumidifyOvercoolOffset 0)");
            }
        }
        if (Boolean.TRUE.equals(asked.get("dehumidifyWithAC")) && isZero("dehumidifyOvercoolOffset")) {
            throw wrong("dehumidifyWithAC", true, "it needs a dehumidifyOvercoolOffset above 0");
        }
    }

    private void checkFanSpeed() {
        Object speed = asked.get("fanSpeed");
        List<String> speeds = new ArrayList<>();
        if (capabilities != null && capabilities.getFanCapabilities() != null
                && capabilities.getFanCapabilities().getSpeedOptions() != null) {
            speeds.addAll(capabilities.getFanCapabilities().getSpeedOptions());
        }
        if (speed != null && !speeds.isEmpty() && speeds.stream().noneMatch(speed.toString()::equalsIgnoreCase)) {
            throw wrong("fanSpeed", speed, "its fan has " + String.join(", ", speeds));
        }
    }

    /** What a setting would be. */
    private @Nullable Object then(String name) {
        return asked.containsKey(name) ? asked.get(name) : present.get(name);
    }

    private @Nullable Integer number(String name) {
        return then(name) instanceof Integer number ? number : null;
    }

    private boolean isZero(String name) {
        return Integer.valueOf(0).equals(then(name));
    }

    private boolean isTrue(String name) {
        return Boolean.TRUE.equals(then(name));
    }

    private boolean isFalse(String name) {
        return Boolean.FALSE.equals(then(name));
    }

    private static IllegalArgumentException wrong(String name, @Nullable Object value, String why) {
        return new IllegalArgumentException("settings." + name + ": '" + value + "' is not possible: " + why);
    }
}
