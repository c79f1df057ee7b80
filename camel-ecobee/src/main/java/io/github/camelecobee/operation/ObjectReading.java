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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;

/**
 * Reads a list of objects: objects of the schema, maps, or JSON; one alone is a list of one.
 *
 * @param <T> their class
 */
final class ObjectReading<T extends EcobeeObject> implements Reading {
    private final Class<T> type;
    private final String word;
    private final List<String> needed;

    /**
     * Creates a reading.
     *
     * @param type   the class of the objects
     * @param word   the property that a plain word stands for, empty when plain words mean nothing
     * @param needed the properties that each must have
     */
    ObjectReading(Class<T> type, String word, List<String> needed) {
        this.type = type;
        this.word = word;
        this.needed = List.copyOf(needed);
    }

    @Override
    public List<T> wire(Parameter parameter) {
        List<T> objects = new ArrayList<>();
        for (Object each : elements(parameter)) {
            objects.add(object(new Parameter(each, parameter.place() + "[" + objects.size() + "]")));
        }
        if (objects.isEmpty()) {
            throw parameter.wrong("at least one");
        }
        return List.copyOf(objects);
    }

    private Collection<?> elements(Parameter parameter) {
        Object value = parameter.value();
        if (!(value instanceof CharSequence)) {
            return value instanceof Collection<?> several ? several : List.of(value);
        }
        if (!parameter.text().startsWith("[") && !parameter.text().startsWith("{")) {
            return word.isEmpty() ? List.of(value) : Readings.words(parameter);
        }
        try {
            Object parsed = EcobeeJson.readValue(parameter.text());
            return parsed instanceof Collection<?> several ? several : List.of(parsed);
        } catch (EcobeeJsonException e) {
            throw new IllegalArgumentException(parameter.place() + ": " + e.getMessage(), e);
        }
    }

    private T object(Parameter element) {
        Object value = element.value();
        if (value instanceof CharSequence && !word.isEmpty()) {
            value = Map.of(word, element.text());
        }
        if (!(value instanceof Map<?, ?> || type.isInstance(value))) {
            throw element.wrong("an object " + type.getSimpleName() + ", a map or JSON of one");
        }
        try {
            T object = EcobeeJson.convert(value, type);
            Map<String, Object> given = new LinkedHashMap<>();
            EcobeeJson.toMap(object).forEach((name, member) -> {
                if (member != null && !member.toString().isBlank()) {
                    given.put(name, member);
                }
            });
            for (String name : needed) {
                if (!given.containsKey(name)) {
                    throw new IllegalArgumentException(element.place() + ": " + name + " is missing");
                }
            }
            return object;
        } catch (EcobeeJsonException e) {
            throw new IllegalArgumentException(element.place() + ": " + e.getMessage(), e);
        }
    }
}
