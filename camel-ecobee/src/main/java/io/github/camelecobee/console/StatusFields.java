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
package io.github.camelecobee.console;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.util.json.JsonObject;

/** The fields of a status, so that every view shows all of them in the same order. */
final class StatusFields {

    private StatusFields() {
    }

    /**
     * Those that have a value, by their names: numbers and booleans as they are, tables that are not empty as tables of
     * the same, everything else as text.
     */
    static Map<String, Object> of(Record status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent field : status.getClass().getRecordComponents()) {
            Object value = value(field, status);
            if (value instanceof Map<?, ?> table) {
                if (!table.isEmpty()) {
                    JsonObject rows = new JsonObject();
                    table.forEach((key, each) -> rows.put(String.valueOf(key), simple(each)));
                    fields.put(field.getName(), rows);
                }
            } else if (value != null) {
                fields.put(field.getName(), simple(value));
            }
        }
        return fields;
    }

    private static Object simple(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static Object value(RecordComponent field, Record status) {
        try {
            return field.getAccessor().invoke(status);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record has public accessors", e);
        }
    }
}
