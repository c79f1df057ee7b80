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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The file that people give their editor. */
class EditorsCatalogIT {
    private static final Path FILE = Path.of(System.getProperty("editors.catalog", ""));

    @Test
    void itIsAListWithTheComponentOfTheCatalog() throws Exception {
        ObjectMapper mapper = new ObjectMapper();

        JsonNode list = mapper.readTree(Files.readString(FILE));

        assertThat(list.isArray()).isTrue();
        assertThat(list).containsExactly(mapper.readTree(Catalog.json()));
        assertThat(list.get(0).at("/component/scheme").asText()).isEqualTo("ecobee");
    }
}
