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

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.github.camelecobee.jdbc.JdbcSessions;

/**
 * Keeps grants in a database, for applications that run on several nodes. One node renews a grant, by a lock on a row;
 * the others wait, and then read.
 * <p>
 * Needs a {@link DataSource} and its driver, and no library. A thread that renews a grant needs two connections at the
 * same time, one that holds the lock and one that commits; both are taken before ecobee is asked, so that a pool that
 * is too small costs no grant. The statements run on connections and threads of the store's own: a transaction of the
 * caller neither holds back nor takes back what is stored. Auto-commit and isolation of a connection are put back
 * before it is closed.
 * <p>
 * The lock is gone as soon as the database notices that the connection is, so a node that is killed leaves none behind.
 * <p>
 * The tables are made when they are first needed, or by the scripts {@code grants*.sql} of this package. Tested on H2
 * and on PostgreSQL.
 */
public final class JdbcGrantStore implements GrantStore {
    private static final String WHERE = " FROM ecobee_grant WHERE id = ?";

    private final JdbcSessions sessions;
    private final JdbcLocks locks;

    /**
     * A store that makes its tables if there are none. Nothing is read or written yet.
     *
     * @param dataSource gives connections to the database, better from a pool
     */
    public JdbcGrantStore(DataSource dataSource) {
        this(dataSource, true);
    }

    /**
     * A store. Nothing is read or written yet.
     *
     * @param dataSource   gives connections to the database, better from a pool
     * @param createTables whether to make the tables if there are none; without that, it is an error if there are none,
     *                     and the user of the database needs no right to make any
     */
    public JdbcGrantStore(DataSource dataSource, boolean createTables) {
        this(new JdbcSessions(new GrantTables(), dataSource, createTables));
    }

    JdbcGrantStore(JdbcSessions sessions) {
        this.sessions = sessions;
        this.locks = new JdbcLocks(sessions);
    }

    @Override
    public Optional<AuthorizationRecord> load(AccountKey key) {
        return locks.inSession(key, "read", connection -> {
            try (var select = JdbcSessions.prepare(connection, "SELECT document" + WHERE, id(key));
                 var rows = select.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.<String> empty();
            }
        }).map(text -> document(text, key.account()).find(key).orElseThrow(() -> misplaced(key)));
    }

    private static GrantStoreException misplaced(AccountKey key) {
        return new GrantStoreException(
                "The row of account " + key.account() + " in table ecobee_grant holds the grant of another."
                                       + " It is left as it is; restore the table from a backup.",
                null);
    }

    @Override
    public boolean compareAndSet(AccountKey key, long expectedVersion, AuthorizationRecord next) {
        String document = ascii(GrantDocument.empty().with(key, next).toJson());
        return locks.inSession(key, "written", connection -> {
            if (expectedVersion != 0) {
                try (var update = JdbcSessions.prepare(
                        connection, "UPDATE ecobee_grant SET version = ?, document = ? WHERE id = ? AND version = ?",
                        next.version(), document, id(key), expectedVersion)) {
                    return update.executeUpdate() == 1;
                }
            }
            return JdbcSessions.insert(
                    connection, "INSERT INTO ecobee_grant (id, version, document) VALUES (?, ?, ?)",
                    id(key), next.version(), document);
        });
    }

    @Override
    public <T> T exclusively(AccountKey key, Supplier<T> work) {
        return locks.locked(key, id(key), work);
    }

    @Override
    public Set<AccountKey> keys() {
        Set<AccountKey> keys = new HashSet<>();
        for (String text : sessions.inSession("read", connection -> {
            Set<String> texts = new HashSet<>();
            try (var select = JdbcSessions.prepare(connection, "SELECT document FROM ecobee_grant");
                 var rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        })) {
            keys.addAll(document(text, "somebody").keys());
        }
        return Set.copyOf(keys);
    }

    @Override
    public void remove(AccountKey key) {
        locks.inSession(key, "written", connection -> {
            try (var delete = JdbcSessions.prepare(connection, "DELETE" + WHERE, id(key))) {
                return delete.executeUpdate();
            }
        });
    }

    private static GrantDocument document(String text, String account) {
        return GrantDocument.parse(text, "The row of account " + account + " in table ecobee_grant");
    }

    /** The name of an account may be longer than a key, and differ by what a collation calls equal. */
    private static String id(AccountKey key) {
        return AccountKey.sha256(key.application() + "/" + key.account());
    }

    /** No character set of a database can damage it. In JSON, only text holds other characters. */
    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7F) {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
