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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.model.EquipmentSetting;
import io.github.camelecobee.model.LimitSetting;
import io.github.camelecobee.model.NotificationSettings;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Json;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /1/thermostat} makes of notification settings (NotificationSettings.shtml). The e-mail addresses are
 * replaced; the settings of equipment and limits are found by their type and merged.
 */
final class NotificationUpdate {
    private static final Set<String> LIMITS = Set.of("lowTemp", "highTemp", "lowHumidity", "highHumidity", "auxHeat",
            "auxOutdoor");
    private static final String PATH = "/thermostat/notificationSettings/";
    private static final int LEAST_HUMIDITY = 5;
    private static final int MOST_HUMIDITY = 95;
    private static final int NO_HUMIDITY = -1;
    private static final int NO_OUTDOOR = 800;

    private NotificationUpdate() {
    }

    /** Completes the posted settings with those that they do not name. */
    static void prepare(Map<String, Object> posted, Thermostat state) throws StatusException {
        NotificationSettings before = state.getNotificationSettings();
        Map<String, Object> known = before == null ? new LinkedHashMap<>() : Json.map(before);
        for (String list : List.of("equipment", "general", "limit")) {
            if (posted.get(list) instanceof List<?> changes) {
                posted.put(list, merge(list, changes, known.get(list)));
            }
        }
    }

    private static List<Object> merge(String list, List<?> changes, @Nullable Object known) throws StatusException {
        Map<String, Map<String, Object>> byType = new LinkedHashMap<>();
        for (Object each : known instanceof List<?> all ? all : List.of()) {
            byType.put(String.valueOf(object(each).get("type")), object(each));
        }
        for (Object each : changes) {
            Map<String, Object> change = object(each);
            change.remove("remindMeDate");
            String type = String.valueOf(change.get("type"));
            // Only equipment that the thermostat controls is listed, and only that may be updated.
            if (!byType.containsKey(type) && !(list.equals("limit") && LIMITS.contains(type))) {
                throw Refusals.rule("type", type, PATH + list);
            }
            Json.merge(byType.computeIfAbsent(type, missing -> new LinkedHashMap<>()), change);
        }
        return new ArrayList<>(byType.values());
    }

    /** Applies the rules for limits (LimitSetting.shtml) to the settings that would be. */
    static void check(Map<String, Object> posted, Thermostat changed) throws StatusException {
        NotificationSettings settings = changed.getNotificationSettings();
        if (posted.containsKey("equipment")) {
            for (EquipmentSetting equipment : settings.getEquipment()) {
                checkLife(equipment);
            }
        }
        if (!(posted.get("limit") instanceof List<?>)) {
            return;
        }
        Map<String, LimitSetting> limits = new LinkedHashMap<>();
        settings.getLimit().forEach(limit -> limits.put(limit.getType(), limit));
        humidity(limits.get("lowHumidity"), limits.get("highHumidity"));
        positive(limits.get("auxHeat"), 0, 1, Integer.MAX_VALUE);
        positive(limits.get("auxOutdoor"), NO_OUTDOOR, 320, 790);
        temperatures(limits, changed);
    }

    private static void checkLife(EquipmentSetting equipment) throws StatusException {
        Integer life = equipment.getFilterLife();
        boolean months = !"hour".equals(equipment.getFilterLifeUnits());
        int least = months ? 1 : 100;
        int most = months ? 12 : 10_000;
        if (life != null && (life < least || life > most)) {
            throw Refusals.rule("range(" + least + "," + most + ")", life, PATH + "equipment/filterLife");
        }
    }

    private static void humidity(@Nullable LimitSetting low, @Nullable LimitSetting high) throws StatusException {
        if (low != null && high != null && isOn(low) && isOn(high)) {
            if (number(low) == MOST_HUMIDITY) {
                high.setEnabled(false);
            } else if (number(high) == LEAST_HUMIDITY) {
                low.setEnabled(false);
            } else if (number(high) - number(low) < LEAST_HUMIDITY) {
                throw refuse("lowHumidity+5<=highHumidity", low);
            }
        }
        positive(low, NO_HUMIDITY, LEAST_HUMIDITY, MOST_HUMIDITY);
        positive(high, NO_HUMIDITY, LEAST_HUMIDITY, MOST_HUMIDITY);
    }

    /** A limit in force has a value within its range, one that is not has the value for that. */
    private static void positive(@Nullable LimitSetting limit, int disabled, int least, int most) throws StatusException {
        if (limit == null) {
            return;
        }
        if (!isOn(limit)) {
            limit.setLimit(disabled);
        } else if (number(limit) < least || number(limit) > most) {
            throw refuse("range(" + least + "," + most + ")", limit);
        }
    }

    /** The temperature that was not posted gives way; when both were, the high one. */
    private static void temperatures(Map<String, LimitSetting> limits, Thermostat changed) {
        LimitSetting low = limits.get("lowTemp");
        LimitSetting high = limits.get("highTemp");
        Integer delta = changed.getSettings().getHeatCoolMinDelta();
        if (low != null && high != null && delta != null && number(high) - number(low) < delta) {
            high.setLimit(number(low) + delta);
        }
    }

    private static boolean isOn(LimitSetting limit) {
        return Boolean.TRUE.equals(limit.getEnabled());
    }

    private static int number(LimitSetting limit) {
        return limit.getLimit() == null ? 0 : limit.getLimit();
    }

    private static StatusException refuse(String rule, LimitSetting limit) {
        return Refusals.rule(rule, limit.getLimit(), PATH + "limit/" + limit.getType());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) throws StatusException {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw EcobeeStatus.INVALID_REQUEST_FORMAT.exception();
    }
}
