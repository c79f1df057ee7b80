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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.camelecobee.change.Facets;
import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;
import io.github.camelecobee.model.Temperature;

/** Readings of sensors that are not what they were. */
public final class SensorFeed extends PartFeed {
    private static final String PART = "sensors";

    /**
     * Creates a feed.
     *
     * @param initialState whether the readings of a thermostat that is first seen are delivered
     */
    public SensorFeed(boolean initialState) {
        super(PART, Set.of(Include.SENSORS), Set.of(Revision.RUNTIME), initialState);
    }

    @Override
    public Facets facets(Sighting seen) {
        SortedMap<String, Object> facets = new TreeMap<>();
        readings(seen).forEach((key, reading) -> facets.put(key, facet(reading)));
        boolean known = seen.thermostat() != null && seen.thermostat().getRemoteSensors() != null;
        return new Facets(known ? parts() : Set.of(), facets);
    }

    @Override
    public List<Step> steps(Sighting seen, SortedMap<String, Object> before, SortedMap<String, Object> after) {
        List<Step> steps = new ArrayList<>();
        readings(seen).forEach((key, reading) -> {
            if (!facet(reading).equals(before.get(key))) {
                steps.add(new Step(List.of(key), "reading", id -> reading));
            }
        });
        return steps;
    }

    /** By key, in ecobee's order. */
    private static Map<String, SensorReading> readings(Sighting seen) {
        Map<String, SensorReading> readings = new LinkedHashMap<>();
        if (seen.thermostat() != null) {
            for (SensorReading reading : SensorReading.of(seen.thermostat())) {
                String key = String.join("/", PART, reading.sensorId(), reading.capabilityId(), reading.capability());
                // Wired sensors may have several capabilities of one type, none with an id.
                String free = key;
                for (int number = 2; readings.containsKey(free); number++) {
                    free = key + "/" + number;
                }
                readings.put(free, reading);
            }
        }
        return readings;
    }

    private static Map<String, Object> facet(SensorReading reading) {
        Map<String, Object> facet = new LinkedHashMap<>();
        facet.put("online", reading.online());
        Object value = reading.value();
        if (value != null) {
            facet.put("value", value instanceof Temperature temperature ? temperature.tenthsFahrenheit() : value);
        }
        return facet;
    }
}
