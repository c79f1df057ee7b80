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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import io.github.camelecobee.authorization.Backoff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads thermostats by identifier although ecobee fails the whole request because of some of them: with code 3 or 2,
 * which may name them, or 9. Those are set aside, said once, and asked for again later; the others are read. When no
 * thermostat can be read the failure is everybody's, and nobody is set aside.
 * <p>
 * Called by one thread at a time.
 */
final class Isolation {
    private static final Logger LOG = LoggerFactory.getLogger(Governor.class);
    /** So many failures in a row without any success, and it is no question of identifiers. */
    private static final int HOPELESS = 7;
    /** No more failed requests than these for one read; what is left comes at the next poll. */
    private static final int MOST_FAILURES = 20;

    private final String account;
    private final Clock clock;
    private final Map<String, SetAside> setAside = new ConcurrentHashMap<>();
    private final Backoff backoff = new Backoff(
            Duration.ofMinutes(5), Duration.ofHours(1), () -> ThreadLocalRandom.current().nextDouble());

    Isolation(String account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /**
     * Reads.
     *
     * @param  <T>                    what is read
     * @param  identifiers            the thermostats
     * @param  request                makes one request
     * @return                        the answers, none when all the thermostats are set aside
     * @throws EcobeeRefusedException if no thermostat could be read
     */
    <T> List<T> read(List<String> identifiers, Function<ThermostatSelection, T> request) {
        return read(identifiers, false, request);
    }

    /** The same; where others were answered for just now, those of which none can be read are set aside, too. */
    <T> List<T> read(List<String> identifiers, boolean othersAnswered, Function<ThermostatSelection, T> request) {
        Instant now = clock.instant();
        List<String> wanted = identifiers.stream().filter(identifier -> {
            SetAside aside = setAside.get(identifier);
            return aside == null || !now.isBefore(aside.until);
        }).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Search<T> search = new Search<>(request);
        ThermostatSelection.thermostats(wanted).chunks().forEach(chunk -> search.open.add(chunk.match()));
        search.run();
        if (search.good.isEmpty() && search.first != null && !othersAnswered) {
            throw search.first;
        }
        search.good.forEach(this::isGood);
        search.bad.forEach(this::isBad);
        return search.answers;
    }

    /** What is set aside, and why; a sorted copy. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        setAside.forEach((identifier, aside) -> all.put(identifier, aside.reason));
        return all;
    }

    private void isGood(String identifier) {
        if (setAside.remove(identifier) != null) {
            LOG.info("ecobee answers for thermostat {} of account '{}' again", identifier, account);
        }
    }

    private void isBad(String identifier, EcobeeRefusedException reason) {
        SetAside before = setAside.get(identifier);
        int times = before == null ? 1 : before.times + 1;
        String text = "code " + reason.code() + ": " + reason.text();
        setAside.put(identifier, new SetAside(times, clock.instant().plus(backoff.afterFailures(times)), text));
        if (before == null) {
            LOG.warn("ecobee does not answer for thermostat {} of account '{}', {}. The others are read; this one is asked"
                     + " for again later",
                    identifier, account, text);
        }
    }

    private record SetAside(int times, Instant until, String reason) {
    }

    /** Halves what fails, widest first, until the bad ones stand alone. */
    private static final class Search<T> {
        private final Function<ThermostatSelection, T> request;
        private final Deque<List<String>> open = new ArrayDeque<>();
        private final List<T> answers = new ArrayList<>();
        private final List<String> good = new ArrayList<>();
        private final Map<String, EcobeeRefusedException> bad = new LinkedHashMap<>();
        private @Nullable EcobeeRefusedException first;
        private int failures;

        Search(Function<ThermostatSelection, T> request) {
            this.request = request;
        }

        void run() {
            while (!open.isEmpty() && failures < (good.isEmpty() ? HOPELESS : MOST_FAILURES)) {
                List<String> some = open.removeFirst();
                try {
                    answers.add(request.apply(ThermostatSelection.thermostats(some)));
                    good.addAll(some);
                } catch (EcobeeRefusedException e) {
                    if (!concernsIdentifiers(e)) {
                        throw e;
                    }
                    first = first == null ? e : first;
                    failures++;
                    narrow(some, e);
                }
            }
        }

        private void narrow(List<String> some, EcobeeRefusedException e) {
            List<String> named = named(some, e.text());
            if (!named.isEmpty()) {
                named.forEach(identifier -> bad.put(identifier, e));
                List<String> rest = some.stream().filter(identifier -> !named.contains(identifier)).toList();
                if (!rest.isEmpty()) {
                    open.addLast(rest);
                }
            } else if (some.size() == 1) {
                bad.put(some.get(0), e);
            } else {
                open.addLast(some.subList(0, some.size() / 2));
                open.addLast(some.subList(some.size() / 2, some.size()));
            }
        }

        /** "Error processing thermostats: [1, 2]", "User cannot access thermostat with id 1". */
        private static List<String> named(List<String> some, String text) {
            Set<String> words = Set.copyOf(Arrays.asList(text.split("\\W+")));
            return some.stream().filter(words::contains).toList();
        }

        private static boolean concernsIdentifiers(EcobeeRefusedException e) {
            return e.status().map(code -> switch (code) {
                case PROCESSING_ERROR, INVALID_SELECTION -> true;
                // The other form of code 2 takes the authorization away.
                case NOT_AUTHORIZED -> !e.text().contains("revoked");
                default -> false;
            }).orElse(false);
        }
    }
}
