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
package io.github.camelecobee.karaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** The features are such as Camel Karaf's go with, and the manual tells of them what is true. */
class FeaturesIT {
    private static final Path IT = Path.of(System.getProperty("it"));

    @Test
    void camelKarafHasWhatTheFeaturesAskFor() throws Exception {
        List<String> offered
                = elements(IT.resolve("feature/camel-karaf.xml"), "feature").filter(each -> each.hasAttribute("name"))
                        .map(each -> each.getAttribute("name")).toList();

        assertThat(asked("[4.14,5)")).containsExactlyInAnyOrder("camel-core", "camel-http", "camel-jackson")
                .isSubsetOf(offered);
        assertThat(System.getProperty("camel.karaf.version")).startsWith("4.14.");
    }

    @Test
    void theFeaturesOfTheTestsAreSomeOfCamelKarafs() throws Exception {
        assertThat(elements(IT.resolve("feature/camel.xml"), "feature").filter(each -> each.hasAttribute("name"))
                .map(each -> each.getAttribute("name")))
                .isSubsetOf(elements(IT.resolve("feature/camel-karaf.xml"), "feature").map(each -> each.getAttribute("name"))
                        .toList());
    }

    @Test
    void theFeaturesNameTheBundlesOfThisVersionAndNoPlaceholders() throws Exception {
        String version = System.getProperty("project.version");
        assertThat(elements(ours(), "bundle").map(Element::getTextContent)).contains(
                "mvn:io.github.camelecobee/camel-ecobee-model/" + version, "mvn:io.github.camelecobee/camel-ecobee/" + version);
        assertThat(Files.readString(ours())).doesNotContain("${");
    }

    @Test
    void theManualShowsTheFilesThatTheTestsUse() throws Exception {
        Page manual = new Page("docs/karaf.adoc");
        Path example = Page.ROOT.resolve("camel-ecobee-examples/karaf/src/main");
        assertThat(manual.snippets("xml")).containsExactly(
                Files.readString(example.resolve("resources/OSGI-INF/blueprint/frostguard.xml")),
                Files.readString(Path.of("src/test/deploy/ecobee-grants.xml")));
        assertThat(manual.snippets("cfg")).containsExactly(
                Files.readString(example.resolve("etc/io.github.camelecobee.examples.frostguard.cfg")),
                Files.readString(Path.of("src/test/etc/org.ops4j.datasource-ecobee.cfg")));
    }

    private static Stream<String> asked(String version) throws Exception {
        return elements(ours(), "feature").filter(each -> each.getAttribute("version").equals(version))
                .map(Element::getTextContent);
    }

    private static Path ours() {
        return IT.resolveSibling("feature").resolve("features.xml");
    }

    private static Stream<Element> elements(Path file, String name) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }
}
