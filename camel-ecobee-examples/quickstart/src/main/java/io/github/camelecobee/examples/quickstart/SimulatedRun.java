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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.util.FileUtil;

/** The story with a simulator in the same process: nothing is needed from outside. */
final class SimulatedRun {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** A placeholder, as for any key: it has a default because everybody may know the key of a simulator. */
    private static final String KEY = "{{simulator.key:" + EcobeeSimulator.DEFAULT_API_KEY + "}}";

    private SimulatedRun() {
    }

    static int tell(Console console, int port, boolean browser) throws IOException {
        Path folder = Files.createTempDirectory("quickstart");
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder().port(port).clock(SimulatedClock.real())
                .pinInterval(Duration.ofSeconds(1));
        try (EcobeeSimulator simulator = builder.start()) {
            console.step("An ecobee simulator runs at " + simulator.baseUri() + ".");
            Story story = new Story(console);
            try (CamelApplication camel = new CamelApplication(
                    simulator.baseUri().toString(), KEY, folder.resolve("grants.json"),
                    Duration.ofSeconds(1), true, story)) {
                console.step("Camel starts; its routes wait for the authorization, not for you.");
                camel.start();
                tell(console, simulator, story, camel, browser);
            }
        } finally {
            FileUtil.removeDir(folder.toFile());
        }
        return 0;
    }

    private static void tell(
            Console console, EcobeeSimulator simulator, Story story, CamelApplication camel, boolean browser) {
        Milestones milestones = story.milestones();
        String pin = milestones.await("pin", SOON, "The simulator issued no PIN.");
        if (browser) {
            console.detail("Open " + simulator.portalUri() + " and enter it there.");
            milestones.await("authorized", Duration.ofMinutes(9), "Nobody entered the PIN.");
        } else {
            console.detail("(The quick start enters it for you; with --browser you do it yourself.)");
            simulator.approvePin(pin);
            milestones.await("authorized", SOON, "The PIN was approved, but no token came.");
        }
        console.detail("From here on a minute passes in the simulated homes with each second.");
        try (Pace pace = new Pace(simulator.clock())) {
            pace.start();
            live(console, simulator, story, camel);
        }
    }

    private static void live(Console console, EcobeeSimulator simulator, Story story, CamelApplication camel) {
        Milestones milestones = story.milestones();
        milestones.await("table", SOON, "No thermostats came.");
        milestones.await("change", SOON, "No change came.");
        Writes writes = new Writes(console, story, camel);
        Thermostat held = writes.hold();

        console.step("The access token expires now, an hour before its time: ecobee will answer HTTP 500, code 14.");
        milestones.forget("change");
        simulator.expireAccessTokens();
        milestones.await("refreshed", SOON, "The token was not refreshed.");
        console.detail("The request that met code 14 was sent again with the new token.");
        milestones.await("change", SOON, "No change came after the refresh.");

        writes.resume(held);
        Closing.tell(console, story, camel);
    }
}
