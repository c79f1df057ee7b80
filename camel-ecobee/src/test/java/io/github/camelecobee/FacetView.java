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
package io.github.camelecobee;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Revision;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** What a feed tells of a thermostat, one facet at a time, worked out without the component. */
interface FacetView {
    /** Where a route reads it. */
    String uri();

    /** The revisions that move with what it tells, beside the connection. */
    Set<Revision> revisions();

    /** Whether what is there at the first poll is told. */
    boolean tellsFirstState();

    /** Whether what goes is told. */
    boolean tellsWhatGoes();

    /** Whether what was under way when an exchange failed is told again as it was, before what is there now. */
    boolean repeatsThePast();

    /** The facets of a thermostat. */
    SortedMap<String, String> facets(Thermostat read, boolean connected);

    /** What a route is told. */
    Told told(Message message);

    /**
     * A change of a facet.
     *
     * @param id     what tells it apart, {@code null} where nothing does
     * @param key    the facet
     * @param before what it was, empty for nothing; {@code null} where that is not told
     * @param after  what it is, empty for nothing
     */
    record Told(@Nullable String id, String key, @Nullable String before, String after) {
    }

    /** What stands there for a facet that is not there. */
    String NOTHING = "";

    /** A facet of some. */
    static String of(Map<String, String> facets, String key) {
        return facets.getOrDefault(key, NOTHING);
    }
}
