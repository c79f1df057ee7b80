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
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.ControlPlugParams;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;

/**
 * Switches a smart plug by hold (ControlPlug.shtml). No property of a thermostat tells how a plug stands, so there is
 * nothing to read back.
 */
public final class ControlPlug implements ThermostatFunction {
    private static final List<String> STATES = List.of("on", "off", "resume");

    /** Creates it. */
    public ControlPlug() {
    }

    @Override
    public String type() {
        return "controlPlug";
    }

    @Override
    public Class<ControlPlugParams> paramsType() {
        return ControlPlugParams.class;
    }

    @Override
    public Set<String> ownParameters() {
        return HoldSpan.OWN;
    }

    @Override
    public Parameters complete(Parameters given, ThermostatSelection target) {
        return HoldSpan.agreed(given);
    }

    @Override
    public Set<Include> needs(Parameters given) {
        return HoldSpan.needs(given);
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        given.need("plugName").text(1, Integer.MAX_VALUE);
        String state = given.need("plugState").word(STATES);
        Parameters wire = HoldSpan.onTheWire(given, facts);
        return List.of(Functions.function(type(), Functions.params(wire, ControlPlugParams.class).withPlugState(state)));
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
