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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.camelecobee.change.Facets;
import io.github.camelecobee.change.ThermostatStatus;
import io.github.camelecobee.client.ThermostatRevisions;
import org.jspecify.annotations.Nullable;

/** Lines of the summary that are not what they were. Nothing but the summary is asked for. */
public final class SummaryFeed extends PartFeed {
    private static final String PART = "summary";
    private static final String LINE = PART + "/line";
    private static final String RUNNING = PART + "/running";

    /**
     * Creates a feed.
     *
     * @param initialState whether the line of a thermostat that is first seen is delivered
     */
    public SummaryFeed(boolean initialState) {
        super(PART, Set.of(), Set.of(), initialState);
    }

    @Override
    public Facets facets(Sighting seen) {
        SortedMap<String, Object> facets = new TreeMap<>();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", seen.revisions().name());
        line.put("revisions", seen.revisions().cursor());
        facets.put(LINE, line);
        Set<String> equipment = equipment(seen.equipment());
        if (equipment != null) {
            facets.put(RUNNING, List.copyOf(equipment));
        }
        return new Facets(parts(), facets);
    }

    @Override
    public List<Step> steps(Sighting seen, SortedMap<String, Object> before, SortedMap<String, Object> after) {
        ThermostatRevisions line = seen.revisions();
        return before.equals(after)
                ? List.of()
                : List.of(new Step(
                        List.of(LINE, RUNNING), "status", id -> ThermostatStatus.of(line, seen.equipment())));
    }

    private static @Nullable Set<String> equipment(@Nullable String names) {
        return names == null
                ? null
                : Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
