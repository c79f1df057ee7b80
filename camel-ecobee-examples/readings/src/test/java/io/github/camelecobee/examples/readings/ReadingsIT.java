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
package io.github.camelecobee.examples.readings;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** The application of the README is this one, and it runs with what the README's pom names. */
@Timeout(120)
class ReadingsIT {
    private static final Path README = Path.of(System.getProperty("readme"));
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    @TempDir
    Path home;

    @Test
    void itSaysThePinAndThenLogsTheThermostats() throws Exception {
        try (EcobeeSimulator ecobee = EcobeeSimulator.builder().port(0).clock(SimulatedClock.accelerated(1))
                .pinInterval(Duration.ofSeconds(1)).pinApproval(PinApproval.automaticAfter(Duration.ZERO)).start()) {
            Process application = start(ecobee);
            try (BufferedReader log = application.inputReader(StandardCharsets.UTF_8)) {
                assertThat(log.lines().takeWhile(line -> !line.contains("Cottage: ")).toList())
                        .anyMatch(line -> line.contains("enter PIN"))
                        .anyMatch(line -> line.matches(".* INFO readings .*Attic: East: \\d+ tenths of a degree F"))
                        .noneMatch(line -> line.contains("WARN") || line.contains("ERROR") || line.contains("Exception"));
                assertThat(application.isAlive()).isTrue();
            } finally {
                application.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void theReadmeShowsItsMainClass() throws Exception {
        String shown = Files.readString(Path.of(
                "src", "main", "java", "io", "github", "camelecobee", "examples", "readings", "Readings.java"));

        assertThat(shown.substring(shown.indexOf("import "))).isIn(snippets("java").toList());
    }

    @Test
    void theReadmeShowsItsProperties() throws Exception {
        assertThat(snippets("properties")).contains(Files.readString(Path.of("src/main/resources/application.properties")));
    }

    @Test
    void theReadmeNamesItsLibraries() throws Exception {
        Document shown = pom(snippets("xml").filter(snippet -> snippet.startsWith("<project")).findFirst().orElseThrow());
        Map<String, String> properties = Map.of("${camel.version}", text(shown.getDocumentElement(), "camel.version"));

        assertThat(elements(shown, "dependency").map(each -> coordinates(each, properties))).containsExactlyElementsOf(
                elements(pom(Files.readString(Path.of("pom.xml"))), "dependency")
                        .filter(each -> !"test".equals(text(each, "scope")))
                        .map(ReadingsIT::withVersionOfTheBuild).toList());
        assertThat(text(shown.getDocumentElement(), "exec.mainClass")).isEqualTo(Readings.class.getSimpleName());
    }

    private Process start(EcobeeSimulator ecobee) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Duser.home=" + home,
                "-Dcamel.component.ecobee.base-url=" + ecobee.baseUri(), "-cp",
                System.getProperty("classes") + File.pathSeparator + System.getProperty("lib") + "/*",
                Readings.class.getName()).redirectErrorStream(true);
        builder.environment().put("ECOBEE_API_KEY", EcobeeSimulator.DEFAULT_API_KEY);
        return builder.start();
    }

    private static Stream<String> snippets(String language) throws IOException {
        Matcher matcher = FENCE.matcher(Files.readString(README));
        return matcher.results().filter(fence -> fence.group(1).equals(language)).map(fence -> fence.group(2));
    }

    private static Document pom(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<Element> elements(Document pom, String name) {
        NodeList found = pom.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String coordinates(Element dependency, Map<String, String> properties) {
        String version = text(dependency, "version");
        return text(dependency, "groupId") + ":" + text(dependency, "artifactId") + ":"
               + properties.getOrDefault(version, version);
    }

    private static String withVersionOfTheBuild(Element dependency) {
        String group = text(dependency, "groupId");
        String version = System.getProperty(switch (group) {
            case "io.github.camelecobee" -> "project.version";
            case "org.apache.camel" -> "camel.version";
            default -> "slf4j.version";
        });
        return group + ":" + text(dependency, "artifactId") + ":" + version;
    }

    /** The text of the first element of that name, empty if there is none. */
    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
