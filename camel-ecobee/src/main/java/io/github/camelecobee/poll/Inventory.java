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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.Facets;
import io.github.camelecobee.change.Occurrence;
import io.github.camelecobee.change.ThermostatChange;
import io.github.camelecobee.client.RequestKind;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.client.ThermostatSummary;

/**
 * Which thermostats there are. Those that come and go are told once; one has gone when two summaries in a row do not
 * know it; one that has come is compared with nothing until that was delivered. What may have been delivered is marked
 * in the cursor, as with thermostats. Kept under a key that no thermostat has, and written only when it changes.
 */
final class Inventory {
    private static final Set<ChangeType> TYPES = Set.of(
            ChangeType.THERMOSTAT_ADDED, ChangeType.THERMOSTAT_REMOVED, ChangeType.THERMOSTAT_REPLACED);
    private static final String KEY = "thermostats";
    /** By then there is another summary: a scheduler that fires every three minutes is now and then a little early. */
    private static final Duration UNTIL_NEXT_SUMMARY = RequestKind.SUMMARY.shortestInterval().minusSeconds(1);

    private final Set<ChangeType> wanted;
    private final Cursors cursors;
    private final UnderWay underWay;
    private final Clock clock;
    private final Map<String, ThermostatRevisions> lastSeen = new HashMap<>();
    /** Keys of those that the summary left out, and since when. */
    private final Map<String, Instant> missing = new HashMap<>();
    /** Keys of those that have come, until the poll after this was delivered. */
    private volatile Set<String> fresh = Set.of();

    Inventory(Set<ChangeType> wanted, Cursors cursors, UnderWay underWay, Clock clock) {
        this.wanted = wanted;
        this.cursors = cursors;
        this.underWay = underWay;
        this.clock = clock;
    }

    static boolean isWanted(Set<ChangeType> types) {
        return types.stream().anyMatch(TYPES::contains);
    }

    /** Whether a thermostat has come and this has not been delivered yet. */
    boolean isNew(String identifier) {
        return fresh.contains(key(identifier));
    }

    List<FeedDelivery> poll(ThermostatSummary summary, Instant polledAt, int limit) {
        if (underWay.contains(KEY)) {
            return List.of();
        }
        SortedMap<String, Object> names = new TreeMap<>();
        summary.revisions().values().forEach(line -> names.put(key(line.identifier()), line.name()));
        Facets now = new Facets(Set.of(KEY), names);
        Optional<FacetCursor> kept = cursor();
        if (kept.isEmpty()) {
            cursors.set(KEY, FacetCursor.begin(polledAt, now).toString());
            lastSeen.putAll(summary.revisions());
            return List.of();
        }
        FacetCursor known = kept.get();
        keepThoseLeftOutOnce(known, names, polledAt);
        // What a route may have heard of is told as it was; what came of it, at the next poll.
        SortedMap<String, Object> after = known.withMarks(names);
        List<Coming> comings = comings(known, after);
        Set<String> silent = new HashSet<>(known.differences(after));
        comings.forEach(coming -> silent.removeAll(coming.keys()));
        FacetCursor base = known.with(silent, after, polledAt);
        // One that has come back is not compared with what it was.
        silent.stream().filter(key -> !known.facets().containsKey(key)).forEach(this::forget);
        List<Coming> some = limit > 0 && comings.size() > limit ? comings.subList(0, limit) : comings;
        for (Coming coming : some) {
            base = base.marked(coming.keys(), after, foundAt(known, coming, polledAt));
        }
        if (!base.equals(known)) {
            cursors.set(KEY, base.toString());
        }
        Set<String> unknown = new HashSet<>(names.keySet());
        unknown.removeAll(base.facets().keySet());
        fresh = unknown;
        List<FeedDelivery> deliveries = deliver(some, base, after, polledAt, summary);
        lastSeen.putAll(summary.revisions());
        return deliveries;
    }

    private static Instant foundAt(FacetCursor cursor, Coming coming, Instant polledAt) {
        return coming.keys().stream().map(cursor.marks()::get).filter(Objects::nonNull).map(Mark::at).findFirst()
                .orElse(polledAt);
    }

    /** ecobee now and then sends a summary without some thermostats, or without any. */
    private void keepThoseLeftOutOnce(FacetCursor known, SortedMap<String, Object> names, Instant polledAt) {
        Set<String> replaced = comings(known, names).stream().filter(each -> each.type == ChangeType.THERMOSTAT_REPLACED)
                .map(Coming::before).collect(Collectors.toSet());
        missing.keySet().removeIf(key -> names.containsKey(key) || !known.facets().containsKey(key));
        known.facets().forEach((key, name) -> {
            if (!names.containsKey(key) && !replaced.contains(key)
                    && polledAt.isBefore(missing.computeIfAbsent(key, unused -> polledAt).plus(UNTIL_NEXT_SUMMARY))) {
                names.put(key, name);
            }
        });
    }

