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

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.logging.Logger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/** A pool of the test: so many connections, and waiting for ever for one more, as pools may. */
class TightPool implements DataSource {
    final Semaphore free;
    /** What was done to connections, in order, for example {@code setAutoCommit(false)}. */
    final List<String> calls = new CopyOnWriteArrayList<>();
    /** Fails instead of committing. */
    volatile boolean failCommit;
    /** As if the transaction of a caller's thread were there: no commit counts. */
    final ThreadLocal<Connection> transaction = new ThreadLocal<>();
    private final DataSource database;

    TightPool(DataSource database, int size) {
        this.database = database;
        this.free = new Semaphore(size);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection callers = transaction.get();
        if (callers != null) {
            return proxy(callers, true);
        }
        free.acquireUninterruptibly();
        return proxy(database.getConnection(), false);
    }

    private Connection proxy(Connection connection, boolean bound) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] { Connection.class }, (self, method, args) -> {
                    String name = method.getName();
                    if (bound && (name.equals("commit") || name.equals("close") || name.equals("rollback"))) {
                        return null;
                    }
                    if (name.startsWith("set") && args.length == 1) {
                        calls.add(name + "(" + args[0] + ")");
                    }
                    if (name.equals("commit") && failCommit) {
                        throw new SQLException("connection lost, the row held secret A2", "08007");
                    }
                    if (name.equals("close")) {
                        free.release();
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // for nobody
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // waits for ever
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not here");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
