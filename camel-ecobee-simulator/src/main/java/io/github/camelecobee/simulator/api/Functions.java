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
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.ResumeProgramParams;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** The functions that the API knows, by their type. */
final class Functions {
    private final Map<String, ThermostatFunction> functions = Map.ofEntries(
            Map.entry("acknowledge", new Acknowledge()),
            Map.entry("controlPlug", new ControlPlug()),
            Map.entry("createVacation", new CreateVacation()),
            Map.entry("deleteVacation", new DeleteVacation()),
            Map.entry("resetPreferences", (params, thermostat, now) -> thermostat.resetPreferences(now)),
            Map.entry("resumeProgram", Functions::resumeProgram),
            Map.entry("sendMessage", new SendMessage()),
            Map.entry("setHold", new SetHold()),
            Map.entry("setOccupied", new SetOccupied()),
            Map.entry("unlinkVoiceEngine", new UnlinkVoiceEngine()),
            Map.entry("updateSensor", new UpdateSensor()));

    /** Refuses the whole request when it names a function that does not exist. */
    void check(List<Function> asked) throws StatusException {
        for (Function function : asked) {
            String type = String.valueOf(function.getType());
            if (!functions.containsKey(type)) {
                throw EcobeeStatus.INVALID_FUNCTION.with("Function: " + type);
            }
        }
    }

    /** Applies checked functions in order; the first that fails ends the request, those before have taken effect. */
    void apply(List<Function> asked, VirtualThermostat thermostat, Instant now) throws StatusException {
        for (Function function : asked) {
            ThermostatFunction action = functions.get(function.getType());
            if (action != null) {
                action.apply(Objects.requireNonNullElse(function.getParams(), Map.of()), thermostat, now);
            }
        }
    }

    private static void resumeProgram(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        Boolean all = Requests.params(params, ResumeProgramParams.class).getResumeAll();
        thermostat.resume(Boolean.TRUE.equals(all), now);
    }
}
