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
package io.github.camelecobee.dsl;

import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar as users get it. */
class DslJarIT {
    private static final String FOLDER = "io/github/camelecobee/dsl/";

    @Test
    void theBuildersAndTheirIndexAreInTheJarAndNothingElse() throws IOException {
        try (JarFile jar = open()) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList())
                    .contains(FOLDER + "StaticEndpointBuilders.class", FOLDER + "EcobeeEndpointBuilderFactory.class",
                            FOLDER + "EcobeeComponentBuilderFactory.class", "META-INF/jandex.idx")
                    .allMatch(name -> name.startsWith("META-INF/") || name.startsWith(FOLDER + "Ecobee")
                            || name.equals(FOLDER + "StaticEndpointBuilders.class")
                            || name.equals(FOLDER + "package-info.class"));
        }
    }

    @Test
    void theJarIsABundleThatResolvesFromCamel414On() throws IOException {
        try (JarFile jar = open()) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("io.github.camelecobee.camel-ecobee-dsl");
            assertThat(manifest.getValue("Export-Package")).startsWith("io.github.camelecobee.dsl;");
            assertThat(manifest.getValue("Import-Package"))
                    .contains("org.apache.camel.builder.endpoint;version=\"[4.14,5)\"",
                            "org.apache.camel.builder.component;version=\"[4.14,5)\"",
                            "io.github.camelecobee.operation;resolution:=optional")
                    .doesNotContain("org.jspecify", "[4.18");
        }
    }

    private static JarFile open() throws IOException {
        return new JarFile(System.getProperty("project.jar"));
    }
}
