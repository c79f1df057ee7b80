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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.camelecobee.jdbc.JdbcSession;
import io.github.camelecobee.jdbc.JdbcSessions;
import io.github.camelecobee.jdbc.JdbcWork;
import io.github.camelecobee.jdbc.SqlFailure;

/**
 * A lock across threads, stores and nodes: a lock in memory, and a row that a transaction has changed and not
 * committed. The transaction is rolled back in the end, and the database does so itself when the node dies.
 */
final class JdbcLocks {
    /** After so many seconds a wait looks around, and waits again. */
    private static final int SLICE_SECONDS = 2;

    private final JdbcSessions sessions;
    private final AccountLocks inProcess = new AccountLocks("the grant database");
    private final Map<AccountKey, Held> held = new ConcurrentHashMap<>();

    JdbcLocks(JdbcSessions sessions) {
        this.sessions = sessions;
    }

    private record Held(Thread owner, JdbcSession session) {
    }

    /** Does something in a transaction, on the connection that this thread has for the account, if it has one. */
    <T> T inSession(AccountKey key, String what, JdbcWork<T> work) {
        Held own = held.get(key);
        // During a long call to ecobee the database may have gone and come back; what ecobee answered must not wait for that.
        return own != null && own.owner() == Thread.currentThread() && own.session().isAlive()
                ? own.session().run(what, work) : sessions.inSession(what, work);
    }

    <T> T locked(AccountKey key, String id, Supplier<T> work) {
        return inProcess.locked(key, () -> lockedOutside(key, id, work), work);
    }

    private <T> T lockedOutside(AccountKey key, String id, Supplier<T> work) {
        long deadline = System.nanoTime() + AccountLocks.LIMIT.toNanos();
        JdbcSession[] two = sessions.openTwo();
        try (JdbcSession lock = two[0]; JdbcSession session = two[1]) {
            while (!lock.hold("ecobee_grant_lock", "locked", connection -> takeRow(connection, id))) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new GrantStoreException(
                            "Interrupted while waiting for account " + key.account() + " in the grant database", null);
                }
                if (System.nanoTime() - deadline >= 0) {
                    throw new GrantStoreException(
                            "Another node has locked account " + key.account() + " in table ecobee_grant_lock for "
                                                  + AccountLocks.LIMIT.toSeconds() + " s. See whether it hangs.",
                            null);
                }
            }
            held.put(key, new Held(Thread.currentThread(), session));
            try {
                return work.get();
            } finally {
                held.remove(key);
            }
        }
    }

    /** An update locks a row on every database, which SELECT ... FOR UPDATE does not. */
    private static boolean takeRow(Connection connection, String id) throws SQLException {
        try (var update = JdbcSessions.prepare(connection, "UPDATE ecobee_grant_lock SET id = ? WHERE id = ?", id, id)) {
            update.setQueryTimeout(SLICE_SECONDS);
            if (update.executeUpdate() == 1) {
                return true;
            }
        } catch (SQLException e) {
            if (!SqlFailure.isLockTimeout(e)) {
                throw e;
            }
            connection.rollback();
            return false;
        }
        if (JdbcSessions.insert(connection, "INSERT INTO ecobee_grant_lock (id) VALUES (?)", id)) {
            connection.commit();
        } else {
            connection.rollback();
        }
        return false;
    }
}
