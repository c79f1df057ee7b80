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

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelecobee.transport.HttpTransport;
import org.jspecify.annotations.Nullable;
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

    private final Function<String, ManagedAuthorization> maker;
    private final AuthorizationMethod method;
    private final @Nullable CodeFlow codes;
    private final Supplier<Set<String>> stored;
    private final Predicate<String> isStored;
    private final Clock clock;
    private final Map<String, ManagedAuthorization> accounts = new ConcurrentHashMap<>();
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
        this(settings, store, transport, clock, executor, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** With the chance that spreads waits, so that a test can choose it. */
    AuthorizationManager(AuthorizationSettings settings, GrantStore store, HttpTransport transport, Clock clock,
                         ScheduledExecutorService executor, DoubleSupplier random) {
        TokenEndpoint endpoint = new TokenEndpoint(settings, transport, clock);
        Backoff backoff = new Backoff(random);
        this.maker = name -> new AccountAuthorization(
                AccountKey.of(settings.application(), name), settings, store, endpoint, clock, backoff, executor, this::tell);
        this.method = settings.method();
        this.codes = method == AuthorizationMethod.AUTHORIZATION_CODE ? new CodeFlow(settings, clock) : null;
        String application = AccountKey.of(settings.application(), "any").application();
        this.stored = () -> store.keys().stream().filter(key -> key.application().equals(application))
                .map(AccountKey::account).collect(Collectors.toSet());
        this.isStored = name -> store.load(AccountKey.of(settings.application(), name)).isPresent();
        this.clock = clock;
        listeners.add(new AuthorizationLog());
    }

    /**
     * Makes a manager of accounts whose tokens somebody else owns.
     *
     * @param source   gives the tokens
     * @param clock    tells the time
     * @param executor runs what happens in the background
     */
    public AuthorizationManager(TokenSource source, Clock clock, ScheduledExecutorService executor) {
        Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
        this.maker = name -> new BorrowedAuthorization(name, source, clock, backoff, executor, this::tell);
        this.method = AuthorizationMethod.TOKEN_SOURCE;
        this.codes = null;
        this.stored = this::inUse;
        this.isStored = name -> true;
        this.clock = clock;
        listeners.add(new AuthorizationLog());
    }

    /**
     * The authorization of an account. Made at the first call, and the same ever after.
     *
     * @param  account the name of the account
     * @return         its authorization, not yet started
     */
    public Authorization authorization(String account) {
        return managed(account);
    }

    private ManagedAuthorization managed(String account) {
        return accounts.computeIfAbsent(account, maker);
    }

    /**
     * Begins an authorization by code (RFC 6749, 4.1; ecobee page authz-code-authorization). It counts once, within ten
     * minutes, and in this process.
     *
     * @param  account                  the name of the account that will be authorized
     * @param  redirectUri              where ecobee sends the browser afterwards, registered for the application
     * @param  binding                  something that only the browser of the owner has, a cookie for example, to be
     *                                  given again at the exchange; {@code null} only where nobody else can have that
     *                                  browser call the redirect URI
     * @return                          where to send the browser; the API key is part of it
     * @throws IllegalArgumentException if account or redirect URI are not allowed
     * @throws IllegalStateException    if the accounts are authorized in another way
     */
    public URI authorizationUrl(String account, String redirectUri, @Nullable String binding) {
        return codes("authorizationUrl").begin(account, RedirectUri.check(redirectUri), binding);
    }

    /**
     * Ends an authorization by code: the grant is stored, and routes of the account begin to use it.
     *
     * @param  parameters                        the parameters with which the browser came back: {@code state}, and
     *                                           {@code code} or {@code error}
     * @param  binding                           what was given when it began
     * @return                                   the status of the account
     * @throws IllegalArgumentException          if it was not begun here, or in another browser, too long ago, or is
     *                                           over
     * @throws AuthorizationDeniedException      if the owner of the account said no, or ecobee did
     * @throws AuthorizationUnavailableException if the token endpoint cannot be reached; it has to begin anew
     * @throws IllegalStateException             if the accounts are authorized in another way
     */
    public AuthorizationStatus exchangeCode(Map<String, String> parameters, @Nullable String binding) {
        CodeFlow.Pending begun = codes("exchangeCode").end(parameters.get("state"), binding);
        ManagedAuthorization authorization = managed(begun.account());
        String error = parameters.get("error");
        if (error != null && !error.isBlank()) {
            Refusal refusal = new Refusal(
                    Redaction.clean(error), Redaction.clean(parameters.get("error_description")), clock.instant());
            authorization.denied(refusal);
            throw new AuthorizationDeniedException(begun.account(), refusal);
        }
        String code = parameters.get("code");
        if (code == null || code.isBlank()) {
            throw new IllegalArgumentException("code: is missing; ecobee sends the browser back with code or with error");
        }
        authorization.exchange(code, begun.redirectUri());
        return authorization.status();
    }

    private CodeFlow codes(String operation) {
        if (codes == null) {
            throw new IllegalStateException(
                    operation + ": is for the authorizationMethod authorizationCode; this component has "
                                            + method.optionName() + ", so " + method.wayIn());
        }
        return codes;
    }

    /**
     * Where the accounts stand that were started or have a grant. An account that was only named once, say by a
     * misspelt header, is none of them.
     *
     * @return a snapshot, ordered by name
     */
    public List<AuthorizationStatus> statuses() {
        return accounts.values().stream().filter(ManagedAuthorization::isInUse).map(ManagedAuthorization::status)
                .sorted(Comparator.comparing(AuthorizationStatus::account)).toList();
    }

    /**
     * The accounts that there are: those of which something is stored, whichever process stored it, and those whose
     * grant could not be stored yet. With a token source, which stores nothing, those that were started or have a
     * token.
     *
     * @return                     their names, a copy
     * @throws GrantStoreException if the store cannot be read
     */
    public Set<String> accounts() {
        Set<String> names = new TreeSet<>(stored.get());
        accounts.values().stream().map(ManagedAuthorization::status).filter(AuthorizationStatus::unsaved)
                .forEach(status -> names.add(status.account()));
        return names;
    }

    /**
     * Whether there is an account of a name: it was started, has a grant, or something is stored of it. A token source
     * knows its accounts itself, so with one there is every account.
     *
     * @param  account             the name, which may be from outside: nothing is kept of it, and nobody is asked
     * @return                     whether there is
     * @throws GrantStoreException if the store cannot be read
     */
    public boolean isKnown(String account) {
        ManagedAuthorization used = accounts.get(account);
        return used != null && used.isInUse() || isStored.test(account);
    }

    private Set<String> inUse() {
        return accounts.values().stream().filter(ManagedAuthorization::isInUse).map(Authorization::account)
                .collect(Collectors.toSet());
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
        accounts.values().forEach(ManagedAuthorization::close);
        long deadline = System.nanoTime() + GRACE.toNanos();
        accounts.values().forEach(account -> account.awaitEnd(
                Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    }
}
