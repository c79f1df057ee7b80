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

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Servers and gateways that repeat in their answer what they were sent. */
class EchoTest {
    private static final String TOKEN = "tell-tale-token";

    @ParameterizedTest
    @ValueSource(strings = {
            "<html>Bad request. You sent: GET /1/thermostat Authorization: Bearer tell-tale-token</html>",
            "{\"status\":{\"code\":3,\"message\":\"Processing error. tell-tale-token\"}}",
            "{\"status\":{\"code\":16,\"message\":\"Invalid token tell-tale-token\"}}" })
    void echoOfTheAccessTokenShowsInNoException(String body) {
        MemoryGrantStore store = new MemoryGrantStore();
        Clock clock = Clock.systemUTC();
        store.compareAndSet(AccountKey.of("a key", "home"), 0, new AuthorizationRecord(
                1, new Grant(TOKEN, "R1", clock.instant(), clock.instant().plusSeconds(3599), "smartWrite", "Bearer"), null,
                null));
        HttpTransport echo = new HttpTransport() {
            @Override
            public HttpAnswer send(HttpCall call) {
                return new HttpAnswer(500, Map.of(), body);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        AuthorizationManager manager = new AuthorizationManager(
                AuthorizationSettings.builder("a key").build(), store, echo, clock, new DeterministicScheduler());
        EcobeeClient client = new EcobeeClient(
                URI.create("https://ecobee.invalid"), echo, manager.authorization("home"), "home",
                new Governor(clock, Duration.ZERO), clock);

        Throwable thrown = catchThrowable(() -> client.summary(ThermostatSelection.thermostats("311019854581")));
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        assertThat(thrown).isInstanceOf(EcobeeException.class);
        assertThat(text.toString()).contains("xxxxxx").doesNotContain(TOKEN);
    }
}
