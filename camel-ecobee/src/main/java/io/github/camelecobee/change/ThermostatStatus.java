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
package io.github.camelecobee.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.camelecobee.client.ThermostatRevisions;
import org.jspecify.annotations.Nullable;

/**
 * What the summary says of a thermostat (get-thermostat-summary.shtml). Immutable. Revisions are opaque: compare them
 * for equality only.
 *
 * @param thermostatId       identifier (serial number)
 * @param name               as its user named it, empty when never
 * @param connected          whether it is connected to ecobee; if not, what ecobee knows of it is old
 * @param thermostatRevision moves with settings, program, events and device configuration
 * @param alertsRevision     moves with alerts
 * @param runtimeRevision    moves with equipment and sensors
 * @param intervalRevision   moves with the five-minute readings; empty from servers that do not know it
 * @param equipment          ecobee's names of what runs now, empty when idle; {@code null} when ecobee did not say
 */
public record ThermostatStatus(
        String thermostatId, String name, boolean connected, String thermostatRevision, String alertsRevision,
        String runtimeRevision, String intervalRevision, @Nullable Set<String> equipment) {

    /**
     * Copies the set, keeping its order.
     *
     * @param thermostatId       see above
     * @param name               see above
     * @param connected          see above
     * @param thermostatRevision see above
     * @param alertsRevision     see above
     * @param runtimeRevision    see above
     * @param intervalRevision   see above
     * @param equipment          see above
     */
    public ThermostatStatus {
        equipment = equipment == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(equipment));
    }

    /**
     * Reads a line of the summary.
     *
     * @param  line      its revisions
     * @param  equipment running equipment, comma-separated, empty text when idle; {@code null} when ecobee did not say
     * @return           the status
     */
    public static ThermostatStatus of(ThermostatRevisions line, @Nullable String equipment) {
        return new ThermostatStatus(
                line.identifier(), line.name(), line.connected(), line.thermostat(), line.alerts(), line.runtime(),
                line.interval(), equipment == null ? null : running(equipment));
    }

    private static Set<String> running(String equipment) {
        return Arrays.stream(equipment.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The status in JSON's terms.
     *
     * @return a new map: text, booleans and a list; what is absent has no entry
     */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("thermostatId", thermostatId);
        map.put("name", name);
        map.put("connected", connected);
        map.put("thermostatRevision", thermostatRevision);
        map.put("alertsRevision", alertsRevision);
        map.put("runtimeRevision", runtimeRevision);
        map.put("intervalRevision", intervalRevision);
        if (equipment != null) {
            map.put("equipment", new ArrayList<>(equipment));
        }
        return map;
    }
}
