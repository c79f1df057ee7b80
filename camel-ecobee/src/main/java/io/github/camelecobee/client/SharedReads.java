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
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelecobee.authorization.Backoff;
import io.github.camelecobee.client.ThermostatSelection.Type;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * What the polls of one account read, so that however many consumers there are, and however often they poll, ecobee is
 * asked once in an interval: one summary for all of them, with the widest selection that one of them has, and each
 * thermostat once for a summary, with the parts that any of them wants. What comes too early gets what is known.
 */
final class SharedReads {
    /** A scheduler that fires every three minutes is now and then a little early. */
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final long PATIENCE_SECONDS = 600;

    private final Clock clock;
    private final Isolation isolation;
    private final OwnWrites writes;
    private final Backoff failed = new Backoff(
            Duration.ofSeconds(30), Duration.ofMinutes(3), () -> ThreadLocalRandom.current().nextDouble());
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<PollReader> readers = ConcurrentHashMap.newKeySet();
    private final Map<ThermostatSelection, Board> boards = new ConcurrentHashMap<>();
    private final Map<PollReader, List<Board>> sources = new ConcurrentHashMap<>();

    SharedReads(String account, Clock clock) {
        this.clock = clock;
        this.isolation = new Isolation(account, clock);
        this.writes = new OwnWrites(clock);
    }

    void join(PollReader reader) {
        readers.add(reader);
    }

    void leave(PollReader reader) {
        readers.remove(reader);
        sources.remove(reader);
        Set<ThermostatSelection> used = readers.stream().map(each -> widest(each.selection())).collect(Collectors.toSet());
        // A route that stops and starts again must not ask sooner than one that runs.
        Instant old = clock.instant().minus(RequestKind.SUMMARY.shortestInterval());
        boards.entrySet().removeIf(each -> !used.contains(each.getKey()) && each.getValue().askedAt.isBefore(old));
    }

    Map<String, String> setAside() {
        return isolation.all();
    }

    OwnWrites writes() {
        return writes;
    }

    /** The summary for a reader: asked for if it is time, else the last one. */
    ThermostatSummary summary(PollReader reader) {
        ThermostatSelection selection = reader.selection();
        ThermostatSelection widest = widest(selection);
        if (selection.type() != Type.THERMOSTATS || widest.type() == Type.THERMOSTATS) {
            Board board = board(widest);
            sources.put(reader, List.of(board));
            ThermostatSummary all = asked(board, widest, reader);
            return selection.type() == Type.THERMOSTATS ? all.only(selection.match()) : all;
        }
        ThermostatSummary own = registered(reader).only(selection.match());
        // Thermostats that others share with the account are in no list of its own.
        List<String> missing
                = selection.match().stream().filter(identifier -> !own.revisions().containsKey(identifier)).toList();
        if (missing.isEmpty()) {
            sources.put(reader, List.of(board(widest)));
            return own;
        }
        ThermostatSelection rest = ThermostatSelection.thermostats(missing);
        sources.put(reader, List.of(board(widest), board(rest)));
        return own.plus(asked(board(rest), rest, reader));
    }

    /** What another reader's selection brings; that one may be refused, which is not this one's failure. */
    private ThermostatSummary registered(PollReader reader) {
        ThermostatSelection registered = ThermostatSelection.registered();
        try {
            return asked(board(registered), registered, reader);
        } catch (EcobeeRefusedException e) {
            return ThermostatSummary.empty();
        }
    }

    /**
     * Thermostats that the reader found in its last summary. One that somebody else was given for the same summary is
     * not read again; one that was read with too few parts comes after the next summary, and so does one that an own
     * change has overtaken.
     */
    List<Thermostat> thermostats(PollReader reader, Collection<String> identifiers) {
        return locked(reader.client(), () -> {
            Map<String, Thermostat> found = new LinkedHashMap<>();
            Map<String, Board> open = new LinkedHashMap<>();
            for (String identifier : identifiers) {
                Board board = source(reader, identifier);
                Read known = board.reads.get(identifier);
                if (known != null && known.includes.containsAll(reader.includes())) {
                    found.put(identifier, copy(known.thermostat));
                } else if (board.asked.add(identifier)) {
                    open.put(identifier, board);
                }
            }
            if (!open.isEmpty()) {
                Set<Include> includes = allIncludes(reader);
                for (Thermostat thermostat : read(reader.client(), List.copyOf(open.keySet()), includes)) {
                    Board board = open.get(thermostat.getIdentifier());
                    if (board != null) {
                        board.reads.put(thermostat.getIdentifier(), new Read(thermostat, includes));
                        found.put(thermostat.getIdentifier(), copy(thermostat));
                    }
                }
            }
            return List.copyOf(found.values());
        });
    }

    /** Routes may change what they get. */
    private static Thermostat copy(Thermostat thermostat) {
        return EcobeeJson.convert(thermostat, Thermostat.class);
    }

