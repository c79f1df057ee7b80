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
package io.github.camelecobee.examples.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Maven repository in a folder, with what the build made; the rest is in the repository that the build itself uses.
 */
final class LocalRepository {
    private static final Path PROJECT = Path.of("..", "..");
    private static final String VERSION = System.getProperty("project.version", "");

    private final Path folder;

    LocalRepository(Path folder) throws IOException {
        this.folder = folder;
        add("camel-ecobee-parent", PROJECT, "pom");
        add("camel-ecobee-bom", PROJECT.resolve("camel-ecobee-bom"), "pom");
        for (String module : new String[] { "camel-ecobee-model", "camel-ecobee", "camel-ecobee-kamelets" }) {
            add(module, PROJECT.resolve(module), "pom");
            add(module, PROJECT.resolve(module), "jar");
        }
    }

    private void add(String artifact, Path module, String type) throws IOException {
        String name = artifact + "-" + VERSION + "." + type;
        Path place = Files.createDirectories(
                folder.resolve(Path.of("io", "github", "camelecobee", artifact, VERSION))).resolve(name);
        Files.copy(module.resolve(type.equals("pom") ? Path.of("pom.xml") : Path.of("target", name)), place);
    }

    /** As the option --repos has it. */
    String repositories() {
        return folder.toUri() + "," + Path.of(System.getProperty("local.repository", "")).toUri();
    }
}
