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
package io.github.camelecobee.simulator.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.ValidationMessage;
import io.github.camelecobee.model.DemandManagementRequest;
import io.github.camelecobee.model.DemandResponseRequest;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.GroupRequest;
import io.github.camelecobee.model.GroupUpdateRequest;
import io.github.camelecobee.model.HierarchySetRequest;
import io.github.camelecobee.model.HierarchyThermostatRequest;
import io.github.camelecobee.model.HierarchyUserRequest;
import io.github.camelecobee.model.MeterReportRequest;
import io.github.camelecobee.model.RegisterRequest;
import io.github.camelecobee.model.RuntimeReportJobCreateRequest;
import io.github.camelecobee.model.RuntimeReportJobRequest;
import io.github.camelecobee.model.RuntimeReportRequest;
import io.github.camelecobee.model.ThermostatRequest;
import io.github.camelecobee.model.ThermostatUpdateRequest;

/**
 * Finds where a message leaves the contract: properties that it does not know, which ecobee's servers ignore or refuse,
 * and which are mostly misspelt; values of another type; values that ecobee does not document.
 */
public final class Deviations {
    private static final Map<String, Class<? extends EcobeeObject>> REQUESTS = Map.ofEntries(
            Map.entry("GET /1/thermostatSummary", ThermostatRequest.class),
            Map.entry("GET /1/thermostat", ThermostatRequest.class),
            Map.entry("POST /1/thermostat", ThermostatUpdateRequest.class),
            Map.entry("GET /1/runtimeReport", RuntimeReportRequest.class),
            Map.entry("GET /1/meterReport", MeterReportRequest.class),
            Map.entry("POST /1/register", RegisterRequest.class),
            Map.entry("GET /1/group", GroupRequest.class),
            Map.entry("POST /1/group", GroupUpdateRequest.class),
            Map.entry("GET /1/hierarchy/set", HierarchySetRequest.class),
            Map.entry("GET /1/hierarchy/user", HierarchyUserRequest.class),
            Map.entry("GET /1/demandResponse", DemandResponseRequest.class),
            Map.entry("GET /1/runtimeReportJob/status", RuntimeReportJobRequest.class),
            Map.entry("POST /1/hierarchy/set", HierarchySetRequest.class),
            Map.entry("POST /1/hierarchy/user", HierarchyUserRequest.class),
            Map.entry("POST /1/hierarchy/thermostat", HierarchyThermostatRequest.class),
            Map.entry("POST /1/demandResponse", DemandResponseRequest.class),
            Map.entry("POST /1/demandManagement", DemandManagementRequest.class),
            Map.entry("POST /1/runtimeReportJob/create", RuntimeReportJobCreateRequest.class),
            Map.entry("POST /1/runtimeReportJob/status", RuntimeReportJobRequest.class),
            Map.entry("POST /1/runtimeReportJob/cancel", RuntimeReportJobRequest.class));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_VALUE = 40;
    /** What is wrong in a long list is mostly wrong in all of it; the log is to stay readable. */
    private static final int MOST = 20;

    private Deviations() {
    }

    /**
     * Looks at a request.
     *
     * @param  method the HTTP method
     * @param  path   the path without query
     * @param  json   its JSON
     * @return        its deviations, empty for a request that follows the contract or that no contract is known for
     */
    public static List<Deviation> of(String method, String path, String json) {
        Class<? extends EcobeeObject> type = REQUESTS.get(method + " " + path);
        return type == null || json.isBlank() ? List.of() : of(json, type);
    }

    /**
     * Looks at any message of the API.
     *
     * @param  json its JSON
     * @param  type what the contract says it is
     * @return      its deviations, by place, at most 20; empty when it follows the contract
     */
    public static List<Deviation> of(String json, Class<? extends EcobeeObject> type) {
        JsonNode message;
        try {
            message = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // The exception quotes the text, which may hold secrets.
            return List.of(new Deviation(Deviation.Kind.UNREADABLE, "", "it is no JSON"));
        }
        if (!message.isObject()) {
            return List.of(new Deviation(Deviation.Kind.UNREADABLE, "", "it is no JSON object"));
        }
        return StrictSchemas.of(type.getSimpleName()).validate(message).stream().flatMap(Deviations::deviation).distinct()
                .sorted(Comparator.comparing(Deviation::place).thenComparing(Deviation::kind))
                .limit(MOST).toList();
    }

    private static Stream<Deviation> deviation(ValidationMessage found) {
        String place = found.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
        JsonNode value = found.getInstanceNode();
        return switch (found.getType()) {
            case "additionalProperties" -> Stream.of(new Deviation(
                    Deviation.Kind.UNKNOWN_PROPERTY, place.isEmpty() ? found.getProperty() : place + "." + found.getProperty(),
                    ""));
            case "type" -> Stream.of(new Deviation(
                    Deviation.Kind.TYPE, place, article(value.getNodeType().name().toLowerCase(Locale.ROOT))
                                                + ", the contract says " + types(found.getSchemaNode())));
            // What is no text is already of another type.
            case "enum" -> value.isTextual()
                    ? Stream.of(new Deviation(
                            Deviation.Kind.VALUE, place, shortened(value.asText()) + ", the contract says one of "
                                                         + values(found.getSchemaNode())))
                    : Stream.empty();
            default -> Stream.of(new Deviation(Deviation.Kind.VALUE, place, "not what the contract says: " + found.getType()));
        };
    }

    private static String article(String type) {
        return type.equals("null") ? type : (type.matches("[aeiou].*") ? "an " : "a ") + type;
    }

    private static String types(JsonNode schema) {
        return schema.isArray() ? values(schema).replace(", ", " or ") : schema.asText();
    }

    private static String values(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
    }
}
