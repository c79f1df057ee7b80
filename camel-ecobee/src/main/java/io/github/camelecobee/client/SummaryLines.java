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
package io.github.camelecobee.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of one summary after the other. Nearly all lines are the same each time; one that is the same is not read
 * again. Called by one thread at a time.
 */
final class SummaryLines {
    private Map<String, ThermostatRevisions> last = Map.of();
    private Map<String, ThermostatRevisions> now = new HashMap<>();
    private boolean unreadableBefore;
    private boolean unreadable;

    /** Another summary begins: lines that it does not hold are forgotten with it. */
    void begin() {
        last = now;
        now = new HashMap<>(last.size() * 2);
        unreadableBefore = unreadable;
        unreadable = false;
    }

    /** Reads a line of {@code revisionList}; empty when it is of an unknown form. */
    Optional<ThermostatRevisions> read(String line) {
        ThermostatRevisions known = last.get(line);
        Optional<ThermostatRevisions> revisions = known == null ? ThermostatRevisions.parse(line) : Optional.of(known);
        revisions.ifPresent(some -> now.put(line, some));
        return revisions;
    }

    /** Says of a line of unknown form whether it is the first after a summary without such lines. */
    boolean isFirstUnreadable() {
        boolean first = !unreadable && !unreadableBefore;
        unreadable = true;
        return first;
    }
}
