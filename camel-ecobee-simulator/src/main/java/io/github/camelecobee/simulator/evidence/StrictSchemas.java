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
package io.github.camelecobee.simulator.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;

/**
 * The schemas of the contract, taken more strictly than they are meant. They allow what ecobee might add: further
 * properties, and further values where {@code examples} lists those that are documented. Here neither is allowed, and
 * the parameters of a function are those of the schema that is named after it.
 * <p>
 * Safe for use by several threads.
 */
final class StrictSchemas {
    private static final String FOLDER = "/META-INF/ecobee/schema/";
    private static final String SCHEME = "strict:/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(StrictSchemas::text)));

    private StrictSchemas() {
    }

    /** The schema of an object of the contract, by its name. */
    static JsonSchema of(String name) {
        return FACTORY.getSchema(SchemaLocation.of(SCHEME + name + ".json"));
    }

    private static String text(String iri) {
        String file = iri.substring(iri.lastIndexOf('/') + 1);
        try (InputStream stream = StrictSchemas.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("The contract has no schema " + file);
            }
            ObjectNode schema = (ObjectNode) JSON.readTree(stream);
            ObjectNode strict = JSON.createObjectNode();
            strict.set("$schema", schema.path("$schema"));
            strict.put("type", "object").put("additionalProperties", false);
            ObjectNode properties = strict.putObject("properties");
            schema.path("properties").properties()
                    .forEach(property -> properties.set(property.getKey(), strict(property.getValue())));
            if (file.equals("Function.json")) {
                parameters(strict, properties.path("type").path("enum"));
            }
            return strict.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what is said for people, and for the generator of the classes. */
    private static ObjectNode strict(JsonNode property) {
        ObjectNode strict = JSON.createObjectNode();
        for (String keyword : List.of("$ref", "type")) {
            if (property.has(keyword)) {
                strict.set(keyword, property.get(keyword));
            }
        }
        if (property.has("examples")) {
            strict.set("enum", property.get("examples"));
        }
        if (property.has("items")) {
            strict.set("items", strict(property.get("items")));
        }
        return strict;
    }

    private static void parameters(ObjectNode function, JsonNode names) {
        for (JsonNode each : names) {
            String name = each.asText();
            ObjectNode rule = function.withArray("allOf").addObject();
            ObjectNode called = rule.putObject("if");
            called.putObject("properties").putObject("type").put("const", name);
            called.putArray("required").add("type");
            String parameters = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Params.json";
            rule.putObject("then").putObject("properties").putObject("params").put("$ref", parameters);
        }
    }
}
