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

import io.github.camelecobee.model.Audio;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.UnlinkVoiceEngineParams;
import io.github.camelecobee.model.VoiceEngine;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/** {@code unlinkVoiceEngine}: disables a voice assistant (UnlinkVoiceEngine.shtml). */
final class UnlinkVoiceEngine implements ThermostatFunction {
    private static final String NAME = "unlinkVoiceEngine";

    @Override
    public void apply(Object params, VirtualThermostat thermostat, Instant now) throws StatusException {
        String name = Refusals.required(NAME, "engineName",
                Requests.params(params, UnlinkVoiceEngineParams.class).getEngineName());
        Thermostat changed = thermostat.copy();
        Audio audio = changed.getAudio();
        List<VoiceEngine> engines = audio == null || audio.getVoiceEngines() == null ? List.of() : audio.getVoiceEngines();
        VoiceEngine engine = engines.stream().filter(each -> name.equals(each.getName())).findFirst()
                .orElseThrow(() -> Refusals.function(NAME, "Voice engine not found: " + name + "."));
        if (!Boolean.FALSE.equals(engine.getEnabled())) {
            engine.setEnabled(false);
            thermostat.replace(changed);
            thermostat.configured(now);
        }
    }
}
