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

import java.time.Duration;

import io.github.camelecobee.model.Thermostat;

/** The part of the story that changes a thermostat. */
final class Writes {
    private final Console console;
    private final Story story;
    private final CamelApplication camel;

    Writes(Console console, Story story, CamelApplication camel) {
        this.console = console;
        this.story = story;
        this.camel = camel;
    }

    Thermostat hold() {
        Thermostat thermostat = story.pick(any -> ThermostatRow.hold(any).isEmpty());
        String seen = "held " + thermostat.getIdentifier();
        story.milestones().forget(seen);
        console.step("Push a hold to " + name(thermostat) + ": heat 72 F, cool 78 F, for two hours.");
        camel.send("hold", thermostat.getIdentifier());
        story.milestones().await(seen, patience(), "The hold did not show in the change feed.");
        return thermostat;
    }

    void resume(Thermostat thermostat) {
        String seen = "free " + thermostat.getIdentifier();
        story.milestones().forget(seen);
        console.step("Resume the program of " + name(thermostat) + ".");
        camel.send("resume", thermostat.getIdentifier());
        story.milestones().await(seen, patience(), "The hold is still there.");
    }

    /** A poll of a real service comes every three minutes. */
    private static Duration patience() {
        return Duration.ofMinutes(4);
    }

    private static String name(Thermostat thermostat) {
        return ThermostatRow.of(thermostat).name();
    }
}
