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
package io.github.camelecobee.crash;

import java.nio.file.Path;

import javax.sql.DataSource;

import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.JdbcGrantStore;
import io.github.camelecobee.authorization.Postgres;
import io.github.camelecobee.cursor.FileCursorRepository;
import io.github.camelecobee.cursor.JdbcCursorRepository;
import org.apache.camel.spi.StateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where grants, or cursors, are kept. */
final class Place {
    /** The kinds of stores that survive a process. */
    enum Kind {
        FILE("file"),
        H2("H2"),
        POSTGRESQL("PostgreSQL");

        final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private Place() {
    }

    /** An empty one, with this name in the directory. */
    static String create(Kind kind, Path directory, String name) {
        return switch (kind) {
            case FILE -> directory.resolve(name).toString();
            // H2 writes a commit to its file half a second later, unless it is told not to wait.
            case H2 -> "jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=0";
            case POSTGRESQL -> Postgres.url(Postgres.newDatabase());
        };
    }

    static GrantStore open(String place) {
        return place.startsWith("jdbc:") ? new JdbcGrantStore(database(place)) : new FileGrantStore(Path.of(place));
    }

    static StateRepository<String, String> openCursors(String place) {
        return place.startsWith("jdbc:")
                ? new JdbcCursorRepository(database(place)) : FileCursorRepository.of(Path.of(place));
    }

    private static DataSource database(String place) {
        if (place.startsWith("jdbc:h2:")) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(place);
            return database;
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(place);
        return database;
    }
}
