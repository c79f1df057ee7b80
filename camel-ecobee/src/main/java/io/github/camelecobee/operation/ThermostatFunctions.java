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

import java.util.List;
import java.util.stream.Collectors;

/** The functions of ecobee (functions/*.shtml). */
public final class ThermostatFunctions {
    private static final List<ThermostatFunction> ALL = List.of(new Acknowledge(), new ControlPlug(), new CreateVacation(),
            new DeleteVacation(), new ResetPreferences(), new ResumeProgram(), new SendMessage(), new SetHold(),
            new SetOccupied(), new UnlinkVoiceEngine(), new UpdateSensor());

    private ThermostatFunctions() {
    }

    /**
     * Finds a function.
     *
     * @param  type                     its name on the wire, in any letter case
     * @return                          the function
     * @throws IllegalArgumentException if there is none of that name; the message lists those that exist
     */
    public static ThermostatFunction named(String type) {
        return ALL.stream().filter(function -> function.type().equalsIgnoreCase(type)).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + Shown.of(type) + "' is no function of ecobee; there are "
                                                                + ALL.stream().map(ThermostatFunction::type)
                                                                        .collect(Collectors.joining(", "))));
    }
}
