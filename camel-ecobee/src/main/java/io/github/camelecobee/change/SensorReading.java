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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.model.Thermostat;
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

    private static final String TEMPERATURE = "temperature";
    private static final Set<String> NUMBERS = Set.of(
            "humidity", "co2", "co2PPM", "vocPPM", "airQuality", "airQualityAccuracy", "airPressure", "adc");
    /** What ecobee sends in place of a number: unknown, and calibrating. */
    private static final Set<String> NO_NUMBERS = Set.of("-5002", "-5003");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    /**
     * The readings of all sensors of a thermostat.
     *
     * @param  thermostat a thermostat, read with its sensors
     * @return            in ecobee's order, none when ecobee sent no sensors
     */
    public static List<SensorReading> of(Thermostat thermostat) {
        return sensors(thermostat).flatMap(sensor -> capabilities(sensor).map(capability -> of(
                text(thermostat.getIdentifier()), sensor, capability))).toList();
    }

    /** Those that can be told apart. */
    static Stream<RemoteSensor> sensors(Thermostat thermostat) {
        return thermostat.getRemoteSensors() == null
                ? Stream.empty()
                : thermostat.getRemoteSensors().stream().filter(sensor -> sensor != null && sensor.getId() != null);
    }

    static boolean isOnline(RemoteSensor sensor) {
        boolean thermometer = capabilities(sensor).anyMatch(each -> TEMPERATURE.equals(each.getType()));
        return capabilities(sensor).filter(each -> !thermometer || TEMPERATURE.equals(each.getType()))
                .anyMatch(each -> value(text(each.getType()), raw(each)) != null);
    }

    private static SensorReading of(String thermostatId, RemoteSensor sensor, RemoteSensorCapability capability) {
        String type = text(capability.getType());
        String raw = raw(capability);
        return new SensorReading(
                thermostatId, sensor.getId(), text(sensor.getName()), text(sensor.getType()), text(capability.getId()), type,
                value(type, raw), raw, isOnline(sensor));
    }

    private static Stream<RemoteSensorCapability> capabilities(RemoteSensor sensor) {
        return sensor.getCapability() == null ? Stream.empty() : sensor.getCapability().stream().filter(Objects::nonNull);
    }

    private static @Nullable String raw(RemoteSensorCapability capability) {
        return capability.getValue() == null ? null : String.valueOf(capability.getValue());
    }

    private static @Nullable Object value(String type, @Nullable String raw) {
        if (raw == null || raw.isBlank() || raw.equalsIgnoreCase("unknown")) {
            return null;
        }
        String text = raw.strip();
        if (type.equals(TEMPERATURE)) {
            return Temperature.ofReading(text).orElse(null);
        }
        if (type.equals("occupancy")) {
            return text.equalsIgnoreCase("true") ? Boolean.TRUE : text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
        }
        if (NO_NUMBERS.contains(text)) {
            return null;
        }
        if (NUMBERS.contains(type)) {
            return NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
        }
        return text;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

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
    @JsonValue
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
