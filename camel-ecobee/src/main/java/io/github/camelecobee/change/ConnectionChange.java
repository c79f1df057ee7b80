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
 * A thermostat lost its connection to ecobee, or has it again.
 *
 * @param occurrence where and when
 * @param type       {@link ChangeType#THERMOSTAT_CONNECTED} or {@link ChangeType#THERMOSTAT_DISCONNECTED}
 */
public record ConnectionChange(Occurrence occurrence, ChangeType type) implements Change {

    /** Whether it was connected before. */
    @Override
    public Boolean before() {
        return type == ChangeType.THERMOSTAT_DISCONNECTED;
    }

    /** Whether it is connected since. */
    @Override
    public Boolean after() {
        return type == ChangeType.THERMOSTAT_CONNECTED;
    }
}
