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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Any object of ecobee, and a row of a report, as JSON text, bytes, stream or tree. Absent properties are left out,
 * explicit nulls and properties that nobody knows are kept, and tokens, passwords and access codes are not in it: Camel
 * converts for logs as it does for messages.
 */
@Converter(generateLoader = true)
public final class EcobeeConverters {
    private EcobeeConverters() {
    }

    /**
     * An object as JSON.
     *
     * @param  object an object of ecobee
     * @return        JSON on one line
     */
    @Converter
    public static String toString(EcobeeObject object) {
        return EcobeeJson.writeWithoutSecrets(object);
    }

    /**
     * An object as JSON.
     *
     * @param  object an object of ecobee
     * @return        JSON on one line, in UTF-8
     */
    @Converter
    public static byte[] toBytes(EcobeeObject object) {
        return toString(object).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * An object as JSON.
     *
     * @param  object an object of ecobee
     * @return        JSON on one line, in UTF-8
     */
    @Converter
    public static InputStream toInputStream(EcobeeObject object) {
        return new ByteArrayInputStream(toBytes(object));
    }

    /**
     * An object as a map.
     *
     * @param  object an object of ecobee
     * @return        a new map: text, numbers, booleans, lists, maps, and {@code null} for explicit nulls
     */
    @Converter
    public static Map<String, @Nullable Object> toMap(EcobeeObject object) {
        return EcobeeJson.readMap(toString(object));
    }

    /**
     * An object as a tree of Jackson.
     *
     * @param  object an object of ecobee
     * @return        a new tree
     */
    @Converter
    public static JsonNode toJsonNode(EcobeeObject object) {
        return JsonTree.read(toString(object));
    }

    /**
     * A row as JSON.
     *
     * @param  row a row of a report
     * @return     JSON on one line
     */
    @Converter
    public static String toString(RuntimeReportRow row) {
        return row.toJson();
    }

    /**
     * A row as JSON.
     *
     * @param  row a row of a report
     * @return     JSON on one line, in UTF-8
     */
    @Converter
    public static byte[] toBytes(RuntimeReportRow row) {
        return row.toJson().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A row as JSON.
     *
     * @param  row a row of a report
     * @return     JSON on one line, in UTF-8
     */
    @Converter
    public static InputStream toInputStream(RuntimeReportRow row) {
        return new ByteArrayInputStream(toBytes(row));
    }

    /**
     * A row as a tree of Jackson.
     *
     * @param  row a row of a report
     * @return     a new tree
     */
    @Converter
    public static JsonNode toJsonNode(RuntimeReportRow row) {
        return JsonTree.read(row.toJson());
    }
}
