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
package io.github.camelecobee;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.camelecobee.change.SensorReading;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Revision;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** A facet for each capability of a sensor: its value as ecobee sent it, and whether the sensor is in contact. */
final class SensorFacets implements FacetView {
    private static final String UNKNOWN = "unknown";
    private static final String TEMPERATURE = "temperature";

    @Override
    public String uri() {
        return "ecobee:sensors?delay=180000";
    }

    @Override
    public Set<Revision> revisions() {
        return EnumSet.of(Revision.RUNTIME);
    }

    @Override
    public boolean tellsFirstState() {
        return true;
    }

    @Override
    public boolean tellsWhatGoes() {
        return false;
    }

    @Override
    public boolean repeatsThePast() {
        return false;
    }

    @Override
    public SortedMap<String, String> facets(Thermostat read, boolean connected) {
        SortedMap<String, String> facets = new TreeMap<>();
        for (RemoteSensor sensor : read.getRemoteSensors()) {
            boolean online = isOnline(sensor.getCapability());
            sensor.getCapability().forEach(each -> facets.put(
                    key(sensor.getId(), each.getId(), each.getType()), value(String.valueOf(each.getValue()), online)));
        }
        return facets;
    }

    /** By its thermometer, or by anything else if it has none. */
    static boolean isOnline(List<RemoteSensorCapability> capabilities) {
        boolean thermometer = capabilities.stream().anyMatch(each -> TEMPERATURE.equals(each.getType()));
        return capabilities.stream().filter(each -> !thermometer || TEMPERATURE.equals(each.getType()))
                .map(each -> String.valueOf(each.getValue())).anyMatch(each -> !each.isEmpty() && !each.equals(UNKNOWN));
    }

    @Override
    public Told told(Message message) {
        SensorReading reading = message.getBody(SensorReading.class);
        return new Told(
                null, key(reading.sensorId(), reading.capabilityId(), reading.capability()), null,
                value(String.valueOf(reading.raw()), reading.online()));
    }

    private static String key(String sensor, @Nullable String capability, String type) {
        return String.join("/", sensor, String.valueOf(capability), type);
    }

    private static String value(String raw, boolean online) {
        return raw + (online ? " online" : " offline");
    }
}
