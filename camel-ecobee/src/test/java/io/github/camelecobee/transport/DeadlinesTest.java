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
package io.github.camelecobee.transport;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeadlinesTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final Deadlines deadlines = new Deadlines(executor);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void aCallThatMayTakeLessThanThoseBeforeItIsAbortedInItsOwnTime() {
        Attempt patient = begin(LONG);
        Attempt impatient = begin(SHORT);

        await().atMost(Duration.ofSeconds(20)).until(impatient::isLate);
        assertThat(impatient.request().isAborted()).isTrue();
        assertThat(patient.isLate()).isFalse();
    }

    @Test
    void theTimerIsSetAgainForThoseThatAreStillUnderWay() {
        Attempt first = begin(SHORT);
        Attempt second = begin(SHORT.multipliedBy(2));

        await().atMost(Duration.ofSeconds(20)).until(second::isLate);
        assertThat(first.isLate()).isTrue();
    }

    @Test
    void aCallThatEndedInTimeIsNotAborted() {
        Attempt done = begin(SHORT);
        deadlines.end(done);
        Attempt late = begin(SHORT);

        await().atMost(Duration.ofSeconds(20)).until(late::isLate);
        assertThat(done.isLate()).isFalse();
    }

    @Test
    void manyCallsOneAfterTheOtherSetOneTimer() {
        for (int i = 0; i < 1000; i++) {
            deadlines.end(begin(LONG));
        }

        // One that was set again would leave the one before it in the queue.
        assertThat(executor.getQueue()).hasSize(1);
    }

    private Attempt begin(Duration limit) {
        URI uri = URI.create("http://localhost/");
        Attempt attempt = new Attempt(HttpCall.get(uri), new HttpUriRequestBase("GET", uri));
        deadlines.begin(attempt, limit);
        return attempt;
    }
}
