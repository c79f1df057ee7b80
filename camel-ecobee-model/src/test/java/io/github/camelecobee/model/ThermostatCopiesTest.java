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
package io.github.camelecobee.model;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Copies of thermostats, and pictures put together from several readings. */
class ThermostatCopiesTest {

    @Test
    void aCopyIsEqualAndSharesNothingThatCouldBeChanged() throws Exception {
        Thermostat full = (Thermostat) filled(Thermostat.class);

        Thermostat copy = ThermostatCopies.copy(full);

        assertThat(EcobeeJson.write(copy)).isEqualTo(EcobeeJson.write(full));
        assertThat(copy).isEqualTo(full);
        Set<Object> shared = changeable(copy);
        shared.retainAll(changeable(full));
        assertThat(shared).isEmpty();
        assertThat(changeable(full)).hasSizeGreaterThan(60);
    }

    @Test
    void explicitNullsAndUnknownPropertiesAreCopied() {
        Thermostat original = EcobeeJson.read("""
                {"identifier":"1","name":null,"moodRing":{"colours":["teal",null]},"events":[],
                 "runtime":{"desiredFanMode":null,"actualMood":7},
                 "oemCfg":{"cCfg":{"a":[1,{"b":2.50}]}}}""", Thermostat.class);

        Thermostat copy = ThermostatCopies.copy(original);

        assertThat(EcobeeJson.write(copy)).isEqualTo(EcobeeJson.write(original));
        assertThat(copy.isExplicitNull("name")).isTrue();
        assertThat(copy.getRuntime().isExplicitNull("desiredFanMode")).isTrue();
        assertThat(copy.getRuntime().getAdditionalProperties()).containsEntry("actualMood", 7);
        ((List<?>) ((Map<?, ?>) copy.getAdditionalProperties().get("moodRing")).get("colours")).clear();
        assertThat(EcobeeJson.write(original)).contains("teal");
    }

    @Test
    void partsCanBeLeftOut() {
        Thermostat original = EcobeeJson.read(
                "{\"identifier\":\"1\",\"settings\":{},\"weather\":null,\"moodRing\":\"teal\",\"runtime\":{}}",
                Thermostat.class);

        Thermostat copy = ThermostatCopies.copy(original, Set.of("settings", "weather"));

        assertThat(EcobeeJson.write(copy)).isEqualTo("{\"identifier\":\"1\",\"runtime\":{},\"moodRing\":\"teal\"}");
    }

    @Test
    void equalShortTextsOfCompactCopiesAreOneObject() {
        String json = "{\"program\":{\"schedule\":[[\"sleep\",\"home\",\"sleep\"]],\"currentClimateRef\":\"sleep\"}}";
        Thermostat one = ThermostatCopies.compact(EcobeeJson.read(json, Thermostat.class));
        Thermostat two = ThermostatCopies.compact(EcobeeJson.read(json, Thermostat.class));

        assertThat(EcobeeJson.write(one)).isEqualTo(json);
        assertThat(one.getProgram().getSchedule().get(0).get(0)).isSameAs(one.getProgram().getSchedule().get(0).get(2))
                .isSameAs(two.getProgram().getCurrentClimateRef());
    }

    @Test
    void aReadingIsCompletedByWhatAnOlderOneSaid() {
        Thermostat older = EcobeeJson.read("""
                {"identifier":"1","name":"old","moodRing":"teal","events":[{"name":"hold"}],"settings":{"hvacMode":"off"},
                 "weather":null,"runtime":{"actualTemperature":700}}""", Thermostat.class);
        Thermostat reading = EcobeeJson.read(
                "{\"identifier\":\"1\",\"name\":\"new\",\"runtime\":{\"actualTemperature\":710}}", Thermostat.class);

        ThermostatCopies.complete(reading, older, Set.of("events"));

        Examples.assertSameMeaning(EcobeeJson.write(reading), """
                {"identifier":"1","name":"new","moodRing":"teal","settings":{"hvacMode":"off"},
                 "weather":null,"runtime":{"actualTemperature":710}}""");
    }

    /** An object with a value for every property of the contract, all the way down, and something unknown in each. */
    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        EcobeeObject object = (EcobeeObject) type.getDeclaredConstructor().newInstance();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 1 && method.isAnnotationPresent(JsonProperty.class)) {
                method.invoke(object, value(method.getGenericParameterTypes()[0]));
            }
        }
        object.setAdditionalProperty("unheardOf", json());
        return object;
    }

    private static @Nullable Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? json() : new ArrayList<>(List.of(value(generic.getActualTypeArguments()[0])));
        }
        if (EcobeeObject.class.isAssignableFrom((Class<?>) type)) {
            return filled((Class<?>) type);
        }
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class) {
            return true;
        }
        if (type == Integer.class) {
            return 1234;
        }
        return type == Long.class ? (Object) 123456789012L : json();
    }

    private static Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("list", new ArrayList<>(List.of("a", 1, new LinkedHashMap<>(Map.of("deep", true)))));
        return map;
    }

    /** Every object, list and map that can be reached. */
    private static Set<Object> changeable(Object root) throws ReflectiveOperationException {
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(root, found);
        return found;
    }

    private static void collect(@Nullable Object value, Set<Object> found) throws ReflectiveOperationException {
        if (value instanceof Collection<?> list && found.add(value)) {
            for (Object each : list) {
                collect(each, found);
            }
        } else if (value instanceof Map<?, ?> map && found.add(value)) {
            for (Object each : map.values()) {
                collect(each, found);
            }
        } else if (value instanceof EcobeeObject && found.add(value)) {
            for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        collect(field.get(value), found);
                    }
                }
            }
        }
    }
}
