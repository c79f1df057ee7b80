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
    static final String UNKNOWN = "unknown";
    private static final int TICK_SECONDS = 300;

    private final House house;
    private boolean changed = true;

    StatusMessage(House house) {
        this.house = house;
    }

    /** Without contact all that a sensor says is "unknown". */
    static void setSensorOnline(Thermostat state, String id, boolean online) {
        RemoteSensor sensor = state.getRemoteSensors().stream().filter(each -> id.equals(each.getId())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no sensor " + id));
        sensor.getCapability().forEach(capability -> capability.setValue(online ? "" : UNKNOWN));
    }

    /** The next message is sent even if the room is as before. */
    void markChanged() {
        changed = true;
    }

    /** Tells the cloud, and says whether there was anything to tell. */
    boolean send(Thermostat state, Instant now, Conditions conditions) {
        Runtime runtime = state.getRuntime();
        if (!Boolean.TRUE.equals(runtime.getConnected())) {
            return false;
        }
        note(runtime.getActualTemperature(), house.temperature());
        note(runtime.getActualHumidity(), house.humidity());
        note(state.getEquipmentStatus(), house.equipmentStatus());
        runtime.setActualTemperature(house.temperature());
        runtime.setRawTemperature(house.temperature());
        runtime.setActualHumidity(house.humidity());
        state.setEquipmentStatus(house.equipmentStatus());
        sendSensors(state, now, conditions);
        if (SensorValues.hasAirQuality(String.valueOf(state.getModelNumber()))) {
            sendAir(runtime);
        }
        if (!changed) {
            return false;
        }
        runtime.setLastModified(ThermostatClock.utc(now));
        runtime.setLastStatusModified(ThermostatClock.utc(now));
        changed = false;
        return true;
    }

    private void sendAir(Runtime runtime) {
        int carbonDioxide = house.carbonDioxide();
        note(runtime.getActualCO2(), carbonDioxide);
        runtime.setActualCO2(carbonDioxide);
        runtime.setActualVOC(SensorValues.volatiles(carbonDioxide));
        runtime.setActualAQScore(SensorValues.score(carbonDioxide));
        runtime.setActualAQAccuracy(4);
    }

    private void sendSensors(Thermostat state, Instant now, Conditions conditions) {
        Surroundings around = conditions.place().at(Math.floorDiv(now.getEpochSecond(), TICK_SECONDS));
        int number = 0;
        for (RemoteSensor sensor : state.getRemoteSensors()) {
            for (RemoteSensorCapability capability : sensor.getCapability()) {
                String value = SensorValues.of(String.valueOf(capability.getType()), number, house.temperature(),
                        house.humidity(), house.carbonDioxide(), conditions, around);
                // A sensor without contact says "unknown" until somebody changes its battery.
                if (!value.isEmpty() && !UNKNOWN.equals(capability.getValue())) {
                    note(capability.getValue(), value);
                    capability.setValue(value);
                }
            }
            number++;
        }
    }

    private void note(Object before, Object after) {
        changed |= !Objects.equals(before, after);
    }
}
