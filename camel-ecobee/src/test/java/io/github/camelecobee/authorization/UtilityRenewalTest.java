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
package io.github.camelecobee.authorization;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The login of a utility, ecobee-api.md 2.8. */
class UtilityRenewalTest {
    private static final String PASSWORD = "SecretPassword-1";

    private final AuthorizationFixture fixture = new AuthorizationFixture();
    private final ScriptedEcobee ecobee = fixture.ecobee;

    @BeforeEach
    void theAccountIsAUtility() {
        fixture.settings = AuthorizationSettings.builder(null)
                .utility(new UtilityLogin(URI.create("https://api.ecobee.com/1/register"), "power@example.org", PASSWORD))
                .build();
        fixture.restart();
    }

    private void registers(String token) {
        ecobee.answers(200, "{\"token\":\"" + token + "\",\"status\":{\"code\":0,\"message\":\"\"}}");
    }

    private void refuses(int code) {
        ecobee.answers(500, "{\"status\":{\"code\":" + code + ",\"message\":\"Authentication failed. " + PASSWORD + "\"}}");
    }

    @Test
    void aUtilityIsLoggedInWhenItsFirstTokenIsNeeded() {
        registers("A1");

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(ecobee.calls).singleElement().satisfies(call -> {
            assertThat(call.uri()).hasToString("https://api.ecobee.com/1/register?format=json");
            assertThat(call.body().orElse("")).contains("\"userName\":\"power@example.org\"").contains(PASSWORD);
        });
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(ecobee.calls).hasSize(1);
    }

    @Test
    void manyThatNeedTheFirstTokenTogetherShareOneLogin() throws Exception {
        registers("A1");
        int threads = 20;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<String>> tokens = IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> {
                together.await();
                return fixture.home.accessToken().value();
            })).toList();
            for (Future<String> token : tokens) {
                assertThat(token.get(20, TimeUnit.SECONDS)).isEqualTo("A1");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(ecobee.calls).hasSize(1);
    }

    @Test
    void aUtilityIsLoggedInByStart() {
        registers("A1");
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(fixture.home.status().method()).isEqualTo(AuthorizationMethod.UTILITY);
    }

    @Test
    void aTokenThatEcobeeDoesNotTakeIsReplacedByAnotherLogin() {
        registers("A1");
        registers("A2");
        AccessToken failed = fixture.home.accessToken();

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(ecobee.calls).hasSize(2);
    }

    @Test
    void aStaleTokenIsReplacedByAnotherLogin() {
        registers("A1");
        registers("A2");
        fixture.home.accessToken();
        fixture.time.advance(Duration.ofMinutes(56));
        fixture.home.accessToken();
        fixture.time.runBackground();

        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
    }

    @Test
    void aWrongPasswordIsAClearErrorAndIsNotTriedAllTheTime() {
        refuses(1);
        fixture.home.start();
        fixture.time.advance(Duration.ofMinutes(59));

        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("options username and password").hasMessageNotContaining(PASSWORD);
        assertThat(fixture.home.status().lastError()).contains("ecobee answered 1").doesNotContain(PASSWORD);
        assertThat(ecobee.calls).hasSize(1);
        assertThat(fixture.eventTypes()).containsExactly(Type.REAUTHORIZATION_REQUIRED);

        ecobee.now();
        registers("A1");
        fixture.time.advance(Duration.ofMinutes(2));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
    }

    @Test
    void anOutageIsWaitedFor() {
        ecobee.isDown();
        fixture.home.start();
        fixture.time.runBackground();
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class);
        fixture.time.advance(Duration.ofHours(2));
        assertThat(ecobee.calls).hasSizeLessThan(40);

        ecobee.now();
        registers("A1");
        fixture.time.advance(Duration.ofMinutes(6));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void aSuspicionIsClearedByAnotherLogin() {
        registers("A1");
        registers("A2");
        fixture.home.suspect(fixture.home.accessToken(), 16, "Token has been deauthorized by user.");
        fixture.time.runBackground();

        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void loginsThatAreIncompleteAreNamed() {
        URI uri = URI.create("https://api.ecobee.com/1/register");
        assertThatThrownBy(() -> new UtilityLogin(uri, "", "p")).hasMessageContaining("username: is missing");
        assertThatThrownBy(() -> new UtilityLogin(uri, "u", " ")).hasMessageContaining("password: is missing");
        assertThat(fixture.settings.toString() + fixture.settings.utility()).doesNotContain(PASSWORD);
    }
}
