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
package io.github.camelecobee.examples.springboot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page Spring Boot shows is what this application is made of. */
class DocumentedSpringBootTest {
    private static final String SOURCES = "java/io/github/camelecobee/examples/springboot/";
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");

    @ParameterizedTest
    @ValueSource(strings = { "application.yaml", "application-database.yaml" })
    void itsConfigurationIsThisOne(String file) throws IOException {
        assertThat(Documentation.page()).contains(Files.readString(Path.of("src/main/resources", file)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "main/" + SOURCES + "ThermostatRoutes.java", "test/" + SOURCES + "ThermostatTest.java" })
    void itsClassesAreThese(String file) throws IOException {
        String source = Files.readString(Path.of("src", file));

        assertThat(Documentation.page()).contains(source.substring(source.indexOf("\n@") + 1));
    }

    @Test
    void itsControllerIsThisOne() throws IOException {
        String source = Files.readString(Path.of("src/main/" + SOURCES + "ThermostatController.java"));

        assertThat(Documentation.page())
                .contains(source.substring(source.indexOf("    @GetMapping"), source.indexOf("\n\n    /**\n     * Holds")));
    }

    @Test
    void itsDependenciesAreAmongThese() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(artifacts(Documentation.page())).hasSize(7).filteredOn(artifact -> !artifact.contains("camel-bom")).allMatch(
                artifact -> pom.contains(artifact), "named in pom.xml");
    }

    @Test
    void itsVersionsAreThoseOfTheBuild() throws IOException {
        String build = Files.readString(Path.of("../../pom.xml"));
        String page = Documentation.page();

        for (String property : List.of("spring-boot.version", "camel.version")) {
            Matcher version = Pattern.compile("<" + property + ">(.*)</").matcher(build);
            assertThat(version.find()).isTrue();
            assertThat(page).contains("<version>" + version.group(1) + "</version>");
        }
    }

    private static Stream<String> artifacts(String text) {
        return DEPENDENCY.matcher(text).results()
                .map(found -> found.group(1).replaceAll("(?s).*(<artifactId>.*</artifactId>).*", "$1"));
    }
}
