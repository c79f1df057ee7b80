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

import java.nio.file.Path;

import javax.sql.DataSource;

import io.github.camelecobee.cursor.FileCursorRepository;
import io.github.camelecobee.cursor.JdbcCursorRepository;
import org.apache.camel.CamelContext;

/**
 * What the manual says in Java about cursors; {@link ManualTest} compares the texts, {@link DeliveryTest} and
 * {@link DeliveryDaysIT} run them.
 */
final class DocumentedCursors {
    private DocumentedCursors() {
    }

    static void inADatabase(CamelContext camel, DataSource dataSource) {
        camel.getRegistry().bind("cursors", new JdbcCursorRepository(dataSource));
    }

    static void inAFile(CamelContext camel, Path data) {
        camel.getRegistry().bind("cursors", FileCursorRepository.of(data.resolve("cursors.txt")));
    }
}
