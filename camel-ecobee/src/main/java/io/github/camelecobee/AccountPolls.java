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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.github.camelecobee.authorization.GrantStoreException;
import io.github.camelecobee.authorization.Registration;
import io.github.camelecobee.client.ThermostatFilter;
import io.github.camelecobee.poll.Poller;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that a consumer polls: those that its option names, or with {@code *} those that there are. They share
 * the thread that polls, and nothing else: each has its poller, its cursors and its count of failures.
 */
final class AccountPolls {
    private final EcobeeEndpoint endpoint;
    private final AccountNames names;
    private final String consumer;
    private final PollState own;
    private final ThermostatFilter filter;
    private final DeliveryAttempts attempts;
    private final Map<String, PollState> states = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    /** Guarded by the lock, like the states. */
    private final Map<String, AccountPoll> polls = new TreeMap<>();
    private @Nullable Opened opened;
    private long turns;

    AccountPolls(EcobeeEndpoint endpoint, String consumer) {
        this.endpoint = endpoint;
        this.names = endpoint.accounts();
        this.consumer = consumer;
        this.own = newState(names.toString());
        EcobeeConfiguration options = endpoint.getConfiguration();
        this.filter = ThermostatFilter.parse(options.getThermostatNames(), options.getGroups());
        this.attempts = new DeliveryAttempts(
                consumer, options.getMaxDeliveryAttempts(), endpoint.getComponent().backend().parking(),
                endpoint.getComponent().effectiveClock());
        if (!names.isSeveral()) {
            states.put(names.toString(), own);
        }
    }

    /** How the polls of the consumer go, as far as no single account is to blame. */
    PollState own() {
        return own;
    }

    boolean isSeveral() {
        return names.isSeveral();
    }

    /**
     * Opens the accounts, and has them authorized.
     *
     * @param opening hears of each account, now and when one comes later
     * @param shown   whether health tells how the polls go
     */
    void open(Consumer<AccountPoll> opening, boolean shown) throws Exception {
        Opened now = new Opened(Pollers.repository(endpoint), opening, shown);
        lock.lock();
        try {
            opened = now;
            if (shown) {
                endpoint.getComponent().backend().polls().add(own);
            }
            if (!names.isAll()) {
                names.names().forEach(name -> open(name, now));
            }
        } finally {
            lock.unlock();
        }
        all().forEach(AccountPoll::start);
        refresh();
    }

    void close() {
        lock.lock();
        try {
            Opened last = opened;
            opened = null;
            polls.values().forEach(account -> close(account, last));
            polls.clear();
            endpoint.getComponent().backend().polls().remove(own);
        } finally {
            lock.unlock();
        }
    }

    /** Does something once the first account is authorized; with all accounts at once, since one may come any time. */
    Registration whenFirstIsAuthorized(Runnable task) {
        if (names.isAll()) {
            task.run();
            return () -> {
            };
        }
        List<Registration> waiting
                = all().stream().map(account -> account.whenAuthorized(task)).toList();
        return () -> waiting.forEach(Registration::cancel);
    }

    /** The accounts as they are now, those first that were asked longest ago. */
    List<AccountPoll> inTurn() {
        refresh();
        return all().stream().sorted(Comparator.comparingLong(AccountPoll::turn)).toList();
    }

    /** Notes that an account is being asked. Called by the thread that polls. */
    void asked(AccountPoll account) {
        account.turn(++turns);
    }

    /** Says what of the names that are wanted is nowhere. Called after each poll. */
    void tellUnmatched() {
        filter.tell(consumer, all().stream().map(AccountPoll::name).toList());
    }

    private List<AccountPoll> all() {
        lock.lock();
        try {
            return List.copyOf(polls.values());
        } finally {
            lock.unlock();
        }
    }

    boolean isTold(Throwable failure) {
        return states().stream().anyMatch(state -> state.isTold(failure));
    }

    boolean isFailing() {
        return states().stream().anyMatch(PollState::isFailing);
    }

    boolean isDown() {
        return states().stream().anyMatch(PollState::isDown);
    }

    private Collection<PollState> states() {
        lock.lock();
        try {
            List<PollState> all = new ArrayList<>(states.values());
            all.add(own);
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** With all accounts: lets those come that are new, and those go that are no more. */
    private void refresh() {
        if (!names.isAll()) {
            return;
        }
        Set<String> known;
        try {
            known = endpoint.getComponent().authorizations().accounts();
            own.succeeded();
        } catch (GrantStoreException e) {
            // Those that are known already can be polled all the same.
            own.failed(e);
            return;
        }
        List<AccountPoll> come = new ArrayList<>();
        lock.lock();
        try {
            Opened now = opened;
            if (now == null) {
                return;
            }
            polls.values().stream().filter(account -> !known.contains(account.name())).toList().forEach(account -> {
                polls.remove(account.name());
                states.remove(account.name());
                close(account, now);
            });
            known.stream().filter(name -> !polls.containsKey(name)).forEach(name -> come.add(open(name, now)));
        } finally {
            lock.unlock();
        }
        come.forEach(AccountPoll::start);
    }

    private AccountPoll open(String name, Opened now) {
        PollState state = states.computeIfAbsent(name, this::newState);
        Poller poller = Pollers.open(endpoint, name, consumer, now.repository, filter);
        state.reads(endpoint.getOperation(), poller);
        AccountPoll account = new AccountPoll(
                name, endpoint.getComponent().authorization(name), state, poller, new Deliveries(name, attempts));
        polls.put(name, account);
        if (now.shown) {
            endpoint.getComponent().backend().polls().add(state);
        }
        now.opening.accept(account);
        return account;
    }

    private void close(AccountPoll account, @Nullable Opened last) {
        if (last != null && last.shown) {
            endpoint.getComponent().backend().polls().remove(account.state());
        }
        account.close();
    }

    private PollState newState(String account) {
        return new PollState(
                consumer, account, names.isSeveral(), endpoint.getConfiguration().getFailedPollsUntilDown(),
                endpoint.getComponent().effectiveClock());
    }

    private record Opened(StateRepository<String, String> repository, Consumer<AccountPoll> opening, boolean shown) {
    }
}
