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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.ClimateSensor;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.Settings;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Json;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /1/thermostat} makes of a program (Program.shtml, Climate.shtml): the list of climates replaces the
 * one before, so a climate that is not in it goes, unless it is one of the thermostat's own or the schedule needs it.
 * {@code currentClimateRef} is ignored: the schedule decides.
 */
final class ProgramUpdate {
    private static final Set<String> DEFAULTS = Set.of("wakeup", "away", "home", "sleep", "occupied", "unoccupied");
    private static final List<String> FANS = List.of("auto", "on");
    private static final List<String> VENTS = List.of("auto", "minontime", "on", "off");
    private static final String PATH = "/thermostat/program/climates";
    private static final int WHITE = 16_777_215;
    private static final int DAYS = 7;
    private static final int HALF_HOURS = 48;

    private ProgramUpdate() {
    }

    /** Completes the posted climates: what one does not say stays as it is, or comes from Home for a new one. */
    static void prepare(Map<String, Object> program, Thermostat state) throws StatusException {
        program.remove("currentClimateRef");
        if (program.containsValue(null)) {
            throw EcobeeStatus.PROCESSING_ERROR.exception();
        }
        if (!(program.get("climates") instanceof List<?> posted)) {
            return;
        }
        Map<String, Climate> before = new LinkedHashMap<>();
        state.getProgram().getClimates().forEach(climate -> before.put(climate.getClimateRef(), climate));
        List<Object> complete = new ArrayList<>();
        Set<String> taken = new HashSet<>(before.keySet());
        for (Object each : posted) {
            Map<String, Object> climate = object(each);
            Object reference = climate.get("climateRef");
            Climate known = before.get(String.valueOf(reference));
            if (reference != null && known == null) {
                throw Refusals.rule("climateRef", reference, path(complete.size()) + "/climateRef");
            }
            Map<String, Object> whole = known == null ? newClimate(before, taken) : Json.map(known);
            Json.merge(whole, climate);
            complete.add(whole);
        }
        program.put("climates", complete);
    }

    /** The server gives new climates their references, smart1, smart2 and so on, and the sensors of Home. */
    private static Map<String, Object> newClimate(Map<String, Climate> before, Set<String> taken) {
        Climate home = before.getOrDefault("home", before.values().iterator().next());
        Map<String, Object> created = Json.map(home);
        int number = 1;
        while (!taken.add("smart" + number)) {
            number++;
        }
        created.put("climateRef", "smart" + number);
        created.put("owner", "user");
        created.put("name", "");
        return created;
    }

    /** Checks the program that would be. */
    static void check(Thermostat before, Thermostat changed) throws StatusException {
        Program program = changed.getProgram();
        Map<String, Integer> names = new HashMap<>();
        List<String> references = program.getClimates().stream().map(Climate::getClimateRef).toList();
        for (Climate own : before.getProgram().getClimates()) {
            if (DEFAULTS.contains(own.getClimateRef()) && !references.contains(own.getClimateRef())) {
                throw Refusals.rule("climates", own.getClimateRef(), PATH);
            }
        }
        for (int i = 0; i < references.size(); i++) {
            Climate climate = program.getClimates().get(i);
            String name = Objects.requireNonNullElse(climate.getName(), "");
            if (name.isEmpty() || names.put(name, i) != null) {
                throw Refusals.rule("unique", name, path(i) + "/name");
            }
            check(climate, path(i), changed.getSettings());
            sensors(climate, path(i), changed.getRemoteSensors());
        }
        List<List<String>> schedule = program.getSchedule();
        boolean whole = schedule.size() == DAYS
                && schedule.stream().allMatch(day -> day.size() == HALF_HOURS && references.containsAll(day));
        if (!whole) {
            throw Refusals.rule("schedule", null, "/thermostat/program/schedule");
        }
    }

    private static void check(Climate climate, String path, Settings settings) throws StatusException {
        range(climate.getHeatTemp(), settings.getHeatMinTemp(), settings.getHeatMaxTemp(), path + "/heatTemp");
        range(climate.getCoolTemp(), settings.getCoolMinTemp(), settings.getCoolMaxTemp(), path + "/coolTemp");
        range(climate.getColour(), 0, WHITE, path + "/colour");
        oneOf(climate.getCoolFan(), FANS, path + "/coolFan");
        oneOf(climate.getHeatFan(), FANS, path + "/heatFan");
        oneOf(climate.getVent(), VENTS, path + "/vent");
    }

    /** Sensors are known by their identifier; whoever takes the last one away gets the thermostat's own back. */
    private static void sensors(Climate climate, String path, List<RemoteSensor> all) throws StatusException {
        List<ClimateSensor> sensors = new ArrayList<>(Objects.requireNonNullElse(climate.getSensors(), List.of()));
        if (sensors.isEmpty()) {
            all.stream().filter(each -> "thermostat".equals(each.getType())).findFirst()
                    .ifPresent(own -> sensors.add(new ClimateSensor().withId(own.getId() + ":1").withName(own.getName())));
        }
        for (int i = 0; i < sensors.size(); i++) {
            ClimateSensor sensor = sensors.get(i);
            String where = path + "/sensors/sensor[" + (i + 1) + "]/id";
            String id = sensor.getId();
            if (id == null) {
                throw Refusals.rule("required", sensor.getName(), where);
            }
            RemoteSensor known = all.stream().filter(each -> id.startsWith(each.getId() + ":")).findFirst()
                    .orElseThrow(() -> Refusals.rule("sensor", id, where));
            sensor.setName(known.getName());
        }
        climate.setSensors(sensors);
    }

    private static void range(@Nullable Integer value, @Nullable Integer least, @Nullable Integer most, String path)
            throws StatusException {
        if (value == null || least != null && value < least || most != null && value > most) {
            throw Refusals.rule("range(" + least + "," + most + ")", value, path);
        }
    }

    private static void oneOf(@Nullable String value, List<String> allowed, String path) throws StatusException {
        if (value != null && !allowed.contains(value)) {
            throw Refusals.rule("enum(" + String.join(",", allowed) + ")", value, path);
        }
    }

    private static String path(int index) {
        return PATH + "/climate[" + (index + 1) + "]";
    }

    private static Map<String, Object> object(Object climate) {
        return Json.map(EcobeeJson.convert(climate, Climate.class));
    }
}
