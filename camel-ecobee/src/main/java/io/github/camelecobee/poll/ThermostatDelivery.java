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

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatRevisions;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * A thermostat on its way to a route.
 *
 * @param thermostat what was read
 * @param revisions  its revisions
 * @param equipment  running equipment, comma-separated, empty when idle; {@code null} when ecobee did not say
 * @param fresh      the parts whose revision moved since the consumer last processed the thermostat; all when it never
 *                   did
 * @param polledAt   when it was read
 * @param key        identifier, a slash, and how far the consumer got: until a route succeeds with the thermostat, it
 *                   is the same delivery, whatever else has changed meanwhile
 * @param outcome    hears what became of it
 */
public record ThermostatDelivery(
        Thermostat thermostat, ThermostatRevisions revisions, @Nullable String equipment, Set<Include> fresh, Instant polledAt,
        String key, Outcome outcome) implements Delivery {

    /**
     * Copies the set.
     *
     * @param thermostat see above
     * @param revisions  see above
     * @param equipment  see above
     * @param fresh      see above
     * @param polledAt   see above
     * @param key        see above
     * @param outcome    see above
     */
    public ThermostatDelivery {
        fresh = Set.copyOf(fresh);
    }

    /**
     * When the device last sent its readings (Runtime.shtml).
     *
     * @return the moment; empty when runtime was not read or does not tell
     */
    public Optional<Instant> lastStatusModified() {
        return Optional.ofNullable(thermostat.getRuntime())
                .flatMap(runtime -> ThermostatClock.utc(runtime.getLastStatusModified()));
    }

    /**
     * How old the readings were when the thermostat was polled.
     *
     * @return zero or more, however the clocks differ; empty when runtime was not read or does not tell
     */
    public Optional<Duration> age() {
        return lastStatusModified().map(sent -> sent.isAfter(polledAt) ? Duration.ZERO : Duration.between(sent, polledAt));
    }
}
