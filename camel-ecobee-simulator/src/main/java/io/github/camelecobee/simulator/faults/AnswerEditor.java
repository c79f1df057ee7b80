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

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes a right answer an odd one. An answer that holds no thermostats and no reports is left as it is. Thermostats are
 * replaced by {@link Replacement}, which needs the request too.
 */
public final class AnswerEditor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNHEARD_OF = "simulatedNovelty";
    private static final int UNKNOWN = -5002;
    private static final int CALIBRATING = -5003;
    private static final List<String> THERMOSTATS = List.of("thermostatList", "revisionList", "reportList");
    private static final List<String> READINGS = List.of("actualTemperature", "rawTemperature", "actualHumidity");
    private static final List<String> WEATHER = List.of("windGust", "tempHigh", "tempLow", "dewpoint");
    private static final List<String> AIR = List.of("actualVOC", "actualCO2", "actualAQAccuracy", "actualAQScore");

    private AnswerEditor() {
    }

    /**
     * Edits an answer.
     *
     * @param  body  the JSON of the answer
     * @param  fault how, and of which thermostats
     * @param  now   the simulated time
     * @return       the JSON to send instead; empty when every thermostat of the answer has vanished, so that the
     *               selection finds none
     */
    public static Optional<String> edit(String body, Fault.Changed fault, Instant now) {
        try {
            JsonNode tree = JSON.readTree(body);
            if (!(tree instanceof ObjectNode answer)) {
                return Optional.of(body);
            }
            boolean toldOfSome = tellsOfSome(answer);
            if (answer.get("thermostatList") instanceof ArrayNode list) {
                thermostats(answer, list, fault);
            }
            if (answer.get("revisionList") instanceof ArrayNode rows) {
                summary(answer, rows, fault);
            }
            if (fault.change() == AnswerChange.VANISHED) {
                removeReports(answer.path("reportList"), fault.thermostats());
                removeReports(answer.path("sensorList"), fault.thermostats());
                if (toldOfSome && !tellsOfSome(answer)) {
                    return Optional.empty();
                }
            }
            if (fault.change() == AnswerChange.EMPTY_RECENT_ROWS && answer.has("reportList")) {
                RecentRows.empty(answer, fault.thermostats(), now);
            }
            if (fault.change() == AnswerChange.UNKNOWN_FIELDS) {
                addEverywhere(answer);
            }
            return Optional.of(JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The simulator's own answer is no JSON", e);
        }
    }

    private static boolean tellsOfSome(ObjectNode answer) {
        return THERMOSTATS.stream().anyMatch(list -> !answer.path(list).isEmpty());
    }

    private static void thermostats(ObjectNode answer, ArrayNode list, Fault.Changed fault) {
        int before = list.size();
        for (Iterator<JsonNode> each = list.elements(); each.hasNext();) {
            ObjectNode thermostat = (ObjectNode) each.next();
            if (!meant(fault.thermostats(), thermostat.path("identifier").asText())) {
                continue;
            }
            if (fault.change() == AnswerChange.VANISHED) {
                each.remove();
            } else {
                thermostat(thermostat, fault.change());
            }
        }
        int gone = before - list.size();
        if (gone > 0 && answer.get("page") instanceof ObjectNode page) {
            page.put("total", page.path("total").asInt() - gone).put("pageSize", list.size());
        }
    }

    private static void thermostat(ObjectNode thermostat, AnswerChange change) {
        switch (change) {
            case UNKNOWN_MODELS -> thermostat.put("modelNumber", UNHEARD_OF);
            case UNKNOWN_ENUM_VALUES -> novelties(thermostat);
            case UNKNOWN_CAPABILITY_TYPES -> in(thermostat, "remoteSensors", sensor -> {
                sensor.put("type", UNHEARD_OF);
                ((ArrayNode) sensor.withArray("capability")).addObject().put("id", "99").put("type", UNHEARD_OF)
                        .put("value", "42");
            });
            case UNKNOWN_VALUES -> {
                sentinel(thermostat.path("runtime"), READINGS, UNKNOWN);
                in(thermostat.path("weather"), "forecasts", forecast -> sentinel(forecast, WEATHER, UNKNOWN));
            }
            case CALIBRATING_VALUES -> sentinel(thermostat.path("runtime"), AIR, CALIBRATING);
            case UNKNOWN_SENSORS -> in(thermostat, "remoteSensors",
                    sensor -> in(sensor, "capability", capability -> capability.put("value", "unknown")));
            case COLON_NAMES -> thermostat.put("name", withColon(thermostat.path("name").asText()));
            case EMPTY_NAMES -> thermostat.put("name", "");
            case DISCONNECTED -> {
                if (thermostat.get("runtime") instanceof ObjectNode runtime) {
                    runtime.put("connected", false);
                }
            }
            case UNKNOWN_FIELDS, VANISHED, REPLACED, EMPTY_RECENT_ROWS -> {
            }
        }
    }

    private static void novelties(ObjectNode thermostat) {
        if (thermostat.get("settings") instanceof ObjectNode settings) {
            settings.put("hvacMode", UNHEARD_OF);
        }
        if (thermostat.get("runtime") instanceof ObjectNode runtime) {
            runtime.put("desiredFanMode", UNHEARD_OF);
        }
        if (thermostat.has("equipmentStatus")) {
            thermostat.put("equipmentStatus", UNHEARD_OF);
        }
        in(thermostat, "events", event -> event.put("type", UNHEARD_OF));
        in(thermostat, "alerts", alert -> alert.put("notificationType", UNHEARD_OF));
    }

    private static void summary(ObjectNode answer, ArrayNode rows, Fault.Changed fault) {
        switch (fault.change()) {
            case VANISHED -> {
                remove(rows, fault.thermostats());
                answer.put("thermostatCount", rows.size());
                if (answer.get("statusList") instanceof ArrayNode statuses) {
                    remove(statuses, fault.thermostats());
                }
            }
            case UNKNOWN_FIELDS -> replace(rows, fault.thermostats(), row -> row + ":" + UNHEARD_OF);
            case COLON_NAMES -> replace(rows, fault.thermostats(), row -> named(row, withColon(name(row))));
            case EMPTY_NAMES -> replace(rows, fault.thermostats(), row -> named(row, ""));
            case DISCONNECTED -> replace(rows, fault.thermostats(), row -> row.replaceFirst(
                    ":true((:[^:]*){4})$", ":false$1"));
            case UNKNOWN_ENUM_VALUES -> {
                if (answer.get("statusList") instanceof ArrayNode statuses) {
                    replace(statuses, fault.thermostats(), row -> identifier(row) + ":" + UNHEARD_OF);
                }
            }
            default -> {
            }
        }
    }

    private static void addEverywhere(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.put(UNHEARD_OF, true);
        }
        node.forEach(AnswerEditor::addEverywhere);
    }

    private static void sentinel(JsonNode of, List<String> properties, int value) {
        if (of instanceof ObjectNode object) {
            properties.forEach(property -> object.put(property, value));
        }
    }

    private static void in(JsonNode parent, String list, Consumer<ObjectNode> edit) {
        parent.path(list).forEach(each -> edit.accept((ObjectNode) each));
    }

    private static void remove(ArrayNode rows, Set<String> thermostats) {
        for (Iterator<JsonNode> each = rows.elements(); each.hasNext();) {
            if (meant(thermostats, identifier(each.next().asText()))) {
                each.remove();
            }
        }
    }

    private static void replace(ArrayNode rows, Set<String> thermostats, UnaryOperator<String> edit) {
        for (int index = 0; index < rows.size(); index++) {
            String row = rows.get(index).asText();
            if (meant(thermostats, identifier(row))) {
                rows.set(index, edit.apply(row));
            }
        }
    }

    /** The name is what stands between the identifier and the last five fields. */
    private static String name(String row) {
        return row.substring(row.indexOf(':') + 1, afterName(row));
    }

    private static String named(String row, String name) {
        return identifier(row) + ":" + name + row.substring(afterName(row));
    }

    private static int afterName(String row) {
        int end = row.length();
        for (int field = 0; field < 5; field++) {
            end = row.lastIndexOf(':', end - 1);
        }
        return end;
    }

    private static String withColon(String name) {
        return name + ": 2nd:floor";
    }

    private static String identifier(String row) {
        return row.substring(0, row.indexOf(':'));
    }

    private static void removeReports(JsonNode reports, Set<String> thermostats) {
        for (Iterator<JsonNode> each = reports.elements(); each.hasNext();) {
            if (meant(thermostats, each.next().path("thermostatIdentifier").asText())) {
                each.remove();
            }
        }
    }

    private static boolean meant(Set<String> thermostats, String identifier) {
        return thermostats.isEmpty() || thermostats.contains(identifier);
    }
}
