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

import io.github.camelecobee.change.ThermostatStatus;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.ThermostatSummary;

/** Reads revisions and running equipment (get-thermostat-summary.shtml). */
public final class GetThermostatSummary implements OperationHandler {
    /** Creates it. */
    public GetThermostatSummary() {
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public Result handle(EcobeeClient client, Command command) {
        ThermostatSummary summary = client.summary(command.target());
        return new Result(
                summary.revisions().values().stream()
                        .map(line -> ThermostatStatus.of(line, summary.equipment().get(line.identifier()))).toList());
    }
}
