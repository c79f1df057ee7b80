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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ClimateSensor;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Thermostat;

/**
 * The sensors that may take part in the climates of a thermostat. A climate calls a sensor by an identifier with a
 * third part that the sensor itself lacks ({@code rs:100:1}), and ecobee refuses one that has a name alone
 * (Climate.shtml).
 */
final class ClimateSensors {
    /** Identifier in a climate to name. */
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Those that a thermostat has: its remote sensors, and what its climates name. */
    ClimateSensors(Thermostat thermostat) {
        Program program = thermostat.getProgram();
        for (Climate climate : program == null ? List.<Climate> of() : program.getClimates()) {
            for (ClimateSensor sensor : Objects.requireNonNullElse(climate.getSensors(), List.<ClimateSensor> of())) {
                names.put(sensor.getId(), Objects.requireNonNullElse(sensor.getName(), ""));
            }
        }
        for (RemoteSensor sensor : Objects.requireNonNullElse(thermostat.getRemoteSensors(), List.<RemoteSensor> of())) {
            String prefix = sensor.getId() + ":";
            String id = names.keySet().stream().filter(each -> each.startsWith(prefix)).findFirst().orElse(prefix + 1);
            names.put(id, Objects.requireNonNullElse(sensor.getName(), ""));
        }
    }

    /** The sensor that was meant: its identifier with two parts or three, its name, or an object with one of these. */
    Map<String, Object> sensor(Parameter given) {
        String wanted = given.text();
        if (given.value() instanceof Map || given.value() instanceof ClimateSensor || wanted.startsWith("{")) {
            Map<String, ?> object = WireValue.map(given);
            wanted = String.valueOf(object.get("id") == null ? object.get("name") : object.get("id"));
        }
        for (Map.Entry<String, String> each : names.entrySet()) {
            String id = each.getKey();
            if (id.equals(wanted) || id.startsWith(wanted + ":") || each.getValue().equalsIgnoreCase(wanted)) {
                return Map.of("id", id, "name", each.getValue());
            }
        }
        throw given.wrong(names.entrySet().stream().map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", ", "a sensor of the thermostat: ", "")));
    }
}
