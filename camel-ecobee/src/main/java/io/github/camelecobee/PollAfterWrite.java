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

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.poll.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a consumer poll once more a while after own changes; several changes in that while are one poll. */
final class PollAfterWrite {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeConsumer.class);

    private final EcobeeEndpoint endpoint;
    private final Poller poller;
    private final Runnable poll;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean planned = new AtomicBoolean();

    PollAfterWrite(EcobeeEndpoint endpoint, String route, Poller poller, Runnable poll) {
        this.endpoint = endpoint;
        this.poller = poller;
        this.poll = poll;
        // Its own: a route may take long, and nobody is to wait for it.
        this.thread = endpoint.getCamelContext().getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(endpoint, "EcobeePollAfterWrite-" + route);
        poller.onOwnWrite(this::written);
    }

    private void written() {
        if (planned.compareAndSet(false, true)) {
            try {
                var unused = thread.schedule(
                        this::run, endpoint.getConfiguration().getPollAfterWrite(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("No poll after a change: the consumer stops");
            }
        }
    }

    private void run() {
        planned.set(false);
        try {
            poller.rereadWritten();
        } catch (EcobeeException e) {
            LOG.debug("No poll after a change: {}", e.getMessage());
            return;
        }
        poll.run();
    }

    void close() {
        endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(thread);
    }
}
