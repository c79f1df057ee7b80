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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import io.github.camelecobee.change.Facets;
import io.github.camelecobee.model.EcobeeJson;
import org.jspecify.annotations.Nullable;

/**
 * What a route has been told of a thermostat: the state that the next one is compared with. Kept as JSON, so that what
 * happened while nobody polled is found afterwards. What a route may have been told, because that was under way when
 * its process ended or its exchange failed, is kept beside it. Immutable.
 *
 * @param revisions what the summary said when all of it had been told, empty when it has not been yet
 * @param since     when the first state was taken note of, in seconds since 1970
 * @param parts     the parts whose facets are known
 * @param facets    the facets
 * @param moved     when facets changed, in seconds since 1970, so that a change back and forth is two changes; those
 *                  that never did are missing
 * @param marks     the facets that are under way to a route, or were when it failed
 */
record FacetCursor(
        String revisions, long since, Set<String> parts, SortedMap<String, Object> facets, SortedMap<String, Long> moved,
        SortedMap<String, Mark> marks) {

    private static final String FORMAT = "facets1";
    private static final String UNDER_WAY = "underWay";
    /** What has been gone for so long does not come back under the same key and with the same values. */
    private static final long FORGET = Duration.ofDays(400).toSeconds();

    static FacetCursor begin(Instant now, Facets facets) {
        return new FacetCursor("", now.getEpochSecond(), facets.parts(), facets.values(), new TreeMap<>(), new TreeMap<>());
    }

    /** Reads what {@link #toString} wrote. */
    static FacetCursor parse(String text, String owner) {
        try {
            Map<String, @Nullable Object> map = EcobeeJson.readMap(text);
            if (!FORMAT.equals(map.get("format"))) {
                throw new IllegalArgumentException("of another form");
            }
            SortedMap<String, Object> facets = new TreeMap<>();
            entries(map, "facets").forEach((key, value) -> facets.put(key.toString(), Objects.requireNonNull(value)));
            SortedMap<String, Long> moved = new TreeMap<>();
            entries(map, "moved").forEach((key, value) -> moved.put(key.toString(), ((Number) value).longValue()));
            SortedMap<String, Mark> marks = new TreeMap<>();
            if (map.containsKey(UNDER_WAY)) {
                entries(map, UNDER_WAY).forEach((key, value) -> marks.put(key.toString(), Mark.of((Map<?, ?>) value)));
            }
            Set<String> parts = new TreeSet<>();
            ((List<?>) Objects.requireNonNull(map.get("parts"))).forEach(part -> parts.add(part.toString()));
            return new FacetCursor(
                    String.valueOf(map.get("revisions")), ((Number) Objects.requireNonNull(map.get("since"))).longValue(),
                    parts, facets, moved, marks);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The cursor of " + owner + " in the cursorRepository is none of changes, alerts, sensors or a summary: '"
                                            + text + "'. Give the consumer a cursorName of its own, or remove the cursor",
                    e);
        }
    }

    private static Map<?, ?> entries(Map<String, @Nullable Object> map, String name) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(name));
    }

    /**
     * The state to compare a new one with: what nobody wants any more is forgotten, and what was not wanted before is
     * taken note of.
     */
    FacetCursor adapted(Set<String> wanted, Facets now) {
        SortedMap<String, Object> all = new TreeMap<>(facets);
        all.keySet().removeIf(key -> !wanted.contains(Facets.partOf(key)));
        now.values().forEach((key, value) -> {
            if (!parts.contains(Facets.partOf(key))) {
                all.put(key, value);
            }
        });
        SortedMap<String, Mark> kept = new TreeMap<>(marks);
        kept.keySet().removeIf(key -> !wanted.contains(Facets.partOf(key)));
        Set<String> known = new HashSet<>(parts);
        known.addAll(now.parts());
        known.retainAll(wanted);
        return new FacetCursor(revisions, since, known, all, moved, kept);
    }

    /** The new state: of parts that ecobee did not send, the old one. */
    SortedMap<String, Object> after(Facets now) {
        SortedMap<String, Object> all = new TreeMap<>(facets);
        all.keySet().removeIf(key -> now.parts().contains(Facets.partOf(key)));
        all.putAll(now.values());
        return all;
    }

    /** The keys of the facets that differ. */
    Set<String> differences(Map<String, Object> after) {
        Set<String> keys = new TreeSet<>(facets.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(facets.get(key), after.get(key)));
        return keys;
    }

    /** The same after some facets changed. These are not under way any more. */
    FacetCursor with(Collection<String> keys, Map<String, Object> after, Instant now) {
        if (keys.isEmpty()) {
            return this;
        }
        SortedMap<String, Object> all = new TreeMap<>(facets);
        SortedMap<String, Long> times = new TreeMap<>(moved);
        for (String key : keys) {
            Object value = after.get(key);
            if (value == null) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
            times.put(key, Math.max(now.getEpochSecond(), movedAt(key) + 1));
        }
        times.entrySet()
                .removeIf(time -> !all.containsKey(time.getKey()) && time.getValue() < now.getEpochSecond() - FORGET);
        return new FacetCursor(revisions, since, parts, all, times, marks).withoutMarks(keys);
    }

    FacetCursor withRevisions(String seen) {
        return new FacetCursor(seen, since, parts, facets, moved, marks);
    }

    /** The same when some facets are about to be told. */
    FacetCursor marked(Collection<String> keys, Map<String, Object> after, Instant foundAt) {
        SortedMap<String, Mark> all = new TreeMap<>(marks);
        keys.forEach(key -> all.put(key, new Mark(foundAt, after.get(key))));
        return new FacetCursor(revisions, since, parts, facets, moved, all);
    }

    FacetCursor withoutMarks(Collection<String> keys) {
        SortedMap<String, Mark> others = new TreeMap<>(marks);
        others.keySet().removeAll(keys);
        return new FacetCursor(revisions, since, parts, facets, moved, others);
    }

    /** Facets, those that are under way as the route was told of them. */
    SortedMap<String, Object> withMarks(Map<String, Object> others) {
        SortedMap<String, Object> all = new TreeMap<>(others);
        marks.forEach((key, mark) -> {
            if (mark.after() == null) {
                all.remove(key);
            } else {
                all.put(key, mark.after());
            }
        });
        return all;
    }

    /** When what is under way was found. */
    Instant markedAt() {
        return marks.values().stream().map(Mark::at).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** What tells a change apart: the same however often it is found, and never again once it was told. */
    String changeId(String thermostat, Collection<String> keys, Object type, Map<String, Object> after) {
        StringBuilder text = new StringBuilder(thermostat).append(' ').append(type);
        for (String key : keys) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("key", key);
            values.put("moved", movedAt(key));
            values.put("before", facets.get(key));
            values.put("after", after.get(key));
            text.append(EcobeeJson.write(values));
        }
        return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private long movedAt(String key) {
        return moved.getOrDefault(key, since);
    }

    @Override
    public String toString() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", FORMAT);
        map.put("revisions", revisions);
        map.put("since", since);
        map.put("parts", new TreeSet<>(parts));
        map.put("facets", facets);
        map.put("moved", moved);
        if (!marks.isEmpty()) {
            SortedMap<String, Object> underWay = new TreeMap<>();
            marks.forEach((key, mark) -> underWay.put(key, mark.toMap()));
            map.put(UNDER_WAY, underWay);
        }
        return EcobeeJson.write(map);
    }
}
