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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a consumer asks of a repository that outlives it. */
abstract class CursorRepositoryContract {
    static final String HOME = "changed/default/311019854581";

    StateRepository<String, String> cursors;

    /** One on the same place as the others of the test. */
    abstract StateRepository<String, String> open();

    @BeforeEach
    void start() {
        cursors = open();
        cursors.start();
    }

    @AfterEach
    void stop() {
        cursors.stop();
    }

    /** What the next process sees. */
    StateRepository<String, String> reopened() {
        cursors.stop();
        cursors = open();
        cursors.start();
        return cursors;
    }

    @Test
    void thereIsNoCursorBeforeOneIsWritten() {
        assertThat(cursors.getState(HOME)).isNull();
    }

    @Test
    void theNextProcessReadsWhatWasWrittenLast() {
        cursors.setState(HOME, "true:250114163012:250114150001:250114164530:250114164500");
        cursors.setState(HOME, "true:250114163012:250114150001:250114164830:250114164500");
        cursors.setState("others/default/311019854581", "false:1:2:3:4");

        assertThat(reopened().getState(HOME)).isEqualTo("true:250114163012:250114150001:250114164830:250114164500");
        assertThat(cursors.getState("others/default/311019854581")).isEqualTo("false:1:2:3:4");
    }

    @Test
    void aReportWithManyGapsHasALongCursor() {
        String report = "report1;5788800;" + "5788800-5789000,".repeat(20_000) + ";5789001:ffffffff";

        cursors.setState(HOME, report);

        assertThat(reopened().getState(HOME)).isEqualTo(report);
    }

    @Test
    void routesAndAccountsMayHaveAnyName() {
        List<String> names = List.of(
                "été = 21°/Grüße\t1/311019854581", "line\nbreak\r/\\n/1", "a", "A", "a ", "long".repeat(1_000),
                "long".repeat(1_000) + "er");

        names.forEach(name -> cursors.setState(name, "cursor of = \\ " + name.length() + name.hashCode()));

        reopened();
        assertThat(names).allSatisfy(
                name -> assertThat(cursors.getState(name)).isEqualTo("cursor of = \\ " + name.length() + name.hashCode()));
    }

    @Test
    void aFleetHasManyCursors() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 500; i++) {
                cursors.setState("changed/default/" + i, "true:" + round + ":0:0:" + i);
            }
        }

        reopened();
        for (int i = 0; i < 500; i++) {
            assertThat(cursors.getState("changed/default/" + i)).isEqualTo("true:2:0:0:" + i);
        }
    }

    @Test
    void routesMayWriteAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                String key = "changed/default/" + thread % 4;
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        cursors.setState(key, "true:1:1:1:1");
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(reopened().getState("changed/default/3")).isEqualTo("true:1:1:1:1");
    }

    @Test
    void anInterruptOfTheRouteClosesNothing() {
        Thread.currentThread().interrupt();
        cursors.setState(HOME, "true:1:1:1:1");
        assertThat(Thread.interrupted()).isTrue();

        assertThat(cursors.getState(HOME)).isEqualTo("true:1:1:1:1");
        cursors.setState(HOME, "true:2:1:1:1");
        assertThat(reopened().getState(HOME)).isEqualTo("true:2:1:1:1");
    }
}
