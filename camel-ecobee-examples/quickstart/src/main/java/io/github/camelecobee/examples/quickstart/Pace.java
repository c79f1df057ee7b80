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
package io.github.camelecobee.examples.quickstart;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.github.camelecobee.simulator.time.SimulatedClock;
import org.jspecify.annotations.Nullable;

/** Lets time pass faster in the simulated homes, once nobody has to type a PIN against it any more. */
final class Pace implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final SimulatedClock clock;
    private @Nullable ScheduledFuture<?> ticks;

    Pace(SimulatedClock clock) {
        this.clock = clock;
    }

    void start() {
        ticks = thread.scheduleAtFixedRate(() -> clock.advance(Duration.ofMinutes(1)), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel(false);
        }
        thread.shutdownNow();
    }
}
