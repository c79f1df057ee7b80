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

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.transport.HttpAnswer;
import io.github.camelecobee.transport.HttpCall;
import io.github.camelecobee.transport.HttpTransport;
import org.jmock.lib.concurrent.DeterministicScheduler;

/** An ecobee with one thermostat, which says what the test wants it to say, also what no simulator would. */
final class ScriptedThermostat implements HttpTransport {
    static final String ID = "311019854581";

    /** What follows the name in the summary. */
    String revisions = "true:1:1:1:1";
    /** The JSON of the thermostat without its braces and identifier. */
    String thermostat = "";
    /** The parts asked for, in order. */
    final List<String> asked = new ArrayList<>();

    EcobeeClient client(Clock clock) {
        MemoryGrantStore store = new MemoryGrantStore();
        store.compareAndSet(AccountKey.of("a key", "home"), 0, new AuthorizationRecord(
                1, new Grant("A1", "R1", clock.instant(), clock.instant().plusSeconds(36000), "smartWrite", "Bearer"), null,
                null));
        AuthorizationManager manager = new AuthorizationManager(
                AuthorizationSettings.builder("a key").build(), store, this, clock, new DeterministicScheduler());
        return new EcobeeClient(
                URI.create("https://ecobee.invalid"), this, manager.authorization("home"), "home",
                new Governor(clock, Duration.ZERO), clock);
    }

    @Override
    public HttpAnswer send(HttpCall call) {
        String done = "\"status\":{\"code\":0,\"message\":\"\"}}";
        if (call.method().equals("POST")) {
            return new HttpAnswer(200, Map.of(), "{" + done);
        }
        if (call.uri().getPath().endsWith("Summary")) {
            return new HttpAnswer(200, Map.of(), "{\"revisionList\":[\"" + ID + ":Hall:" + revisions + "\"]," + done);
        }
        asked.add(URLDecoder.decode(call.uri().getRawQuery(), StandardCharsets.UTF_8).replaceAll(
                ".*\"selectionMatch\":\"\\d+\"|\"include|\":true|\\},.*", ""));
        return new HttpAnswer(
                200, Map.of(), "{\"thermostatList\":[{\"identifier\":\"" + ID + "\"," + thermostat + "}]," + done);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
