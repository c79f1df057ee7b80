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
import java.util.TreeSet;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ObjectSchema;
import io.github.camelecobee.model.Program;

/**
 * Changes the program of thermostats (Program.shtml). ecobee takes programs as a whole, so the present one is read,
 * what was given is merged into it, and it is sent only while nobody else has changed the thermostat since.
 */
public final class UpdateProgram implements ThermostatOperation {
    private static final ObjectSchema CLIMATE = ObjectSchema.of(Climate.class);
    private static final String SENSORS = "sensors";
    private static final String CLIMATE_REF = "climateRef";

    /** Creates it. */
    public UpdateProgram() {
    }

    @Override
    public Class<Program> parametersType() {
        return Program.class;
    }

    @Override
    public Set<String> parameters() {
        Set<String> names = new TreeSet<>(ThermostatOperation.super.parameters());
        names.addAll(List.of("addClimates", "removeClimates"));
        return names;
    }

    @Override
    public DesiredChange desired(Command command) {
        Parameters given = command.given("updateProgram");
        List<ClimateChange> changes = given.get("climates").map(UpdateProgram::changes).orElse(List.of());
        List<ClimateChange> added = given.get("addClimates").map(UpdateProgram::added).orElse(List.of());
        List<String> removed = given.get("removeClimates").map(UpdateProgram::names).orElse(List.of());
        ScheduleChange schedule = given.get("schedule").map(ScheduleChange::of).orElse(ScheduleChange.NONE);
        if (changes.isEmpty() && added.isEmpty() && removed.isEmpty() && schedule.days().isEmpty()) {
            throw new IllegalArgumentException(
                    "updateProgram: nothing to change; give climates, schedule, addClimates or removeClimates in the body or"
                                               + " as headers");
        }
        return new ProgramChange(changes, added, removed, schedule);
    }

    /** By their references, or a list of which each says its own. */
    private static List<ClimateChange> changes(Parameter given) {
        List<ClimateChange> changes = new ArrayList<>();
        if (given.value() instanceof Map || given.text().startsWith("{")) {
            WireValue.map(given).forEach((reference, change) -> changes.add(
                    change(reference, new Parameter(change == null ? "null" : change, given.place() + "." + reference))));
            return changes;
        }
        for (Parameter each : WireValue.list(given)) {
            Object reference = WireValue.map(each).get(CLIMATE_REF);
            if (reference == null) {
                throw new IllegalArgumentException(
                        each.place() + ": climateRef is missing; it tells which climate is changed. A new one is given with"
                                                   + " addClimates");
            }
            changes.add(change(reference.toString(), each));
        }
        return changes;
    }

    private static List<ClimateChange> added(Parameter given) {
        List<ClimateChange> added = new ArrayList<>();
        for (Parameter each : WireValue.list(given)) {
            Map<String, ?> climate = WireValue.map(each);
            if (climate.get("name") == null || climate.get(CLIMATE_REF) != null) {
                throw new IllegalArgumentException(
                        each.place() + ": a new climate needs a name, and no climateRef, which ecobee gives it");
            }
            added.add(change("", each));
        }
        return added;
    }

    private static ClimateChange change(String reference, Parameter given) {
        Map<String, Object> known = new LinkedHashMap<>();
        Map<String, Object> unknown = new LinkedHashMap<>();
        List<Parameter> sensors = null;
        for (Map.Entry<String, ?> each : WireValue.map(given).entrySet()) {
            String name = each.getKey();
            Parameter value = new Parameter(each.getValue() == null ? "null" : each.getValue(), given.place() + "." + name);
            if (name.equals(CLIMATE_REF)) {
                continue;
            }
            if (name.equals(SENSORS)) {
                sensors = WireValue.list(value);
            } else if (CLIMATE.property(name).isPresent()) {
                known.put(name, WireValue.of(value, CLIMATE.property(name).orElseThrow()));
            } else {
                unknown.put(name, value.value());
            }
        }
        return new ClimateChange(given.place(), reference, known, unknown, sensors);
    }

    private static List<String> names(Parameter given) {
        return given.value() instanceof String && !given.text().startsWith("[")
                ? List.of(given.text().split("\\s*,\\s*")) : WireValue.list(given).stream().map(Parameter::text).toList();
    }
}
