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
import io.github.camelecobee.client.ThermostatUpdate;
import io.github.camelecobee.model.Thermostat;

/** A change that somebody wants to make to thermostats, before it is known what that means for each of them. */
public interface DesiredChange {
    /**
     * The parts of a thermostat without which the update cannot be built.
     *
     * @return the parts, empty when the update is the same for every thermostat
     */
    Set<Include> needs();

    /**
     * Whether the update counts only while the thermostat's configuration is what it was when it was read. If it moved,
     * the update is built again from what there is then.
     *
     * @return whether it does
     */
    default boolean mustBeUnchanged() {
        return false;
    }

    /**
     * Builds the update.
     *
     * @param  facts                    what is known of the thermostat: the needed parts at least
     * @return                          the update, empty when there is nothing to do
     * @throws IllegalArgumentException if a parameter is missing or wrong
     */
    ThermostatUpdate update(Facts facts);

    /**
     * The parts of a thermostat that tell whether it can do what is asked for.
     *
     * @return the parts
     */
    Set<Include> guardedBy();

    /**
     * The parts that tell it only when they are read for this change.
     *
     * @return the parts
     */
    default Set<Include> guardedWhenRead() {
        return Set.of();
    }

    /**
     * Refuses what the thermostat cannot do, as far as that is known.
     *
     * @param  update                   what is to be sent
     * @param  facts                    what is known; parts may be missing
     * @throws IllegalArgumentException if it cannot
     */
    void guard(ThermostatUpdate update, Facts facts);

    /**
     * The parts of a thermostat that tell whether the change was made.
     *
     * @return the parts, empty when nothing tells
     */
    Set<Include> readBack();

    /**
     * Whether the parts to read back must be known from before as well.
     *
     * @return whether they must
     */
    boolean comparesWithBefore();

    /**
     * Compares what was asked for with what there is.
     *
     * @param  sent   what was sent
     * @param  before what was known before
     * @param  after  the thermostat as it was read afterwards, with the parts to read back
     * @return        what is different; empty when all is as asked for
     */
    List<Adjustment> compare(ThermostatUpdate sent, Facts before, Thermostat after);
}
