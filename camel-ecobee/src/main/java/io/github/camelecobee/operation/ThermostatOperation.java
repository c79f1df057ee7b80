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
package io.github.camelecobee.operation;

import io.github.camelecobee.client.EcobeeClient;

/** An operation that changes thermostats by POST /thermostat (post-update-thermostats.shtml). */
public interface ThermostatOperation extends OperationHandler {
    /**
     * What is to be changed.
     *
     * @param  command                  what was asked for
     * @return                          the change
     * @throws IllegalArgumentException if a parameter is missing or wrong
     */
    DesiredChange desired(Command command);

    @Override
    default boolean changes() {
        return true;
    }

    @Override
    default Result handle(EcobeeClient client, Command command) {
        return new ThermostatWriter(client, command, desired(command)).write();
    }
}
