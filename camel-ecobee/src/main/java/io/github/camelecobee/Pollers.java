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

import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.poll.Cursors;
import io.github.camelecobee.poll.ThermostatPoller;

/** Makes the poller that an endpoint's options describe. */
final class Pollers {
    private Pollers() {
    }

    static ThermostatPoller create(EcobeeEndpoint endpoint, Cursors cursors) {
        EcobeeConfiguration options = endpoint.getConfiguration();
        return new ThermostatPoller(
                endpoint.client(), selection(options), Includes.of(options), cursors, endpoint.getComponent().effectiveClock());
    }

    private static ThermostatSelection selection(EcobeeConfiguration options) {
        if (options.getThermostatIds() != null) {
            return ThermostatSelection.thermostats(options.getThermostatIds());
        }
        return options.getManagementSet() == null
                ? ThermostatSelection.registered() : ThermostatSelection.managementSet(options.getManagementSet());
    }
}
