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
package io.github.camelecobee.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Tag("field-27")
class SlotsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Slots slots = new Slots(2);
    private final List<String> order = new CopyOnWriteArrayList<>();

    @Test
    void aThirdRequestWaitsUntilOneOfTwoIsAnswered() throws Exception {
        slots.acquire(false, false, PATIENCE);
        slots.acquire(false, false, PATIENCE);

        assertThatThrownBy(() -> slots.acquire(false, false, Duration.ZERO)).isInstanceOf(TimeoutException.class);
        slots.release(false);
        slots.acquire(false, false, PATIENCE);

        assertThat(slots.open()).isEqualTo(2);
        assertThat(slots.waiting()).isZero();
    }

    @Test
    void onlyWhoHadToWaitIsCountedAsDelayedAlsoInVain() throws Exception {
        slots.acquire(false, false, PATIENCE);
        slots.acquire(false, false, PATIENCE);
        assertThat(slots.delayed()).isZero();
        assertThat(slots.waited()).isZero();
        Thread read = queue("read", false, false, 1);
        slots.release(false);
        read.join();
        slots.acquire(false, false, PATIENCE);

        assertThat(slots.delayed()).isEqualTo(1);
        assertThat(slots.waited()).isPositive();
        Duration before = slots.waited();

        assertThatThrownBy(() -> slots.acquire(false, false, Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
        assertThat(slots.delayed()).isEqualTo(2);
        assertThat(slots.waited()).isGreaterThan(before);
    }

    @Test
    void changesGoBeforeReadsThatCameEarlier() throws Exception {
        slots.acquire(false, false, PATIENCE);
        slots.acquire(false, false, PATIENCE);
        Thread read = queue("read", false, false, 1);
        Thread change = queue("change", true, false, 2);
        Thread secondChange = queue("second change", true, false, 3);

        slots.release(false);

        read.join();
        change.join();
        secondChange.join();
        assertThat(order).containsExactly("change", "second change", "read");
    }

    @Test
    void ofReportsAndManagementSetsOneIsOpenAndHoldsUpNobodyElse() throws Exception {
        slots.acquire(false, true, PATIENCE);
        Thread report = queue("second report", false, true, 1);

        slots.acquire(false, false, PATIENCE);
        order.add("thermostat");
        slots.release(false);
        assertThat(slots.waiting()).isEqualTo(1);
        slots.release(true);

        report.join();
        assertThat(order).containsExactly("thermostat", "second report");
    }

    @Test
    void whoIsInterruptedLeavesTheQueue() throws Exception {
        slots.acquire(false, false, PATIENCE);
        slots.acquire(false, false, PATIENCE);
        Thread waiting = queue("never", false, false, 1);

        waiting.interrupt();
        waiting.join();

        assertThat(slots.waiting()).isZero();
        assertThat(order).isEmpty();
    }

    private Thread queue(String name, boolean first, boolean alone, int waiting) {
        Thread thread = new Thread(() -> {
            try {
                slots.acquire(first, alone, PATIENCE);
                order.add(name);
                slots.release(alone);
            } catch (InterruptedException | TimeoutException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        await().atMost(PATIENCE).until(() -> slots.waiting() == waiting);
        return thread;
    }
}
