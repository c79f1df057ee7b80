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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.UnlinkVoiceEngineParams;

/** Unlinks a voice assistant (UnlinkVoiceEngine.shtml); linking happens in the voice service. */
public final class UnlinkVoiceEngine implements ThermostatFunction {
    /** Creates it. */
    public UnlinkVoiceEngine() {
    }

    @Override
    public String type() {
        return "unlinkVoiceEngine";
    }

    @Override
    public Class<UnlinkVoiceEngineParams> paramsType() {
        return UnlinkVoiceEngineParams.class;
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        String name = given.need("engineName").text(1, Integer.MAX_VALUE);
        return List.of(Functions.function(type(), new UnlinkVoiceEngineParams().withEngineName(name)));
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.AUDIO);
    }

    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        String name = EcobeeJson.convert(sent.getParams(), UnlinkVoiceEngineParams.class).getEngineName();
        boolean linked = after.getAudio() != null && after.getAudio().getVoiceEngines() != null
                && after.getAudio().getVoiceEngines().stream()
                        .anyMatch(engine -> name.equals(engine.getName()) && Boolean.TRUE.equals(engine.getEnabled()));
        return linked
                ? List.of(new Adjustment(after.getIdentifier(), "audio.voiceEngines." + name + ".enabled", false, true))
                : List.of();
    }
}
