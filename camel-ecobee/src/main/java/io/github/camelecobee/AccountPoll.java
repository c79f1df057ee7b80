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

import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.authorization.AuthorizationRequiredException;
import io.github.camelecobee.authorization.AuthorizationUnavailableException;
import io.github.camelecobee.authorization.Permission;
import io.github.camelecobee.authorization.Registration;
import io.github.camelecobee.poll.Delivery;
import io.github.camelecobee.poll.Poller;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account of a consumer: what is read of it, how that goes, and what becomes of it. */
final class AccountPoll {
    private static final Logger LOG = LoggerFactory.getLogger(EcobeeConsumer.class);

    private final String name;
    private final Authorization authorization;
    private final PollState state;
    private final Poller poller;
    private final Deliveries deliveries;
    private volatile boolean begun;
    private volatile boolean closed;
    private volatile @Nullable Registration waiting;
    private boolean looked;
    private long turn;

    AccountPoll(String name, Authorization authorization, PollState state, Poller poller, Deliveries deliveries) {
        this.name = name;
        this.authorization = authorization;
        this.state = state;
        this.poller = poller;
        this.deliveries = deliveries;
    }

    /** Has the account authorized, and polled from then on. Called without a lock: others may have their turn here. */
    void start() {
        Registration registration = authorization.whenAuthorized(() -> begun = true);
        waiting = registration;
        if (closed) {
            registration.cancel();
        }
        authorization.start();
    }

    String name() {
        return name;
    }

    /** Does something once the account is authorized. */
    Registration whenAuthorized(Runnable task) {
        return authorization.whenAuthorized(task);
    }

    PollState state() {
        return state;
    }

    Poller poller() {
        return poller;
    }

    /**
     * Whether the account was authorized once: before that there is nothing to ask for. Called by the thread that
     * polls, which looks for itself the first time: what is stored may still be on its way.
     */
    boolean isReady() {
        if (!begun && !looked) {
            looked = true;
            try {
                authorization.require(Permission.READ);
                begun = true;
            } catch (AuthorizationRequiredException | AuthorizationUnavailableException e) {
                LOG.debug("Polls of account '{}' have to wait: {}", name, e.getMessage());
            }
        }
        return begun;
    }

    /** When it was asked last. Confined to the thread that polls. */
    long turn() {
        return turn;
    }

    void turn(long number) {
        turn = number;
    }

    Item item(Delivery delivery) {
        return new Item(this, delivery);
    }

    void close() {
        closed = true;
        Registration registration = waiting;
        if (registration != null) {
            registration.cancel();
        }
        poller.close();
    }

    /** A delivery on its way, which knows whose it is. */
    record Item(AccountPoll account, Delivery delivery) {
        void fill(Exchange exchange) {
            account.deliveries.fill(exchange, delivery);
        }
    }
}
