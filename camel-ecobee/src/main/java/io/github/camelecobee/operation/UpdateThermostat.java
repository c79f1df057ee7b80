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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelecobee.model.ObjectSchema;
import io.github.camelecobee.model.PropertySchema;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;

/**
 * Sets properties of thermostats (post-update-thermostats.shtml): those that the contract marks as writable, and
 * nothing that was not given. A setting can be given by its own name as well as inside {@code settings}. The program
 * has an operation of its own, because it cannot be changed without being read.
 */
public final class UpdateThermostat implements ThermostatOperation {
    private static final ObjectSchema THERMOSTAT = ObjectSchema.of(Thermostat.class);
    private static final ObjectSchema SETTINGS = ObjectSchema.of(Settings.class);
    private static final String PROGRAM = "program";

    /** Creates it. */
    public UpdateThermostat() {
    }

    @Override
    public Class<Thermostat> parametersType() {
        return Thermostat.class;
    }

    @Override
    public Set<String> parameters() {
        Set<String> names = new TreeSet<>(SETTINGS.writable());
        names.addAll(THERMOSTAT.writable());
        names.remove(PROGRAM);
        return names;
    }

    @Override
    public String notTaken(String operation, String name) {
        if (name.equals(PROGRAM)) {
            return "'program' is changed by updateProgram, which loses nothing of what others change";
        }
        if (SETTINGS.property(name).isPresent()) {
            return WireValue.whyNot(name, SETTINGS);
        }
        if (THERMOSTAT.property(name).isPresent()) {
            return WireValue.whyNot(name, THERMOSTAT)
                   + "; give what is to be set and nothing else, not a thermostat as it was read";
        }
        List<String> near = NearNames.of(name, parameters());
        return "'" + Shown.of(name) + "' is no property of a thermostat or of its settings; "
               + (near.isEmpty()
                       ? "of a thermostat can be set " + String.join(", ", THERMOSTAT.writable())
                       : "near it are " + String.join(", ", near));
    }

    @Override
    public DesiredChange desired(Command command) {
        Map<String, Object> asked = new LinkedHashMap<>();
        for (Map.Entry<String, Parameter> each : inOrder(command.parameters())) {
            String name = each.getKey();
            PropertySchema own = THERMOSTAT.properties().get(name);
            if (own == null) {
                put(asked, "settings", Map.of(name, WireValue.of(each.getValue(), SETTINGS.property(name).orElseThrow())));
            } else {
                put(asked, name, WireValue.of(each.getValue(), own));
            }
        }
        if (asked.isEmpty()) {
            throw new IllegalArgumentException(
                    "updateThermostat: nothing to set; give properties of the thermostat or of its settings in the body,"
                                               + " or settings as headers, for example CamelEcobeeHvacMode");
        }
        return new PropertyChange(asked);
    }

    /** What comes later overrules what comes before, and one setting by its name all of them at once. */
    private static List<Map.Entry<String, Parameter>> inOrder(Map<String, Parameter> given) {
        List<Map.Entry<String, Parameter>> order = new ArrayList<>(given.entrySet());
        order.sort(Comparator.comparing((Map.Entry<String, Parameter> each) -> each.getValue().rank())
                .thenComparing(each -> THERMOSTAT.properties().containsKey(each.getKey()) ? 0 : 1)
                .thenComparing(Map.Entry::getKey));
        return order;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> asked, String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> all = (Map<String, Object>) asked.computeIfAbsent(name, none -> new LinkedHashMap<>());
            map.forEach((key, each) -> all.put(String.valueOf(key), each));
        } else {
            asked.put(name, value);
        }
    }
}
