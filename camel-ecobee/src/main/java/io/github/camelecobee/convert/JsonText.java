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
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.report.ReportRow;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;
import org.apache.camel.spi.TypeConverterRegistry;
import org.jspecify.annotations.Nullable;

/** The forms in which a route may hold JSON. */
final class JsonText {
    private JsonText() {
    }

    /** Text, or a stream; {@code null} if it is nothing that could be JSON. Nothing is read yet. */
    static @Nullable Object of(@Nullable Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (value instanceof CharSequence || value instanceof InputStream) {
            return value;
        }
        if (value instanceof byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }
        if (value instanceof JsonNode || value instanceof Map && !(value instanceof ReportRow)) {
            return EcobeeJson.write(value);
        }
        if (value instanceof Reader) {
            return through(String.class, exchange, value, registry);
        }
        return value instanceof WrappedFile || value instanceof File || value instanceof Path
                ? through(InputStream.class, exchange, value, registry) : null;
    }

    private static @Nullable Object through(
            Class<?> type, @Nullable Exchange exchange, Object value, TypeConverterRegistry registry) {
        TypeConverter converter = registry.lookup(type, value.getClass());
        return converter == null ? null : converter.convertTo(type, exchange, value);
    }
}
