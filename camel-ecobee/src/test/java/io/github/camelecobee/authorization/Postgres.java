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
package io.github.camelecobee.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of this JVM, started when first needed and stopped with it. */
public final class Postgres {
    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "50").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty database, as far as it can see: a schema of its own, which is made sooner. */
    public static PGSimpleDataSource newDatabase() {
        String name = "s" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = SERVER.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(SERVER.getJdbcUrl("postgres", "postgres"));
        database.setCurrentSchema(name);
        return database;
    }

    /** With the user, which the data source itself leaves out. */
    public static String url(PGSimpleDataSource database) {
        return SERVER.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + database.getCurrentSchema();
    }
}
