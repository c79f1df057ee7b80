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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * Connections of a store's own, used on threads of its own.
 * <p>
 * Spring and JTA bind a caller's transaction to his thread, and let every connection that he uses take part in it: what
 * was stored would be rolled back with it. An interrupt of the caller would close the files of an embedded database.
 * And a pool may wait for ever. On another thread none of that happens, and the caller can stop waiting.
 */
public final class JdbcSessions {
    /** As long as pools wait by default. */
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final int STATEMENT_SECONDS = 30;
    /** A driver that does not keep to the limit of a statement, say for want of a network, is not waited for longer. */
    private static final Duration ANSWER = Duration.ofSeconds(STATEMENT_SECONDS + 10);

    private final DataSource dataSource;
    private final JdbcSchema schema;
    private final Duration connectLimit;
    private final JdbcOwner owner;
    private final Executor threads;
    /** Held by who has one connection and waits for another, so that no two wait for each other. */
    private final ReentrantLock pairing = new ReentrantLock(true);

    /**
     * Opens nothing yet.
     *
     * @param owner        whose they are
     * @param dataSource   gives connections
     * @param createTables whether to make the tables if there are none
     */
    public JdbcSessions(JdbcOwner owner, DataSource dataSource, boolean createTables) {
        this(owner, dataSource, createTables, CONNECT);
    }

    /**
     * Opens nothing yet.
     *
     * @param owner        whose they are
     * @param dataSource   gives connections
     * @param createTables whether to make the tables if there are none
     * @param connectLimit how long a connection is waited for
     */
    public JdbcSessions(JdbcOwner owner, DataSource dataSource, boolean createTables, Duration connectLimit) {
        this.owner = owner;
        this.threads = threads("ecobee-" + owner.name() + "-store");
        this.dataSource = dataSource;
        this.schema = new JdbcSchema(owner, createTables);
        this.connectLimit = connectLimit;
    }

    private static Executor threads(String name) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    // Without what the caller's threads hand down to theirs.
                    Thread thread = new Thread(null, work, name, 0, false);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    JdbcOwner owner() {
        return owner;
    }

    /**
     * Does something in a transaction of its own.
     *
     * @param  what is done with the table, for messages: <em>read</em>
     * @param  work what to do
     * @param  <T>  the type of its result
     * @return      its result
     */
    public <T> T inSession(String what, JdbcWork<T> work) {
        try (JdbcSession session = open()) {
            return session.run(what, work);
        }
    }

    private JdbcSession open() {
        JdbcSession session = lease(connectLimit);
        try {
            schema.ensure(session);
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /**
     * Two sessions at once; who gets only one gives it back.
     *
     * @return two, to be closed
     */
    public JdbcSession[] openTwo() {
        long deadline = System.nanoTime() + connectLimit.toNanos();
        try {
            if (!pairing.tryLock(connectLimit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw exhausted();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw owner.failure("Interrupted while waiting for a connection to the " + owner.name() + " database", e);
        }
        try {
            JdbcSession one = open();
            try {
                return new JdbcSession[] { one, lease(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))) };
            } catch (RuntimeException e) {
                one.close();
                throw e;
            }
        } finally {
            pairing.unlock();
        }
    }

    private JdbcSession lease(Duration limit) {
        CompletableFuture<JdbcSession> leased = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                JdbcSession session = new JdbcSession(this, dataSource.getConnection());
                if (!leased.complete(session)) {
                    session.giveBack();
                }
            } catch (SQLException e) {
                leased.completeExceptionally(SqlFailure.connecting(owner, e));
            } catch (Throwable e) {
                leased.completeExceptionally(e);
            }
        });
        return await(leased, limit, this::exhausted);
    }

    private RuntimeException exhausted() {
        return owner.failure(
                "The " + owner.name() + " database gives no connection. " + owner.need()
                             + "See whether its pool is large enough, and who holds its connections.",
                null);
    }

    /** Runs something on a thread of the store. An interrupt of the caller is kept for later. */
    <T> T call(JdbcWork.Call<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(call.run());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer, ANSWER, () -> owner.failure(
                "The " + owner.name() + " database has not answered for " + ANSWER.toSeconds()
                                                         + " s. See whether it can be reached.",
                null));
    }

    private <T> T await(CompletableFuture<T> answer, Duration limit, Supplier<RuntimeException> late) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    answer.completeExceptionally(late.get()); // unless it comes this very moment
                } catch (ExecutionException e) {
                    throw unwrap(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RuntimeException unwrap(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure && owner.isOwn(failure)) {
            return failure;
        }
        // Neither message nor cause: a driver's may quote what is stored.
        return owner.failure("The " + owner.name() + " database failed (" + SqlFailure.name(e.getCause()) + ")", null);
    }

    /**
     * Prepares a statement that the database gives up after half a minute.
     *
     * @param  connection   the connection
     * @param  sql          the statement
     * @param  values       its parameters, text or {@code Long}
     * @return              the statement, to be closed
     * @throws SQLException if the database fails
     */
    public static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(STATEMENT_SECONDS);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setString(i + 1, (String) values[i]);
            }
        }
        return statement;
    }

    /**
     * Inserts a row.
     *
     * @param  connection   the connection
     * @param  sql          the statement
     * @param  values       its parameters, text or {@code Long}
     * @return              {@code false} if there is such a row already; the transaction may be of no use any more then
     * @throws SQLException if the database fails
     */
    public static boolean insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = prepare(connection, sql, values)) {
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (SqlFailure.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }
}
