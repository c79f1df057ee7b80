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
package io.github.camelecobee.authorization;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;

import io.github.camelecobee.transport.HttpTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The authorizations of all accounts of one application of ecobee. Neither making one nor asking for an account blocks:
 * the store is read and the network used when an account is started, in the background, or asked for a token.
 * <p>
 * Safe for use by several threads. Transport and executor belong to whoever made them, and outlive this.
 */
public final class AuthorizationManager implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorizationManager.class);

    /** ecobee answers within a second; a token endpoint that hangs must not hold up a stop for long. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final AuthorizationSettings settings;
    private final GrantStore store;
    private final TokenEndpoint endpoint;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final Map<String, AccountAuthorization> accounts = new ConcurrentHashMap<>();
    private final List<AuthorizationListener> listeners = new CopyOnWriteArrayList<>();

    /**
     * Makes a manager.
     *
     * @param settings  what to ask for, and where
     * @param store     keeps the grants
     * @param transport reaches the authorization server; better not the one of the data calls, so that those cannot use
     *                  up its connections
     * @param clock     tells when tokens expire
     * @param executor  runs what happens in the background; two threads serve many accounts
     */
    public AuthorizationManager(AuthorizationSettings settings, GrantStore store, HttpTransport transport, Clock clock,
                                ScheduledExecutorService executor) {
        this.settings = settings;
        this.store = store;
        this.endpoint = new TokenEndpoint(settings, transport, clock);
        this.clock = clock;
        this.executor = executor;
        listeners.add(new AuthorizationLog());
    }

    /**
     * The authorization of an account. Made at the first call, and the same ever after.
     *
     * @param  account the name of the account
     * @return         its authorization, not yet started
     */
    public Authorization authorization(String account) {
        return accounts.computeIfAbsent(account, name -> new AccountAuthorization(
                AccountKey.of(settings.apiKey(), name), settings, store, endpoint, clock, executor, this::tell));
    }

    /**
     * Where the accounts stand that were started or have a grant. An account that was only named once, say by a
     * misspelt header, is none of them.
     *
     * @return a snapshot, ordered by name
     */
    public List<AuthorizationStatus> statuses() {
        return accounts.values().stream().filter(AccountAuthorization::isInUse).map(AccountAuthorization::status)
                .sorted(Comparator.comparing(AuthorizationStatus::account)).toList();
    }

    /**
     * Tells a listener about the events of all accounts.
     *
     * @param listener whom to tell
     */
    public void addListener(AuthorizationListener listener) {
        listeners.add(listener);
    }

    /**
     * Tells a listener nothing any more.
     *
     * @param listener whom
     */
    public void removeListener(AuthorizationListener listener) {
        listeners.remove(listener);
    }

    private void tell(AuthorizationEvent event) {
        for (AuthorizationListener listener : listeners) {
            try {
                listener.onEvent(event);
            } catch (RuntimeException e) {
                LOG.warn("A listener of authorization events failed at {} of account {}", event.type(),
                        event.status().account(), e);
            }
        }
    }

    /**
     * Stops what happens in the background. A refresh under way is waited for, up to ten seconds, and stored: whoever
     * takes the network away before that may lose the grant. A grant that could not be stored before is tried once
     * more.
     */
    @Override
    public void close() {
        accounts.values().forEach(AccountAuthorization::close);
        long deadline = System.nanoTime() + GRACE.toNanos();
        accounts.values().forEach(account -> account.awaitEnd(
                Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }
}
