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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelecobee.authorization.Backoff;
import io.github.camelecobee.client.ThermostatSelection.Type;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * What the polls of one account read, so that however many consumers there are, and however often they poll, ecobee is
 * asked once in an interval: one summary for all of them, with the widest selection that one of them has, and of each
 * thermostat, once for a summary, the parts that changed and that one of them wants. What comes too early gets what is
 * known.
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
    private final Map<ThermostatSelection, SummaryBoard> boards = new ConcurrentHashMap<>();
    private final KnownWhileRead known;

    SharedReads(String account, Clock clock) {
        this.clock = clock;
        this.isolation = new Isolation(account, clock);
        this.writes = new OwnWrites(clock);
        this.known = new KnownWhileRead(clock, () -> new KnownThermostats(writes, clock));
    }

    void join(PollReader reader) {
        readers.add(reader);
        known.readersCame();
    }

    void leave(PollReader reader) {
        readers.remove(reader);
        if (readers.isEmpty()) {
            known.readersLeft();
        }
        dropUnused();
    }

    private void dropUnused() {
        Set<ThermostatSelection> used = readers.stream().map(each -> widest(each.selection())).collect(Collectors.toSet());
        // A route that stops and starts again must not ask sooner than one that runs.
        Instant old = clock.instant().minus(RequestKind.SUMMARY.shortestInterval());
        boards.entrySet().removeIf(each -> !used.contains(each.getKey()) && each.getValue().askedBefore(old));
    }

    Map<String, String> setAside() {
        return isolation.all();
    }

    OwnWrites writes() {
        return writes;
    }

    /** What is known of a thermostat as it is now, unless somebody is reading just now. */
    Optional<Thermostat> known(String identifier, Set<Include> parts) {
        if (!turn.tryLock()) {
            return Optional.empty();
        }
        try {
            SummaryBoard board = newestBoard(identifier);
            ThermostatRevisions line = board == null ? null : board.line(identifier);
            return line == null ? Optional.empty() : known.get().copy(line, parts);
        } finally {
            turn.unlock();
        }
    }

    /** The summary for a reader: asked for if it is time, else the last one. */
    ThermostatSummary summary(PollReader reader) {
        ThermostatSelection selection = reader.selection();
        ThermostatSelection widest = widest(selection);
        if (selection.type() != Type.THERMOSTATS || widest.type() == Type.THERMOSTATS) {
            ThermostatSummary all = asked(widest, reader, false);
            return selection.type() == Type.THERMOSTATS ? all.only(selection.match()) : all;
        }
        ThermostatSummary own = registered(reader).only(selection.match());
        // Thermostats that others share with the account are in no list of its own.
        List<String> missing
                = selection.match().stream().filter(identifier -> !own.revisions().containsKey(identifier)).toList();
        return missing.isEmpty()
                ? own : own.plus(asked(ThermostatSelection.thermostats(missing), reader, !own.revisions().isEmpty()));
    }

    /** What another reader's selection brings; that one may be refused, which is not this one's failure. */
    private ThermostatSummary registered(PollReader reader) {
        try {
            return asked(ThermostatSelection.registered(), reader, false);
        } catch (EcobeeRefusedException e) {
            return ThermostatSummary.empty();
        }
    }

    /**
     * Thermostats that the reader found in its last summary. Of one that somebody else was given for the same summary
     * nothing is read again; what could not be read comes after the next summary, and so does what an own change has
     * overtaken.
     */
    List<Thermostat> thermostats(PollReader reader, Collection<String> identifiers) {
        return locked(reader.client(), () -> {
            KnownThermostats current = known.get();
            Map<String, ThermostatRevisions> found = new LinkedHashMap<>();
            PartsToRead open = new PartsToRead();
            for (String identifier : identifiers) {
                SummaryBoard board = newestBoard(identifier);
                ThermostatRevisions line = board == null ? null : board.line(identifier);
                if (board != null && line != null) {
                    found.put(identifier, line);
                    if (!current.has(line, reader.includes()) && board.asksFirst(identifier)) {
                        open.add(line, current.missing(line, wanted(identifier, reader.includes(), readers)));
                    }
                }
            }
            if (!open.isEmpty()) {
                fillLastRequest(open, current, reader);
                read(reader.client(), open, current);
            }
            return found.values().stream().map(line -> current.copy(line, reader.includes())).flatMap(Optional::stream)
                    .toList();
        });
    }

    /** What other readers will ask for has room in a request that is made anyway. */
    private void fillLastRequest(PartsToRead open, KnownThermostats current, PollReader reader) {
        Set<PollReader> others = new HashSet<>(readers);
        others.remove(reader);
        int room = open.room();
        if (others.isEmpty() || room == 0) {
            return;
        }
        for (SummaryBoard board : boards.values()) {
            for (ThermostatRevisions line : board.lines()) {
                String identifier = line.identifier();
                Set<Include> wanted = wanted(identifier, Set.of(), others);
                if (room > 0 && !wanted.isEmpty() && current.mayBeReadAgain(identifier) && !current.has(line, wanted)
                        && board == newestBoard(identifier) && board.asksFirst(identifier)) {
                    open.add(line, current.missing(line, wanted(identifier, Set.of(), readers)));
                    room--;
                }
            }
        }
    }

    /** What is read stays known also if a later request fails. */
    private void read(EcobeeClient client, PartsToRead open, KnownThermostats current) {
        long before = writes.mark();
        isolation.read(open.identifiers(), selection -> {
            Set<Include> parts = open.parts(selection.match());
            for (Thermostat thermostat : client.thermostats(selection, parts)) {
                ThermostatRevisions line = open.line(thermostat.getIdentifier());
                if (line != null && !writes.overtook(thermostat, before)) {
                    Set<Include> wanted = wanted(line.identifier(), parts, readers);
                    current.learn(thermostat, line, parts, wanted, before);
                }
            }
            return selection;
        });
    }

    /** The parts that these and the readers that watch a thermostat want of it. */
    private static Set<Include> wanted(String identifier, Set<Include> parts, Set<PollReader> by) {
        Set<Include> all = EnumSet.noneOf(Include.class);
        all.addAll(parts);
        by.stream().filter(each -> each.watches(identifier)).forEach(each -> all.addAll(each.includes()));
        return all;
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

    /** Of the boards that show a thermostat the one that was filled last. */
    private @Nullable SummaryBoard newestBoard(String identifier) {
        SummaryBoard newest = null;
        for (SummaryBoard board : boards.values()) {
            if (board.line(identifier) != null && (newest == null || board.filledAt().isAfter(newest.filledAt()))) {
                newest = board;
            }
        }
        return newest;
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

    /** Where others were answered for, a refusal concerns the identifiers and nobody else. */
    private ThermostatSummary asked(ThermostatSelection selection, PollReader reader, boolean othersAnswered) {
        SummaryBoard board = boards.computeIfAbsent(selection, unused -> new SummaryBoard());
        long seen = board.polls();
        return locked(reader.client(), () -> {
            boolean askedMeanwhile = board.polls() != seen;
            if (!askedMeanwhile && isDue(board, reader.interval())) {
                ask(board, selection, reader.client(), othersAnswered);
            }
            return board.summary();
        });
    }

    private boolean isDue(SummaryBoard board, Duration interval) {
        Duration wait = interval.compareTo(SLACK) > 0 ? interval.minus(SLACK) : Duration.ZERO;
        if (board.failures() > 0 && wait.compareTo(failed.afterFailures(board.failures())) > 0) {
            wait = failed.afterFailures(board.failures());
        }
        Instant now = clock.instant();
        return board.askedBefore(now.minus(wait).plusNanos(1)) || board.askedAfter(now);
    }

    private void ask(SummaryBoard board, ThermostatSelection selection, EcobeeClient client, boolean othersAnswered) {
        Instant askedAt = clock.instant();
        try {
            SummaryLines lines = board.nextLines();
            ThermostatSummary summary = selection.type() == Type.THERMOSTATS
                    ? isolation.read(selection.match(), othersAnswered, some -> client.summary(some, lines)).stream()
                            .reduce(ThermostatSummary::plus).orElseGet(ThermostatSummary::empty)
                    : client.summary(selection, lines);
            board.answered(askedAt, summary);
            writes.seen(summary);
            dropUnused();
            known.get().keepOnly(identifier -> newestBoard(identifier) != null);
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
}
