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

import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import io.github.camelecobee.jdbc.JdbcSchema;
import org.apache.camel.spi.StateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** On a database within this process; and tables that are not as they should be. */
class JdbcCursorRepositoryOnH2Test extends CursorRepositoryContract {
    private final JdbcDataSource database = newDatabase();

    private static JdbcDataSource newDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @Override
    StateRepository<String, String> open() {
        return new JdbcCursorRepository(database);
    }

    @Test
    void withoutLeaveToMakeThemMissingTablesAreAnError() throws Exception {
        JdbcCursorRepository strict = new JdbcCursorRepository(database, false);

        assertThatThrownBy(() -> strict.getState(HOME)).isInstanceOf(CursorRepositoryException.class)
                .hasMessageContaining("ecobee_cursor_schema").hasMessageContaining("cursors*.sql");
        for (String statement : JdbcSchema.statements(new CursorTables(), "H2")) {
            execute(statement);
        }

        strict.setState(HOME, "true:1:1:1:1");
        assertThat(strict.getState(HOME)).isEqualTo("true:1:1:1:1");
    }

    @Test
    void tablesOfALaterVersionAreLeftAsTheyAre() throws Exception {
        cursors.setState(HOME, "true:1:1:1:1");
        execute("INSERT INTO ecobee_cursor_schema (version) VALUES (2)");

        assertThatThrownBy(() -> open().setState(HOME, "true:2:1:1:1")).isInstanceOf(CursorRepositoryException.class)
                .hasMessageContaining("schema 2");
        assertThat(cursors.getState(HOME)).isEqualTo("true:1:1:1:1");
    }

    @Test
    void aDatabaseThatIsAwayIsAFailureAndNoCursor() {
        DataSource away = newDatabase();
        ((JdbcDataSource) away).setURL("jdbc:h2:tcp://127.0.0.1:1/away;PASSWORD=hunter2");

        assertThatThrownBy(() -> new JdbcCursorRepository(away).getState(HOME)).isInstanceOf(CursorRepositoryException.class)
                .hasMessageContaining("cursor database gives no connection").hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("grant");
    }

    @Test
    void aPersonFindsTheRowOfAThermostat() throws Exception {
        cursors.setState(HOME, "true:1:1:1:1");

        execute("DELETE FROM ecobee_cursor WHERE name = '" + HOME + "'");

        assertThat(cursors.getState(HOME)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "PostgreSQL", "H2", "MySQL", "MariaDB", "Microsoft SQL Server", "Oracle", "DB2/LINUXX8664" })
    void everyDatabaseHasAScriptOfThreeStatements(String product) {
        assertThat(JdbcSchema.statements(new CursorTables(), product)).hasSize(3).noneMatch(sql -> sql.contains("--"));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
