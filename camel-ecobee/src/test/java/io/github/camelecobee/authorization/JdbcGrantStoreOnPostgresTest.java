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

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** On a real PostgreSQL server. */
class JdbcGrantStoreOnPostgresTest extends GrantStoreContract {
    private final PGSimpleDataSource database = Postgres.newDatabase();

    JdbcGrantStoreOnPostgresTest() {
        database.setApplicationName(database.getCurrentSchema());
    }

    @Override
    GrantStore store() {
        return new JdbcGrantStore(database);
    }

    @Test
    void anotherProcessIsWaitedFor() throws Exception {
        try (OtherProcess other = OtherProcess.locking(Postgres.url(database))) {
            waitsFor(other::unlock);
        }
    }

    @Test
    void aKilledNodeLeavesNoLock() throws Exception {
        try (OtherProcess other = OtherProcess.locking(Postgres.url(database))) {
            waitsFor(other::kill);
        }
    }

    /** A transaction that is rolled back leaves a dead row version behind, and vacuum takes it away. */
    @Test
    void aLockIsNoRowThatStays() throws Exception {
        for (int i = 0; i < 3; i++) {
            store().exclusively(HOME, () -> "renewed");
        }

        try (var connection = database.getConnection(); var statement = connection.createStatement();
             var rows = statement.executeQuery("SELECT COUNT(*) FROM ecobee_grant_lock")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    /** As a failover does, or a limit on idle transactions. */
    @Test
    void aGrantIsStoredAlthoughTheDatabaseEndedEveryConnectionMeanwhile() {
        GrantStore mine = store();

        boolean stored = mine.exclusively(HOME, () -> {
            mine.load(HOME);
            endConnections();
            return mine.compareAndSet(HOME, 0, record(1, "A1"));
        });

        assertThat(stored).isTrue();
        assertThat(mine.load(HOME)).contains(record(1, "A1"));
        assertThat(mine.exclusively(HOME, () -> "again")).isEqualTo("again");
    }

    private void endConnections() {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                              + " WHERE pid <> pg_backend_pid() AND application_name = current_setting('application_name')");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
