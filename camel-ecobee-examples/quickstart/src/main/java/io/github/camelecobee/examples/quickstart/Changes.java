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
package io.github.camelecobee.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says what differs between two readings of a thermostat. */
final class Changes {
    private Changes() {
    }

    static String between(ThermostatRow before, ThermostatRow after) {
        List<String> changes = new ArrayList<>();
        note(changes, "", before, after, ThermostatRow::temperature);
        note(changes, "humidity ", before, after, ThermostatRow::humidity);
        note(changes, "mode ", before, after, ThermostatRow::mode);
        note(changes, "set points ", before, after, ThermostatRow::setPoints);
        note(changes, "running ", before, after, ThermostatRow::running);
        note(changes, "hold ", before, after, ThermostatRow::hold);
        return String.join("; ", changes);
    }

    private static void note(
            List<String> changes, String name, ThermostatRow before, ThermostatRow after,
            Function<ThermostatRow, String> property) {
        if (!property.apply(before).equals(property.apply(after))) {
            changes.add(name + property.apply(before) + " -> " + property.apply(after));
        }
    }
}
