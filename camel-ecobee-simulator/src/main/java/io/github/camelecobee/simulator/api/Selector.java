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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.model.Selection;
import io.github.camelecobee.simulator.account.Sight;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/** Finds the thermostats of a selection (Selection.shtml), for every kind of account. */
final class Selector {
    private static final int MOST = 25;
    static final String NONE = "No thermostats in selection. Ensure permissions and selection.";

    private Selector() {
    }

    /**
     * Finds them.
     *
     * @param emptyMeansAll whether {@code thermostats} without identifiers means all of the account: the consumer
     *                      portal asks for the summary so
     */
    static List<VirtualThermostat> select(
            @Nullable Selection selection, Sight sight, boolean emptyMeansAll)
            throws StatusException {
        String type = selection == null ? null : selection.getSelectionType();
        String match = selection == null ? null : selection.getSelectionMatch();
        if ("registered".equals(type)) {
            return notEmpty(sight.registered());
        }
        if ("managementSet".equals(type)) {
            // For EMS and utility accounts; others find nothing.
            return notEmpty(sight.managementSet(match));
        }
        // "none" and "user" stand in old lists only.
        if (!"thermostats".equals(type)) {
            throw EcobeeStatus.INVALID_SELECTION.with(NONE);
        }
        if (match == null || match.isEmpty()) {
            return notEmpty(emptyMeansAll ? sight.registered() : List.of());
        }
        return identified(match, sight);
    }

    private static List<VirtualThermostat> identified(String match, Sight sight)
            throws StatusException {
        Set<String> identifiers = new LinkedHashSet<>(List.of(match.split(",", -1)));
        if (identifiers.size() > MOST) {
            throw EcobeeStatus.TOO_MANY_THERMOSTATS.exception();
        }
        List<VirtualThermostat> found = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        for (String identifier : identifiers) {
            VirtualThermostat thermostat = sight.named(identifier);
            if (thermostat == null) {
                strangers.add(identifier);
            } else {
                found.add(thermostat);
            }
        }
        if (strangers.size() == identifiers.size()) {
            throw EcobeeStatus.INVALID_SELECTION.with(NONE);
        }
        if (!strangers.isEmpty()) {
            throw strangers(strangers);
        }
        return found;
    }

    /** The message lists the offending identifiers (error-codes.shtml); its wording is not known. */
    static StatusException strangers(List<String> identifiers) {
        return EcobeeStatus.NOT_AUTHORIZED.with("User cannot access thermostats " + identifiers);
    }

    private static List<VirtualThermostat> notEmpty(List<VirtualThermostat> found)
            throws StatusException {
        if (found.isEmpty()) {
            throw EcobeeStatus.INVALID_SELECTION.with(NONE);
        }
        return found;
    }
}
