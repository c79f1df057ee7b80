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
package io.github.camelecobee;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.camelecobee.model.EcobeeObject;
import org.apache.camel.api.management.ManagedResource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What GraalVM's native-image is told of the component is all that it has to be told. */
class ReachabilityMetadataTest {
    private static final String FILE
            = "/META-INF/native-image/io.github.camelecobee/camel-ecobee/reachability-metadata.json";
    private static final Path SERVICES = Path.of("target/classes/META-INF/services/org/apache/camel");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("camel-ecobee-model"))
            .importPackages("io.github.camelecobee");

    private final JsonNode metadata = metadata();

    @Test
    void everyClassThatJacksonBindsIsListedWithItsMembers() {
        Set<String> bound = CLASSES.stream().filter(ReachabilityMetadataTest::isBoundByJackson).map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(bound).contains("io.github.camelecobee.change.Change");
        assertThat(listedWith("allDeclaredMethods")).containsAll(bound);
        assertThat(listedWith("allDeclaredConstructors")).containsAll(bound);
    }

    private static boolean isBoundByJackson(JavaClass type) {
        return type.isAssignableTo(EcobeeObject.class)
                || Stream.of(Stream.of(type), type.getMembers().stream())
                        .flatMap(each -> each)
                        .flatMap(each -> each.getAnnotations().stream())
                        .anyMatch(annotation -> annotation.getRawType().getPackageName()
                                .equals("com.fasterxml.jackson.annotation"));
    }

    @Test
    void everyClassThatCamelMakesByItsNameIsListedWithItsConstructors() throws Exception {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SERVICES)) {
            for (Path file : files.filter(each -> Files.isRegularFile(each) && !each.toString().endsWith(".json")).toList()) {
                named.addAll(classes(file));
            }
        }

        assertThat(named).contains("io.github.camelecobee.EcobeeComponent",
                "io.github.camelecobee.EcobeeEndpointUriFactory", "io.github.camelecobee.convert.EcobeeConverterLoader",
                "io.github.camelecobee.transform.CsvTransformer", "io.github.camelecobee.console.EcobeeDevConsole");
        assertThat(listedWith("allPublicConstructors")).containsAll(named);
    }

    private static List<String> classes(Path file) throws IOException {
        if (file.endsWith("TypeConverterLoader")) {
            return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return Stream.ofNullable(properties.getProperty("class")).toList();
        }
    }

    @Test
    void everyBeanForAnOptionIsListedWithItsConstructors() {
        Set<String> options = Stream.concat(Catalog.component().getComponentOptions().stream(),
                Catalog.component().getEndpointOptions().stream()).map(option -> option.getJavaType().replaceAll("<.*", ""))
                .filter(type -> !type.startsWith("java.")).collect(Collectors.toSet());
        Set<String> beans = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT) && !type.isEnum())
                .filter(type -> options.stream().anyMatch(type::isAssignableTo)).map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(beans).contains("io.github.camelecobee.authorization.JdbcGrantStore",
                "io.github.camelecobee.cursor.FileCursorRepository", "io.github.camelecobee.client.Governor");
        assertThat(listedWith("allPublicConstructors")).containsAll(beans);
    }

    @Test
    void everyClassThatIsManagedIsListedWithItsMethods() {
        Set<String> managed = CLASSES.stream().filter(type -> type.isAnnotatedWith(ManagedResource.class))
                .map(JavaClass::getName).collect(Collectors.toSet());

        assertThat(managed).isNotEmpty();
        assertThat(listedWith("allPublicMethods")).containsAll(managed);
    }

    @Test
    void everyResourceIsListed() throws IOException {
        Set<String> listed = StreamSupport.stream(metadata.path("resources").spliterator(), false)
                .map(entry -> entry.path("glob").asText()).collect(Collectors.toSet());
        Path sources = Path.of("src/main/resources");
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(listed).containsAll(files.filter(Files::isRegularFile)
                    .map(file -> sources.relativize(file).toString().replace('\\', '/')).toList());
        }
        assertThat(listed).contains("META-INF/io/github/camelecobee/ecobee.json",
                "META-INF/services/org/apache/camel/component/ecobee");
    }

    @Test
    void everyTypeThatIsListedIsThere() {
        assertThat(metadata.path("reflection")).isNotEmpty().allSatisfy(entry -> assertThatCode(
                () -> Class.forName(entry.path("type").asText())).doesNotThrowAnyException());
    }

    private Set<String> listedWith(String members) {
        return StreamSupport.stream(metadata.path("reflection").spliterator(), false)
                .filter(entry -> entry.path(members).asBoolean()
                        || entry.path(members.replace("Public", "Declared")).asBoolean())
                .map(entry -> entry.path("type").asText()).collect(Collectors.toSet());
    }

    private JsonNode metadata() {
        try (InputStream json = getClass().getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(json, FILE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
