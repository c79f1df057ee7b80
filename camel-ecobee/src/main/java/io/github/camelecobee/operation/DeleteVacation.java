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
import io.github.camelecobee.model.DeleteVacationParams;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;

/** Deletes a vacation, whether it runs or is to come (DeleteVacation.shtml); resumeProgram does not end one. */
public final class DeleteVacation implements ThermostatFunction {
    /** Creates it. */
    public DeleteVacation() {
    }

    @Override
    public String type() {
        return "deleteVacation";
    }

    @Override
    public Class<DeleteVacationParams> paramsType() {
        return DeleteVacationParams.class;
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        // Another client may have made one with a longer name, if ecobee ever allowed it.
        String name = given.need("name").text(1, Integer.MAX_VALUE);
        return List.of(Functions.function(type(), new DeleteVacationParams().withName(name)));
    }

    @Override
    public Set<Include> guardedWhenRead(Parameters given) {
        return EnumSet.of(Include.EVENTS);
    }

    @Override
    public void guardPresence(Parameters given, Function built, Facts facts) {
        Parameter name = given.need("name");
        Vacations.of(facts).filter(present -> !present.contains(name.text())).ifPresent(present -> {
            throw name.wrong(
                    "a vacation of this thermostat: " + (present.isEmpty() ? "it has none" : String.join(", ", present)));
        });
    }

    @Override
    public Set<Include> readBack() {
        return EnumSet.of(Include.EVENTS);
    }

    @Override
    public String subject(Function sent) {
        return "vacation " + EcobeeJson.convert(sent.getParams(), DeleteVacationParams.class).getName();
    }

    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        String name = EcobeeJson.convert(sent.getParams(), DeleteVacationParams.class).getName();
        boolean there = after.getEvents() != null && after.getEvents().stream()
                .anyMatch(event -> "vacation".equals(event.getType()) && name.equals(event.getName()));
        return there ? List.of(new Adjustment(after.getIdentifier(), "events.vacation", null, name)) : List.of();
    }
}
