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

import java.sql.Connection;
import java.sql.SQLException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection while a store has it: no auto-commit, and an isolation under which a wait ends with the newest row.
 */
public final class JdbcSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcSession.class);

    private static final int VALIDATION_SECONDS = 5;

    private final JdbcSessions sessions;
    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;

    /** To be called on a thread of the store. */
    JdbcSession(JdbcSessions sessions, Connection connection) throws SQLException {
        this.sessions = sessions;
        this.connection = connection;
        try {
            this.autoCommit = connection.getAutoCommit();
            this.isolation = connection.getTransactionIsolation();
            if (autoCommit) {
                connection.setAutoCommit(false);
            }
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Does something and commits it. The connection can be used again whatever happens.
     *
     * @param  what is done with the table, for messages: <em>read</em>
     * @param  work what to do
     * @param  <T>  the type of its result
     * @return      its result
     */
    public <T> T run(String what, JdbcWork<T> work) {
        return sessions.call(() -> {
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                rollBack();
                throw SqlFailure.of(sessions.owner(),
                        "The " + sessions.owner().name() + " table " + sessions.owner().table() + " cannot be " + what, e);
            } catch (RuntimeException e) {
                rollBack();
                throw e;
            }
        });
    }

    /**
     * Does something and leaves the transaction open.
     *
     * @param  table the table, for messages
     * @param  what  is done with it
     * @param  work  what to do
     * @param  <T>   the type of its result
     * @return       its result
     */
    public <T> T hold(String table, String what, JdbcWork<T> work) {
        return sessions.call(() -> {
            try {
                return work.run(connection);
            } catch (SQLException e) {
                rollBack();
                throw SqlFailure.of(sessions.owner(),
                        "The " + sessions.owner().name() + " table " + table + " cannot be " + what, e);
            }
        });
    }

    /**
     * Whether the database still knows it.
     *
     * @return {@code false} when the connection is lost
     */
    public boolean isAlive() {
        return sessions.call(() -> connection.isValid(VALIDATION_SECONDS));
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("A failed transaction of the {} database cannot be rolled back: {}", sessions.owner().name(),
                    SqlFailure.name(e));
        }
    }

    /** Ends the transaction, and gives the connection back. What was committed stays, so a failure is no news. */
    @Override
    public void close() {
        try {
            sessions.call(() -> {
                giveBack();
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warn("A connection to the {} database cannot be given back: {}", sessions.owner().name(), e.getMessage());
        }
    }

    /** To be called on a thread of the store. */
    void giveBack() throws SQLException {
        try (connection) {
            connection.rollback();
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        }
    }
}
