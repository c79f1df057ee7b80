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

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/** How the values of changes look in JSON, and back. What is absent has no entry. */
final class Values {
    private Values() {
    }

    static Map<String, Object> map(Temperature temperature) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("fahrenheit", temperature.toFahrenheit());
        map.put("celsius", temperature.toCelsius());
        return map;
    }

    static Map<String, Object> map(NamedClimate climate) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ref", climate.ref());
        put(map, "name", climate.name());
        return map;
    }

    static Map<String, Object> map(AlertDetails alert) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "acknowledgeRef", alert.acknowledgeRef());
        put(map, "number", alert.number());
        put(map, "alertType", alert.alertType());
        put(map, "severity", alert.severity());
        put(map, "notificationType", alert.notificationType());
        put(map, "text", alert.text());
        put(map, "raisedAt", text(alert.raisedAt()));
        return map;
    }

    static Map<String, Object> map(EventDetails event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("eventType", event.eventType());
        map.put("name", event.name());
        put(map, "start", text(event.start()));
        put(map, "end", text(event.end()));
        map.put("indefinite", event.indefinite());
        put(map, "heat", event.heat() == null ? null : map(event.heat()));
        put(map, "cool", event.cool() == null ? null : map(event.cool()));
        put(map, "heatRelativeTemp", event.heatRelativeTemp());
        put(map, "coolRelativeTemp", event.coolRelativeTemp());
        map.put("heatOff", event.heatOff());
        map.put("coolOff", event.coolOff());
        put(map, "climateRef", event.climateRef());
        put(map, "fan", event.fan());
        put(map, "occupied", event.occupied());
        put(map, "optional", event.optional());
        map.put("bySensor", event.bySensor());
        put(map, "linkRef", event.linkRef());
        return map;
    }

    static @Nullable Temperature temperature(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.get("fahrenheit") instanceof Number degrees
                ? Temperature.ofFahrenheit(degrees.doubleValue()) : null;
    }

    static @Nullable NamedClimate climate(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new NamedClimate(text(map, "ref"), optional(map, "name")) : null;
    }

    static @Nullable AlertDetails alert(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? new AlertDetails(
                        optional(map, "acknowledgeRef"), number(map, "number"), optional(map, "alertType"),
                        optional(map, "severity"), optional(map, "notificationType"), optional(map, "text"),
                        time(map, "raisedAt"))
                : null;
    }

    static @Nullable EventDetails event(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? new EventDetails(
                        text(map, "eventType"), text(map, "name"), time(map, "start"), time(map, "end"),
                        flag(map, "indefinite"),
                        temperature(map.get("heat")), temperature(map.get("cool")), number(map, "heatRelativeTemp"),
                        number(map, "coolRelativeTemp"), flag(map, "heatOff"), flag(map, "coolOff"),
                        optional(map, "climateRef"),
                        optional(map, "fan"), optionalFlag(map, "occupied"), optionalFlag(map, "optional"),
                        flag(map, "bySensor"), optional(map, "linkRef"))
                : null;
    }

    static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }

    static @Nullable String optional(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : null;
    }

    private static @Nullable String text(@Nullable ThermostatTime time) {
        return time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.local());
    }

    private static @Nullable ThermostatTime time(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? new ThermostatTime(LocalDateTime.parse(text)) : null;
    }

    private static @Nullable Integer number(Map<?, ?> map, String name) {
        return map.get(name) instanceof Number number ? number.intValue() : null;
    }

    private static boolean flag(Map<?, ?> map, String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    private static @Nullable Boolean optionalFlag(Map<?, ?> map, String name) {
        return map.get(name) instanceof Boolean flag ? flag : null;
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
