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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.ObjectSchema;
import io.github.camelecobee.model.PropertySchema;
import org.jspecify.annotations.Nullable;

/** Turns what was given for a property into what goes over the wire, as the contract describes it. */
final class WireValue {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s*%");

    private WireValue() {
    }

    /**
     * The value of a property.
     *
     * @param  given                    what was given: text, number, boolean, map, list, object of the model, or JSON
     *                                  text of an object or a list
     * @param  schema                   what the contract says of the property
     * @return                          text, number, boolean, map or list as ecobee wants it
     * @throws IllegalArgumentException if it is none, or the contract forbids to set it or a part of it
     */
    static Object of(Parameter given, PropertySchema schema) {
        if (schema.items() != null) {
            return elements(given, schema, schema.items());
        }
        if (schema.object().isPresent()) {
            return properties(given, schema.object().get());
        }
        return switch (schema.type()) {
            case "boolean" -> given.flag();
            case "integer" -> schema.isTemperature() ? tenths(given, schema) : number(given, schema);
            case "string" -> text(given, schema);
            default -> given.value();
        };
    }

    /** The properties of an object; those that the contract does not know are refused, and so are read-only ones. */
    static Map<String, Object> properties(Parameter given, ObjectSchema schema) {
        Map<String, Object> wire = new LinkedHashMap<>();
        map(given).forEach((name, value) -> {
            Parameter each = new Parameter(value == null ? "null" : value, given.place() + "." + name);
            PropertySchema property = schema.property(name).orElse(null);
            if (property == null && schema.properties().isEmpty() && value != null) {
                wire.put(name, value);
            } else if (property == null || !property.isWritable() && !property.isKey()) {
                throw new IllegalArgumentException(given.place() + ": " + whyNot(name, schema));
            } else if (value != null) {
                wire.put(name, of(each, property));
            } else {
                throw each.wrong("a value, or leave it out");
            }
        });
        return wire;
    }

    /** Says why a property cannot be set. */
    static String whyNot(String name, ObjectSchema schema) {
        Optional<PropertySchema> property = schema.property(name);
        if (property.isPresent()) {
            return "'" + name + "' of " + schema.name() + " is read-only";
        }
        List<String> near = NearNames.of(name, schema.writable());
        return "'" + Shown.of(name) + "' is no property of " + schema.name()
               + (near.isEmpty()
                       ? "; allowed are " + String.join(", ", schema.writable())
                       : "; near it are " + String.join(", ", near));
    }

    /** A map by names: a map, an object of the model, or JSON text. */
    static Map<String, @Nullable Object> map(Parameter given) {
        Object value = given.value();
        if (value instanceof EcobeeObject object) {
            return EcobeeJson.toMap(object);
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> named.put(String.valueOf(name), each));
            return named;
        }
        if (given.text().startsWith("{")) {
            return json(given, given.text());
        }
        throw given.wrong("an object: a map, or JSON in braces");
    }

    /** A list: a collection, or JSON text. */
    static List<Parameter> list(Parameter given) {
        Object value = given.value();
        if (value instanceof String && given.text().startsWith("[")) {
            value = json(given, "{\"list\":" + given.text() + "}").get("list");
        }
        if (!(value instanceof Collection<?> several)) {
            throw given.wrong("a list, or JSON in brackets");
        }
        List<Parameter> elements = new ArrayList<>();
        for (Object each : several) {
            elements.add(new Parameter(each == null ? "null" : each, given.place() + "[" + elements.size() + "]"));
        }
        return elements;
    }

    private static Map<String, @Nullable Object> json(Parameter given, String text) {
        try {
            return EcobeeJson.readMap(text);
        } catch (EcobeeJsonException e) {
            throw new IllegalArgumentException(given.place() + ": " + e.getMessage(), e);
        }
    }

    private static List<Object> elements(Parameter given, PropertySchema schema, PropertySchema items) {
        List<Object> wire = new ArrayList<>();
        for (Parameter each : list(given)) {
            Object element = of(each, items);
            List<String> keys = items.object().stream().flatMap(object -> object.properties().values().stream())
                    .filter(PropertySchema::isKey).map(PropertySchema::name).toList();
            if (element instanceof Map<?, ?> map && !map.keySet().containsAll(keys)) {
                throw new IllegalArgumentException(
                        each.place() + ": " + String.join(", ", keys) + " is missing; it tells which of " + schema.name()
                                                   + " is meant");
            }
            wire.add(element);
        }
        return wire;
    }

    private static int tenths(Parameter given, PropertySchema schema) {
        return schema.difference()
                ? inRange(given.temperatureDifference(), given, schema)
                : inRange(given.temperature().tenthsFahrenheit(), given, schema);
    }

    private static int number(Parameter given, PropertySchema schema) {
        String text = schema.unit().equals("%") ? withoutPercent(given.text()) : given.text();
        if (Shown.isLong(text)) {
            // It would take minutes to find out which number a million digits are.
            throw given.wrong("a whole number" + range(schema));
        }
        try {
            return inRange(new BigDecimal(text).intValueExact(), given, schema);
        } catch (NumberFormatException e) {
            throw given.wrong("a whole number" + range(schema));
        } catch (ArithmeticException e) {
            throw given.wrong("a whole number" + range(schema));
        }
    }

    private static int inRange(int value, Parameter given, PropertySchema schema) {
        if (schema.range().size() == 2 && (value < schema.range().get(0) || value > schema.range().get(1))) {
            throw given.wrong("a whole number" + range(schema));
        }
        return value;
    }

    private static String range(PropertySchema schema) {
        return (schema.range().size() == 2 ? " from " + schema.range().get(0) + " to " + schema.range().get(1) : "")
               + (schema.isTemperature() ? " (tenths of a degree Fahrenheit)" : "");
    }

    /** Words that the contract knows get its spelling; others are ecobee's to judge, which may know more by now. */
    private static String text(Parameter given, PropertySchema schema) {
        if (given.value() instanceof Map || given.value() instanceof Collection) {
            throw given.wrong("text");
        }
        if (schema.unit().equals("% as text")) {
            return percent(given);
        }
        return schema.examples().stream().filter(word -> word.equalsIgnoreCase(given.text())).findFirst()
                .orElseGet(() -> given.value().toString());
    }

    /** ecobee wants the humidity as a string (home-assistant/core#40539). */
    private static String percent(Parameter given) {
        try {
            int percent = new BigDecimal(withoutPercent(given.text())).intValueExact();
            if (percent >= 0 && percent <= 100) {
                return String.valueOf(percent);
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw given.wrong("a whole number from 0 to 100, or 36%");
        }
        throw given.wrong("a whole number from 0 to 100, or 36%");
    }

    private static String withoutPercent(String text) {
        Matcher percent = PERCENT.matcher(text);
        return percent.matches() ? percent.group(1) : text;
    }
}
