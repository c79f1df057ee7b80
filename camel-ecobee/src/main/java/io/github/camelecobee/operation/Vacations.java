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
import java.util.Optional;

import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/** The vacations of a thermostat by name: a name is unique on it, and the key to delete one (CreateVacation.shtml). */
final class Vacations {
    private static final String TYPE = "vacation";

    private Vacations() {
    }

    /** Their names, those to come included; empty when the events are not known. */
    static Optional<List<String>> of(Facts facts) {
        return facts.get(Vacations::names);
    }

    private static @Nullable List<String> names(Thermostat thermostat) {
        return thermostat.getEvents() == null
                ? null
                : thermostat.getEvents().stream().filter(event -> TYPE.equals(event.getType())).map(Event::getName).toList();
    }
}
