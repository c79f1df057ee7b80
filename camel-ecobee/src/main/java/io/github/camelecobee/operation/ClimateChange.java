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

import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ObjectSchema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a climate. Immutable.
 *
 * @param place      where it was given
 * @param reference  the climate's {@code climateRef}, empty text for a new one
 * @param properties what changes, as it goes over the wire
 * @param unknown    what the contract does not know: allowed where the climate has it already
 * @param sensors    its sensors, {@code null} to leave them
 */
record ClimateChange(
        String place, String reference, Map<String, Object> properties, Map<String, Object> unknown,
        @Nullable List<Parameter> sensors) {

    ClimateChange {
        properties = Map.copyOf(properties);
        unknown = Map.copyOf(unknown);
        sensors = sensors == null ? null : List.copyOf(sensors);
    }

    /** Changes a climate, in place. */
    void mergeInto(Map<String, Object> climate, ClimateSensors known) {
        unknown.keySet().stream().filter(name -> !climate.containsKey(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(place + ": " + WireValue.whyNot(name, ObjectSchema.of(Climate.class)));
        });
        climate.putAll(unknown);
        climate.putAll(properties);
        if (sensors != null) {
            List<Map<String, Object>> wanted = sensors.stream().map(known::sensor).toList();
            // Their names are ecobee's; the same sensors by other names are no change.
            if (!ids(wanted).equals(ids(climate.get("sensors")))) {
                climate.put("sensors", wanted);
            }
        }
    }

    private static List<?> ids(@Nullable Object sensors) {
        return sensors instanceof List<?> list
                ? list.stream().map(each -> ((Map<?, ?>) each).get("id")).toList() : List.of();
    }
}
