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
package io.github.camelecobee.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelecobee.change.Change;
import io.github.camelecobee.change.ChangeJson;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of ecobee as JSON text, bytes, stream, map or tree, and JSON as any object of ecobee or a change. Absent
 * properties are left out, explicit nulls and properties that nobody knows are kept, and tokens, passwords and access
 * codes are not in it: Camel converts for logs as it does for messages.
 * <p>
 * One converter instead of one for each pair of types: there are more than a hundred objects, and lists tell by their
 * elements only what they are. It is asked about every conversion that nobody else knows, says no quickly to all but
 * its own, and a converter that somebody wrote for a pair of types comes before it.
 */
@Converter(generateLoader = true)
public final class EcobeeConverter {
    private EcobeeConverter() {
    }

    /**
     * Converts, if it is one of ours.
     *
     * @param  type        the type wanted
     * @param  exchange    the exchange, {@code null} when there is none
     * @param  value       what to convert
     * @param  registry    knows how files and readers are read
     * @param  <T>         the type wanted
     * @return             the value of that type, {@code null} when it is none of ours
     * @throws IOException if a stream or file cannot be read
     */
    @Converter(fallback = true)
    public static <T> @Nullable T convert(
            Class<T> type, @Nullable Exchange exchange, Object value, TypeConverterRegistry registry)
            throws IOException {
        if (isRead(type)) {
            Object json = JsonText.of(exchange, value, registry);
            return json == null ? null : type.cast(read(type, json));
        }
        if ((isText(type) || type == Map.class || type == JsonNode.class) && EcobeeBodies.knows(value)) {
            return type == Map.class && value instanceof List ? null : type.cast(write(type, value));
        }
        return null;
    }

    private static boolean isText(Class<?> type) {
        return type == String.class || type == byte[].class || type == InputStream.class;
    }

    private static Object write(Class<?> type, Object value) throws IOException {
        InputStream json = EcobeeBodies.json(value);
        if (type == InputStream.class) {
            return json;
        }
        byte[] bytes = json.readAllBytes();
        if (type == byte[].class) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (type == String.class) {
            return text;
        }
        return type == Map.class ? EcobeeJson.readMap(text) : JsonTree.read(text);
    }

    private static boolean isRead(Class<?> type) {
        return EcobeeObject.class.isAssignableFrom(type) && type != EcobeeObject.class || Change.class.isAssignableFrom(type);
    }

    /** Of a text or a stream. */
    private static Object read(Class<?> type, Object json) throws IOException {
        if (Change.class.isAssignableFrom(type)) {
            Change change = json instanceof InputStream stream ? ChangeJson.read(stream) : ChangeJson.read(json.toString());
            if (!type.isInstance(change)) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + " expected, but the JSON is of type " + change.type().typeName());
            }
            return change;
        }
        Class<? extends EcobeeObject> object = type.asSubclass(EcobeeObject.class);
        return json instanceof InputStream stream ? EcobeeJson.read(stream, object) : EcobeeJson.read(json.toString(), object);
    }
}
