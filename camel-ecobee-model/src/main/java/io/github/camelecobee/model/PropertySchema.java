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

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of a property. Immutable.
 *
 * @param name       its name on the wire
 * @param type       its JSON type, the documented one of several: {@code string}, {@code integer}, {@code boolean},
 *                   {@code array}, {@code object}, ...; empty text when any will do
 * @param nullable   whether {@code null} is a value of it
 * @param access     who may change it: {@code read-only}, {@code read-write}, {@code required}, {@code key} or
 *                   {@code undocumented}
 * @param unit       its unit as the contract spells it, for example {@code °F x10}; empty text for none
 * @param difference whether it is a difference of temperatures and not a temperature
 * @param range      the least and the most it may be, empty when nothing is said
 * @param examples   values that are documented; a newer ecobee may know more
 * @param items      what is in it when it is an array, else {@code null}
 * @param reference  the name of its object's schema, {@code null} when it is no object of the contract
 */
@NullMarked
public record PropertySchema(
        String name, String type, boolean nullable, String access, String unit, boolean difference, List<Integer> range,
        List<String> examples, @Nullable PropertySchema items, @Nullable String reference) {

    private static final List<String> WRITABLE = List.of("read-write", "required", "undocumented");

    /**
     * Copies.
     *
     * @param name       see above
     * @param type       see above
     * @param nullable   see above
     * @param access     see above
     * @param unit       see above
     * @param difference see above
     * @param range      see above
     * @param examples   see above
     * @param items      see above
     * @param reference  see above
     */
    public PropertySchema {
        range = List.copyOf(range);
        examples = List.copyOf(examples);
    }

    static PropertySchema of(String name, Map<?, ?> json) {
        List<?> types = json.get("type") instanceof List<?> several ? several : json.get("type") instanceof String one
                ? List.of(one) : List.of();
        String reference = json.get("$ref") instanceof String ref ? ref.replace(".json", "") : null;
        return new PropertySchema(
                name, reference != null ? "object" : types.isEmpty() ? "" : String.valueOf(types.get(0)),
                types.contains("null"), text(json.get("access")), text(json.get("unit")),
                Boolean.TRUE.equals(json.get("difference")),
                list(json.get("range")).stream().map(each -> Integer.valueOf(each.toString())).toList(),
                list(json.get("examples")).stream().map(String::valueOf).toList(),
                json.get("items") instanceof Map<?, ?> items ? of(name, items) : null, reference);
    }

    /**
     * Whether a request may set it. What is not documented counts as writable: ecobee decides.
     *
     * @return whether it may
     */
    public boolean isWritable() {
        return WRITABLE.contains(access);
    }

    /**
     * Whether it tells the elements of a list apart, and cannot be changed.
     *
     * @return whether it is a key
     */
    public boolean isKey() {
        return access.equals("key");
    }

    /**
     * Whether it is a temperature, or a difference of temperatures, in tenths of a degree Fahrenheit.
     *
     * @return whether it is
     */
    public boolean isTemperature() {
        return unit.equals("°F x10");
    }

    /**
     * What the contract says of the object that it is.
     *
     * @return the schema, empty when it is no object of the contract
     */
    public Optional<ObjectSchema> object() {
        return reference == null ? Optional.empty() : Optional.of(ObjectSchema.named(reference));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
