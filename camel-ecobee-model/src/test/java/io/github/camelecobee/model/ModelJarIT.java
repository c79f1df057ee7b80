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
package io.github.camelecobee.model;

import java.io.IOException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar as users get it. */
class ModelJarIT {
    @Test
    void whatToolsLookForIsInTheJar() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("project.jar"))) {
            assertThat(jar.stream().map(JarEntry::getName)).contains("META-INF/jandex.idx",
                    "META-INF/native-image/io.github.camelecobee/camel-ecobee-model/reachability-metadata.json",
                    "META-INF/ecobee/schema/Thermostat.json", "io/github/camelecobee/model/Thermostat.class");
        }
    }
}