    /**
     * Reads the revisions of thermostats that this process changed since the last time, of all readers of the account,
     * so that the poll after it finds them.
     */
    void rereadWritten(EcobeeClient client) {
        locked(client, () -> {
            List<String> written = writes.take();
            if (!written.isEmpty()) {
                ThermostatSummary now = isolation.read(written, client::summary).stream()
                        .reduce(ThermostatSummary::plus).orElseGet(ThermostatSummary::empty);
                boards.values().forEach(board -> board.update(now));
                writes.seen(now);
            }
            return written;
        });
    }

    private List<Thermostat> read(EcobeeClient client, List<String> identifiers, Set<Include> includes) {
        long before = writes.mark();
        return isolation.read(identifiers, selection -> client.thermostats(selection, includes)).stream()
                .flatMap(List::stream).filter(thermostat -> thermostat.getIdentifier() != null)
                .filter(thermostat -> !writes.overtook(thermostat, before)).toList();
    }

    private Set<Include> allIncludes(PollReader reader) {
        Set<Include> all = EnumSet.noneOf(Include.class);
        all.addAll(reader.includes());
        readers.forEach(each -> all.addAll(each.includes()));
        return Set.copyOf(all);
    }

    /** The board on which the reader found a thermostat. */
    private Board source(PollReader reader, String identifier) {
        return sources.getOrDefault(reader, List.of()).stream()
                .filter(board -> board.summary.revisions().containsKey(identifier)).findFirst().orElseGet(Board::new);
    }

    private Board board(ThermostatSelection selection) {
        return boards.computeIfAbsent(selection, unused -> new Board());
    }

    /** The selection that answers for all readers of its type. */
    private ThermostatSelection widest(ThermostatSelection selection) {
        if (selection.type() != Type.THERMOSTATS) {
            return selection;
        }
        if (readers.stream().anyMatch(reader -> reader.selection().type() == Type.REGISTERED)) {
            return ThermostatSelection.registered();
        }
        return ThermostatSelection.thermostats(readers.stream().map(PollReader::selection)
                .filter(each -> each.type() == Type.THERMOSTATS).flatMap(each -> each.match().stream()).sorted().distinct()
                .toList());
    }

    private ThermostatSummary asked(Board board, ThermostatSelection selection, PollReader reader) {
        long seen = board.polls;
        return locked(reader.client(), () -> {
            boolean askedMeanwhile = board.polls != seen;
            if (!askedMeanwhile && isDue(board, reader.interval())) {
                ask(board, selection, reader.client());
            }
            if (board.failure != null) {
                throw board.failure;
            }
            return board.summary;
        });
    }

    private boolean isDue(Board board, Duration interval) {
        Duration wait = interval.compareTo(SLACK) > 0 ? interval.minus(SLACK) : Duration.ZERO;
        if (board.failures > 0 && wait.compareTo(failed.afterFailures(board.failures)) > 0) {
            wait = failed.afterFailures(board.failures);
        }
        return !clock.instant().isBefore(board.askedAt.plus(wait));
    }

    private void ask(Board board, ThermostatSelection selection, EcobeeClient client) {
        Instant askedAt = clock.instant();
        try {
            ThermostatSummary summary = selection.type() == Type.THERMOSTATS
                    ? isolation.read(selection.match(), client::summary).stream()
                            .reduce(ThermostatSummary::plus).orElseGet(ThermostatSummary::empty)
                    : client.summary(selection);
            board.answered(askedAt, summary);
            writes.seen(summary);
        } catch (EcobeeException e) {
            board.failed(askedAt, e);
        }
    }

    private <T> T locked(EcobeeClient client, Supplier<T> action) {
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw client.notSent("GET of a poll", "another poll of the account has been under way for "
                                                      + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw client.notSent("GET of a poll", "interrupted");
        }
        try {
            return action.get();
        } finally {
            turn.unlock();
        }
    }

    /** What was read last with one selection. Guarded by the turn, except the number of polls. */
    private static final class Board {
        private final Map<String, Read> reads = new HashMap<>();
        private final Set<String> asked = new HashSet<>();
        private volatile long polls;
        private volatile Instant askedAt = Instant.EPOCH;
        private ThermostatSummary summary = ThermostatSummary.empty();
        private @Nullable EcobeeException failure;
        private int failures;

        void answered(Instant at, ThermostatSummary answer) {
            askedAt = at;
            summary = answer;
            failure = null;
            failures = 0;
            // What was read for the summary before belongs to the past.
            reads.clear();
            asked.clear();
            polls++;
        }

        void update(ThermostatSummary some) {
            ThermostatSummary known = some.only(List.copyOf(summary.revisions().keySet()));
            summary = summary.plus(known);
            reads.keySet().removeAll(known.revisions().keySet());
            asked.removeAll(known.revisions().keySet());
        }

        void failed(Instant at, EcobeeException e) {
            askedAt = at;
            failure = e;
            failures++;
            polls++;
        }
    }

    private record Read(Thermostat thermostat, Set<Include> includes) {
    }
}
