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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.transport.Answers;
import io.github.camelecobee.transport.HttpAnswer;
import io.github.camelecobee.transport.HttpCall;
import io.github.camelecobee.transport.HttpTransport;
import org.jmock.lib.concurrent.DeterministicScheduler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that are not quite UTF-8. */
class StrayBytesTest {
    private static final String BODY = """
            {"revisionList":["311019854581:Café:true:1:1:1:1"],"status":{"code":0,"message":""}}""";

    @Test
    void aByteThatIsNoUtf8CostsACharacterAndNotTheAnswer() {
        ThermostatSummary summary
                = client(BODY.getBytes(StandardCharsets.ISO_8859_1)).summary(ThermostatSelection.registered());

        assertThat(summary.revisions().values()).extracting(ThermostatRevisions::name).containsExactly("Caf\uFFFD");
    }

    @Test
    void utf8IsReadAsItIs() {
        ThermostatSummary summary = client(BODY.getBytes(StandardCharsets.UTF_8)).summary(ThermostatSelection.registered());

        assertThat(summary.revisions().values()).extracting(ThermostatRevisions::name).containsExactly("Café");
    }

    private static EcobeeClient client(byte[] body) {
        Clock clock = Clock.systemUTC();
        MemoryGrantStore store = new MemoryGrantStore();
        store.compareAndSet(AccountKey.of("a key", "home"), 0, new AuthorizationRecord(
                1, new Grant("A1", "R1", clock.instant(), clock.instant().plusSeconds(3599), "smartWrite", "Bearer"), null,
                null));
        HttpTransport same = new HttpTransport() {
            @Override
            public HttpAnswer send(HttpCall call) {
                return Answers.of(200, body);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        AuthorizationManager manager = new AuthorizationManager(
                AuthorizationSettings.builder("a key").build(), store, same, clock, new DeterministicScheduler());
        return new EcobeeClient(
                URI.create("https://ecobee.invalid"), same, manager.authorization("home"), "home",
                new Governor(clock, Duration.ZERO), clock);
    }
}
