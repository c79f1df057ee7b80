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
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Program;
import io.github.camelecobee.model.ResumeProgramParams;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a hold that asks for the climate which the schedule is in anyway: with {@code resumeIfScheduled} what
 * overrides it is removed, instead of one more hold put on top (yracine/device-type.myecobee#6).
 */
final class ScheduledClimate {
    /** The parameter that ecobee does not have. */
    static final String OWN = "resumeIfScheduled";

    private ScheduledClimate() {
    }

    static Set<Include> needs(Parameters given) {
        return isWanted(given) ? EnumSet.of(Include.PROGRAM, Include.EVENTS) : Set.of();
    }

    /**
     * What is done instead of the hold.
     *
     * @return the functions, none when nothing overrides the climate; empty when the hold is to be made
     */
    static Optional<List<Function>> instead(Parameters given, Facts facts) {
        if (!isWanted(given)) {
            return Optional.empty();
        }
        String wanted = given.need("holdClimateRef").text();
        return facts.get(ScheduledClimate::scheduled).filter(wanted::equals).map(same -> resume(facts));
    }

    private static List<Function> resume(Facts facts) {
        boolean overridden = facts.get(ResumeProgram::removable).filter(events -> !events.isEmpty()).isPresent();
        return overridden
                ? List.of(Functions.function("resumeProgram", new ResumeProgramParams().withResumeAll(true))) : List.of();
    }

    /** A hold that begins later has nothing to do with the climate of now. */
    private static boolean isWanted(Parameters given) {
        return given.get(OWN).filter(Parameter::flag).isPresent()
                && given.get("holdClimateRef").filter(climate -> !climate.text().isEmpty()).isPresent()
                && !given.has("start") && !given.has("startDate");
    }

    private static @Nullable String scheduled(Thermostat thermostat) {
        Program program = thermostat.getProgram();
        return program == null ? null : program.getCurrentClimateRef();
    }
}
