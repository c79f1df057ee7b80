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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The schemas say what the collected facts about the ecobee API say: nothing is missing, nothing differs. */
@ExtendWith(SoftAssertionsExtension.class)
class ContractFactsTest {
    private static final Path FACTS = Path.of("../../shared/reference/ecobee-api-facts.json");
    private static final Path SCHEMAS = Path.of("src/main/schema");
    /** The types that the facts put into words. */
    private static final Map<String, String> TYPES = Map.of(
            "array of 12 integers", "array of integer",
            "array of 7 arrays of 48 strings", "array of array of string",
            "array of {id,name}", "array of ClimateSensor",
            "integer (long)", "integer",
            "string or null", "string",
            "any", "",
            "(unknown)", "");

    @InjectSoftAssertions
    private SoftAssertions softly;

    private JsonNode facts;

    @BeforeEach
    void readFacts() throws IOException {
        assumeTrue(Files.isRegularFile(FACTS), "no facts here");
        facts = Examples.tree(Files.readString(FACTS));
    }

    @Test
    void everyObjectAndPropertyIsInTheContract() throws IOException {
        assertThat(facts.path("objects").size()).isEqualTo(59);
        int count = 0;
        for (Map.Entry<String, JsonNode> object : facts.path("objects").properties()) {
            JsonNode schema = schema(object.getKey());
            for (JsonNode fact : object.getValue().path("properties")) {
                count++;
                if (!fact.path("name").asText().equals("include*")) {
                    JsonNode property = compare(object.getKey(), schema, fact);
                    softly.assertThat(property.path("access").asText()).as("access of %s", name(object.getKey(), fact))
                            .isEqualTo(access(fact));
                }
            }
        }
        assertThat(count).isEqualTo(540);
    }

    @Test
    void everyIncludeFlagIsInTheSelection() throws IOException {
        JsonNode selection = schema("Selection");
        assertThat(facts.path("selectionFlags").size()).isEqualTo(25);

        List<String> flags = new ArrayList<>();
        for (JsonNode flag : facts.path("selectionFlags")) {
            flags.add(flag.path("name").asText());
            JsonNode property = selection.path("properties").path(flag.path("name").asText());
            softly.assertThat(property.path("type").asText()).as(flag.path("name").asText()).isEqualTo("boolean");
            softly.assertThat(property.path("includes")).as(flag.path("name").asText()).isEqualTo(flag.path("property"));
        }
        selection.path("properties").fieldNames().forEachRemaining(name -> {
            if (name.startsWith("include")) {
                softly.assertThat(flags).contains(name);
            }
        });
    }

    @Test
    void everyParameterOfAFunctionIsInTheContract() throws IOException {
        assertThat(facts.path("functions").size()).isEqualTo(11);
        for (Map.Entry<String, JsonNode> function : facts.path("functions").properties()) {
            String name = function.getKey().substring(0, 1).toUpperCase(Locale.ROOT) + function.getKey().substring(1)
                          + "Params";
            JsonNode schema = schema(name);
            for (JsonNode fact : function.getValue().path("params")) {
                // "(Event properties)" stands for more, which pass as additional properties.
                if (!fact.path("name").asText().startsWith("(")) {
                    JsonNode property = compare(name, schema, fact);
                    softly.assertThat(property.path("access").asText()).as("access of %s", name(name, fact))
                            .isEqualTo(fact.path("required").asBoolean() ? "required" : "read-write");
                }
            }
        }
    }

    private JsonNode compare(String object, JsonNode schema, JsonNode fact) {
        String name = name(object, fact);
        JsonNode property = schema.path("properties").path(fact.path("name").asText());
        softly.assertThat(property.isObject()).as("%s is in the contract", name).isTrue();
        softly.assertThat(property.path("unit").asText()).as("unit of %s", name).isEqualTo(fact.path("unit").asText());
        softly.assertThat(type(property)).as("type of %s", name)
                .isEqualTo(TYPES.getOrDefault(fact.path("type").asText(), fact.path("type").asText()));
        return property;
    }

    /** The first of several types is the documented one; the others have been seen. */
    private static String type(JsonNode property) {
        if (property.has("$ref")) {
            return property.path("$ref").asText().replace(".json", "");
        }
        JsonNode type = property.path("type");
        String word = type.isArray() ? type.path(0).asText() : type.asText();
        return word.equals("array") ? "array of " + type(property.path("items")) : word;
    }

    private static String access(JsonNode fact) {
        boolean required = fact.path("required").asBoolean();
        if (fact.path("writable").asBoolean()) {
            return required ? "required" : "read-write";
        }
        if (required) {
            return "key";
        }
        return fact.path("writableNote").asText().equals("no") ? "read-only" : "undocumented";
    }

    private static String name(String object, JsonNode fact) {
        return object + "." + fact.path("name").asText();
    }

    private static JsonNode schema(String name) throws IOException {
        Path file = SCHEMAS.resolve(name + ".json");
        assertThat(file).exists();
        return Examples.tree(Files.readString(file));
    }
}
