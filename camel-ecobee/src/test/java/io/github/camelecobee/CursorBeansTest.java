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

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Properties;

import io.github.camelecobee.cursor.FileCursorRepository;
import io.github.camelecobee.cursor.JdbcCursorRepository;
import org.apache.camel.main.Main;
import org.apache.camel.spi.StateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Repositories of cursors that are made by the properties of the manual. */
class CursorBeansTest {
    @TempDir
    Path directory;

    @Test
    void aFileIsNamedByAProperty() throws Exception {
        keepsACursor("FileCursorRepository", FileCursorRepository.class);

        assertThat(directory.resolve("data/cursors.txt")).isNotEmptyFile();
    }

    @Test
    void aDatabaseIsNamedByAProperty() throws Exception {
        keepsACursor("JdbcCursorRepository", JdbcCursorRepository.class);
    }

    private void keepsACursor(String name, Class<? extends StateRepository<String, String>> type) throws Exception {
        String snippet = Manual.snippets("docs/delivery.adoc", "properties").stream().filter(text -> text.contains(name))
                .findFirst().orElseThrow();
        Properties properties = new Properties();
        properties.load(new StringReader(snippet.replace("'data/", "'" + directory.resolve("data") + "/")));
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + directory.resolve("cursors"));
        Main main = new Main();
        main.bind("database", database);
        main.setOverrideProperties(properties);
        try {
            main.start();
            StateRepository<String, String> cursors = main.getCamelContext().getRegistry().lookupByNameAndType("cursors", type);
            cursors.start();

            cursors.setState("readings/default/311019854581", "true:1:2:3:4");

            assertThat(cursors.getState("readings/default/311019854581")).isEqualTo("true:1:2:3:4");
            cursors.stop();
        } finally {
            main.stop();
        }
    }
}
