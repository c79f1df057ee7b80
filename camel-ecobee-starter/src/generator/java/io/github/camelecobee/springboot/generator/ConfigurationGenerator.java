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
package io.github.camelecobee.springboot.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;

/**
 * Writes the class of the properties {@code camel.component.ecobee.*} from the catalog of the component, and what its
 * Java cannot say of them: defaults and allowed values.
 */
public final class ConfigurationGenerator {
    private static final String CATALOG = "META-INF/io/github/camelecobee/ecobee.json";

    private ConfigurationGenerator() {
    }

    /**
     * Run by the build.
     *
     * @param  args        the folder for Java sources, the folder for resources
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        ComponentModel component = JsonMapper.generateComponentModel(catalog());
        write(Path.of(args[0], ConfigurationClass.NAME.replace('.', '/') + ".java"), ConfigurationClass.of(component));
        write(Path.of(args[1], "META-INF/additional-spring-configuration-metadata.json"), ConfigurationMetadata.of(component));
    }

    private static String catalog() throws IOException {
        try (InputStream in = ConfigurationGenerator.class.getClassLoader().getResourceAsStream(CATALOG)) {
            if (in == null) {
                throw new IOException("The class path has no " + CATALOG + "; package camel-ecobee first");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A file that is as it should be keeps its time, so that nothing is compiled again. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
