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

import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.Runtime;
import io.github.camelecobee.model.Thermostat;

/**
 * What becomes of a hold that was given one set point where ecobee wants two (home-assistant/core#144126): it is
 * refused, or the other one is the one that rules now, moved where the two would come too close. The mode does not
 * count: a person may change it, and a route that worked must not begin to fail then.
 */
final class MissingSetPoint {
    /** The parameter that ecobee does not have. */
    static final String OWN = "missingSetPoint";

    private static final String RUNNING = "running";
    private static final String HEAT = "heatHoldTemp";
    private static final String COOL = "coolHoldTemp";

    private MissingSetPoint() {
    }

    static Set<Include> needs(Parameters given) {
        return isFilled(given) ? SetPoints.GUARDED_BY : Set.of();
    }

    static Parameters filled(Parameters given, Facts facts) {
        if (given.has(HEAT) == given.has(COOL)) {
            return given;
        }
        String there = given.has(HEAT) ? HEAT : COOL;
        String missing = given.has(HEAT) ? COOL : HEAT;
        if (!isFilled(given)) {
            throw new IllegalArgumentException(
                    given.subject() + ": heatHoldTemp and coolHoldTemp must be given together, but only " + there
                                               + " was; give " + missing + " too, or take the one that rules now with"
                                               + " missingSetPoint=running");
        }
        int delta = SetPoints.minDelta(facts.get(Thermostat::getSettings).orElse(null));
        int known = given.need(there).temperature().tenthsFahrenheit();
        Runtime runtime = facts.get(Thermostat::getRuntime).orElseThrow(() -> untold(given, missing));
        Integer ruling = missing.equals(COOL) ? runtime.getDesiredCool() : runtime.getDesiredHeat();
        if (ruling == null) {
            throw untold(given, missing);
        }
        int filled = missing.equals(COOL) ? Math.max(ruling, known + delta) : Math.min(ruling, known - delta);
        return given.with(missing, new Parameter(filled, "the running set point"));
    }

    private static IllegalArgumentException untold(Parameters given, String missing) {
        return new IllegalArgumentException(
                given.subject() + ": " + missing + " is missing, and the thermostat does not tell the one that rules now");
    }

    private static boolean isFilled(Parameters given) {
        return given.has(HEAT) != given.has(COOL)
                && given.get(OWN).filter(what -> RUNNING.equals(what.word(List.of("refuse", RUNNING)))).isPresent();
    }
}
