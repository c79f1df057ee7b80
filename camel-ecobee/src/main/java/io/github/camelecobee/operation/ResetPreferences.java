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
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.ResetPreferencesParams;
import io.github.camelecobee.model.Thermostat;

/**
 * Sets preferences, settings and program back to how the thermostat was delivered, for ever (ResetPreferences.shtml).
 * What that is, ecobee does not say, so there is nothing to compare with afterwards.
 */
public final class ResetPreferences implements ThermostatFunction {
    /** Creates it. */
    public ResetPreferences() {
    }

    @Override
    public String type() {
        return "resetPreferences";
    }

    @Override
    public Class<ResetPreferencesParams> paramsType() {
        return ResetPreferencesParams.class;
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        return List.of(Functions.function(type(), new ResetPreferencesParams()));
    }

    @Override
    public Set<Include> readBack() {
        return Set.of();
    }

    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        return List.of();
    }
}
