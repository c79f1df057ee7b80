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

import java.util.List;
import java.util.Set;

import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatUpdateRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about thermostats (post-update-thermostats.shtml): properties, functions, or both in one
 * request. Equal updates of several thermostats fit into one request. Nobody changes what is in it.
 *
 * @param properties writable properties to set, {@code null} for none
 * @param functions  functions to execute, in order; may be empty
 */
public record ThermostatUpdate(@Nullable Thermostat properties, List<Function> functions) {
    /** Nothing to change. */
    public static final ThermostatUpdate NOTHING = new ThermostatUpdate(null, List.of());

    /**
     * Copies the list.
     *
     * @param properties see above
     * @param functions  see above
     */
    public ThermostatUpdate {
        functions = List.copyOf(functions);
    }

    /**
     * An update by functions.
     *
     * @param  functions the functions, in order
     * @return           the update
     */
    public static ThermostatUpdate of(List<Function> functions) {
        return new ThermostatUpdate(null, functions);
    }

    /**
     * Whether there is nothing to send.
     *
     * @return whether it has neither properties nor functions
     */
    public boolean isEmpty() {
        return properties == null && functions.isEmpty();
    }

    /**
     * The request that makes it.
     *
     * @param  selection the thermostats, as many as one request may name
     * @return           a new request
     */
    public ThermostatUpdateRequest toRequest(ThermostatSelection selection) {
        // An absent thermostat, not null: null is refused with code 5 (i8beef#3).
        ThermostatUpdateRequest request = new ThermostatUpdateRequest().withSelection(selection.toWire(Set.of()));
        if (properties != null) {
            request.setThermostat(properties);
        }
        if (!functions.isEmpty()) {
            request.setFunctions(functions);
        }
        return request;
    }
}
