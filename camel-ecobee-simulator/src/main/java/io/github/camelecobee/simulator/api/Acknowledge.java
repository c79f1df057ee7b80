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
package io.github.camelecobee.simulator.api;

import java.time.Instant;

import io.github.camelecobee.model.AcknowledgeParams;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/**
 * {@code acknowledge}: answers an alert (Acknowledge.shtml). The alert leaves the list; one that is deferred with
 * {@code remindMeLater} comes back after a day, and {@code unacknowledged} brings one back at once. The day is our
 * choice.
 */
final class Acknowledge implements ThermostatFunction {
    private static final String NAME = "acknowledge";

    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        AcknowledgeParams asked = Requests.params(params, AcknowledgeParams.class);
        String identifier = Refusals.required(NAME, "thermostatIdentifier", asked.getThermostatIdentifier());
        String reference = Refusals.required(NAME, "ackRef", asked.getAckRef());
        String type = Refusals.oneOf(NAME, "ackType", asked.getAckType(), "accept", "decline", "defer", "unacknowledged");
        if (!identifier.equals(thermostat.state().getIdentifier())) {
            // The selection may hold more devices than the one that raised the alert.
            return;
        }
        boolean later = type.equals("defer") && Boolean.TRUE.equals(asked.getRemindMeLater());
        if (!thermostat.acknowledge(reference, type, later, now)) {
            throw Refusals.function(NAME, "Alert not found: " + reference + ".");
        }
    }
}
