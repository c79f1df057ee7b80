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
import java.util.Set;

import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.ResumeProgramParams;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** The functions that the API knows, by their type. */
final class Functions {
    /** Known to ecobee, not simulated yet. */
    private static final Set<String> NOT_SIMULATED = Set.of("acknowledge", "controlPlug", "createVacation",
            "deleteVacation", "resetPreferences", "setOccupied", "unlinkVoiceEngine", "updateSensor");

    private final Map<String, ThermostatFunction> functions = Map.of(
            "setHold", new SetHold(),
            "resumeProgram", Functions::resumeProgram,
            "sendMessage", new SendMessage());

    /** Refuses the whole request when it names a function that does not exist. */
    void check(List<Function> asked) throws StatusException {
        for (Function function : asked) {
            String type = String.valueOf(function.getType());
            if (NOT_SIMULATED.contains(type)) {
                throw EcobeeStatus.PROCESSING_ERROR.with("Function " + type + " is not simulated.");
            }
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
