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
package io.github.camelecobee.simulator.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be odd about an answer that is otherwise right: what ecobee adds inside version 1, and values that clients
 * have met. The request takes effect.
 */
public enum AnswerChange {
    /** Properties that no contract knows, in every object, and further fields at the end of summary rows. */
    UNKNOWN_FIELDS,
    /** A model that was not built yet. */
    UNKNOWN_MODELS,
    /** Modes, event types and equipment that nobody has heard of. */
    UNKNOWN_ENUM_VALUES,
    /** Sensors and capabilities of types that nobody has heard of. */
    UNKNOWN_CAPABILITY_TYPES,
    /** Readings that the thermostat does not know: -5002. */
    UNKNOWN_VALUES,
    /** Readings of sensors that calibrate: -5003. */
    CALIBRATING_VALUES,
    /** Remote sensors that say {@code unknown}. */
    UNKNOWN_SENSORS,
    /** Names with colons, which are separators in the summary. */
    COLON_NAMES,
    /** Thermostats that were never named. */
    EMPTY_NAMES,
    /** Thermostats that are offline. */
    DISCONNECTED,
    /**
     * Thermostats that are missing from the answer, as if removed from the account; who asks for nobody else is refused
     * with code 9.
     */
    VANISHED,
    /** Thermostats with another identifier and the same name, as if the user had put a new one on the wall. */
    REPLACED,
    /** Report rows of the last hour without values, as before a thermostat has sent them. */
    EMPTY_RECENT_ROWS;

    /**
     * All of them by their names in scenario files and in the control API, for example {@code unknownFields}.
     *
     * @return the changes by name
     */
    public static Map<String, AnswerChange> byName() {
        Map<String, AnswerChange> names = new TreeMap<>();
        Arrays.stream(values()).forEach(each -> names.put(each.label(), each));
        return names;
    }

    /**
     * Its name in scenario files, in the control API and in the portal.
     *
     * @return for example {@code unknownFields}
     */
    public String label() {
        StringBuilder name = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
