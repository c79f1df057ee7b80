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
package io.github.camelecobee.model;

import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.NullMarked;

/**
 * Copies thermostats and puts them together from several readings. Properties that the contract does not know and
 * explicit nulls are copied too. Safe for use by several threads.
 */
@NullMarked
public final class ThermostatCopies {
    private static final ThermostatMapper MAPPER = new ThermostatMapperImpl();
    private static final Set<String> PROPERTIES = EcobeeObject.names(Thermostat.class);
    private static final UnaryOperator<String> SHARED = new SharedTexts();

    private ThermostatCopies() {
    }

    /**
     * A copy that shares nothing with the original that could be changed.
     *
     * @param  thermostat the original
     * @return            the copy
     */
    public static Thermostat copy(Thermostat thermostat) {
        return MAPPER.copy(thermostat, UnaryOperator.identity());
    }

    /**
     * A copy without some parts.
     *
     * @param  thermostat the original
     * @param  without    names on the wire of the properties to leave out, for example {@code remoteSensors}
     * @return            the copy
     */
    public static Thermostat copy(Thermostat thermostat, Set<String> without) {
        Thermostat some = new Thermostat();
        PROPERTIES.stream().filter(name -> !without.contains(name)).forEach(name -> some.takeOver(name, thermostat));
        some.takeOverUnknown(thermostat);
        return copy(some);
    }

    /**
     * A copy to be kept for long: equal short texts in it, and in other such copies, are one object.
     *
     * @param  thermostat the original
     * @return            the copy
     */
    public static Thermostat compact(Thermostat thermostat) {
        return MAPPER.copy(thermostat, SHARED);
    }

    /**
     * Puts into a reading what it does not say, because it was not asked for, from an older one. The two share these
     * values afterwards. Properties that the contract does not know come along.
     *
     * @param reading the reading, which is changed
     * @param older   an older reading of the same thermostat
     * @param without names on the wire of the properties to leave as the reading has them
     */
    public static void complete(Thermostat reading, Thermostat older, Set<String> without) {
        PROPERTIES.stream().filter(name -> !without.contains(name) && !reading.has(name))
                .forEach(name -> reading.takeOver(name, older));
        reading.takeOverUnknown(older);
    }
}
