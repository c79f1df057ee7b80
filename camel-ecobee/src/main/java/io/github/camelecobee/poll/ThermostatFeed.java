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
package io.github.camelecobee.poll;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.Revision;
import io.github.camelecobee.client.ThermostatRevisions;

/**
 * What a consumer of thermostats wants.
 *
 * @param includes     the parts it reads; they decide which revisions matter
 * @param unchangedToo whether every poll delivers every thermostat, changed or not
 * @param initialState whether the first poll of all delivers what is there already, rather than take note of it
 */
public record ThermostatFeed(Set<Include> includes, boolean unchangedToo, boolean initialState) {

    /**
     * Copies the set.
     *
     * @param includes     see above
     * @param unchangedToo see above
     * @param initialState see above
     */
    public ThermostatFeed {
        includes = Set.copyOf(includes);
    }

    /**
     * Reads the option {@code deliver}.
     *
     * @param  text                     {@code changed} or {@code all}, in any letter case
     * @return                          whether unchanged thermostats are delivered too
     * @throws IllegalArgumentException if it is something else
     */
    public static boolean unchangedToo(String text) {
        boolean all = text.strip().equalsIgnoreCase("all");
        if (!all && !text.strip().equalsIgnoreCase("changed")) {
            throw new IllegalArgumentException("deliver: '" + text + "' is unknown; give one of changed, all");
        }
        return all;
    }

    /**
     * The revisions of the parts. Parts that no revision moves with, such as the weather, and the properties that are
     * always sent, are watched through the thermostat revision.
     */
    Set<Revision> matters() {
        Set<Revision> matters = includes.stream().map(Include::revision).filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Revision.class)));
        matters.add(Revision.THERMOSTAT);
        return matters;
    }

    /** The parts whose revision moved since a cursor; all of them when there is none, or none that can be read. */
    Set<Include> fresh(ThermostatRevisions now, String cursor) {
        Predicate<Include> moved = ThermostatRevisions.ofCursor(now.identifier(), cursor)
                .<Predicate<Include>> map(before -> part -> !now.agrees(part, before)).orElse(part -> true);
        return includes.stream().filter(moved).collect(Collectors.toCollection(() -> EnumSet.noneOf(Include.class)));
    }
}
