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
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;

/**
 * A function of ecobee: what it takes, what it needs, what ecobee would refuse, and how its effect shows. Stateless.
 */
public interface ThermostatFunction {
    /** The {@link #subject} of those that stack or pop holds. */
    String HOLDS = "holds";

    /**
     * Its name on the wire.
     *
     * @return for example {@code setHold}
     */
    String type();

    /**
     * The schema's class for its parameters.
     *
     * @return the class
     */
    Class<? extends EcobeeObject> paramsType();

    /**
     * Parameters beside those of ecobee, which are turned into them.
     *
     * @return their names
     */
    default Set<String> ownParameters() {
        return Set.of();
    }

    /**
     * The parameter that a message body of plain text stands for.
     *
     * @return its name, empty text when plain text means nothing to the function
     */
    default String textParameter() {
        return "";
    }

    /**
     * Parameters that a consumer may have noted about the message: they count when nobody gave them.
     *
     * @return names of headers by names of parameters
     */
    default Map<String, String> notedParameters() {
        return Map.of();
    }

    /**
     * Settles what was given, once: adds what follows from the thermostats it is for, and of what says the same leaves
     * what was given closest to the message. The other methods take what this one returns.
     *
     * @param  given                    what was given
     * @param  target                   the thermostats
     * @return                          the parameters
     * @throws IllegalArgumentException if it cannot be for these, or contradicts itself
     */
    default Parameters complete(Parameters given, ThermostatSelection target) {
        return given;
    }

    /**
     * The parts of a thermostat without which it cannot be built.
     *
     * @param  given what was given
     * @return       the parts, empty when it is the same for every thermostat
     */
    default Set<Include> needs(Parameters given) {
        return Set.of();
    }

    /**
     * Builds it.
     *
     * @param  given                    what was given
     * @param  facts                    what is known of the thermostat: the needed parts at least
     * @return                          functions to execute; none when there is nothing to do
     * @throws IllegalArgumentException if a parameter is missing or wrong
     */
    List<Function> build(Parameters given, Facts facts);

    /**
     * The parts of a thermostat that tell whether it can do what is asked for.
     *
     * @param  given what was given
     * @return       the parts
     */
    default Set<Include> guardedBy(Parameters given) {
        return Set.of();
    }

    /**
     * The parts that tell it only when they are read for this change: consumers may have read them minutes ago.
     *
     * @param  given what was given
     * @return       the parts
     */
    default Set<Include> guardedWhenRead(Parameters given) {
        return Set.of();
    }

    /**
     * Refuses what the thermostat cannot do, as far as that is known.
     *
     * @param  given                    what was given
     * @param  built                    what is to be sent
     * @param  facts                    what is known; parts may be missing
     * @throws IllegalArgumentException if it cannot
     */
    default void guard(Parameters given, Function built, Facts facts) {
    }

    /**
     * Refuses what does not go with what there is on the thermostat. Asked only when that was read for this change, and
     * nothing before it in the request changes the same {@link #subject}.
     *
     * @param  given                    what was given
     * @param  built                    what is to be sent
     * @param  facts                    what was read; parts may be missing
     * @throws IllegalArgumentException if it cannot be done
     */
    default void guardPresence(Parameters given, Function built, Facts facts) {
    }

    /**
     * Whether a later one takes the place of one that waits: when it leaves nothing of what that one did.
     *
     * @return whether it does
     */
    default boolean lastOneCounts() {
        return false;
    }

    /**
     * What it changes: of several in one request that change the same, only what the last one did can be seen.
     *
     * @param  sent what was sent
     * @return      the same text for the same thing, empty when nothing hides what it did
     */
    default String subject(Function sent) {
        return "";
    }

    /**
     * The parts of a thermostat that tell whether it was executed.
     *
     * @return the parts, empty when nothing tells
     */
    Set<Include> readBack();

    /**
     * Whether the parts to read back must be known from before as well.
     *
     * @return whether they must
     */
    default boolean comparesWithBefore() {
        return false;
    }

    /**
     * Compares what was asked for with what there is.
     *
     * @param  sent   what was sent
     * @param  before what was known before
     * @param  after  the thermostat as it was read afterwards
     * @return        what is different
     */
    List<Adjustment> compare(Function sent, Facts before, Thermostat after);
}
