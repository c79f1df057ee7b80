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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.camelecobee.client.EcobeeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a consumer poll an account once more a while after own changes; several changes in that while are one poll. All
 * accounts of the consumer share one thread.
 */
final class PollAfterWrite {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeConsumer.class);

    private final EcobeeEndpoint endpoint;
    private final Consumer<AccountPoll> poll;
    private final ScheduledExecutorService thread;
    private final Set<AccountPoll> planned = ConcurrentHashMap.newKeySet();

    PollAfterWrite(EcobeeEndpoint endpoint, String route, Consumer<AccountPoll> poll) {
        this.endpoint = endpoint;
        this.poll = poll;
        // Its own: a route may take long, and nobody is to wait for it.
        this.thread = endpoint.getCamelContext().getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(endpoint, "EcobeePollAfterWrite-" + route);
    }

    /** Polls the account, too, as long as its poller is open. */
    void watch(AccountPoll account) {
        account.poller().onOwnWrite(() -> written(account));
    }

    private void written(AccountPoll account) {
        if (planned.add(account)) {
            try {
                var unused = thread.schedule(
                        () -> run(account), endpoint.getConfiguration().getPollAfterWrite(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("No poll after a change: the consumer stops");
            }
        }
    }

    private void run(AccountPoll account) {
        planned.remove(account);
        try {
            account.poller().rereadWritten();
        } catch (EcobeeException e) {
            LOG.debug("No poll after a change: {}", e.getMessage());
            return;
        }
        poll.accept(account);
    }

    void close() {
        endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(thread);
    }
}
