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
package io.github.camelecobee.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.PollReader;
import io.github.camelecobee.client.Revision;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.client.ThermostatSummary;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the thermostats that changed: one summary, then what changed of the changed ones, 25 a request
 * (get-thermostat-summary.shtml, "polling"). Nothing changed, nothing more is asked.
 * <p>
 * A thermostat whose delivery a route is still busy with is left for a later poll, so that deliveries of one thermostat
 * come one after the other and its cursor never moves backwards. A route that lost an exchange, for example in a queue
 * that was emptied, never says so: after an hour the thermostat is delivered again, and the lost one counts no more.
 * Called by one thread at a time; deliveries may be committed from any thread.
 */
public final class ThermostatPoller implements Poller {
    private static final Logger LOG = LoggerFactory.getLogger(ThermostatPoller.class);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final PollReader reader;
    private final ThermostatFeed feed;
    private final Set<Revision> matters;
    private final InitialState initialState;
    private final Cursors cursors;
    private final Clock clock;
    private final Map<String, Instant> underWay = new ConcurrentHashMap<>();
    private final SettledRevisions settled = new SettledRevisions();
    private final Map<String, Long> turns = new HashMap<>();
    private long polls;

    /**
     * Creates a poller.
     *
     * @param reader  reads the thermostats to watch, with the parts of the feed; closed with the poller
     * @param feed    what the consumer wants
     * @param cursors how far the consumer got
     * @param clock   tells when a thermostat was read
     */
    public ThermostatPoller(PollReader reader, ThermostatFeed feed, Cursors cursors, Clock clock) {
        this.reader = reader;
        this.feed = feed;
        this.matters = feed.matters();
        this.initialState = new InitialState(cursors);
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * Reads what changed since the cursors. Under a limit those come first whose last turn is longest ago, so that one
     * that fails or changes all the time does not keep the others from their turn.
     *
     * @param  limit the most deliveries wanted, 0 or less for no limit; the others come at the next poll
     * @return       one delivery for each changed thermostat, or for each one at all if the feed says so
     */
    @Override
    public List<ThermostatDelivery> poll(int limit) {
        ThermostatSummary summary = reader.summary();
        if (!feed.initialState() && initialState.note(summary.revisions().values())) {
            return List.of();
        }
        settled.keepOnly(summary.revisions());
        List<ThermostatRevisions> moved = summary.revisions().values().stream().filter(this::isDue)
                .sorted(Comparator.comparing(revisions -> turns.getOrDefault(revisions.identifier(), 0L)))
                .limit(limit > 0 ? limit : Long.MAX_VALUE).toList();
        if (moved.isEmpty()) {
            return List.of();
        }
        List<String> identifiers = moved.stream().map(ThermostatRevisions::identifier).toList();
        polls++;
        identifiers.forEach(identifier -> turns.put(identifier, polls));
        Instant polledAt = clock.instant();
        Map<String, Thermostat> read = reader.thermostats(identifiers).stream()
                .collect(Collectors.toMap(Thermostat::getIdentifier, Function.identity(), (first, again) -> again));
        return moved.stream()
                .map(revisions -> deliver(revisions, read.get(revisions.identifier()),
                        summary.equipment().get(revisions.identifier()), polledAt))
                .flatMap(Optional::stream).toList();
    }

    @Override
    public void onOwnWrite(Runnable listener) {
        reader.onOwnWrite(listener);
    }

    @Override
    public void rereadWritten() {
        reader.rereadWritten();
    }

    @Override
    public void close() {
        reader.close();
    }

    private boolean isDue(ThermostatRevisions revisions) {
        return !isUnderWay(revisions.identifier()) && (feed.unchangedToo() || isMoved(revisions));
    }

    private boolean isMoved(ThermostatRevisions revisions) {
        if (settled.contains(revisions)) {
            return false;
        }
        boolean moved = cursors.get(revisions.identifier()).map(cursor -> revisions.movedSince(cursor, matters)).orElse(true);
        if (!moved) {
            settled.add(revisions);
        }
        return moved;
    }

    private boolean isUnderWay(String identifier) {
        Instant since = underWay.get(identifier);
        if (since == null || clock.instant().isBefore(since.plus(PATIENCE))) {
            return since != null;
        }
        LOG.warn("The exchange with thermostat {}, read at {}, has not come to an end; the thermostat is delivered again."
                 + " Look for a step of the route that hangs or drops exchanges",
                identifier, since);
        underWay.remove(identifier, since);
        return false;
    }

    private Optional<ThermostatDelivery> deliver(
            ThermostatRevisions revisions, @Nullable Thermostat thermostat, @Nullable String equipment, Instant polledAt) {
        String identifier = revisions.identifier();
        if (thermostat == null) {
            LOG.debug("Thermostat {} is in the summary but was not read; it is asked for again at the next poll", identifier);
            return Optional.empty();
        }
        String cursor = cursors.get(identifier).orElse("");
        Set<Include> fresh = feed.fresh(revisions, cursor);
        underWay.put(identifier, polledAt);
        return Optional
                .of(new ThermostatDelivery(
                        thermostat, revisions, equipment, fresh, polledAt, identifier + "/" + cursor, processed -> {
                            try {
                                if (processed && polledAt.equals(underWay.get(identifier))) {
                                    cursors.set(identifier, revisions.cursor());
                                    settled.add(revisions);
                                }
                            } finally {
                                underWay.remove(identifier, polledAt);
                            }
                        }));
    }
}
