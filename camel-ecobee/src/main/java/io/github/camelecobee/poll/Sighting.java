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

import java.time.Instant;

import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * A thermostat, seen by a poll.
 *
 * @param revisions  its line of the summary
 * @param equipment  running equipment, comma-separated, empty when idle; {@code null} when ecobee did not say
 * @param thermostat what was read, {@code null} when the feed needs no more than the summary
 * @param polledAt   when
 */
record Sighting(
        ThermostatRevisions revisions, @Nullable String equipment, @Nullable Thermostat thermostat, Instant polledAt) {

    /** The same, with what it shows having been found at another time. */
    Sighting foundAt(Instant time) {
        return new Sighting(revisions, equipment, thermostat, time);
    }

    String identifier() {
        return revisions.identifier();
    }
}
