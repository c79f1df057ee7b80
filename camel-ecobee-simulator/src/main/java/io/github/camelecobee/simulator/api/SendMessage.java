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
package io.github.camelecobee.simulator.api;

import java.time.Instant;

import io.github.camelecobee.model.SendMessageParams;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** {@code sendMessage}: raises an alert of type message (SendMessage.shtml). */
final class SendMessage implements ThermostatFunction {
    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        String text = Requests.params(params, SendMessageParams.class).getText();
        if (text == null || text.isEmpty()) {
            throw EcobeeStatus.FUNCTION_ERROR.with("Missing parameter: text Function: sendMessage");
        }
        thermostat.addAlert(NewAlert.of("message", text, thermostat, now), now);
    }
}
