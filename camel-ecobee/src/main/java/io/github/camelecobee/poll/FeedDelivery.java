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
import org.jspecify.annotations.Nullable;

/**
 * A change, an alert, a reading or a status, on its way to a route.
 *
 * @param body      what it is
 * @param revisions the thermostat's line of the summary, the last known one if it is gone
 * @param equipment running equipment, comma-separated, empty when idle; {@code null} when ecobee did not say
 * @param polledAt  when it was found
 * @param lot       what was found together with it
 * @param index     which of these
 */
public record FeedDelivery(
        Object body, ThermostatRevisions revisions, @Nullable String equipment, Instant polledAt, FacetLot lot,
        int index) implements Delivery {

    @Override
    public Outcome outcome() {
        return processed -> lot.done(index, processed);
    }

    @Override
    public String key() {
        return revisions.identifier() + "/" + lot.subject(index);
    }

    /** Those of one thermostat come in order: none after one that failed. */
    @Override
    public boolean isDue() {
        return lot.isDue();
    }
}
