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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.model.Selection;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/** Finds the thermostats of a selection (Selection.shtml), for a Smart account. */
final class Selector {
    private static final int MOST = 25;
    private static final String NONE = "No thermostats in selection. Ensure permissions and selection.";

    private Selector() {
    }

    /**
     * Finds them.
     *
     * @param emptyMeansAll whether {@code thermostats} without identifiers means all of the account: the consumer
     *                      portal asks for the summary so
     */
    static List<VirtualThermostat> select(
            @Nullable Selection selection, Map<String, VirtualThermostat> thermostats, boolean emptyMeansAll)
            throws StatusException {
        String type = selection == null ? null : selection.getSelectionType();
        String match = selection == null ? null : selection.getSelectionMatch();
        if ("registered".equals(type)) {
            return notEmpty(thermostats.values());
        }
        // Sets are for EMS and utility accounts; "none" and "user" stand in old lists only.
        if (!"thermostats".equals(type)) {
            throw EcobeeStatus.INVALID_SELECTION.with(NONE);
        }
        if (match == null || match.isEmpty()) {
            return notEmpty(emptyMeansAll ? thermostats.values() : List.of());
        }
        return identified(match, thermostats);
    }

    private static List<VirtualThermostat> identified(String match, Map<String, VirtualThermostat> thermostats)
            throws StatusException {
        Set<String> identifiers = new LinkedHashSet<>(List.of(match.split(",", -1)));
        if (identifiers.size() > MOST) {
            throw EcobeeStatus.TOO_MANY_THERMOSTATS.exception();
        }
        List<String> strangers = identifiers.stream().filter(identifier -> !thermostats.containsKey(identifier)).toList();
        if (strangers.size() == identifiers.size()) {
            throw EcobeeStatus.INVALID_SELECTION.with(NONE);
        }
        if (!strangers.isEmpty()) {
            // The message lists the offending identifiers (error-codes.shtml); its wording is not known.
            throw EcobeeStatus.NOT_AUTHORIZED.with("User cannot access thermostats " + strangers);
        }
        return identifiers.stream().map(thermostats::get).toList();
    }

    private static List<VirtualThermostat> notEmpty(Collection<VirtualThermostat> found)
            throws StatusException {
        if (found.isEmpty()) {
            throw EcobeeStatus.INVALID_SELECTION.with(NONE);
        }
        return new ArrayList<>(found);
    }
}
