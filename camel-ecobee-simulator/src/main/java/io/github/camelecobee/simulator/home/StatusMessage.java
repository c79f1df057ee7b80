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
package io.github.camelecobee.simulator.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.github.camelecobee.model.RemoteSensor;
import io.github.camelecobee.model.RemoteSensorCapability;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;

/**
 * What a thermostat tells the cloud about its room, at most every three minutes and only when something has changed.
 * Guarded by the home's lock.
 */
final class StatusMessage {
    private static final long HALF_HOUR = Duration.ofMinutes(30).toSeconds();
    private static final String UNKNOWN = "unknown";

    private final Room room;
    private final Outdoors outdoors;
    private boolean changed = true;

    StatusMessage(Room room, Outdoors outdoors) {
        this.room = room;
        this.outdoors = outdoors;
    }

    /** The next message is sent even if the room is as before. */
    void markChanged() {
        changed = true;
    }

    /** Relative humidity in percent. */
    int humidity(Instant now) {
        return (int) Math.round(40 + 3 * outdoors.noise(now.getEpochSecond() / HALF_HOUR));
    }

    /** Tells the cloud, and says whether there was anything to tell. */
    boolean send(Thermostat state, Instant now, SetPoints aim) {
        Runtime runtime = state.getRuntime();
        if (!Boolean.TRUE.equals(runtime.getConnected())) {
            return false;
        }
        int humidity = humidity(now);
        note(runtime.getActualTemperature(), room.temperature());
        note(runtime.getActualHumidity(), humidity);
        note(state.getEquipmentStatus(), room.equipmentStatus());
        runtime.setActualTemperature(room.temperature());
        runtime.setRawTemperature(room.temperature());
        runtime.setActualHumidity(humidity);
        state.setEquipmentStatus(room.equipmentStatus());
        sendSensors(state, now, humidity, aim);
        if (!changed) {
            return false;
        }
        runtime.setLastModified(ThermostatClock.utc(now));
        runtime.setLastStatusModified(ThermostatClock.utc(now));
        changed = false;
        return true;
    }

    private void sendSensors(Thermostat state, Instant now, int humidity, SetPoints aim) {
        int number = 0;
        for (RemoteSensor sensor : state.getRemoteSensors()) {
            for (RemoteSensorCapability capability : sensor.getCapability()) {
                String value = value(String.valueOf(capability.getType()), number, now, humidity, aim);
                // A sensor without contact says "unknown" until somebody changes its battery.
                if (!value.isEmpty() && !UNKNOWN.equals(capability.getValue())) {
                    note(capability.getValue(), value);
                    capability.setValue(value);
                }
            }
            number++;
        }
    }

    /** Each sensor hangs in a corner of its own, a little warmer or colder than the thermostat's. */
    private String value(String type, int number, Instant now, int humidity, SetPoints aim) {
        return switch (type) {
            case "temperature" ->
                String.valueOf(room.temperature() + (number == 0 ? 0 : Math.round(12 * outdoors.noise(number))));
            case "humidity" -> String.valueOf(humidity);
            case "occupancy" ->
                String.valueOf(aim.occupied() && outdoors.noise(now.getEpochSecond() / HALF_HOUR + number) > -0.4);
            default -> "";
        };
    }

    private void note(Object before, Object after) {
        changed |= !Objects.equals(before, after);
    }
}
