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
package io.github.camelecobee.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Selection;

/**
 * Which thermostats are meant (Selection.shtml).
 *
 * @param type  how they are chosen
 * @param match identifiers, or one set path; empty for {@link Type#REGISTERED}
 */
public record ThermostatSelection(Type type, List<String> match) {

    /** More identifiers in one request are refused with code 6 (get-thermostats.shtml). */
    public static final int CHUNK = 25;

    /** How thermostats are chosen. */
    public enum Type {
        /** Every thermostat registered to the account; Smart accounts only. */
        REGISTERED("registered"),
        /** By identifier; every account. */
        THERMOSTATS("thermostats"),
        /** A management set and the sets below it; EMS and utility accounts. */
        MANAGEMENT_SET("managementSet");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }
    }

    /**
     * Copies the list.
     *
     * @param type  see above
     * @param match see above
     */
    public ThermostatSelection {
        match = List.copyOf(match);
    }

    /**
     * Every thermostat registered to the account.
     *
     * @return the selection
     */
    public static ThermostatSelection registered() {
        return new ThermostatSelection(Type.REGISTERED, List.of());
    }

    /**
     * Thermostats by identifier.
     *
     * @param  identifiers              serial numbers, any number of them; requests carry {@value #CHUNK} each
     * @return                          the selection
     * @throws IllegalArgumentException if there is none
     */
    public static ThermostatSelection thermostats(List<String> identifiers) {
        if (identifiers.isEmpty()) {
            throw new IllegalArgumentException("thermostatIds: at least one identifier is needed");
        }
        return new ThermostatSelection(Type.THERMOSTATS, identifiers.stream().distinct().toList());
    }

    /**
     * Thermostats by identifier.
     *
     * @param  csv                      serial numbers, comma-separated; blanks around them do not matter
     * @return                          the selection
     * @throws IllegalArgumentException if there is none
     */
    public static ThermostatSelection thermostats(String csv) {
        return thermostats(Arrays.stream(csv.split(",")).map(String::strip).filter(id -> !id.isEmpty()).toList());
    }

    /**
     * A management set.
     *
     * @param  path                     its path, {@code /} for all
     * @return                          the selection
     * @throws IllegalArgumentException if it is blank
     */
    public static ThermostatSelection managementSet(String path) {
        if (path.isBlank()) {
            throw new IllegalArgumentException("managementSet: a path is needed, / for all thermostats");
        }
        return new ThermostatSelection(Type.MANAGEMENT_SET, List.of(path.strip()));
    }

    /**
     * The same thermostats in selections that one request may carry.
     *
     * @return this selection, or several of at most {@value #CHUNK} identifiers
     */
    public List<ThermostatSelection> chunks() {
        if (match.size() <= CHUNK) {
            return List.of(this);
        }
        List<ThermostatSelection> chunks = new ArrayList<>();
        for (int from = 0; from < match.size(); from += CHUNK) {
            chunks.add(new ThermostatSelection(type, match.subList(from, Math.min(from + CHUNK, match.size()))));
        }
        return List.copyOf(chunks);
    }

    /**
     * The object to send.
     *
     * @param  includes the parts asked for
     * @return          the wire object
     */
    public Selection toWire(Set<Include> includes) {
        if (includes.isEmpty()) {
            return new Selection().withSelectionType(type.wire).withSelectionMatch(String.join(",", match));
        }
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("selectionType", type.wire);
        wire.put("selectionMatch", String.join(",", match));
        includes.stream().sorted().forEach(include -> wire.put(include.flag(), true));
        return EcobeeJson.convert(wire, Selection.class);
    }

    /**
     * How it reads in an error message, for example {@code thermostats 311019854581}; of many, those that come first.
     */
    @Override
    public String toString() {
        if (match.isEmpty()) {
            return type.wire + " thermostats";
        }
        String first = String.join(",", match.subList(0, Math.min(match.size(), CHUNK)));
        return type.wire + " " + first + (match.size() > CHUNK ? " and " + (match.size() - CHUNK) + " more" : "");
    }
}
