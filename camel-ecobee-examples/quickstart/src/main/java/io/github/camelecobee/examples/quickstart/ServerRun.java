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

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.AuthorizationStatus;
import org.jspecify.annotations.Nullable;

/** The story with a server that is not ours: it only reads, unless told otherwise. */
final class ServerRun {
    /** ecobee allows one poll in three minutes; a server on this machine is somebody's test. */
    private static final Duration DELAY = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String KEY = "{{env:ECOBEE_API_KEY}}";

    private final Console console;
    private final String baseUrl;
    private final Path grants;
    private final boolean write;

    ServerRun(Console console, String baseUrl, @Nullable String grants, boolean write) {
        this.console = console;
        this.baseUrl = baseUrl;
        this.grants = grants == null
                ? Path.of(System.getProperty("user.home"), ".camel-ecobee", "quickstart-grants.json") : Path.of(grants);
        this.write = write;
    }

    int tell() {
        boolean local = isLocal();
        Story story = new Story(console);
        console.step("Camel starts and talks to " + baseUrl + (write ? "." : "; it only reads."));
        try (CamelApplication camel = new CamelApplication(
                baseUrl, KEY, grants, local ? Duration.ofSeconds(1) : DELAY, local, story)) {
            camel.start();
            awaitAuthorization(story.milestones(), camel);
            story.milestones().await("table", SOON, "No thermostats came: " + lastError(camel));
            if (write) {
                Writes writes = new Writes(console, story, camel);
                writes.resume(writes.hold());
            } else {
                console.step("Nothing was changed. With --write it would push a hold and resume the program.");
            }
            Closing.tell(console, story, camel);
        }
        return 0;
    }

    private void awaitAuthorization(Milestones milestones, CamelApplication camel) {
        for (int second = 0; second < SOON.toSeconds(); second++) {
            if (isAuthorized(camel) || milestones.isReached("pin")) {
                break;
            }
            AuthorizationStatus status = camel.authorization();
            if (status.lastError() != null) {
                throw new UserException(
                        status.state() == AuthorizationState.REAUTHORIZATION_REQUIRED
                                ? "ECOBEE_API_KEY: " + status.nextStep()
                                : "No PIN came from " + baseUrl + ": " + status.lastError());
            }
            pause(milestones);
        }
        if (!isAuthorized(camel)) {
            milestones.await("pin", Duration.ofMillis(1), "No PIN came from " + baseUrl + ": " + lastError(camel));
            milestones.await("authorized", Duration.ofMinutes(15), "Nobody entered the PIN: " + lastError(camel));
        }
    }

    private static boolean isAuthorized(CamelApplication camel) {
        return camel.authorization().state() == AuthorizationState.AUTHORIZED;
    }

    private static void pause(Milestones milestones) {
        try {
            milestones.await("pin", Duration.ofSeconds(1), "");
        } catch (UserException e) {
            // Not yet; the caller looks again.
        }
    }

    private static String lastError(CamelApplication camel) {
        AuthorizationStatus status = camel.authorization();
        return status.lastError() == null ? status.nextStep() : status.lastError();
    }

    private boolean isLocal() {
        String host = URI.create(baseUrl).getHost();
        return host != null && host.toLowerCase(Locale.ROOT).matches("localhost|127\\..*|\\[::1\\]");
    }
}
