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

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.camelecobee.authorization.Postgres;
import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** On a real PostgreSQL server. */
class JdbcCursorRepositoryOnPostgresTest extends CursorRepositoryContract {
    private final PGSimpleDataSource database = Postgres.newDatabase();

    @Override
    StateRepository<String, String> open() {
        return new JdbcCursorRepository(database);
    }

    /** The tables as well as the row. */
    @Test
    void nodesThatWriteTheSameCursorForTheFirstTimeDoNotFail() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        try {
            var nodes = IntStream.range(0, 8).<Future<?>> mapToObj(i -> threads.submit(() -> {
                StateRepository<String, String> node = open();
                go.await();
                node.setState(HOME, "true:" + i + ":1:1:1");
                return null;
            })).toList();
            go.countDown();
            for (Future<?> node : nodes) {
                node.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(cursors.getState(HOME)).matches("true:[0-7]:1:1:1");
    }

    @Test
    void whatOneNodeHasWrittenTheOthersSeeAtOnce() {
        StateRepository<String, String> other = open();
        cursors.setState(HOME, "true:1:1:1:1");
        assertThat(other.getState(HOME)).isEqualTo("true:1:1:1:1");

        other.setState(HOME, "true:2:1:1:1");

        assertThat(cursors.getState(HOME)).isEqualTo("true:2:1:1:1");
    }
}
