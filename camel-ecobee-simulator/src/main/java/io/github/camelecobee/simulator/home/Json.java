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
package io.github.camelecobee.simulator.home;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import org.jspecify.annotations.Nullable;

/** Works on JSON objects as maps. */
public final class Json {
    private Json() {
    }

    /**
     * An ecobee object as a map that may be changed.
     *
     * @param  object the object
     * @return        a new map
     */
    @SuppressWarnings({ "unchecked", "rawtypes" })
    public static Map<String, Object> map(EcobeeObject object) {
        return (Map) EcobeeJson.toMap(object);
    }

    /**
     * Merges objects as ecobee does (Requests and Responses, request-intro.shtml): property by property, objects into
     * objects, lists and values replaced as a whole.
     *
     * @param into what is changed
     * @param from what is set
     */
    public static void merge(Map<String, Object> into, Map<String, Object> from) {
        from.forEach((name, value) -> {
            Map<String, Object> inner = object(value);
            Map<String, Object> before = object(into.get(name));
            if (inner != null && before != null) {
                merge(before, inner);
            } else {
                into.put(name, value);
            }
        });
    }

    /**
     * Merges two values as {@link #merge} does, and leaves both as they are.
     *
     * @param  before what was there, {@code null} for nothing
     * @param  value  what is set
     * @return        a new object when both are objects, what is set otherwise
     */
    @Nullable
    static Object merged(@Nullable Object before, @Nullable Object value) {
        Map<String, Object> inner = object(value);
        Map<String, Object> old = object(before);
        if (inner == null || old == null) {
            return value;
        }
        Map<String, Object> merged = new LinkedHashMap<>();
        old.forEach((name, each) -> put(merged, name, each));
        inner.forEach((name, each) -> put(merged, name, merged(old.get(name), each)));
        return merged;
    }

    /**
     * Sets one value deep inside.
     *
     * @param into  what is changed
     * @param path  names of properties with dots between; objects on the way that do not exist are made
     * @param value the JSON value, {@code null} for an explicit null
     */
    public static void set(Map<String, Object> into, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            put(into, path, value);
            return;
        }
        String name = path.substring(0, dot);
        Map<String, Object> inner = object(into.get(name));
        if (inner == null) {
            inner = new LinkedHashMap<>();
            into.put(name, inner);
        }
        set(inner, path.substring(dot + 1), value);
    }

    @SuppressWarnings("NullAway") // JSON null is a value of these maps.
    private static void put(Map<String, Object> into, String name, @Nullable Object value) {
        into.put(name, value);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map ? (Map<String, Object>) value : null;
    }
}