    private List<Coming> comings(FacetCursor known, SortedMap<String, Object> now) {
        Set<String> removed = new LinkedHashSet<>(known.facets().keySet());
        removed.removeAll(now.keySet());
        Set<String> added = new LinkedHashSet<>(now.keySet());
        added.removeAll(known.facets().keySet());
        List<Coming> comings = new ArrayList<>();
        if (wanted.contains(ChangeType.THERMOSTAT_REPLACED)) {
            for (String old : List.copyOf(removed)) {
                Object name = known.facets().get(old);
                List<String> heirs = added.stream().filter(key -> Objects.equals(now.get(key), name)).toList();
                boolean alone = removed.stream().filter(key -> Objects.equals(known.facets().get(key), name)).count() == 1;
                if (alone && heirs.size() == 1 && !"".equals(name)) {
                    comings.add(new Coming(ChangeType.THERMOSTAT_REPLACED, old, heirs.get(0)));
                    removed.remove(old);
                    added.remove(heirs.get(0));
                }
            }
        }
        if (wanted.contains(ChangeType.THERMOSTAT_REMOVED)) {
            removed.forEach(key -> comings.add(new Coming(ChangeType.THERMOSTAT_REMOVED, key, "")));
        }
        if (wanted.contains(ChangeType.THERMOSTAT_ADDED)) {
            added.forEach(key -> comings.add(new Coming(ChangeType.THERMOSTAT_ADDED, "", key)));
        }
        return comings;
    }

    private List<FeedDelivery> deliver(
            List<Coming> comings, FacetCursor base, SortedMap<String, Object> names, Instant polledAt,
            ThermostatSummary summary) {
        if (comings.isEmpty()) {
            return List.of();
        }
        // What happens to one thermostat does not have to wait for another.
        FacetLot lot = new FacetLot(
                base, comings.stream().map(Coming::keys).toList(), names, null, false, clock, this::write,
                ended -> underWay.end(KEY, ended));
        underWay.begin(KEY, lot);
        List<FeedDelivery> deliveries = new ArrayList<>();
        for (Coming coming : comings) {
            String identifier = identifier(coming.after.isEmpty() ? coming.before : coming.after);
            ThermostatRevisions line = Optional.ofNullable(summary.revisions().get(identifier))
                    .orElseGet(() -> lastKnown(
                            identifier,
                            String.valueOf(base.facets().getOrDefault(key(identifier), names.get(key(identifier))))));
            String id = base.changeId(identifier, coming.keys(), coming.type.typeName(), names);
            Occurrence occurrence = new Occurrence(
                    id, identifier, line.name(), foundAt(base, coming, polledAt), line.thermostat());
            ThermostatChange change = new ThermostatChange(
                    occurrence, coming.type, coming.before.isEmpty() ? null : identifier(coming.before),
                    coming.after.isEmpty() ? null : identifier(coming.after));
            deliveries.add(new FeedDelivery(
                    change, line, summary.equipment().get(identifier), polledAt, lot, deliveries.size()));
        }
        return deliveries;
    }

    private void write(FacetCursor cursor) {
        cursor.facets().keySet().stream().filter(fresh::contains).forEach(this::forget);
        cursors.set(KEY, cursor.toString());
    }

    private void forget(String key) {
        cursors.get(identifier(key)).ifPresent(text -> cursors.set(identifier(key), ""));
    }

    private ThermostatRevisions lastKnown(String identifier, String name) {
        ThermostatRevisions seen = lastSeen.get(identifier);
        if (seen != null) {
            return seen;
        }
        String kept = cursors.get(identifier).filter(text -> !text.isEmpty())
                .map(text -> FacetCursor.parse(text, "thermostat " + identifier).revisions()).orElse("");
        return ThermostatRevisions.parse(identifier + ":" + name + ":" + kept)
                .orElseGet(() -> new ThermostatRevisions(identifier, name, false, "", "", "", ""));
    }

    private Optional<FacetCursor> cursor() {
        return cursors.get(KEY).map(text -> FacetCursor.parse(text, "the list of thermostats"));
    }

    private static String key(String identifier) {
        return KEY + "/" + identifier;
    }

    private static String identifier(String key) {
        return key.substring(KEY.length() + 1);
    }

    /** A key of what is gone and of what has come, each possibly empty. */
    private record Coming(ChangeType type, String before, String after) {
        List<String> keys() {
            return before.isEmpty() ? List.of(after) : after.isEmpty() ? List.of(before) : List.of(before, after);
        }
    }
}
