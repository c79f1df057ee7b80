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
public final class SqlFailure {
    /**
     * PostgreSQL: cancelled, lock not available; H2, ODBC: timeout; SQL Server: cancelled; MySQL: lock wait timeout.
     */
    private static final Set<String> LOCK_TIMEOUTS = Set.of("57014", "55P03", "HYT00", "HY008", "41000");

    private static final int LONGEST = 200;

    private SqlFailure() {
    }

    static RuntimeException of(JdbcOwner owner, String what, SQLException e) {
        return owner.failure(
                what + " (" + name(e) + "). See whether the database can be reached, and what it logs.", null);
    }

    static RuntimeException connecting(JdbcOwner owner, SQLException e) {
        String said = String.valueOf(e.getMessage())
                .replaceAll("(?i)(password|pwd|secret)\\s*=\\s*[^&;,\\s]*", "$1=xxxxxx")
                .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ").strip();
        return owner.failure(
                "The " + owner.name() + " database gives no connection (" + name(e) + ": "
                             + (said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "...") + "). " + owner.need()
                             + "See whether its pool is large enough, and the database there.",
                null);
    }

    /**
     * Class, SQLState and number of the database, which say it all to who looks them up.
     *
     * @param  e what the database threw
     * @return   in one line, without its message
     */
    public static String name(@Nullable Throwable e) {
        if (e instanceof SQLException sql) {
            return e.getClass().getSimpleName() + ", SQLState " + sql.getSQLState() + ", code " + sql.getErrorCode();
        }
        return e == null ? "unknown" : e.getClass().getSimpleName();
    }

    static boolean isDuplicate(SQLException e) {
        return e instanceof SQLIntegrityConstraintViolationException || state(e).startsWith("23");
    }

    /**
     * Whether somebody else has the row; whether for long or in a deadlock, it can be tried again.
     *
     * @param  e what the database threw
     * @return   whether it can be tried again
     */
    public static boolean isLockTimeout(SQLException e) {
        return e instanceof SQLTimeoutException || e instanceof SQLTransactionRollbackException
                || LOCK_TIMEOUTS.contains(state(e)) || state(e).startsWith("40");
    }

    private static String state(SQLException e) {
        return String.valueOf(e.getSQLState());
    }
}
