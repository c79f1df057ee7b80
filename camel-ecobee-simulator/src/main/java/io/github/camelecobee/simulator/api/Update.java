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
import java.util.stream.Collectors;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Json;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/**
 * The {@code thermostat} member of {@code POST /1/thermostat}: sets writable properties
 * (post-update-thermostats.shtml).
 */
final class Update {
    private static final Set<String> WRITABLE = Set.of("name", "settings", "location", "energy", "program", "houseDetails",
            "oemCfg", "notificationSettings", "privacy", "securitySettings", "audio");
    /** What the equipment and the firmware decide (Settings.shtml). */
    private static final Set<String> READ_ONLY_SETTINGS = Set.of("coolStages", "heatStages", "hasHeatPump", "hasForcedAir",
            "hasBoiler", "hasHumidifier", "hasErv", "hasHrv", "heatPumpGroundWater", "hasElectric", "hasDehumidifier",
            "heatMinTemp", "heatMaxTemp", "coolMinTemp", "coolMaxTemp", "userAccessCode", "userAccessSetting",
            "ventilatorType", "ventilatorOffDateTime");
    private static final List<String> HVAC_MODES = List.of("auto", "auxHeatOnly", "cool", "heat", "off");
    private static final int DAYS = 7;
    private static final int HALF_HOURS = 48;

    private Update() {
    }

    /** Merges the properties, or leaves the thermostat as it is and throws. Read-only properties are ignored. */
    static void apply(Thermostat asked, VirtualThermostat thermostat, Instant now) throws StatusException {
        Map<String, Object> changes = Json.map(asked);
        changes.keySet().retainAll(WRITABLE);
        if (changes.get("settings") instanceof Map<?, ?> settings) {
            settings.keySet().removeAll(READ_ONLY_SETTINGS);
        }
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Object> merged = Json.map(thermostat.state());
        Json.merge(merged, changes);
        Thermostat changed = EcobeeJson.convert(merged, Thermostat.class);
        nameNewClimates(changed.getProgram().getClimates());
        check(changed);
        // The schedule decides which climate it is, whatever was posted.
        changed.getProgram().setCurrentClimateRef(thermostat.state().getProgram().getCurrentClimateRef());
        if (changed.equals(thermostat.state())) {
            return;
        }
        try {
            thermostat.replace(changed);
        } catch (IllegalArgumentException e) {
            throw invalid("timeZone", "/thermostat/location/timeZone");
        }
        thermostat.configured(now);
    }

    /** The server gives new climates their references: smart1, smart2 and so on (Climate.shtml). */
    private static void nameNewClimates(List<Climate> climates) {
        Set<String> taken = climates.stream().map(Climate::getClimateRef).filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        int number = 1;
        for (Climate climate : climates) {
            while (climate.getClimateRef() == null) {
                String climateRef = "smart" + number++;
                if (taken.add(climateRef)) {
                    climate.setClimateRef(climateRef);
                }
            }
        }
    }

    private static void check(Thermostat changed) throws StatusException {
        if (!HVAC_MODES.contains(changed.getSettings().getHvacMode())) {
            throw invalid("hvacMode", "/thermostat/settings/hvacMode");
        }
        List<String> climates = changed.getProgram().getClimates().stream().map(Climate::getClimateRef).toList();
        List<List<String>> schedule = changed.getProgram().getSchedule();
        boolean whole = schedule.size() == DAYS
                && schedule.stream().allMatch(day -> day.size() == HALF_HOURS && climates.containsAll(day));
        if (!whole) {
            throw invalid("schedule", "/thermostat/program/schedule");
        }
    }

    /** Shaped like the one message of this kind that clients have quoted. */
    private static StatusException invalid(String rule, String path) {
        return EcobeeStatus.VALIDATION_ERROR.with("[Rule " + rule + " failed on: " + path + "]");
    }
}
