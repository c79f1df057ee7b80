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
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Function;

/** Builds functions from objects, never from concatenated text (SANdood/Ecobee-Suite PR 34). */
final class Functions {
    private Functions() {
    }

    static Function function(String type, EcobeeObject params) {
        return new Function().withType(type).withParams(params);
    }

    /** Parameters as the schema's object; the temperatures among them in tenths. */
    static <T extends EcobeeObject> T params(Parameters given, Class<T> type) {
        Map<String, Object> wire = new LinkedHashMap<>();
        Set<String> known = EcobeeJson.propertyNames(type);
        given.all().forEach((name, parameter) -> {
            if (known.contains(name)) {
                wire.put(name, toWire(name, parameter));
            }
        });
        try {
            return EcobeeJson.convert(wire, type);
        } catch (EcobeeJsonException e) {
            wire.forEach((name, value) -> check(name, value, given.need(name), type));
            throw e;
        }
    }

    /** One at a time, so that the wrong one can be named. */
    private static void check(String name, Object wire, Parameter parameter, Class<? extends EcobeeObject> type) {
        try {
            EcobeeJson.convert(Map.of(name, wire), type);
        } catch (EcobeeJsonException e) {
            throw new IllegalArgumentException(
                    parameter.place() + ": '" + parameter.shown() + "' is not allowed; " + e.getMessage(), e);
        }
    }

    private static Object toWire(String name, Parameter parameter) {
        if (name.endsWith("RelativeTemp")) {
            return parameter.temperatureDifference();
        }
        if (name.endsWith("Temp")) {
            return parameter.temperature().tenthsFahrenheit();
        }
        if (name.endsWith("Hours")) {
            return parameter.number(1, 8760);
        }
        return parameter.value();
    }
}
