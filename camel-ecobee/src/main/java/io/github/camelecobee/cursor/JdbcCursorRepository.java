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
package io.github.camelecobee.cursor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import javax.sql.DataSource;

import io.github.camelecobee.jdbc.JdbcSessions;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps cursors in a database: a row for each thermostat of a consumer. A cursor is committed before the next exchange
 * of its thermostat begins, and every read sees the last commit, so that another node can take over at any time.
 * <p>
 * Needs a {@link DataSource} and its driver, and no library. The statements run on connections and threads of the
 * repository's own: a transaction of the route neither holds back nor takes back a cursor. One connection at a time is
 * enough for a consumer. Nothing is asked of the database before the first cursor is; while it cannot be reached, polls
 * fail, and the next one tries again.
 * <p>
 * A cursor may have the length of the database's largest text, and is kept as it is. Several nodes may write the same
 * one: the last one stays.
 * <p>
 * The tables are made when they are first needed, or by the scripts {@code cursors*.sql} of this package. Tested on H2
 * and on PostgreSQL.
 */
public final class JdbcCursorRepository extends ServiceSupport implements StateRepository<String, String> {
    private static final int LONGEST_NAME = 255;
    private static final int ATTEMPTS = 3;

    private final JdbcSessions sessions;

    /**
     * A repository that makes its tables if there are none. Nothing is read or written yet.
     *
     * @param dataSource gives connections to the database, better from a pool
     */
    public JdbcCursorRepository(DataSource dataSource) {
        this(dataSource, true);
    }

    /**
     * A repository. Nothing is read or written yet.
     *
     * @param dataSource   gives connections to the database, better from a pool
     * @param createTables whether to make the tables if there are none; without that, it is an error if there are none,
     *                     and the user of the database needs no right to make any
     */
    public JdbcCursorRepository(DataSource dataSource, boolean createTables) {
        this.sessions = new JdbcSessions(new CursorTables(), dataSource, createTables);
    }

    /**
     * Reads a cursor.
     *
     * @param  key                       its name, of any length
     * @return                           the cursor as it was written last by anybody, {@code null} if there is none
     * @throws CursorRepositoryException if the database cannot tell
     */
    @Override
    public @Nullable String getState(String key) {
        return sessions.inSession("read", connection -> {
            try (var select = JdbcSessions.prepare(connection, "SELECT state FROM ecobee_cursor WHERE id = ?", id(key));
                 var rows = select.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.<String> empty();
            }
        }).orElse(null);
    }

    /**
     * Writes a cursor and commits it.
     *
     * @param  key                       its name, of any length
     * @param  value                     the cursor
     * @throws CursorRepositoryException if it may not have been written
     */
    @Override
    public void setState(String key, String value) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (update(key, value) || insert(key, value)) {
                return;
            }
            // Another node has made the row meanwhile: now it can be changed.
        }
        throw new CursorRepositoryException(
                "The cursor " + shown(key) + " in table ecobee_cursor can neither be changed nor made. See who deletes rows.",
                null);
    }

    private boolean update(String key, String value) {
        return sessions.inSession("written", connection -> {
            try (var update = JdbcSessions.prepare(
                    connection, "UPDATE ecobee_cursor SET state = ? WHERE id = ?", value, id(key))) {
                return update.executeUpdate() == 1;
            }
        });
    }

    private boolean insert(String key, String value) {
        return sessions.inSession("written", connection -> JdbcSessions.insert(
                connection, "INSERT INTO ecobee_cursor (id, name, state) VALUES (?, ?, ?)", id(key), shown(key), value));
    }

    /** A name may be longer than a key, and differ by what a collation calls equal. */
    private static String id(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** For people who look into the table. No character set of a database can damage it. */
    private static String shown(String key) {
        String ascii = key.replaceAll("[^\\x20-\\x7E]", "?");
        return ascii.length() <= LONGEST_NAME ? ascii : ascii.substring(0, LONGEST_NAME);
    }

    @Override
    protected void doStart() {
        // The database may come up later than the context.
    }

    @Override
    protected void doStop() {
        // Connections are given back after each use.
    }
}
