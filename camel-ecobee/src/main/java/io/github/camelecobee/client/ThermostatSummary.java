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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.camelecobee.model.ThermostatSummaryResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which thermostats there are, their revisions, and what equipment runs (get-thermostat-summary.shtml).
 *
 * @param revisions by identifier, in ecobee's order
 * @param equipment running equipment by identifier, comma-separated, empty text when idle; no entry when ecobee did not
 *                  say
 */
public record ThermostatSummary(Map<String, ThermostatRevisions> revisions, Map<String, String> equipment) {
    private static final Logger LOG = LoggerFactory.getLogger(ThermostatSummary.class);

    /**
     * Copies the maps, keeping their order.
     *
     * @param revisions see above
     * @param equipment see above
     */
    public ThermostatSummary {
        revisions = Collections.unmodifiableMap(new LinkedHashMap<>(revisions));
        equipment = Map.copyOf(equipment);
    }

    static ThermostatSummary empty() {
        return new ThermostatSummary(Map.of(), Map.of());
    }

    static ThermostatSummary of(ThermostatSummaryResponse response, SummaryLines known) {
        Map<String, ThermostatRevisions> revisions = new LinkedHashMap<>();
        lines(response.getRevisionList()).forEach(line -> {
            Optional<ThermostatRevisions> parsed = known.read(line);
            parsed.ifPresentOrElse(thermostat -> revisions.put(thermostat.identifier(), thermostat),
                    () -> unreadable(line, known.isFirstUnreadable()));
        });
        Map<String, String> equipment = new LinkedHashMap<>();
        // Joined by identifier: that both lists have one order is a guess of clients.
        lines(response.getStatusList()).filter(line -> line.indexOf(':') > 0).forEach(
                line -> equipment.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
        return new ThermostatSummary(revisions, equipment);
    }

    /** What comes with every poll is said once. */
    private static void unreadable(String line, boolean first) {
        String shown = line.replaceAll("\\p{Cntrl}", "?");
        if (first) {
            LOG.warn("ecobee sent a summary line of an unknown form. Such lines are left out, and nothing more is said"
                     + " until a summary has none: {}",
                    shown);
        } else {
            LOG.debug("Another summary line of an unknown form: {}", shown);
        }
    }

    ThermostatSummary plus(ThermostatSummary other) {
        Map<String, ThermostatRevisions> allRevisions = new LinkedHashMap<>(revisions);
        allRevisions.putAll(other.revisions);
        Map<String, String> allEquipment = new LinkedHashMap<>(equipment);
        allEquipment.putAll(other.equipment);
        return new ThermostatSummary(allRevisions, allEquipment);
    }

    /** The same for some of the thermostats. */
    ThermostatSummary only(List<String> identifiers) {
        Map<String, ThermostatRevisions> someRevisions = new LinkedHashMap<>(revisions);
        someRevisions.keySet().retainAll(identifiers);
        Map<String, String> someEquipment = new LinkedHashMap<>(equipment);
        someEquipment.keySet().retainAll(identifiers);
        return new ThermostatSummary(someRevisions, someEquipment);
    }

    private static Stream<String> lines(@Nullable List<String> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
