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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Function;
import org.jspecify.annotations.Nullable;

/**
 * Executes several functions one after the other, in one request however many they are: ecobee states no limit, and a
 * second request could fail on its own. When ecobee refuses one of them, those before it may have been executed.
 */
public final class FunctionSequence implements ThermostatOperation {
    private static final String NAME = "functions";
    private static final String ALLOWED = "a Function, or a map of type and params";

    /** Creates it. */
    public FunctionSequence() {
    }

    @Override
    public Set<String> parameters() {
        return Set.of(NAME);
    }

    @Override
    public String listParameter() {
        return NAME;
    }

    @Override
    public DesiredChange desired(Command command) {
        Parameter functions = command.given(NAME).get(NAME).orElseThrow(() -> new IllegalArgumentException(
                "functions: the functions are missing; give a list of them as body: each " + ALLOWED));
        List<?> all = list(functions);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(functions.place() + ": the list is empty; give one function at least");
        }
        List<FunctionCalls.Call> calls = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            calls.add(call(all.get(i), "functions[" + i + "]", command.target()));
        }
        return new FunctionCalls(calls);
    }

    private static List<?> list(Parameter functions) {
        if (functions.value() instanceof Collection<?> several) {
            return new ArrayList<>(several);
        }
        if (functions.value() instanceof Object[] several) {
            return Arrays.asList(several);
        }
        try {
            // As a property, for the reader of JSON knows objects alone.
            Object read = EcobeeJson.readMap("{\"functions\":" + functions.text() + "}").get(NAME);
            if (read instanceof List<?> several) {
                return several;
            }
        } catch (EcobeeJsonException e) {
            throw new IllegalArgumentException(functions.place() + ": " + e.getMessage(), e);
        }
        throw functions.wrong("a list: each " + ALLOWED);
    }

    private static FunctionCalls.Call call(@Nullable Object element, String place, ThermostatSelection target) {
        Map<?, ?> shape = element instanceof Function function
                ? EcobeeJson.toMap(function) : element instanceof Map<?, ?> map ? map : Map.of();
        Object type = shape.get("type");
        if (type == null) {
            throw new IllegalArgumentException("body " + place + ": is no function; give " + ALLOWED);
        }
        ThermostatFunction function = named(type.toString(), place);
        Map<String, Parameter> all = new LinkedHashMap<>();
        params(shape.get("params"), place).forEach((name, value) -> {
            if (value != null) {
                all.put(String.valueOf(name), new Parameter(value, "body " + place + "." + name));
            }
        });
        refuseUnknown(function, all.keySet(), place);
        shape.keySet().stream().map(String::valueOf).filter(name -> !List.of("type", "params").contains(name)).findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "body " + place + ": '" + Shown.of(name) + "' is not allowed beside type and params");
                });
        Parameters given = new Parameters(place + " " + function.type(), all);
        return new FunctionCalls.Call(function, function.complete(given, target));
    }

    private static ThermostatFunction named(String type, String place) {
        try {
            return ThermostatFunctions.named(type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("body " + place + ": " + e.getMessage(), e);
        }
    }

    private static Map<?, ?> params(@Nullable Object params, String place) {
        if (params == null) {
            return Map.of();
        }
        if (params instanceof EcobeeObject object) {
            return EcobeeJson.toMap(object);
        }
        if (params instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("body " + place + ".params: '" + Shown.of(params) + "' is not allowed; give a map");
    }

    private static void refuseUnknown(ThermostatFunction function, Set<String> names, String place) {
        Set<String> allowed = new TreeSet<>(EcobeeJson.propertyNames(function.paramsType()));
        allowed.addAll(function.ownParameters());
        names.stream().filter(name -> !allowed.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "body " + place + ": '" + Shown.of(name) + "' is no parameter of " + function.type() + "; allowed are "
                                               + String.join(", ", allowed));
        });
    }
}
