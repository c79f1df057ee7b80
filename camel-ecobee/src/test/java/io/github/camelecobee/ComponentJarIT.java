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

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar as users get it: everything that Camel looks up is in it. */
class ComponentJarIT {
    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    @Test
    void everyGeneratedPieceIsInTheJar() throws IOException {
        try (JarFile jar = open()) {
            assertThat(jar.stream().map(JarEntry::getName).toList()).contains(
                    SERVICES + "component.properties", SERVICES + "component/ecobee",
                    SERVICES + "configurer/ecobee-component", SERVICES + "configurer/ecobee-endpoint",
                    SERVICES + "configurer/io.github.camelecobee.EcobeeConfiguration",
                    SERVICES + "urifactory/ecobee-endpoint", "META-INF/io/github/camelecobee/ecobee.json",
                    SERVICES + "TypeConverterLoader", SERVICES + "transformer.properties",
                    SERVICES + "transformer/ecobee-application-json", SERVICES + "transformer/ecobee-application-x-ndjson",
                    SERVICES + "transformer/ecobee-text-csv", SERVICES + "transformer/ecobee-application-cloudevents",
                    "io/github/camelecobee/convert/EcobeeConverterLoader.class",
                    "META-INF/services/org.apache.camel.telemetry.SpanDecorator",
                    "META-INF/jandex.idx",
                    "META-INF/native-image/io.github.camelecobee/camel-ecobee/reachability-metadata.json",
                    "io/github/camelecobee/EcobeeComponentConfigurer.class",
                    "io/github/camelecobee/EcobeeEndpointConfigurer.class",
                    "io/github/camelecobee/EcobeeConfigurationConfigurer.class",
                    "io/github/camelecobee/EcobeeEndpointUriFactory.class",
                    "io/github/camelecobee/authorization/grants.sql",
                    "io/github/camelecobee/authorization/grants-postgresql.sql",
                    "io/github/camelecobee/cursor/cursors-postgresql.sql");
        }
    }

    @Test
    void everyServiceFileNamesAClassOfTheJar() throws IOException {
        try (JarFile jar = open()) {
            List<JarEntry> services = jar.stream()
                    .filter(entry -> entry.getName().matches(SERVICES + "(component|configurer|urifactory)/.+")).toList();
            assertThat(services).hasSizeGreaterThanOrEqualTo(5);
            for (JarEntry service : services) {
                String type = properties(jar, service).getProperty("class");
                assertThat(jar.getEntry(type.replace('.', '/') + ".class")).as(service.getName()).isNotNull();
            }
        }
    }

    @Test
    void componentPropertiesSayWhereTheComponentComesFrom() throws IOException {
        try (JarFile jar = open()) {
            Properties properties = properties(jar, jar.getJarEntry(SERVICES + "component.properties"));
            assertThat(properties).containsEntry("components", "ecobee").containsEntry("groupId", "io.github.camelecobee")
                    .containsEntry("artifactId", "camel-ecobee");
            assertThat(properties.getProperty("version")).doesNotContain("$").isNotBlank();
        }
    }

    @Test
    void theRootOfTheJarHoldsNoStrayFiles() throws IOException {
        try (JarFile jar = open()) {
            assertThat(jar.stream().filter(entry -> !entry.isDirectory() && entry.getName().indexOf('/') < 0)).isEmpty();
        }
    }

    @Test
    void theJarIsABundleThatResolvesFromCamel414On() throws IOException {
        try (JarFile jar = open()) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("io.github.camelecobee.camel-ecobee");
            assertThat(manifest.getValue("Export-Package")).contains("io.github.camelecobee;", "io.github.camelecobee.client;")
                    .doesNotContain("io.github.camelecobee.poll", "io.github.camelecobee.operation");
            assertThat(manifest.getValue("Import-Package"))
                    .contains("org.apache.camel;version=\"[4.14,5)\"", "org.apache.camel.spi;version=\"[4.14,5)\"",
                            "org.apache.hc.client5.http;version=0,", "io.github.camelecobee.model",
                            "com.google.crypto.tink;resolution:=optional")
                    // The two may stand in either order.
                    .containsPattern(optional("org.apache.camel.telemetry", "[4.14,5)"))
                    .containsPattern(optional("io.micrometer.core.instrument", "[1.10,2)"))
                    .doesNotContain("org.jspecify", "[4.18", "org.apache.camel.impl.health");
            assertThat(manifest.getValue("Implementation-Version")).isNotBlank().doesNotContain("$");
            assertThat(manifest.getValue("Require-Capability")).contains("osgi.extender=org.apache.camel");
        }
    }

    private static JarFile open() throws IOException {
        return new JarFile(System.getProperty("project.jar"));
    }

    private static Properties properties(JarFile jar, JarEntry entry) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8));
        return properties;
    }

    private static String optional(String importedPackage, String range) {
        String version = "version=" + Pattern.quote("\"" + range + "\"");
        return "(^|,)" + Pattern.quote(importedPackage) + ";(resolution:=optional;" + version + "|" + version
               + ";resolution:=optional)";
    }
}
