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
package io.github.camelecobee.simulator.home;

import java.time.Instant;
import java.util.Objects;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * Where a thermostat hangs in a home. It begins to live when somebody looks at it first, and then as if it had lived
 * all the time: what it shows depends on nothing but its description, its seed and the time. Guarded by the home's
 * lock.
 */
final class Hook {
    /** Until it lives. */
    private @Nullable Thermostat described;
    private final long seed;
    private final Instant hung;
    private @Nullable VirtualThermostat living;
    private boolean followsPeople;

    /**
     * Hangs a thermostat.
     *
     * @throws IllegalArgumentException if it names no time zone that exists
     */
    Hook(Thermostat described, long seed, Instant now) {
        if (described.getLocation() != null && described.getLocation().getTimeZone() != null
                && ThermostatClock.of(described).isEmpty()) {
            throw Place.noTimeZone(described);
        }
        this.described = described;
        this.seed = seed;
        this.hung = now;
    }

    /** Lets it follow people, before it lives. */
    void followPeople() {
        followsPeople = true;
    }

    /** The thermostat as it is at an instant. */
    VirtualThermostat at(Instant now) {
        VirtualThermostat thermostat = living;
        if (thermostat == null) {
            thermostat = new VirtualThermostat(Template.complete(Objects.requireNonNull(described)), seed, hung);
            living = thermostat;
            described = null;
            if (followsPeople) {
                thermostat.automatics().followPeople();
            }
        }
        thermostat.catchUp(now);
        return thermostat;
    }
}
