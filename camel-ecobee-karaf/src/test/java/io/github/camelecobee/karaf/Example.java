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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The bundle of the example, or one like it under another name. */
record Example(String name, Path jar) {
    private static final String ORIGINAL = "frostguard";
    private static final Path FOLDER = Page.ROOT.resolve("camel-ecobee-examples/karaf");

    /** As it was built. */
    static Example original() {
        return new Example(
                ORIGINAL, FOLDER.resolve("target/camel-ecobee-example-karaf-" + System.getProperty("project.version")
                                         + ".jar"));
    }

    /** A copy in that folder, of another name and so with a configuration of its own. */
    Example copy(String other, Path folder) throws IOException {
        Path copy = folder.resolve(other + ".jar");
        try (JarFile from = new JarFile(jar.toFile())) {
            try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(copy), manifest(from, other))) {
                for (JarEntry entry : from.stream().filter(each -> !each.getName().equals(JarFile.MANIFEST_NAME)).toList()) {
                    byte[] bytes = from.getInputStream(entry).readAllBytes();
                    to.putNextEntry(new JarEntry(entry.getName()));
                    to.write(entry.getName().endsWith(".xml") ? renamed(bytes, other) : bytes);
                    to.closeEntry();
                }
            }
        }
        return new Example(other, copy);
    }

    /** Its symbolic name, the name of its Camel context and of its configuration. */
    String id() {
        return "io.github.camelecobee.examples." + name;
    }

    /** Puts its configuration into {@code etc}: that of the example, for another ecobee that is polled each second. */
    void configure(Karaf karaf, URI ecobee, String more) throws IOException {
        String file = Files.readString(FOLDER.resolve("src/main/etc/io.github.camelecobee.examples.frostguard.cfg"));
        Files.writeString(karaf.etc().resolve(id() + ".cfg"), file + "\nbaseUrl = " + ecobee
                                                              + "\nfeedOptions = &delay=1000&initialDelay=0&allowFastPolling=true\n"
                                                              + more);
    }

    /** The command that installs it. */
    String install() throws IOException {
        String command = new Page("camel-ecobee-examples/karaf/README.md").commands("Run it")[0];
        return command.replaceFirst("file:.*", "file:" + jar);
    }

    private static Manifest manifest(JarFile jar, String other) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Manifest manifest = jar.getManifest();
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "io.github.camelecobee.examples." + other);
        manifest.write(bytes);
        return new Manifest(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static byte[] renamed(byte[] xml, String other) {
        return new String(xml, StandardCharsets.UTF_8)
                .replace("persistent-id=\"io.github.camelecobee.examples." + ORIGINAL,
                        "persistent-id=\"io.github.camelecobee.examples." + other)
                .getBytes(StandardCharsets.UTF_8);
    }
}
