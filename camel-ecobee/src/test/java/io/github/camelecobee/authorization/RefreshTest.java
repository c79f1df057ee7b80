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

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import io.github.camelecobee.health.AuthorizationHealthCheck;
import io.github.camelecobee.transport.HttpAnswer;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RefreshTest {
    private final AuthorizationFixture fixture = new AuthorizationFixture();

    @Test
    void freshTokenNeedsNoRequest() {
        fixture.authorized();

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(fixture.home.accessToken()).isSameAs(fixture.home.accessToken());
        assertThat(fixture.ecobee.calls).isEmpty();
    }

    @Test
    @Tag("field-5")
    void staleTokenIsAnsweredWhileOneRefreshRunsInTheBackground() {
        fixture.authorized().ecobee.grants("A2", "R2");
        fixture.home.accessToken();
        fixture.time.advance(Duration.ofMinutes(56));

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        fixture.time.runBackground();

        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @Test
    @Tag("field-5")
    void tokenInTheSecondAfterItsEndIsReplacedBeforeItIsAnswered() {
        fixture.authorized().ecobee.grants("A2", "R2");
        fixture.home.accessToken();
        fixture.time.advance(Duration.ofSeconds(3601));

        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.ecobee.forms()).containsExactly(Map.of("grant_type", "refresh_token", "refresh_token", "R1",
                "client_id", AuthorizationFixture.API_KEY));
    }

    @Test
    void shortLivedTokenIsNotBornStale() {
        fixture.stored("A1", "R1", Duration.ofMinutes(2));

        fixture.home.accessToken();
        fixture.time.runBackground();

        assertThat(fixture.ecobee.calls).isEmpty();
    }

    @Test
    @Tag("field-6")
    @Tag("field-7")
    void tokenThatEcobeeCallsExpiredIsReplacedWhateverOurClockSays() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.ecobee.calls).hasSize(1);
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    @Tag("field-9")
    void tokenThatHasBeenReplacedMeanwhileCausesNoRefresh() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        fixture.home.renew(failed);

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @RepeatedTest(20)
    @Tag("field-9")
    void fiftyThreadsWithTheSameFailedTokenMakeOneRequest() throws Exception {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();

        assertThat(fiftyTimes(() -> fixture.home.renew(failed).value())).containsExactly("A2");
        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @RepeatedTest(20)
    @Tag("field-9")
    void fiftyThreadsShareTheFailureOfOneRequest() throws Exception {
        fixture.authorized().ecobee.isDown();
        fixture.home.accessToken();
        fixture.time.advance(Duration.ofHours(2));

        Set<String> outcomes = fiftyTimes(() -> {
            try {
                return fixture.home.accessToken().value();
            } catch (AuthorizationUnavailableException e) {
                return "unavailable";
            }
        });

        assertThat(outcomes).containsExactly("unavailable");
        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @Test
    void answerWithoutRefreshTokenKeepsTheOldOne() {
        fixture.authorized().ecobee.answers(200, "{\"access_token\":\"A2\",\"expires_in\":3599}");

        fixture.home.renew(fixture.home.accessToken());

        assertThat(fixture.storedRefreshToken()).isEqualTo("R1");
        assertThat(fixture.home.status().scope()).isEqualTo("smartWrite");
    }

    @Test
    @Tag("field-12")
    void nothingButAnOauthErrorChangesTheState() {
        fixture.authorized();
        fixture.ecobee.isDown()
                .answers(503, Map.of("Content-Type", "text/html"), "<html>invalid_grant</html>")
                .answers(500, "{\"status\":{\"code\":3,\"message\":\"Processing error.\"}}")
                .answers(429, Map.of("Retry-After", "60"), "")
                .answers(200, "{\"access_token\":")
                .answers(200, "{\"access_token\":\"\"}")
                .answers(401, "")
                .answers(302, Map.of("Location", "/login"), "")
                .answers(400, "{\"error\":\"temporarily_unavailable\"}")
                .grants("A2", "R2");
        fixture.home.accessToken();
        fixture.time.advance(Duration.ofHours(2));

        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class);
            assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
            fixture.time.advance(Duration.ofMinutes(6));
        }

        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.ecobee.forms()).hasSize(10)
                .allSatisfy(form -> assertThat(form).containsEntry("refresh_token", "R1"));
        assertThat(fixture.home.status().failures()).isZero();
    }

    @Test
    void outageIsProbedAtOnceAndThenLessAndLessOften() {
        fixture.authorized().ecobee.isDown();
        fixture.home.accessToken();
        fixture.time.advance(Duration.ofHours(2));

        for (int second = 0; second < 3600; second++) {
            assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class)
                    .hasMessageContaining("connection refused");
            fixture.time.advance(Duration.ofSeconds(1));
        }

        // 5, 10, 20, 40, 80, 160 s, then every 300 s
        assertThat(fixture.ecobee.calls).hasSizeBetween(16, 18);
        fixture.ecobee.now().grants("A2", "R2");
        fixture.time.advance(Duration.ofMinutes(5));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
    }

    @Test
    void healthIsDownWhileAnExpiredTokenCannotBeRenewedAndNotBefore() {
        fixture.authorized().ecobee.isDown();
        AuthorizationHealthCheck health = new AuthorizationHealthCheck("ecobee", fixture.manager, fixture.time);
        fixture.home.accessToken();
        fixture.time.advance(Duration.ofMinutes(56));
        fixture.home.accessToken();
        fixture.time.runBackground();
        assertThat(fixture.home.status().failures()).isEqualTo(1);
        assertThat(health.call(Map.of()).getState()).isEqualTo(HealthCheck.State.UP);

        fixture.time.advance(Duration.ofMinutes(10));
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class);
        assertThat(health.call(Map.of()).getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.call(Map.of()).getMessage()).hasValueSatisfying(
                message -> assertThat(message).contains("tried again", "connection refused"));

        fixture.ecobee.now().grants("A2", "R2");
        fixture.time.advance(Duration.ofMinutes(6));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(health.call(Map.of()).getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void retryAfterOfTheTokenEndpointIsHonoured() {
        fixture.authorized().ecobee.answers(429, Map.of("Retry-After", "900"), "").grants("A2", "R2");
        fixture.home.accessToken();
        fixture.time.advance(Duration.ofHours(2));

        assertThatThrownBy(fixture.home::accessToken).isInstanceOfSatisfying(AuthorizationUnavailableException.class,
                e -> assertThat(e.retryAt()).isEqualTo(fixture.time.instant().plusSeconds(900)));
        fixture.time.advance(Duration.ofSeconds(899));
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class);
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
    }

    @Test
    @Tag("field-3")
    @Tag("field-26")
    void invalidGrantNeedsAHumanAndKeepsTheEvidence() {
        fixture.authorized().ecobee.refuses("invalid_grant").issuesPin("abcd-efgh", "C1", 900, 30);
        AccessToken failed = fixture.home.accessToken();

        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOfSatisfying(AuthorizationRequiredException.class,
                e -> {
                    assertThat(e.status().state()).isEqualTo(AuthorizationState.REAUTHORIZATION_REQUIRED);
                    assertThat(e).hasMessageContaining("home").hasMessageContaining("Authorize the account again");
                });

        assertThat(fixture.storedRefreshToken()).isEqualTo("R1");
        assertThat(fixture.inStore().refusal()).isNotNull().extracting(Refusal::error).isEqualTo("invalid_grant");
        assertThat(fixture.eventTypes()).containsExactly(Type.REAUTHORIZATION_REQUIRED);
        fixture.restart();
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class);
        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @Test
    @Tag("field-10")
    void refusedRefreshIsNotRepeated() {
        fixture.authorized().ecobee.refuses("invalid_grant").isDown();
        AccessToken failed = fixture.home.accessToken();

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationRequiredException.class);
        }

        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @Test
    void grantThatAnotherProcessRenewedIsTakenWithoutARequest() {
        fixture.authorized();
        AccessToken failed = fixture.home.accessToken();
        fixture.stored("A2", "R2", Duration.ofHours(1));

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(fixture.ecobee.calls).isEmpty();
    }

    @Test
    @Tag("field-10")
    void grantThatAnotherProcessRenewedDuringOurRequestSavesUs() {
        fixture.authorized().ecobee.answers(call -> {
            fixture.stored("A2", "R2", Duration.ofHours(1));
            return new HttpAnswer(400, Map.of(), "{\"error\":\"invalid_grant\"}");
        });
        AccessToken failed = fixture.home.accessToken();

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void unknownApiKeyIsAConfigurationError() {
        fixture.authorized().ecobee.refuses("invalid_client");
        AccessToken failed = fixture.home.accessToken();

        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("apiKey").hasMessageNotContaining("null");
        assertThat(fixture.inStore().isUsable()).isTrue();
        fixture.time.advance(Duration.ofHours(1));
        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @Test
    void tokensThatAreBornDeadDoNotMakeUsHammer() {
        fixture.authorized();
        int[] count = new int[1];
        fixture.ecobee.answers(call -> {
            count[0]++;
            return new HttpAnswer(200, Map.of(), "{\"access_token\":\"B" + count[0] + "\",\"expires_in\":3599}");
        });

        AccessToken token = fixture.home.accessToken();
        for (int second = 0; second < 600; second++) {
            try {
                token = fixture.home.renew(token);
            } catch (AuthorizationUnavailableException e) {
                assertThat(e).hasMessageContaining("does not accept");
            }
            fixture.time.advance(Duration.ofSeconds(1));
        }

        assertThat(count[0]).isBetween(5, 14);
    }

    private static Set<String> fiftyTimes(Callable<String> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            CountDownLatch ready = new CountDownLatch(50);
            Set<String> outcomes = ConcurrentHashMap.newKeySet();
            var futures = IntStream.range(0, 50).<Future<?>> mapToObj(i -> threads.submit(() -> {
                ready.countDown();
                ready.await();
                return outcomes.add(task.call());
            })).toList();
            for (Future<?> future : futures) {
                future.get(20, TimeUnit.SECONDS);
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
