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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.model.ObjectSchema;
import io.github.camelecobee.model.PropertySchema;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * Completes the objects of which ecobee deletes what a request leaves out: an access that is not named becomes false
 * (SecuritySettings.shtml), an address that is not in the list is gone (NotificationSettings.shtml).
 */
final class ReplacedAsAWhole {
    private static final Set<String> OBJECTS = Set.of("securitySettings", "notificationSettings");
    private static final ObjectSchema THERMOSTAT = ObjectSchema.of(Thermostat.class);

    private ReplacedAsAWhole() {
    }

    static boolean contains(String property) {
        return OBJECTS.contains(property);
    }

    /** What was asked for, with the switches and the lists that it does not name as they are. */
    static Map<String, Object> complete(String name, Map<?, ?> asked, @Nullable Object present) {
        if (!(present instanceof Map<?, ?> there)) {
            throw new IllegalArgumentException(
                    "updateThermostat: ecobee did not send " + name + ", which it replaces as a whole, so what is not to be"
                                               + " changed is not known; the account may lack the right to it");
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        asked.forEach((key, value) -> whole.put(String.valueOf(key), value));
        ObjectSchema schema = THERMOSTAT.property(name).orElseThrow().object().orElseThrow();
        for (PropertySchema property : schema.properties().values()) {
            String own = property.name();
            PropertySchema items = property.items();
            Object before = there.get(own);
            if (before == null) {
                continue;
            }
            if (items != null && items.object().isPresent()) {
                if (whole.get(own) instanceof List<?> elements && before instanceof List<?> others) {
                    whole.put(own, byKey(elements, others, items.object().get()));
                }
            } else if (items != null || property.type().equals("boolean")) {
                whole.putIfAbsent(own, before);
            }
        }
        // No restriction and a restriction cannot both hold; ecobee derives it from the others (SecuritySettings.shtml).
        if (asked.containsValue(false) && !asked.containsKey("allUserAccess")) {
            whole.remove("allUserAccess");
        }
        return whole;
    }

    private static List<Object> byKey(List<?> elements, List<?> others, ObjectSchema schema) {
        List<String> keys = schema.properties().values().stream().filter(PropertySchema::isKey).map(PropertySchema::name)
                .toList();
        Map<Object, Map<String, Object>> merged = new LinkedHashMap<>();
        others.forEach(each -> add((Map<?, ?>) each, keys, schema, merged));
        elements.forEach(each -> add((Map<?, ?>) each, keys, schema, merged));
        return new ArrayList<>(merged.values());
    }

    private static void add(
            Map<?, ?> element, List<String> keys, ObjectSchema schema, Map<Object, Map<String, Object>> merged) {
        List<String> identity = keys.stream().map(key -> String.valueOf(element.get(key))).toList();
        Map<String, Object> whole = merged.computeIfAbsent(identity, unknown -> new LinkedHashMap<>());
        element.forEach((name, value) -> {
            boolean sent = schema.property(String.valueOf(name)).map(each -> each.isWritable() || each.isKey()).orElse(true);
            if (sent && value != null) {
                whole.put(String.valueOf(name), value);
            }
        });
    }
}
