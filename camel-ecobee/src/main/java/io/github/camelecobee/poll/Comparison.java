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

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.camelecobee.change.Facets;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told of a thermostat that a poll has seen, and to what state that leads.
 *
 * @param base   the cursor, moved over what is not told
 * @param steps  what is told, in order
 * @param after  the facets when it has been
 * @param whole  whether this is the present; otherwise there is more to tell then
 * @param begins whether facets were taken note of that had not been known
 */
record Comparison(FacetCursor base, List<Step> steps, SortedMap<String, Object> after, boolean whole, boolean begins) {

    static Comparison of(Feed feed, Sighting seen, @Nullable FacetCursor known) {
        Facets now = feed.facets(seen);
        FacetCursor cursor = known == null
                ? FacetCursor.begin(seen.polledAt(), feed.initialState() ? new Facets(now.parts(), new TreeMap<>()) : now)
                : known.adapted(feed.parts(), now);
        boolean begins = known == null || !known.parts().equals(cursor.parts());
        if (cursor.marks().isEmpty() || !feed.repeatsThePast()) {
            return present(feed, seen, cursor, now, begins);
        }
        Comparison past = past(feed, seen, cursor, now, begins);
        // What nobody wants to hear of any more is no reason to wait with the present.
        return past.steps.isEmpty() ? present(feed, seen, past.base, now, begins) : past;
    }

    /** What a route may have heard of already comes first, as it was then. */
    private static Comparison past(Feed feed, Sighting seen, FacetCursor cursor, Facets now, boolean begins) {
        SortedMap<String, Object> after = cursor.withMarks(cursor.facets());
        List<Step> steps = feed.steps(seen.foundAt(cursor.markedAt()), cursor.facets(), after);
        Set<String> untold = new HashSet<>(cursor.marks().keySet());
        steps.forEach(step -> untold.removeAll(step.keys()));
        FacetCursor base = cursor.with(silent(cursor, after, steps), after, seen.polledAt()).withoutMarks(untold);
        boolean whole = cursor.with(cursor.differences(after), after, seen.polledAt()).after(now).equals(after);
        return new Comparison(base, steps, after, whole, begins);
    }

    private static Comparison present(Feed feed, Sighting seen, FacetCursor cursor, Facets now, boolean begins) {
        SortedMap<String, Object> after = cursor.after(now);
        SortedMap<String, Object> before = new TreeMap<>(cursor.facets());
        // Of these nobody knows what the route was told last, so it is told what they are now.
        Set<String> unsure = new HashSet<>(cursor.marks().keySet());
        unsure.removeIf(key -> !now.parts().contains(Facets.partOf(key)));
        before.keySet().removeAll(unsure);
        List<Step> steps = feed.steps(seen, before, after);
        FacetCursor base = cursor.with(silent(cursor, after, steps), after, seen.polledAt());
        steps.forEach(step -> unsure.removeAll(step.keys()));
        return new Comparison(base.withoutMarks(unsure), steps, after, true, begins);
    }

    private static Set<String> silent(FacetCursor cursor, SortedMap<String, Object> after, List<Step> steps) {
        Set<String> silent = new HashSet<>(cursor.differences(after));
        steps.forEach(step -> silent.removeAll(step.keys()));
        return silent;
    }
}
