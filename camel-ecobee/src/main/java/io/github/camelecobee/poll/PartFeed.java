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

import java.util.Set;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;

/** A feed of one part of a thermostat, which may deliver what is there when a thermostat is first seen. */
abstract sealed class PartFeed implements Feed permits AlertFeed, SensorFeed, SummaryFeed {
    private final String part;
    private final Set<Include> includes;
    private final Set<Revision> revisions;
    private final boolean initialState;

    PartFeed(String part, Set<Include> includes, Set<Revision> revisions, boolean initialState) {
        this.part = part;
        this.includes = Set.copyOf(includes);
        this.revisions = Set.copyOf(revisions);
        this.initialState = initialState;
    }

    @Override
    public final Set<Include> includes() {
        return includes;
    }

    @Override
    public final Set<Revision> revisions() {
        return revisions;
    }

    @Override
    public final Set<String> parts() {
        return Set.of(part);
    }

    /** A message is what is there: what was there before is not known any more. */
    @Override
    public final boolean repeatsThePast() {
        return false;
    }

    @Override
    public final boolean initialState() {
        return initialState;
    }
}
