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

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.SetOccupiedParams;
import io.github.camelecobee.model.Thermostat;

/**
 * Switches an EMS thermostat to occupied or unoccupied (SetOccupied.shtml). There is one such event at a time; a new
 * one takes its place, and resumeProgram ends it.
 */
public final class SetOccupied implements ThermostatFunction {
    /** The models of other accounts end so; new ones may be called anything (Thermostat.shtml). */
    private static final String NOT_EMS = "Smart";
    private static final String EVENT = "switchOccupancy";

    /** Creates it. */
    public SetOccupied() {
    }

    @Override
    public String type() {
        return "setOccupied";
    }

    @Override
    public Class<SetOccupiedParams> paramsType() {
        return SetOccupiedParams.class;
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
        boolean occupied = given.need("occupied").flag();
        Parameters wire = HoldSpan.onTheWire(given, facts);
        return List.of(Functions.function(type(), Functions.params(wire, SetOccupiedParams.class).withOccupied(occupied)));
    }

    @Override
    public Set<Include> guardedWhenRead(Parameters given) {
        // The model comes with every read, and this is the smallest one.
        return EnumSet.of(Include.VERSION);
    }

    @Override
    public void guard(Parameters given, Function built, Facts facts) {
        facts.get(Thermostat::getModelNumber).filter(model -> model.endsWith(NOT_EMS)).ifPresent(model -> {
            throw new IllegalArgumentException(
                    given.subject() + ": only EMS thermostats can be switched to occupied or unoccupied, and this one is '"
                                               + model + "'; give setHold a holdClimateRef instead");
        });
    }

    @Override
    public String subject(Function sent) {
        return HOLDS;
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.EVENTS);
    }

    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        boolean occupied = EcobeeJson.convert(sent.getParams(), SetOccupiedParams.class).getOccupied();
        List<Adjustment> found = new ArrayList<>(Comparison.withEvent(sent, after, EVENT, event -> true));
        if (after.getEvents() != null) {
            after.getEvents().stream().filter(event -> EVENT.equals(event.getType())).findFirst()
                    .filter(event -> event.getIsOccupied() != null && event.getIsOccupied() != occupied)
                    .ifPresent(event -> found.add(new Adjustment(
                            after.getIdentifier(), "events." + EVENT + ".isOccupied",
                            occupied, event.getIsOccupied())));
        }
        return found;
    }
}
