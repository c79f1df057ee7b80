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
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a database says, in our words: its own may quote the row it stumbled upon. Only what it says before it has seen
 * a row is passed on.
 */
final class SqlFailure {
    /**
     * PostgreSQL: cancelled, lock not available; H2, ODBC: timeout; SQL Server: cancelled; MySQL: lock wait timeout.
     */
    private static final Set<String> LOCK_TIMEOUTS = Set.of("57014", "55P03", "HYT00", "HY008", "41000");

    private SqlFailure() {
    }

    static GrantStoreException of(String what, SQLException e) {
        return new GrantStoreException(
                what + " (" + name(e) + "). See whether the database can be reached, and what it logs.", null);
    }

    static GrantStoreException connecting(SQLException e) {
        String said = Redaction
                .clean(String.valueOf(e.getMessage()).replaceAll("(?i)(password|pwd|secret)\\s*=\\s*[^&;,\\s]*", "$1=xxxxxx"));
        return new GrantStoreException(
                "The grant database gives no connection (" + name(e) + ": " + said
                                       + "). A thread that renews a grant needs two at the same time: see whether its pool is"
                                       + " large enough, and the database there.",
                null);
    }

    /** Class, SQLState and number of the database, which say it all to who looks them up. */
    static String name(@Nullable Throwable e) {
        if (e instanceof SQLException sql) {
            return e.getClass().getSimpleName() + ", SQLState " + sql.getSQLState() + ", code " + sql.getErrorCode();
        }
        return e == null ? "unknown" : e.getClass().getSimpleName();
    }

    static boolean isDuplicate(SQLException e) {
        return e instanceof SQLIntegrityConstraintViolationException || state(e).startsWith("23");
    }

    /** Somebody else has the row; whether for long or in a deadlock, it can be tried again. */
    static boolean isLockTimeout(SQLException e) {
        return e instanceof SQLTimeoutException || e instanceof SQLTransactionRollbackException
                || LOCK_TIMEOUTS.contains(state(e)) || state(e).startsWith("40");
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }
}
