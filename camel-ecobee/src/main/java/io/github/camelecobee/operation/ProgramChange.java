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

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatUpdate;
import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a program, merged into the one there is: what is not named stays as it was read. */
final class ProgramChange implements DesiredChange {
    /** ecobee never deletes these (Climate.shtml). */
    private static final Set<String> SYSTEM = Set.of("wakeup", "away", "home", "sleep", "occupied", "unoccupied");
    private static final String CLIMATES = "climates";
    private static final String SCHEDULE = "schedule";

    private final List<ClimateChange> changes;
    private final List<ClimateChange> added;
    private final List<String> removed;
    private final ScheduleChange schedule;

    ProgramChange(List<ClimateChange> changes, List<ClimateChange> added, List<String> removed, ScheduleChange schedule) {
        this.changes = changes;
        this.added = added;
        this.removed = removed;
        this.schedule = schedule;
    }

    @Override
    public Set<Include> needs() {
        boolean sensors = changes.stream().anyMatch(each -> each.sensors() != null)
                || added.stream().anyMatch(each -> each.sensors() != null);
        return sensors ? EnumSet.of(Include.PROGRAM, Include.SENSORS) : EnumSet.of(Include.PROGRAM);
    }

    @Override
    public boolean mustBeUnchanged() {
        return true;
    }

    @Override
    public ThermostatUpdate update(Facts facts) {
        Thermostat thermostat = facts.get(each -> each).filter(each -> each.getProgram() != null)
                .orElseThrow(() -> new IllegalArgumentException("updateProgram: ecobee did not send the present program"));
        Map<String, Object> before = map(thermostat.getProgram());
        // ecobee derives it from the schedule, and does not want it back (Program.shtml).
        before.remove("currentClimateRef");
        Map<String, Object> program = new LinkedHashMap<>(before);
        List<Map<String, Object>> climates = climates(thermostat);
        program.put(CLIMATES, climates);
        program.put(SCHEDULE, schedule(thermostat.getProgram().getSchedule(), climates));
        return program.equals(before)
                ? ThermostatUpdate.NOTHING
                : new ThermostatUpdate(
                        new Thermostat().withProgram(EcobeeJson.convert(program, Program.class)), List.of());
    }

    private List<Map<String, Object>> climates(Thermostat thermostat) {
        ClimateSensors sensors = new ClimateSensors(thermostat);
        Map<String, Map<String, Object>> byReference = new LinkedHashMap<>();
        thermostat.getProgram().getClimates().forEach(climate -> byReference.put(climate.getClimateRef(), map(climate)));
        changes.forEach(change -> change.mergeInto(known(change.reference(), change.place(), byReference), sensors));
        for (String reference : removed) {
            known(reference, "removeClimates", byReference);
            if (SYSTEM.contains(reference)) {
                throw new IllegalArgumentException(
                        "removeClimates: '" + reference + "' is one of ecobee's own climates, which stay");
            }
        }
        byReference.keySet().removeAll(removed);
        List<Map<String, Object>> climates = new ArrayList<>(byReference.values());
        added.forEach(change -> {
            Map<String, Object> climate = new LinkedHashMap<>();
            change.mergeInto(climate, sensors);
            climates.add(climate);
        });
        Set<Object> names = new HashSet<>();
        climates.forEach(climate -> {
            if (!names.add(String.valueOf(climate.get("name")))) {
                throw new IllegalArgumentException(
                        "updateProgram: two climates would have the name '" + Shown.of(climate.get("name"))
                                                   + "'; names are unique");
            }
        });
        return climates;
    }

    private static Map<String, Object> known(String reference, String place, Map<String, Map<String, Object>> climates) {
        Map<String, Object> climate = climates.get(reference);
        if (climate == null) {
            throw new IllegalArgumentException(
                    place + ": the thermostat has no climate '" + Shown.of(reference) + "'; it has "
                                               + String.join(", ", climates.keySet()));
        }
        return climate;
    }

    private List<List<String>> schedule(List<List<String>> present, List<Map<String, Object>> climates) {
        List<List<String>> days = new ArrayList<>(present);
        schedule.days().forEach((day, cells) -> days.set(day.ordinal(), cells));
        List<String> references = climates.stream().map(climate -> String.valueOf(climate.get("climateRef"))).toList();
        for (int day = 0; day < days.size(); day++) {
            for (String cell : days.get(day)) {
                if (!references.contains(cell)) {
                    throw new IllegalArgumentException(
                            "updateProgram: the schedule has the climate '" + Shown.of(cell) + "' on "
                                                       + DayOfWeek.of(day + 1) + ", which "
                                                       + (removed.contains(cell) ? "is to be removed" : "does not exist")
                                                       + "; there are " + String.join(", ", references));
                }
            }
        }
        return days;
    }

    @Override
    public Set<Include> guardedBy() {
        return EnumSet.of(Include.SETTINGS);
    }

    @Override
    public void guard(ThermostatUpdate update, Facts facts) {
        facts.get(Thermostat::getSettings).ifPresent(settings -> {
            changes.forEach(change -> guard(change, settings));
            added.forEach(change -> guard(change, settings));
        });
    }

    private static void guard(ClimateChange change, Settings settings) {
        within(change, "heatTemp", settings.getHeatMinTemp(), settings.getHeatMaxTemp());
        within(change, "coolTemp", settings.getCoolMinTemp(), settings.getCoolMaxTemp());
    }

    private static void within(
            ClimateChange change, String name, @Nullable Integer least,
            @Nullable Integer most) {
        if (change.properties().get(name) instanceof Integer value
                && (least != null && value < least || most != null && value > most)) {
            throw new IllegalArgumentException(
                    change.place() + "." + name + ": '" + value + "' is not possible: the thermostat takes " + least + " to "
                                               + most + " (tenths of a degree Fahrenheit)");
        }
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.PROGRAM);
    }

    @Override
    public boolean comparesWithBefore() {
        return false;
    }

    @Override
    public List<Adjustment> compare(ThermostatUpdate sent, Facts before, Thermostat after) {
        if (sent.properties() == null) {
            return List.of();
        }
        Thermostat asked = EcobeeJson.convert(sent.properties(), Thermostat.class);
        // ecobee goes by the identifiers of sensors, and knows their names better.
        asked.getProgram().getClimates().stream().map(Climate::getSensors).filter(Objects::nonNull)
                .forEach(sensors -> sensors.forEach(sensor -> sensor.setName(null)));
        return Comparison.ofTree(after.getIdentifier(), EcobeeJson.toMap(asked), EcobeeJson.toMap(after));
    }

    /** Without what is null: only what has a value is sent. */
    private static Map<String, Object> map(EcobeeObject object) {
        Map<String, Object> present = new LinkedHashMap<>();
        EcobeeJson.toMap(object).forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return present;
    }
}
