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
 * A thermostat that changed, on its way to a route.
 *
 * @param thermostat what was read
 * @param revisions  the revisions that made it be read
 * @param equipment  running equipment, comma-separated, empty when idle; {@code null} when ecobee did not say
 * @param polledAt   when it was read
 * @param key        identifier, a slash, and the revisions that matter: where one of them moved, it is another delivery
 * @param outcome    hears what became of it
 */
public record ThermostatDelivery(
        Thermostat thermostat, ThermostatRevisions revisions, @Nullable String equipment, Instant polledAt,
        String key, Outcome outcome) implements Delivery {
}
