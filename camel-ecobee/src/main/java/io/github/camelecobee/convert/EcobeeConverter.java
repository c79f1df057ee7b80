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

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;
import org.apache.camel.spi.TypeConverterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Bodies of ecobee as JSON text, bytes, stream, map or tree, and JSON as any object of ecobee. Absent properties are
 * left out, explicit nulls and properties that nobody knows are kept, and tokens, passwords and access codes are not in
 * it: Camel converts for logs as it does for messages.
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
        if (EcobeeObject.class.isAssignableFrom(type) && type != EcobeeObject.class) {
            EcobeeObject object = read(type.asSubclass(EcobeeObject.class), exchange, value, registry);
            return object == null ? null : type.cast(object);
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

    private static <T extends EcobeeObject> @Nullable T read(
            Class<T> type, @Nullable Exchange exchange, Object value, TypeConverterRegistry registry)
            throws IOException {
        if (value instanceof CharSequence text) {
            return EcobeeJson.read(text.toString(), type);
        }
        if (value instanceof byte[] bytes) {
            return EcobeeJson.read(new ByteArrayInputStream(bytes), type);
        }
        if (value instanceof InputStream stream) {
            return EcobeeJson.read(stream, type);
        }
        if (value instanceof JsonNode || value instanceof Map && !(value instanceof RuntimeReportRow)) {
            return EcobeeJson.convert(value, type);
        }
        if (value instanceof Reader) {
            return readThrough(String.class, type, exchange, value, registry);
        }
        if (value instanceof WrappedFile || value instanceof File || value instanceof Path) {
            return readThrough(InputStream.class, type, exchange, value, registry);
        }
        return null;
    }

    private static <T extends EcobeeObject> @Nullable T readThrough(
            Class<?> through, Class<T> type, @Nullable Exchange exchange, Object value, TypeConverterRegistry registry)
            throws IOException {
        TypeConverter converter = registry.lookup(through, value.getClass());
        Object text = converter == null ? null : converter.convertTo(through, exchange, value);
        return text == null ? null : read(type, exchange, text, registry);
    }
}
