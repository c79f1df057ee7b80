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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.camelecobee.change.Facets;
import io.github.camelecobee.client.PollReader;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.client.ThermostatSummary;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what is different: one summary, then the thermostats whose revisions moved, 25 a request, each compared with
 * the state that was delivered. What a feed does not tell of is taken note of in silence.
 * <p>
 * A thermostat whose deliveries a route is still busy with is left for a later poll, so that they come one after the
 * other. Called by one thread at a time; deliveries may be committed from any thread.
 */
public final class FeedPoller implements Poller {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    private final PollReader reader;
    private final Feed feed;
    private final Cursors cursors;
    private final Clock clock;
    private final UnderWay underWay;
    private final @Nullable Inventory inventory;
    private final SettledRevisions settled = new SettledRevisions();
    private final Map<String, Long> turns = new HashMap<>();
    private final Deque<ThermostatRevisions> waiting = new ArrayDeque<>();
    private ThermostatSummary summary = new ThermostatSummary(Map.of(), Map.of());
    private long polls;

    /**
     * Creates a poller.
     *
     * @param reader  reads the thermostats to watch; closed with the poller
     * @param feed    what to tell
     * @param comings whether the selection can tell which thermostats come and go
     * @param cursors how far the consumer got
     * @param clock   tells when a thermostat was read
     */
    public FeedPoller(PollReader reader, Feed feed, boolean comings, Cursors cursors, Clock clock) {
        this.reader = reader;
        this.feed = feed;
        this.cursors = cursors;
        this.clock = clock;
        this.underWay = new UnderWay(clock);
        this.inventory = comings && feed instanceof ChangeFeed changes && Inventory.isWanted(changes.types())
                ? new Inventory(changes.types(), cursors, underWay, clock) : null;
    }

    /**
     * Reads what is different. Under a limit those thermostats come first whose last turn is longest ago.
     *
     * @param  limit the most deliveries wanted, 0 or less for no limit; the others come at the next poll
     * @return       a first part
     */
    @Override
    public List<FeedDelivery> poll(int limit) {
        waiting.clear();
        summary = reader.summary();
        settled.keepOnly(summary.revisions());
        polls++;
        Instant polledAt = clock.instant();
        List<FeedDelivery> comings = inventory == null ? List.of() : inventory.poll(summary, polledAt, limit);
        summary.revisions().values().stream().filter(this::isDue)
                .sorted(Comparator.comparing(line -> turns.getOrDefault(line.identifier(), 0L))).forEach(waiting::add);
        return comings.isEmpty() ? more(limit) : comings;
    }

    @Override
    public List<FeedDelivery> more(int limit) {
        List<FeedDelivery> found = new ArrayList<>();
        while (!waiting.isEmpty() && found.isEmpty()) {
            List<ThermostatRevisions> some = new ArrayList<>();
            while (!waiting.isEmpty() && some.size() < ThermostatSelection.CHUNK) {
                some.add(waiting.remove());
            }
            Map<String, Thermostat> read = read(some);
            Instant polledAt = clock.instant();
            for (ThermostatRevisions line : some) {
                Thermostat thermostat = read.get(line.identifier());
                if (thermostat == null && !feed.includes().isEmpty()) {
                    LOG.debug("Thermostat {} is in the summary but was not read; it is asked for again at the next poll",
                            line.identifier());
                } else if (limit <= 0 || found.size() < limit) {
                    turns.put(line.identifier(), polls);
                    Sighting seen = new Sighting(line, summary.equipment().get(line.identifier()), thermostat, polledAt);
                    found.addAll(compare(seen, limit <= 0 ? Integer.MAX_VALUE : limit - found.size()));
                }
            }
        }
        return found;
    }

    private Map<String, Thermostat> read(List<ThermostatRevisions> some) {
        return feed.includes().isEmpty()
                ? Map.of()
                : reader.thermostats(some.stream().map(ThermostatRevisions::identifier).toList()).stream()
                        .collect(Collectors.toMap(Thermostat::getIdentifier, Function.identity(), (first, again) -> again));
    }

    private List<FeedDelivery> compare(Sighting seen, int limit) {
        String identifier = seen.identifier();
        Facets now = feed.facets(seen);
        FacetCursor known = cursor(identifier).orElse(null);
        FacetCursor cursor = known == null
                ? FacetCursor.begin(seen.polledAt(), feed.initialState() ? new Facets(now.parts(), new TreeMap<>()) : now)
                : known.adapted(feed.parts(), now);
        boolean begins = known == null || !known.parts().equals(cursor.parts());
        SortedMap<String, Object> after = cursor.after(now);
        List<Step> steps = feed.steps(seen, cursor.facets(), after);
        Set<String> silent = new HashSet<>(cursor.differences(after));
        steps.forEach(step -> silent.removeAll(step.keys()));
        FacetCursor base = cursor.with(silent, after, seen.polledAt());
        if (steps.isEmpty()) {
            // Without anything to read, no revision tells more than the facets do.
            FacetCursor done = known != null && feed.includes().isEmpty()
                    ? base : base.withRevisions(seen.revisions().cursor());
            if (!done.equals(known)) {
                cursors.set(identifier, done.toString());
            }
            return List.of();
        }
        if (begins) {
            // If these fail, what tells them apart is to be the same, and what was taken note of is to stay.
            base = base.withRevisions("");
            cursors.set(identifier, base.toString());
        }
        return deliver(seen, base, steps.subList(0, Math.min(limit, steps.size())), after,
                steps.size() > limit ? null : seen.revisions().cursor());
    }

    private List<FeedDelivery> deliver(
            Sighting seen, FacetCursor base, List<Step> steps, SortedMap<String, Object> after, @Nullable String revisions) {
        String identifier = seen.identifier();
        FacetLot lot = new FacetLot(
                base, steps.stream().map(Step::keys).toList(), after, revisions, true, clock,
                cursor -> cursors.set(identifier, cursor.toString()), ended -> underWay.end(identifier, ended));
        underWay.begin(identifier, lot);
        List<FeedDelivery> deliveries = new ArrayList<>();
        for (Step step : steps) {
            Object body = step.body().apply(base.changeId(identifier, step.keys(), step.type(), after));
            deliveries.add(new FeedDelivery(
                    body, seen.revisions(), seen.equipment(), seen.polledAt(), lot, deliveries.size()));
        }
        return deliveries;
    }

    private boolean isDue(ThermostatRevisions line) {
        if (underWay.contains(line.identifier()) || inventory != null && inventory.isNew(line.identifier())
                || feed.parts().isEmpty()) {
            return false;
        }
        return feed.includes().isEmpty() || isMoved(line);
    }

    private boolean isMoved(ThermostatRevisions line) {
        if (settled.contains(line)) {
            return false;
        }
        boolean moved = cursor(line.identifier())
                .map(cursor -> !turns.containsKey(line.identifier()) && !cursor.parts().containsAll(feed.parts())
                        || line.movedSince(cursor.revisions(), feed.revisions()))
                .orElse(true);
        if (moved) {
            // What was settled comes back, if only in what ecobee says, and is another state then.
            settled.remove(line.identifier());
        } else {
            settled.add(line);
        }
        return moved;
    }

    private Optional<FacetCursor> cursor(String identifier) {
        return cursors.get(identifier).filter(text -> !text.isEmpty())
                .map(text -> FacetCursor.parse(text, "thermostat " + identifier));
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
}
