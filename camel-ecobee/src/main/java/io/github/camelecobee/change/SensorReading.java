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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.github.camelecobee.model.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a sensor: one capability of a {@code remoteSensors} element (RemoteSensor.shtml,
 * RemoteSensorCapability.shtml). Immutable.
 *
 * @param thermostatId identifier (serial number) of the thermostat that the sensor belongs to
 * @param sensorId     for example {@code rs:100}; {@code ei:0} is the thermostat itself
 * @param sensorName   as its user named it, empty when never
 * @param sensorType   for example {@code ecobee3_remote_sensor}, empty when ecobee does not say
 * @param capabilityId {@code 1}, {@code 2} and so on; empty on some wired sensors
 * @param capability   what is measured, in ecobee's words: {@code temperature}, {@code humidity}, {@code occupancy},
 *                     {@code co2}, {@code airQuality}, {@code dryContact}, and others as they come
 * @param value        {@link Temperature} of a temperature; {@link Boolean} of an occupancy, true if there was motion
 *                     within the last 30 minutes; {@link Integer} of a humidity (percent), of
 *                     {@code co2}/{@code co2PPM} (ppm), {@code vocPPM}, {@code airQuality}, {@code airQualityAccuracy},
 *                     {@code airPressure} and {@code adc}; the text of anything else; {@code null} when ecobee knows of
 *                     none, also for impossible temperatures such as those of an empty battery
 * @param raw          what ecobee sent, {@code unknown} or {@code -5002} too; {@code null} when nothing
 * @param online       whether the sensor is in contact: its temperature, or if it has none something else, has a value
 */
public record SensorReading(
        String thermostatId, String sensorId, String sensorName, String sensorType, String capabilityId,
        String capability, @Nullable Object value, @Nullable String raw, boolean online) {

    /**
     * The temperature.
     *
     * @return empty when this is none, or ecobee knows of none
     */
    public Optional<Temperature> temperature() {
        return value instanceof Temperature temperature ? Optional.of(temperature) : Optional.empty();
    }

    /**
     * The occupancy.
     *
     * @return whether there was motion within the last 30 minutes; empty when this is none, or ecobee knows of none
     */
    public Optional<Boolean> occupancy() {
        return value instanceof Boolean occupied ? Optional.of(occupied) : Optional.empty();
    }

    /**
     * The number of a humidity, an air quality and the like.
     *
     * @return empty when this is none, or ecobee knows of none
     */
    public Optional<Integer> number() {
        return value instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    /**
     * The reading in JSON's terms.
     *
     * @return a new map: text, numbers, booleans, and a map of a temperature; what is absent has no entry
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("thermostatId", thermostatId);
        map.put("sensorId", sensorId);
        map.put("sensorName", sensorName);
        map.put("sensorType", sensorType);
        map.put("capabilityId", capabilityId);
        map.put("capability", capability);
        if (value != null) {
            map.put("value", value instanceof Temperature temperature ? Values.map(temperature) : value);
        }
        if (raw != null) {
            map.put("raw", raw);
        }
        map.put("online", online);
        return map;
    }
}
