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
package io.github.camelecobee.operation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a thermostat before it is changed. A change that is the same for every thermostat is built without.
 *
 * @param thermostat as it was read, with the parts that were asked for; {@code null} when nothing is known
 * @param now        the time
 * @param readNow    whether it was read for this change; what consumers read may be minutes old
 */
public record Facts(@Nullable Thermostat thermostat, Instant now, boolean readNow) {
    /**
     * What was read for this change.
     *
     * @param thermostat as it was read, {@code null} when it was not
     * @param now        the time
     */
    public Facts(@Nullable Thermostat thermostat, Instant now) {
        this(thermostat, now, thermostat != null);
    }

    /**
     * Something about the thermostat.
     *
     * @param  what tells it; may answer {@code null}
     * @param  <T>  its type
     * @return      the answer, empty when nothing is known or there is none
     */
    public <T> Optional<T> get(Function<Thermostat, @Nullable T> what) {
        return thermostat == null ? Optional.empty() : Optional.ofNullable(what.apply(thermostat));
    }

    /**
     * The thermostat's clock.
     *
     * @return its zone, empty when it is not known
     */
    public Optional<ThermostatClock> clock() {
        return thermostat == null ? Optional.empty() : ThermostatClock.of(thermostat);
    }
}
