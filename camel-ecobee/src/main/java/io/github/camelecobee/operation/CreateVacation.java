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
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.CreateVacationParams;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;

/**
 * Creates a vacation (CreateVacation.shtml). Start and end may each be left out: ecobee takes now, and 14 days after
 * the start.
 */
public final class CreateVacation implements ThermostatFunction {
    /** ecobee answers code 7 to longer ones, which its documentation does not say (home-assistant/core#26953). */
    private static final int LONGEST_NAME = 12;

    /** Creates it. */
    public CreateVacation() {
    }

    @Override
    public String type() {
        return "createVacation";
    }

    @Override
    public Class<CreateVacationParams> paramsType() {
        return CreateVacationParams.class;
    }

    @Override
    public Set<String> ownParameters() {
        return TimeSpan.OWN;
    }

    @Override
    public Parameters complete(Parameters given, ThermostatSelection target) {
        return TimeSpan.oneOfEach(given);
    }

    @Override
    public Set<Include> needs(Parameters given) {
        return TimeSpan.needs(given);
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        given.need("name").text(1, LONGEST_NAME);
        given.need("heatHoldTemp");
        given.need("coolHoldTemp");
        SetPoints.checkPlausible(given);
        given.get("fanMinOnTime").ifPresent(minutes -> minutes.number(0, 60));
        Parameters wire = TimeSpan.onTheWire(given, facts);
        CreateVacationParams params = Functions.params(wire, CreateVacationParams.class);
        given.get("fan").ifPresent(fan -> params.setFan(fan.word(List.of("auto", "on"))));
        SetPoints.checkOrder(given, params.getHeatHoldTemp(), params.getCoolHoldTemp());
        return List.of(Functions.function(type(), params));
    }

    @Override
    public Set<Include> guardedBy(Parameters given) {
        return SetPoints.GUARDED_BY;
    }

    @Override
    public Set<Include> guardedWhenRead(Parameters given) {
        return EnumSet.of(Include.EVENTS);
    }

    @Override
    public void guardPresence(Parameters given, Function built, Facts facts) {
        Parameter name = given.need("name");
        Vacations.of(facts).filter(present -> present.contains(name.text())).ifPresent(present -> {
            throw name.wrong("a name that no vacation of this thermostat has; it has " + String.join(", ", present));
        });
    }

    @Override
    public void guard(Parameters given, Function built, Facts facts) {
        CreateVacationParams params = EcobeeJson.convert(built.getParams(), CreateVacationParams.class);
        SetPoints.guard(given, params.getHeatHoldTemp(), params.getCoolHoldTemp(), facts);
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.EVENTS);
    }

    @Override
    public String subject(Function sent) {
        return "vacation " + EcobeeJson.convert(sent.getParams(), CreateVacationParams.class).getName();
    }

    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        String name = EcobeeJson.convert(sent.getParams(), CreateVacationParams.class).getName();
        return Comparison.withEvent(sent, after, "vacation", event -> name.equals(event.getName()));
    }
}
