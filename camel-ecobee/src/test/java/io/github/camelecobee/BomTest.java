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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import static org.assertj.core.api.Assertions.assertThat;

/** The BOM has every module that is published, and brings nothing else to who imports it. */
class BomTest {
    private static final String BOM = "camel-ecobee-bom";
    private static final Module IT = Module.of(Manual.project().resolve(BOM));

    /** What people see of a pom. */
    private record Module(String artifact, Path folder, Element pom) {
        static Module of(Path folder) {
            try {
                Element pom = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                        .parse(folder.resolve("pom.xml").toFile()).getDocumentElement();
                return new Module(text(pom, "artifactId"), folder, pom);
            } catch (Exception e) {
                throw new IllegalStateException(folder + " has no pom that can be read", e);
            }
        }

        String parent() {
            return child(pom, "parent").map(parent -> text(parent, "artifactId")).findFirst().orElse("");
        }

        boolean keptToItself() {
            return child(pom, "properties").anyMatch(properties -> "true".equals(text(properties, "maven.deploy.skip")));
        }
    }

    @Test
    void everyPublishedModuleIsInIt() {
        List<Module> modules = modules();
        List<String> parents = modules.stream().map(Module::parent).toList();
        List<String> unpublished = modules.stream().filter(Module::keptToItself).map(Module::artifact).toList();

        assertThat(managed()).containsExactlyInAnyOrderElementsOf(modules.stream()
                .filter(module -> !unpublished.contains(module.artifact()) && !unpublished.contains(module.parent()))
                .map(Module::artifact).filter(artifact -> !artifact.equals(BOM) && !parents.contains(artifact)).toList());
    }

    @Test
    void itIsOfTheVersionOfTheRest() {
        assertThat(text(IT.pom(), "version"))
                .isEqualTo(text(Module.of(Manual.project()).pom(), "version"));
    }

    @Test
    void itManagesNothingOfOthers() {
        Element bom = IT.pom();

        assertThat(child(bom, "parent")).isEmpty();
        assertThat(dependencies(bom)).isNotEmpty().allSatisfy(dependency -> {
            assertThat(text(dependency, "groupId")).isEqualTo("io.github.camelecobee");
            assertThat(text(dependency, "version")).isEqualTo("${project.version}");
        });
    }

    @Test
    void theReadmeShowsHowToImportIt() throws Exception {
        assertThat(Manual.snippets("README.md", "xml")).anyMatch(snippet -> snippet.contains("<artifactId>" + BOM)
                && snippet.contains("<version>" + text(IT.pom(), "version"))
                && snippet.contains("<scope>import"));
        assertThat(Files.readString(Manual.project().resolve("README.md"))).contains("| `" + BOM + "` |");
    }

    private static List<Module> modules() {
        return child(Module.of(Manual.project()).pom(), "modules").flatMap(modules -> child(modules, "module"))
                .map(module -> Module.of(Manual.project().resolve(module.getTextContent()))).toList();
    }

    private static List<String> managed() {
        return dependencies(IT.pom()).map(dependency -> text(dependency, "artifactId")).toList();
    }

    private static Stream<Element> dependencies(Element pom) {
        return child(pom, "dependencyManagement").flatMap(management -> child(management, "dependencies"))
                .flatMap(dependencies -> child(dependencies, "dependency"));
    }

    private static Stream<Element> child(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength()).<Node> mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance).map(Element.class::cast).filter(each -> each.getTagName().equals(name));
    }

    /** The text of a child, empty if there is none. */
    private static String text(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent).findFirst().orElse("");
    }
}
