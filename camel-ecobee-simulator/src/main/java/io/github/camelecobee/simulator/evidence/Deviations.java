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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelecobee.model.AcknowledgeParams;
import io.github.camelecobee.model.ControlPlugParams;
import io.github.camelecobee.model.CreateVacationParams;
import io.github.camelecobee.model.DeleteVacationParams;
import io.github.camelecobee.model.DemandManagementRequest;
import io.github.camelecobee.model.DemandResponseRequest;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.GroupRequest;
import io.github.camelecobee.model.GroupUpdateRequest;
import io.github.camelecobee.model.HierarchySetRequest;
import io.github.camelecobee.model.HierarchyThermostatRequest;
import io.github.camelecobee.model.HierarchyUserRequest;
import io.github.camelecobee.model.MeterReportRequest;
import io.github.camelecobee.model.ResumeProgramParams;
import io.github.camelecobee.model.RuntimeReportJobCreateRequest;
import io.github.camelecobee.model.RuntimeReportJobRequest;
import io.github.camelecobee.model.RuntimeReportRequest;
import io.github.camelecobee.model.SendMessageParams;
import io.github.camelecobee.model.SetHoldParams;
import io.github.camelecobee.model.SetOccupiedParams;
import io.github.camelecobee.model.ThermostatRequest;
import io.github.camelecobee.model.ThermostatUpdateRequest;
import io.github.camelecobee.model.UnlinkVoiceEngineParams;
import io.github.camelecobee.model.UpdateSensorParams;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a request has beside the contract: properties that the contract does not know, which ecobee's servers
 * ignore or refuse, and which are mostly misspelt. A whole JSON Schema validator would be one more dependency at run
 * time and would not find them, because the contract allows further properties.
 */
public final class Deviations {
    private static final Map<String, Class<? extends EcobeeObject>> REQUESTS = Map.ofEntries(
            Map.entry("GET /1/thermostatSummary", ThermostatRequest.class),
            Map.entry("GET /1/thermostat", ThermostatRequest.class),
            Map.entry("POST /1/thermostat", ThermostatUpdateRequest.class),
            Map.entry("GET /1/runtimeReport", RuntimeReportRequest.class),
            Map.entry("GET /1/meterReport", MeterReportRequest.class),
            Map.entry("GET /1/group", GroupRequest.class),
            Map.entry("POST /1/group", GroupUpdateRequest.class),
            Map.entry("POST /1/hierarchy/set", HierarchySetRequest.class),
            Map.entry("POST /1/hierarchy/user", HierarchyUserRequest.class),
            Map.entry("POST /1/hierarchy/thermostat", HierarchyThermostatRequest.class),
            Map.entry("POST /1/demandResponse", DemandResponseRequest.class),
            Map.entry("POST /1/demandManagement", DemandManagementRequest.class),
            Map.entry("POST /1/runtimeReportJob/create", RuntimeReportJobCreateRequest.class),
            Map.entry("POST /1/runtimeReportJob/status", RuntimeReportJobRequest.class),
            Map.entry("POST /1/runtimeReportJob/cancel", RuntimeReportJobRequest.class));
    private static final Map<String, Class<? extends EcobeeObject>> PARAMS = Map.of(
            "acknowledge", AcknowledgeParams.class, "controlPlug", ControlPlugParams.class,
            "createVacation", CreateVacationParams.class, "deleteVacation", DeleteVacationParams.class,
            "resumeProgram", ResumeProgramParams.class, "sendMessage", SendMessageParams.class,
            "setHold", SetHoldParams.class, "setOccupied", SetOccupiedParams.class,
            "unlinkVoiceEngine", UnlinkVoiceEngineParams.class, "updateSensor", UpdateSensorParams.class);

    /** The getters of a class by the name of their property on the wire. */
    private static final ClassValue<Map<String, Method>> GETTERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods())
                    .filter(method -> method.getParameterCount() == 0 && method.isAnnotationPresent(JsonProperty.class))
                    .collect(Collectors.toMap(
                            method -> method.getAnnotation(JsonProperty.class).value(), method -> method));
        }
    };

    private Deviations() {
    }

    /**
     * Looks at a request.
     *
     * @param  method the HTTP method
     * @param  path   the path without query
     * @param  json   its JSON
     * @return        one sentence for each deviation, empty for a request that follows the contract or that no contract
     *                is known for
     */
    public static List<String> of(String method, String path, String json) {
        Class<? extends EcobeeObject> type = REQUESTS.get(method + " " + path);
        List<String> found = new ArrayList<>();
        if (type != null && !json.isBlank()) {
            try {
                look("", EcobeeJson.read(json, type), found);
            } catch (EcobeeJsonException e) {
                found.add("It cannot be read: " + e.getMessage());
            }
        }
        return List.copyOf(found);
    }

    private static void look(String place, @Nullable Object value, List<String> found) {
        if (value instanceof Collection<?> list) {
            int index = 0;
            for (Object each : list) {
                look(place + "[" + index + "]", each, found);
                index++;
            }
        } else if (value instanceof EcobeeObject object) {
            object.getAdditionalProperties().keySet()
                    .forEach(name -> found.add("The contract does not know the property " + at(place, name)));
            GETTERS.get(object.getClass())
                    .forEach((name, getter) -> look(at(place, name), valueOf(getter, object), found));
            if (object instanceof Function function) {
                params(place, function, found);
            }
        }
    }

    private static void params(String place, Function function, List<String> found) {
        Class<? extends EcobeeObject> type = PARAMS.get(String.valueOf(function.getType()));
        Object params = function.getParams();
        if (type != null && params != null && !(params instanceof EcobeeObject)) {
            look(at(place, "params"), EcobeeJson.convert(params, type), found);
        }
    }

    private static @Nullable Object valueOf(Method getter, EcobeeObject object) {
        try {
            return getter.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(getter + " cannot be read", e);
        }
    }

    private static String at(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
