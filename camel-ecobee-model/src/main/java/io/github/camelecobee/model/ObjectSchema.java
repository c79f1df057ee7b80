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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.NullMarked;

/**
 * What the contract says of an ecobee object: its properties, with type, unit and who may change them. Immutable.
 *
 * @param name       the object's name, for example {@code Settings}
 * @param properties its properties by their names on the wire, in the order of the contract
 */
@NullMarked
public record ObjectSchema(String name, Map<String, PropertySchema> properties) {
    private static final String FOLDER = "/META-INF/ecobee/schema/";
    private static final Map<String, ObjectSchema> READ = new ConcurrentHashMap<>();

    /**
     * Copies.
     *
     * @param name       see above
     * @param properties see above
     */
    public ObjectSchema {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /**
     * What the contract says of a generated class.
     *
     * @param  type                     the class
     * @return                          its schema
     * @throws IllegalArgumentException if it was not made from a schema
     */
    public static ObjectSchema of(Class<? extends EcobeeObject> type) {
        return named(type.getSimpleName());
    }

    static ObjectSchema named(String name) {
        ObjectSchema known = READ.get(name);
        if (known == null) {
            known = read(name);
            READ.put(name, known);
        }
        return known;
    }

    /**
     * A property.
     *
     * @param  property its name on the wire
     * @return          what the contract says of it, empty when it does not know it
     */
    public Optional<PropertySchema> property(String property) {
        return Optional.ofNullable(properties.get(property));
    }

    /**
     * The properties that may be set.
     *
     * @return their names on the wire, in the order of the contract
     */
    public Set<String> writable() {
        return properties.values().stream().filter(PropertySchema::isWritable).map(PropertySchema::name)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static ObjectSchema read(String name) {
        try (InputStream text = ObjectSchema.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (text == null) {
                throw new IllegalArgumentException("the contract has no object " + name);
            }
            Map<String, PropertySchema> properties = new LinkedHashMap<>();
            if (EcobeeJson.readMap(text).get("properties") instanceof Map<?, ?> all) {
                all.forEach((key, value) -> properties.put(
                        String.valueOf(key), PropertySchema.of(String.valueOf(key), (Map<?, ?>) value)));
            }
            return new ObjectSchema(name, properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
