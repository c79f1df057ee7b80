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

import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import io.github.camelecobee.change.Facets;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;

/** What a consumer of changes, alerts, sensors or summaries wants to know of a thermostat, and what it makes of it. */
public sealed interface Feed permits ChangeFeed, PartFeed {

    /**
     * The parts to read.
     *
     * @return none when the summary tells everything
     */
    Set<Include> includes();

    /**
     * The revisions that move with these parts.
     *
     * @return none when the summary tells everything
     */
    Set<Revision> revisions();

    /**
     * The parts of facets.
     *
     * @return names as in {@link Facets#partOf}
     */
    Set<String> parts();

    /**
     * Whether what is there when a thermostat is first seen is delivered.
     *
     * @return whether; otherwise it is taken note of
     */
    boolean initialState();

    /**
     * Whether what a route may have been told is told again as it was, before what came of it. Otherwise the present is
     * told in its place.
     *
     * @return whether steps can be made of facets that are no longer there
     */
    boolean repeatsThePast();

    /**
     * Takes a thermostat apart.
     *
     * @param  seen the thermostat
     * @return      its facets
     */
    Facets facets(Sighting seen);

    /**
     * What to deliver.
     *
     * @param  seen   the thermostat
     * @param  before facets that were delivered
     * @param  after  facets now
     * @return        in order
     */
    List<Step> steps(Sighting seen, SortedMap<String, Object> before, SortedMap<String, Object> after);
}
