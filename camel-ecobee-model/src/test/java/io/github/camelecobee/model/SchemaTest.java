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
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract is well-formed, says everything about its properties, and has become classes. */
@ExtendWith(SoftAssertionsExtension.class)
class SchemaTest {
    private static final Path FOLDER = Path.of("src/main/schema");
    private static final Set<String> ACCESS = Set.of("read-only", "read-write", "required", "key", "undocumented");
    private static final Set<String> KEYWORDS = Set.of("$ref", "access", "description", "difference", "examples",
            "existingJavaType", "format", "includes", "items", "range", "type", "unit");
    /** How a description spells a unit that is not plain English. */
    private static final Map<String, String> SPELT_UNITS = Map.of("s", "seconds", "min", "minutes", "h", "hours",
            "min per hour", "minutes per hour", "%", "percent", "°F x10", "tenths of a degree Fahrenheit");

    private static final Map<String, JsonNode> SCHEMAS = new TreeMap<>();

    @InjectSoftAssertions
    private SoftAssertions softly;

    @BeforeAll
    static void readSchemas() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                SCHEMAS.put(file.getFileName().toString().replace(".json", ""),
                        Examples.tree(Files.readString(file)));
            }
        }
        assertThat(SCHEMAS).hasSizeGreaterThanOrEqualTo(59);
    }

    @Test
    void everySchemaIsAJsonSchema() {
        JsonSchema meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012));

        SCHEMAS.forEach((name, schema) -> {
            softly.assertThat(meta.validate(schema)).as(name).isEmpty();
            softly.assertThat(schema.path("$schema").asText()).as(name).isEqualTo(SchemaId.V202012);
            softly.assertThat(schema.path("description").asText()).as(name).isNotBlank();
            softly.assertThat(schema.path("source").asText()).as("source of %s", name).isNotBlank();
            softly.assertThat(schema.path("properties").isObject()).as("properties of %s", name).isTrue();
        });
    }

    @Test
    void everyReferenceLeadsToASchema() {
        SCHEMAS.forEach((name, schema) -> {
            for (JsonNode reference : schema.findValues("$ref")) {
                softly.assertThat(SCHEMAS).as("%s refers to %s", name, reference)
                        .containsKey(reference.asText().replace(".json", ""));
            }
            softly.assertThatCode(() -> JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(SchemaLocation.of(FOLDER.resolve(name + ".json").toUri().toString()))
                    .initializeValidators()).as(name).doesNotThrowAnyException();
        });
    }

    @Test
    void everyPropertySaysWhatItIsAndWhoMayChangeIt() {
        forEachProperty((name, property) -> {
            softly.assertThat(property.path("description").asText()).as("description of %s", name).isNotBlank();
            softly.assertThat(ACCESS).as("access of %s", name).contains(property.path("access").asText());
            property.fieldNames().forEachRemaining(
                    keyword -> softly.assertThat(KEYWORDS).as("keyword of %s", name).contains(keyword));
        });
    }

    @Test
    void everyUnitIsPartOfTheDescription() {
        forEachProperty((name, property) -> {
            if (property.has("unit")) {
                String unit = property.path("unit").asText();
                softly.assertThat(property.path("description").asText()).as(name)
                        .contains("Unit: " + SPELT_UNITS.getOrDefault(unit, unit) + ".");
            }
        });
    }

    @Test
    void everyPropertyHasGetterSetterAndBuilderMethod() {
        SCHEMAS.forEach((name, schema) -> {
            Class<?> type = generated(name);
            softly.assertThat(EcobeeObject.class).as(name).isAssignableFrom(type);
            softly.assertThat(wireNames(type, "get")).as("getters of %s", name)
                    .containsExactlyInAnyOrderElementsOf(names(schema));
            softly.assertThat(wireNames(type, "set")).as("setters of %s", name)
                    .containsExactlyInAnyOrderElementsOf(names(schema));
            for (Method getter : type.getMethods()) {
                if (getter.isAnnotationPresent(JsonProperty.class) && getter.getParameterCount() == 0) {
                    softly.assertThatCode(() -> assertThat(
                            type.getMethod(getter.getName().replaceFirst("^get", "with"), getter.getReturnType())
                                    .getReturnType())
                            .isEqualTo(type)).as("builder method for %s of %s", getter.getName(), name)
                            .doesNotThrowAnyException();
                }
            }
        });
    }

    @Test
    void everySecretIsHiddenFromLogs() throws ReflectiveOperationException {
        for (Map.Entry<String, JsonNode> schema : SCHEMAS.entrySet()) {
            for (Map.Entry<String, JsonNode> property : schema.getValue().path("properties").properties()) {
                if (property.getValue().path("format").asText().equals("password")) {
                    EcobeeObject secret = EcobeeJson.convert(Map.of(property.getKey(), "s3cr3t"),
                            generated(schema.getKey()).asSubclass(EcobeeObject.class));

                    softly.assertThat(secret.toString()).contains(property.getKey()).doesNotContain("s3cr3t");
                }
            }
        }
    }

    private static void forEachProperty(BiConsumer<String, JsonNode> check) {
        SCHEMAS.forEach((name, schema) -> schema.path("properties").properties()
                .forEach(property -> check.accept(name + "." + property.getKey(), property.getValue())));
    }

    private static Class<?> generated(String name) {
        try {
            return Class.forName("io.github.camelecobee.model." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " has no class", e);
        }
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> wireNames(Class<?> type, String prefix) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getName().startsWith(prefix) && method.isAnnotationPresent(JsonProperty.class))
                .map(method -> method.getAnnotation(JsonProperty.class).value()).toList();
    }
}
