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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What GraalVM's native-image is told of this module is all that it has to be told. */
class ReachabilityMetadataTest {
    private static final String FILE
            = "/META-INF/native-image/io.github.camelecobee/camel-ecobee-model/reachability-metadata.json";

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNode metadata = metadata();

    @Test
    void everyClassThatJacksonFindsBehindASchemaIsListedWithItsMembers() throws Exception {
        Set<Class<?>> bound = new HashSet<>();
        try (Stream<Path> schemas = Files.list(Path.of("src/main/schema"))) {
            for (Path schema : schemas.toList()) {
                String name = schema.getFileName().toString().replace(".json", "");
                bind(mapper.constructType(Class.forName("io.github.camelecobee.model." + name)), bound);
            }
        }

        Set<String> listed = StreamSupport.stream(metadata.path("reflection").spliterator(), false)
                .filter(entry -> entry.path("allDeclaredConstructors").asBoolean()
                        && entry.path("allDeclaredMethods").asBoolean() && entry.path("allDeclaredFields").asBoolean())
                .map(entry -> entry.path("type").asText()).collect(Collectors.toSet());
        assertThat(bound).hasSizeGreaterThan(100).contains(EcobeeObject.class);
        assertThat(listed).containsAll(bound.stream().map(Class::getName).toList());
    }

    /** As Jackson goes from a class to those of its properties, and to what it extends. */
    private void bind(JavaType type, Set<Class<?>> bound) {
        for (int i = 0; i < type.containedTypeCount(); i++) {
            bind(type.containedType(i), bound);
        }
        if (type.getRawClass().getName().startsWith("io.github.camelecobee.") && bound.add(type.getRawClass())) {
            bind(type.getSuperClass(), bound);
            BeanDescription read = mapper.getDeserializationConfig().introspect(type);
            BeanDescription written = mapper.getSerializationConfig().introspect(type);
            Stream.concat(read.findProperties().stream(), written.findProperties().stream())
                    .forEach(property -> bind(property.getPrimaryType(), bound));
        }
    }

    @Test
    void everyTypeThatIsListedIsThere() {
        assertThat(metadata.path("reflection")).isNotEmpty().allSatisfy(entry -> assertThatCode(
                () -> Class.forName(entry.path("type").asText())).doesNotThrowAnyException());
    }

    @Test
    void everyResourceIsListed() throws IOException {
        Set<String> listed = StreamSupport.stream(metadata.path("resources").spliterator(), false)
                .map(entry -> entry.path("glob").asText()).collect(Collectors.toSet());
        try (Stream<Path> schemas = Files.list(Path.of("src/main/schema"))) {
            assertThat(listed).containsAll(schemas.map(file -> "META-INF/ecobee/schema/" + file.getFileName()).toList());
        }
        assertThat(listed).contains("META-INF/ecobee/runtime-report-columns.json");
        assertThat(listed).allSatisfy(each -> assertThat(getClass().getResource("/" + each)).isNotNull());
    }

    @Test
    void theFormIsThatOfReachabilityMetadata() {
        assertThat(mapper.convertValue(metadata, Map.class)).containsOnlyKeys("reflection", "resources");
    }

    private JsonNode metadata() {
        try (InputStream json = getClass().getResourceAsStream(FILE)) {
            return mapper.readTree(Objects.requireNonNull(json, FILE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
