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

import io.github.camelecobee.change.ChangeJson;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.EventChange;
import io.github.camelecobee.model.EcobeeJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page about changes says is so. */
class ChangesManualTest {
    private static final Path PAGE = Manual.project().resolve("docs/changes.adoc");
    private static final String BEGIN = "// change types\n";

    @Test
    void theTableOfTypesIsThatOfTheCode() throws Exception {
        String text = Files.readString(PAGE);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        String right = text.substring(0, from) + table() + text.substring(text.indexOf("// end", from));
        if (System.getProperty("docs.update") != null) {
            Files.writeString(PAGE, right);
        } else {
            assertThat(text).as("run mvn verify -Ddocs.update").isEqualTo(right);
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder("[%header%autowidth.stretch]\n|===\n|type |what happened\n");
        for (ChangeType type : ChangeType.values()) {
            table.append("|`").append(type.typeName()).append("` |").append(type.meaning()).append("\n");
        }
        return table.append("|===\n").toString();
    }

    @Test
    void theExampleIsAChangeAndAsPublished() throws Exception {
        assertThat(Manual.snippets("json")).filteredOn(json -> json.contains("detectedAt")).singleElement().satisfies(json -> {
            assertThat(ChangeSchema.accepts(json)).isTrue();
            assertThat(ChangeJson.read(json)).isInstanceOf(EventChange.class);
            assertThat(ChangeJson.read(json).toMap().toString()).isEqualTo(EcobeeJson.readMap(json).toString());
        });
    }

    @Test
    void typesOfTheSchemaAreThoseOfTheCode() throws Exception {
        String schema
                = Files.readString(Manual.project().resolve("camel-ecobee/src/main/resources").resolve(ChangeJson.SCHEMA));

        assertThat(ChangeType.values()).allSatisfy(type -> assertThat(schema).contains("\"" + type.typeName() + "\""));
    }
}
