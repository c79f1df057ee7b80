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

import io.github.camelecobee.change.ChangeFinder;
import io.github.camelecobee.change.ChangeType;
import io.github.camelecobee.change.Facets;
import io.github.camelecobee.change.Occurrence;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;

/** What happened, one change at a time. Of a thermostat that is new nothing has happened yet. */
public final class ChangeFeed implements Feed {
    private final Set<ChangeType> types;
    private final ChangeFinder finder;

    /**
     * Creates a feed.
     *
     * @param types the types of changes to deliver
     */
    public ChangeFeed(Set<ChangeType> types) {
        this.types = Set.copyOf(types);
        this.finder = new ChangeFinder(types);
    }

    /** The types that are delivered. */
    Set<ChangeType> types() {
        return types;
    }

    @Override
    public Set<Include> includes() {
        return finder.includes();
    }

    @Override
    public Set<Revision> revisions() {
        return finder.revisions();
    }

    @Override
    public Set<String> parts() {
        return finder.parts();
    }

    @Override
    public boolean initialState() {
        return false;
    }

    @Override
    public boolean repeatsThePast() {
        return true;
    }

    @Override
    public Facets facets(Sighting seen) {
        return finder.facets(seen.revisions(), seen.thermostat());
    }

    @Override
    public List<Step> steps(Sighting seen, SortedMap<String, Object> before, SortedMap<String, Object> after) {
        return finder.find(before, after).stream().map(found -> {
            Revision kind = found.revision() == null ? Revision.THERMOSTAT : found.revision();
            return new Step(
                    List.of(found.key()), found.type().typeName(), id -> found.make().apply(new Occurrence(
                            id, seen.identifier(), seen.revisions().name(), seen.polledAt(), seen.revisions().get(kind))));
        }).toList();
    }
}
