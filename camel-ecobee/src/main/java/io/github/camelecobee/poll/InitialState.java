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

import java.util.Collection;

import io.github.camelecobee.client.ThermostatRevisions;

/**
 * Lets a consumer leave out what was there before it: at its first poll of all it takes note of every thermostat. That
 * it did so is kept with its cursors, so that a thermostat which is added later, also after a restart, is told from one
 * that was there.
 */
final class InitialState {
    /** No identifier holds a star. */
    private static final String KEY = "*";
    private static final String BEGUN = "begun";
    private static final String NOTED = "noted";

    private final Cursors cursors;
    private boolean noted;

    InitialState(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * Takes note of these thermostats, unless that was done or something was delivered already.
     *
     * @return whether it did
     */
    boolean note(Collection<ThermostatRevisions> thermostats) {
        String marker = noted ? NOTED : cursors.get(KEY).orElse("");
        if (marker.equals(NOTED)) {
            noted = true;
            return false;
        }
        boolean first = marker.equals(BEGUN)
                || thermostats.stream().noneMatch(thermostat -> cursors.get(thermostat.identifier()).isPresent());
        if (first) {
            // A process that dies in between goes on with it.
            cursors.set(KEY, BEGUN);
            thermostats.stream().filter(thermostat -> cursors.get(thermostat.identifier()).isEmpty())
                    .forEach(thermostat -> cursors.set(thermostat.identifier(), thermostat.cursor()));
        }
        cursors.set(KEY, NOTED);
        noted = true;
        return first;
    }
}
