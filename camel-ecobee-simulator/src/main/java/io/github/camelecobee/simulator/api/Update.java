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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.model.Audio;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HouseDetails;
import io.github.camelecobee.model.Location;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.simulator.home.Json;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/**
 * The {@code thermostat} member of {@code POST /1/thermostat}: sets writable properties
 * (post-update-thermostats.shtml). Objects are merged, lists replaced; a null is the same as nothing. Read-only
 * properties are ignored rather than refused, because clients post objects back as they have read them.
 */
final class Update {
    private static final Set<String> WRITABLE = Set.of("name", "settings", "location", "energy", "program", "houseDetails",
            "oemCfg", "notificationSettings", "privacy", "securitySettings", "audio");
    private static final List<String> STYLES = List.of("other", "apartment", "condominium", "detached", "loft",
            "multiplex", "rowhouse", "semidetached", "townhouse", "0");

    private Update() {
    }

    /** Merges the properties, or leaves the thermostat as it is and throws. */
    static void apply(Thermostat asked, VirtualThermostat thermostat, Instant now) throws StatusException {
        Map<String, Object> changes = Json.map(asked);
        changes.keySet().retainAll(WRITABLE);
        withoutNulls(changes);
        if (changes.isEmpty()) {
            return;
        }
        Thermostat state = thermostat.state();
        Map<String, Object> settings = object(changes.get("settings"));
        Map<String, Object> notifications = object(changes.get("notificationSettings"));
        SettingRules.prepare(settings, thermostat, now);
        object(changes.get("location")).remove("timeZoneOffsetMinutes");
        object(changes.get("audio")).remove("voiceEngines");
        ProgramUpdate.prepare(object(changes.get("program")), state);
        NotificationUpdate.prepare(notifications, state);
        if (changes.containsKey("securitySettings")) {
            SecurityUpdate.prepare(object(changes.get("securitySettings")), state);
        }
        Map<String, Object> merged = Json.map(state);
        Json.merge(merged, changes);
        Thermostat changed = EcobeeJson.convert(merged, Thermostat.class);
        SettingRules.check(settings, changed.getSettings());
        NotificationUpdate.check(notifications, changed);
        if (changes.containsKey("program")) {
            ProgramUpdate.check(state, changed);
        }
        checkOthers(changes, changed);
        if (changed.equals(state)) {
            return;
        }
        thermostat.replace(changed);
        thermostat.configured(now);
    }

    private static void checkOthers(Map<String, Object> changes, Thermostat changed) throws StatusException {
        Location location = changed.getLocation();
        if (changes.containsKey("location") && ThermostatClock
                .of(new Thermostat().withLocation(new Location().withTimeZone(location.getTimeZone()))).isEmpty()) {
            throw Refusals.rule("timeZone", location.getTimeZone(), "/thermostat/location/timeZone");
        }
        if (changes.containsKey("houseDetails")) {
            HouseDetails house = changed.getHouseDetails();
            range(house.getWindowEfficiency(), 1, 7, "/thermostat/houseDetails/windowEfficiency");
            // Real data varies in letter case.
            if (house.getStyle() != null && !STYLES.contains(house.getStyle().toLowerCase(Locale.ROOT))) {
                throw Refusals.rule("enum(" + String.join(",", STYLES) + ")", house.getStyle(),
                        "/thermostat/houseDetails/style");
            }
        }
        if (changes.containsKey("audio")) {
            Audio audio = changed.getAudio();
            range(audio.getPlaybackVolume(), 0, 100, "/thermostat/audio/playbackVolume");
            range(audio.getSoundAlertVolume(), 0, 10, "/thermostat/audio/soundAlertVolume");
            range(audio.getSoundTickVolume(), 0, 10, "/thermostat/audio/soundTickVolume");
        }
    }

    private static void range(@Nullable Integer value, int least, int most, String path) throws StatusException {
        if (value != null && (value < least || value > most)) {
            throw Refusals.rule("range(" + least + "," + most + ")", value, path);
        }
    }

    /** Climates and schedule are not among them: without these there is no program. */
    private static void withoutNulls(Map<String, Object> changes) {
        changes.values().removeIf(Objects::isNull);
        changes.forEach((name, value) -> {
            if (value instanceof Map<?, ?> && !name.equals("program")) {
                withoutNulls(object(value));
            }
        });
    }

    /** A JSON object, an empty one that belongs to nothing when there is none. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map ? (Map<String, Object>) value : new LinkedHashMap<>();
    }
}
