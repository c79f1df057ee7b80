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
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.ResumeProgramParams;
import io.github.camelecobee.model.Thermostat;

/**
 * Removes the running event on top, or with {@code resumeAll} every optional one, and goes back to the program
 * (ResumeProgram.shtml). Vacations and mandatory demand responses stay.
 */
public final class ResumeProgram implements ThermostatFunction {
    /** Creates it. */
    public ResumeProgram() {
    }

    @Override
    public String type() {
        return "resumeProgram";
    }

    @Override
    public Class<ResumeProgramParams> paramsType() {
        return ResumeProgramParams.class;
    }

    @Override
    public List<Function> build(Parameters given, Facts facts) {
        ResumeProgramParams params = new ResumeProgramParams()
                .withResumeAll(given.get("resumeAll").map(Parameter::flag).orElse(false));
        return List.of(Functions.function(type(), params));
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
    public boolean comparesWithBefore() {
        return true;
    }

    /** All gone that may go, or one less than before. */
    @Override
    public List<Adjustment> compare(Function sent, Facts before, Thermostat after) {
        boolean all = Boolean.TRUE.equals(EcobeeJson.convert(sent.getParams(), ResumeProgramParams.class).getResumeAll());
        int had = before.get(ResumeProgram::removable).orElse(List.of()).size();
        int has = removable(after).size();
        int most = all ? 0 : Math.max(0, had - 1);
        return has <= most ? List.of() : List.of(new Adjustment(after.getIdentifier(), "events", most, has));
    }

    static List<Event> removable(Thermostat thermostat) {
        return thermostat.getEvents() == null
                ? List.of()
                : thermostat.getEvents().stream().filter(event -> Boolean.TRUE.equals(event.getRunning()))
                        .filter(event -> !"vacation".equals(event.getType()) && !Boolean.FALSE.equals(event.getIsOptional()))
                        .toList();
    }
}
