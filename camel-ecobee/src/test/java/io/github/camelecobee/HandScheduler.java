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
package io.github.camelecobee;

import java.util.Objects;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/** Lets a consumer poll when the test says so, as a scheduler may that goes by a calendar. */
public final class HandScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler {
    private volatile @Nullable Runnable task;
    private volatile boolean scheduled;
    private @Nullable CamelContext context;

    /** Polls once, in the thread of the test. */
    public void poll() {
        Objects.requireNonNull(task, "the consumer has not been started").run();
    }

    @Override
    public void onInit(Consumer consumer) {
        // one consumer each
    }

    @Override
    public void scheduleTask(Runnable runnable) {
        task = runnable;
    }

    @Override
    public void unscheduleTask() {
        scheduled = false;
    }

    @Override
    public void startScheduler() {
        scheduled = true;
    }

    @Override
    public boolean isSchedulerStarted() {
        return scheduled;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        context = camelContext;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }
}
