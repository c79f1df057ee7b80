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

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes as JSON and reads them again. META-INF/ecobee/change.schema.json describes the form, which only ever
 * grows.
 */
public final class ChangeJson {
    /** Where the JSON Schema of a change lies on the class path. */
    public static final String SCHEMA = "META-INF/ecobee/change.schema.json";

    private ChangeJson() {
    }

    /**
     * Writes a change.
     *
     * @param  change any change
     * @return        its JSON, on one line
     */
    public static String write(Change change) {
        return EcobeeJson.write(map(change));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param  json                     its JSON
     * @return                          the change
     * @throws IllegalArgumentException if the text is no JSON object, or describes no change
     */
    public static Change read(String json) {
        try {
            return change(EcobeeJson.readMap(json));
        } catch (EcobeeJsonException | IllegalArgumentException | DateTimeException e) {
            throw none(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param  json                     its JSON in UTF-8, or in another Unicode encoding that shows in its first bytes;
     *                                  it is closed
     * @return                          the change
     * @throws IOException              if the stream cannot be read
     * @throws IllegalArgumentException if it is no JSON object, or describes no change
     */
    public static Change read(InputStream json) throws IOException {
        try {
            return change(EcobeeJson.readMap(json));
        } catch (EcobeeJsonException | IllegalArgumentException | DateTimeException e) {
            throw none(e);
        }
    }

    private static IllegalArgumentException none(RuntimeException e) {
        return new IllegalArgumentException("The JSON describes no change: " + e.getMessage(), e);
    }

    static Map<String, Object> map(Change change) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", change.id());
        map.put("type", change.type().typeName());
        map.put("thermostatId", change.thermostatId());
        map.put("thermostatName", change.thermostatName());
        map.put("detectedAt", change.detectedAt().toString());
        map.put("revision", change.revision());
        if (change instanceof EquipmentChange equipment) {
            map.put("equipment", equipment.equipment());
            if (equipment.heatingSource() != null) {
                map.put("heatingSource", equipment.heatingSource().sourceName());
            }
        } else if (change instanceof SensorChange sensor) {
            map.put("sensorId", sensor.sensorId());
            map.put("sensorName", sensor.sensorName());
            map.put("sensorType", sensor.sensorType());
        }
        put(map, "before", change.before());
        put(map, "after", change.after());
        return map;
    }

    private static Change change(Map<String, @Nullable Object> map) {
        ChangeType type = ChangeType.parse(Values.text(map, "type"));
        Occurrence occurrence = new Occurrence(
                Values.text(map, "id"), Values.text(map, "thermostatId"), Values.text(map, "thermostatName"),
                Instant.parse(Values.text(map, "detectedAt")), Values.text(map, "revision"));
        Object before = map.get("before");
        Object after = map.get("after");
        return switch (type) {
            case THERMOSTAT_ADDED, THERMOSTAT_REMOVED, THERMOSTAT_REPLACED ->
                new ThermostatChange(
                        occurrence, type, Values.optional(map, "before"), Values.optional(map, "after"));
            case THERMOSTAT_CONNECTED, THERMOSTAT_DISCONNECTED -> new ConnectionChange(occurrence, type);
            case HVAC_MODE_CHANGED, FAN_MODE_CHANGED, FIRMWARE_CHANGED -> new ModeChange(
                    occurrence, type, Values.optional(map, "before"), Values.optional(map, "after"));
            case SCHEDULED_CLIMATE_CHANGED, ACTIVE_CLIMATE_CHANGED -> new ClimateChange(
                    occurrence, type, Values.climate(before), Values.climate(after));
            case HEAT_SET_POINT_CHANGED, COOL_SET_POINT_CHANGED -> new SetPointChange(
                    occurrence, type, Values.temperature(before), Values.temperature(after));
            case EQUIPMENT_STARTED, EQUIPMENT_STOPPED -> new EquipmentChange(
                    occurrence, type, Values.text(map, "equipment"),
                    HeatingSource.parse(map.get("heatingSource")).orElse(null));
            case ALERT_RAISED, ALERT_CLEARED -> new AlertChange(occurrence, type, Values.alert(before), Values.alert(after));
            case SENSOR_OFFLINE, SENSOR_ONLINE -> new SensorChange(
                    occurrence, type, Values.text(map, "sensorId"), Values.text(map, "sensorName"),
                    Values.text(map, "sensorType"));
            default -> new EventChange(occurrence, type, Values.event(before), Values.event(after));
        };
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value instanceof Temperature temperature) {
            map.put(name, Values.map(temperature));
        } else if (value instanceof NamedClimate climate) {
            map.put(name, Values.map(climate));
        } else if (value instanceof AlertDetails alert) {
            map.put(name, Values.map(alert));
        } else if (value instanceof EventDetails event) {
            map.put(name, Values.map(event));
        } else if (value != null) {
            map.put(name, value);
        }
    }
}
