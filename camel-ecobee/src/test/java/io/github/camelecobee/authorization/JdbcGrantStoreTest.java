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

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import io.github.camelecobee.jdbc.JdbcSchema;
import io.github.camelecobee.jdbc.JdbcSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelecobee.authorization.GrantStoreContract.CABIN;
import static io.github.camelecobee.authorization.GrantStoreContract.HOME;
import static io.github.camelecobee.authorization.GrantStoreContract.awaitLatch;
import static io.github.camelecobee.authorization.GrantStoreContract.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Pools, transactions of others, tables that are not as they should be. */
class JdbcGrantStoreTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final DataSource database = JdbcGrantStoreOnH2Test.newDatabase();
    private final TightPool pool = new TightPool(database, 2);
    private final JdbcGrantStore store = new JdbcGrantStore(pool);

    private static JdbcGrantStore impatient(DataSource pool) {
        return new JdbcGrantStore(new JdbcSessions(new GrantTables(), pool, true, SHORT));
    }

    @Test
    void aPoolOfTwoIsEnough() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            var refreshes = IntStream.range(0, 16).<Future<?>> mapToObj(i -> threads.submit(() -> {
                AccountKey key = AccountKey.of("a key", "account " + i % 8);
                return store.exclusively(key, () -> {
                    long version = store.load(key).map(AuthorizationRecord::version).orElse(0L);
                    return store.compareAndSet(key, version, record(version + 1, "A"));
                });
            })).toList();
            for (Future<?> refresh : refreshes) {
                assertThat(refresh.get(60, TimeUnit.SECONDS)).isEqualTo(true);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.keys()).hasSize(8);
        assertThat(pool.free.availablePermits()).isEqualTo(2);
    }

    /** Before ecobee is asked: afterwards, a grant could be lost. */
    @Test
    void aPoolOfOneIsRefusedBeforeTheWorkAndNotWaitedForForEver() {
        TightPool one = new TightPool(database, 1);

        assertThatThrownBy(() -> impatient(one).exclusively(HOME, () -> {
            throw new AssertionError("The work was done");
        })).isInstanceOf(GrantStoreException.class).hasMessageContaining("needs two");

        assertThat(impatient(one).load(HOME)).isEmpty();
    }

    @Test
    void aConnectionThatComesTooLateIsGivenBack() {
        store.load(HOME);
        pool.free.acquireUninterruptibly(2);

        assertThatThrownBy(() -> impatient(pool).load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("gives no connection");
        pool.free.release(2);

        await().atMost(Duration.ofSeconds(20)).until(() -> pool.free.availablePermits() == 2);
    }

    @Test
    void aDatabaseThatIsAwayIsNamedWithoutItsPassword() {
        DataSource away = new TightPool(database, 1) {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("No way to jdbc:some://host/db?user=u&password=hunter2&x=y", "08001", 17);
            }
        };

        assertThatThrownBy(() -> new JdbcGrantStore(away).load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("08001").hasMessageContaining("//host/db").hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void aTransactionOfTheCallerTakesNothingBack() throws Exception {
        store.compareAndSet(HOME, 0, record(1, "A1"));
        try (Connection callers = database.getConnection()) {
            callers.setAutoCommit(false);
            pool.transaction.set(callers);

            store.exclusively(HOME, () -> store.compareAndSet(HOME, 1, record(2, "A2")));

            callers.rollback();
        } finally {
            pool.transaction.remove();
        }
        assertThat(store.load(HOME)).contains(record(2, "A2"));
    }

    @Test
    void autoCommitAndIsolationArePutBack() throws Exception {
        DataSource strict = new TightPool(database, 3) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                calls.clear();
                return connection;
            }
        };
        store.load(HOME);

        new JdbcGrantStore(strict).load(HOME);

        assertThat(((TightPool) strict).calls).containsExactly(
                "setAutoCommit(false)", "setTransactionIsolation(" + Connection.TRANSACTION_READ_COMMITTED + ")",
                "setTransactionIsolation(" + Connection.TRANSACTION_SERIALIZABLE + ")", "setAutoCommit(true)");
    }

    @Test
    void aFailedCommitLeavesWhatWasStoredAndQuotesNothing() {
        store.compareAndSet(HOME, 0, record(1, "A1"));
        pool.failCommit = true;

        assertThatThrownBy(() -> store.compareAndSet(HOME, 1, record(2, "A2"))).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("08007").hasMessageNotContaining("A2").hasNoCause();
        pool.failCommit = false;

        assertThat(store.load(HOME)).contains(record(1, "A1"));
        assertThat(pool.free.availablePermits()).isEqualTo(2);
    }

    /** H2 quotes the value that is too long. */
    @Test
    void aTableThatIsTooNarrowQuotesNothing() throws Exception {
        store.load(HOME);
        execute("ALTER TABLE ecobee_grant ALTER COLUMN document VARCHAR(10)");

        assertThatThrownBy(() -> store.compareAndSet(HOME, 0, record(1, "sesame"))).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("22001").hasMessageNotContaining("sesame").hasNoCause();
    }

    @Test
    void withoutLeaveToMakeThemMissingTablesAreAnError() throws Exception {
        JdbcGrantStore strict = new JdbcGrantStore(pool, false);

        assertThatThrownBy(() -> strict.load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("ecobee_grant_schema").hasMessageContaining("grants*.sql");
        for (String statement : JdbcSchema.statements(new GrantTables(), "H2")) {
            execute(statement);
        }

        assertThat(strict.compareAndSet(HOME, 0, record(1, "A1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3 })
    void tablesThatACrashLeftHalfMadeAreCompleted(int made) throws Exception {
        for (String statement : JdbcSchema.statements(new GrantTables(), "H2").subList(0, made)) {
            execute(statement);
        }

        assertThat(store.compareAndSet(HOME, 0, record(1, "A1"))).isTrue();
    }

    @Test
    void manyNodesMayMakeTheTablesAtTheSameTime() throws Exception {
        DataSource fresh = Postgres.newDatabase();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        try {
            var nodes = IntStream.range(0, 8).<Future<?>> mapToObj(i -> threads.submit(() -> {
                awaitLatch(go);
                return new JdbcGrantStore(fresh).load(HOME).isEmpty();
            })).toList();
            go.countDown();
            for (Future<?> node : nodes) {
                assertThat(node.get(60, TimeUnit.SECONDS)).isEqualTo(true);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void tablesOfALaterVersionAreLeftAsTheyAre() throws Exception {
        store.compareAndSet(HOME, 0, record(1, "A1"));
        execute("INSERT INTO ecobee_grant_schema (version) VALUES (2)");

        assertThatThrownBy(() -> new JdbcGrantStore(pool).compareAndSet(HOME, 1, record(2, "A2")))
                .isInstanceOf(GrantStoreException.class).hasMessageContaining("schema 2");
        assertThat(store.load(HOME)).contains(record(1, "A1"));
    }

    @Test
    void aRowOfAnotherAccountIsNotUsed() throws Exception {
        store.compareAndSet(HOME, 0, record(1, "A1"));
        store.compareAndSet(CABIN, 0, record(1, "A9"));
        execute("UPDATE ecobee_grant SET document = (SELECT MAX(CAST(document AS VARCHAR)) FROM ecobee_grant"
                + " WHERE CAST(document AS VARCHAR) LIKE '%cabin%')");

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("holds the grant of another");
    }

    @Test
    void aDamagedRowIsLeftAsItIs() throws Exception {
        store.compareAndSet(HOME, 0, record(1, "A1"));
        execute("UPDATE ecobee_grant SET document = '{\"format\":1,\"grants\":[\"secret\"'");

        assertThatThrownBy(() -> store.load(HOME)).isInstanceOf(GrantStoreException.class)
                .hasMessageContaining("ecobee_grant").hasMessageNotContaining("secret");
        assertThat(store.compareAndSet(HOME, 0, record(1, "A2"))).isFalse();
    }

    @Test
    void theApiKeyIsNowhere() throws Exception {
        store.exclusively(HOME, () -> store.compareAndSet(HOME, 0, record(1, "A1")));

        try (var connection = database.getConnection(); var statement = connection.createStatement();
             var rows = statement.executeQuery("SCRIPT")) {
            StringBuilder dump = new StringBuilder();
            while (rows.next()) {
                dump.append(rows.getString(1));
            }
            assertThat(dump.toString()).contains("ECOBEE_GRANT").doesNotContain("a key");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "PostgreSQL", "H2", "MySQL", "MariaDB", "Microsoft SQL Server", "Oracle", "DB2/LINUXX8664" })
    void everyDatabaseHasAScriptOfFourStatements(String product) {
        assertThat(JdbcSchema.statements(new GrantTables(), product)).hasSize(4).noneMatch(sql -> sql.contains("--"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
