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
package io.github.camelecobee.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Sees to it, once, that the tables are there and that we understand them. */
public final class JdbcSchema {
    /** Raised when an older version could not use the tables any more. */
    private static final int VERSION = 1;
    /** How often another node that makes the tables this very moment is waited for. */
    private static final int ATTEMPTS = 50;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final JdbcOwner owner;
    private final boolean create;
    private volatile boolean known;

    JdbcSchema(JdbcOwner owner, boolean create) {
        this.owner = owner;
        this.create = create;
    }

    void ensure(JdbcSession session) {
        if (known) {
            return;
        }
        for (int attempt = 0; !known; attempt++) {
            int last = attempt;
            String problem = session.run("found", connection -> missing(connection, last == 0));
            if (problem.isEmpty()) {
                known = true;
            } else if (!create || attempt >= ATTEMPTS) {
                throw owner.failure(
                        "The " + owner.name() + " database lacks the table " + owner.table() + "_schema or a row in it ("
                                    + problem
                                    + "). Run the script " + owner.scripts()
                                    + "*.sql of the jar of camel-ecobee, or let the store do so.",
                        null);
            } else if (attempt > 0) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** @return what is wrong, nothing if all is well */
    private String missing(Connection connection, boolean mayCreate) throws SQLException {
        String problem = problem(connection);
        if (problem.isEmpty() || !create || !mayCreate) {
            return problem;
        }
        String failure = run(connection, statements(owner, connection.getMetaData().getDatabaseProductName()));
        String after = problem(connection);
        return after.isEmpty() || failure.isEmpty() ? after : failure;
    }

    private String problem(Connection connection) throws SQLException {
        try (var select = JdbcSessions.prepare(connection, "SELECT MAX(version) FROM " + owner.table() + "_schema");
             var rows = select.executeQuery()) {
            int version = rows.next() ? rows.getInt(1) : 0;
            if (version > VERSION) {
                throw owner.failure(
                        "The " + owner.name() + " tables are of a later version of camel-ecobee (schema " + version
                                    + "). They are left as they are; use that version, or other tables.",
                        null);
            }
            return version == 0 ? "no version" : "";
        } catch (SQLException e) {
            connection.rollback();
            if (String.valueOf(e.getSQLState()).matches("42.*|S0002")) {
                return SqlFailure.name(e);
            }
            throw e;
        }
    }

    /** What another node has made meanwhile, or half of it, fails, and the rest is made. */
    private static String run(Connection connection, List<String> statements) throws SQLException {
        String failure = "";
        for (String sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                failure = failure.isEmpty() ? SqlFailure.name(e) : failure;
            }
        }
        return failure;
    }

    /**
     * The script for a database.
     *
     * @param  owner   whose tables
     * @param  product the database, as its driver names it
     * @return         the statements
     */
    public static List<String> statements(JdbcOwner owner, String product) {
        String name = product.toLowerCase(Locale.ROOT);
        String variant = name.contains("postgresql")
                ? "-postgresql"
                : name.contains("mysql") || name.contains("mariadb")
                        ? "-mysql"
                : name.contains("sql server") ? "-sqlserver" : "";
        try (InputStream in = owner.getClass().getResourceAsStream(owner.scripts() + variant + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks the script of the " + owner.name() + " tables");
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Stream.of(script.split(";")).map(String::strip).filter(sql -> !sql.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
