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

/**
 * A sensor went offline or came back.
 *
 * @param occurrence where and when
 * @param type       {@link ChangeType#SENSOR_OFFLINE} or {@link ChangeType#SENSOR_ONLINE}
 * @param sensorId   for example {@code rs:100}
 * @param sensorName as its user named it, empty when never
 * @param sensorType for example {@code ecobee3_remote_sensor}, empty when ecobee does not say
 */
public record SensorChange(
        Occurrence occurrence, ChangeType type, String sensorId, String sensorName,
        String sensorType) implements Change {

    /** Whether it was online before. */
    @Override
    public Boolean before() {
        return type == ChangeType.SENSOR_OFFLINE;
    }

    /** Whether it is online since. */
    @Override
    public Boolean after() {
        return type == ChangeType.SENSOR_ONLINE;
    }
}
