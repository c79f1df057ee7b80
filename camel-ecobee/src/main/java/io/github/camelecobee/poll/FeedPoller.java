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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
 * the state that was delivered. What a feed does not tell of is taken note of in silence. What is about to be told is
 * noted in the cursor first: if a process ends, or an exchange fails, with it under way, it comes first the next time.
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
    private final Deque<Sighting> unfinished = new ArrayDeque<>();
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
        unfinished.clear();
        summary = reader.summary();
        settled.keepOnly(summary.revisions());
        polls++;
        Instant polledAt = clock.instant();
        List<FeedDelivery> comings = inventory == null ? List.of() : inventory.poll(summary, polledAt, limit);
        try {
            summary.revisions().values().stream().filter(this::isDue)
                    .sorted(Comparator.comparing(line -> turns.getOrDefault(line.identifier(), 0L))).forEach(waiting::add);
            return comings.isEmpty() ? more(limit) : comings;
        } catch (RuntimeException e) {
            comings.forEach(Delivery::release);
            throw e;
        }
    }

    @Override
    public List<FeedDelivery> more(int limit) {
        int most = limit <= 0 ? Integer.MAX_VALUE : limit;
        List<FeedDelivery> found = new ArrayList<>();
        try {
            goOn(found, most);
            while (!waiting.isEmpty() && found.isEmpty()) {
                List<ThermostatRevisions> some = new ArrayList<>();
                while (!waiting.isEmpty() && some.size() < ThermostatSelection.CHUNK) {
                    some.add(waiting.remove());
                }
                compare(some, found, most);
            }
            return found;
        } catch (RuntimeException e) {
            // Nobody else would: a cursor that cannot be read or written ends the poll, and they come again with the next.
            found.forEach(Delivery::release);
            throw e;
        }
    }

    /** Those of which the present was not told, because what they were before had to come first. */
    private void goOn(List<FeedDelivery> found, int most) {
        for (Sighting seen = unfinished.poll(); seen != null; seen = unfinished.poll()) {
            String identifier = seen.identifier();
            boolean told = !underWay.contains(identifier)
                    && cursor(identifier).filter(cursor -> cursor.marks().isEmpty()).isPresent();
            if (told && found.size() < most) {
                found.addAll(compare(seen, most - found.size()));
            }
        }
    }

    private void compare(List<ThermostatRevisions> some, List<FeedDelivery> found, int most) {
        Map<String, Thermostat> read = read(some);
        Instant polledAt = clock.instant();
        for (ThermostatRevisions line : some) {
            Thermostat thermostat = read.get(line.identifier());
            if (thermostat == null && !feed.includes().isEmpty()) {
                LOG.debug("Thermostat {} is in the summary but was not read; it is asked for again at the next poll",
                        line.identifier());
            } else if (found.size() < most) {
                turns.put(line.identifier(), polls);
                Sighting seen = new Sighting(line, summary.equipment().get(line.identifier()), thermostat, polledAt);
                found.addAll(compare(seen, most - found.size()));
            }
        }
    }

    private Map<String, Thermostat> read(List<ThermostatRevisions> some) {
        return feed.includes().isEmpty()
                ? Map.of()
                : reader.thermostats(some.stream().map(ThermostatRevisions::identifier).toList()).stream()
                        .collect(Collectors.toMap(Thermostat::getIdentifier, Function.identity(), (first, again) -> again));
    }

    private List<FeedDelivery> compare(Sighting seen, int limit) {
        String identifier = seen.identifier();
        FacetCursor known = cursor(identifier).orElse(null);
        Comparison compared = Comparison.of(feed, seen, known);
        List<Step> steps = compared.steps();
        if (steps.isEmpty()) {
            // Without anything to read, no revision tells more than the facets do.
            FacetCursor done = known != null && feed.includes().isEmpty()
                    ? compared.base() : compared.base().withRevisions(seen.revisions().cursor());
            write(identifier, known, done);
            return List.of();
        }
        boolean all = compared.whole() && steps.size() <= limit;
        // With revisions it would be taken for done when what it was comes back before the rest is told.
        FacetCursor base = all && !compared.begins() ? compared.base() : compared.base().withRevisions("");
        if (!compared.whole()) {
            unfinished.add(seen);
        }
        return deliver(seen, known, base, steps.subList(0, Math.min(limit, steps.size())), compared.after(),
                all ? seen.revisions().cursor() : null);
    }

    private List<FeedDelivery> deliver(
            Sighting seen, @Nullable FacetCursor known, FacetCursor base, List<Step> steps, SortedMap<String, Object> after,
            @Nullable String revisions) {
        String identifier = seen.identifier();
        Instant foundAt = base.marks().isEmpty() || !feed.repeatsThePast() ? seen.polledAt() : base.markedAt();
        FacetCursor marked
                = base.marked(steps.stream().flatMap(step -> step.keys().stream()).toList(), after, foundAt);
        // Before the route sees anything: it may be killed, or fail, when it has done something with it.
        write(identifier, known, marked);
        FacetLot lot = new FacetLot(
                marked, steps.stream().map(Step::keys).toList(), after, revisions, true, clock,
                cursor -> cursors.set(identifier, cursor.toString()), ended -> underWay.end(identifier, ended));
        underWay.begin(identifier, lot);
        List<FeedDelivery> deliveries = new ArrayList<>();
        for (Step step : steps) {
            Object body = step.body().apply(marked.changeId(identifier, step.keys(), step.type(), after));
            deliveries.add(new FeedDelivery(
                    body, seen.revisions(), seen.equipment(), seen.polledAt(), lot, deliveries.size()));
        }
        return deliveries;
    }

    private void write(String identifier, @Nullable FacetCursor known, FacetCursor cursor) {
        if (!cursor.equals(known)) {
            cursors.set(identifier, cursor.toString());
        }
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
                .map(cursor -> !cursor.marks().isEmpty()
                        || !turns.containsKey(line.identifier()) && !cursor.parts().containsAll(feed.parts())
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
