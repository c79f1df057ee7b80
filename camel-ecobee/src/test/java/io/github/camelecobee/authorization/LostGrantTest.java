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

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.camelecobee.transport.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ways in which a refresh token could get lost although nobody took it away. */
@Timeout(30)
class LostGrantTest {
    private static final String SECOND = "{\"access_token\":\"A2\",\"refresh_token\":\"R2\",\"expires_in\":3599}";

    private final FailingStore store = new FailingStore();
    private final AuthorizationFixture fixture = new AuthorizationFixture(store);

    private static HttpAnswer json(String body) {
        return new HttpAnswer(200, Map.of("Content-Type", "application/json"), body);
    }

    private void storeIsBroken(RuntimeException problem) {
        store.beforeSave = next -> {
            throw problem;
        };
    }

    private void storeWorksAgain() {
        store.beforeSave = next -> {
        };
    }

    @Test
    void threadThatIsInterruptedBetweenAnswerAndSavingSaves(@TempDir Path directory) {
        AuthorizationFixture files = new AuthorizationFixture(new FileGrantStore(directory.resolve("grants.json")));
        files.authorized().ecobee.answers(call -> {
            Thread.currentThread().interrupt();
            return json(SECOND);
        });
        AccessToken failed = files.home.accessToken();

        AccessToken next = files.home.renew(failed);
        assertThat(Thread.interrupted()).as("the interrupt is not swallowed").isTrue();
        assertThat(next.value()).isEqualTo("A2");
        assertThat(files.storedRefreshToken()).isEqualTo("R2");
    }

    @Test
    void interruptDuringSavingDoesNotKeepTheGrantFromTheStore() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        store.beforeSave = next -> {
            storeWorksAgain();
            Thread.currentThread().interrupt();
            throw new GrantStoreException("The channel was closed by an interrupt", null);
        };

        fixture.home.renew(failed);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
    }

    @Test
    void callerThatIsInterruptedAlreadyLeavesTheRefreshToOthers(@TempDir Path directory) {
        AuthorizationFixture files = new AuthorizationFixture(new FileGrantStore(directory.resolve("grants.json")));
        files.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = files.home.accessToken();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> files.home.renew(failed)).isInstanceOf(AuthorizationUnavailableException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(files.home.status().failures()).isZero();

        assertThat(files.home.renew(failed).value()).isEqualTo("A2");
    }

    @Test
    void grantThatWaitsInMemoryDoesNotReplaceTheNewerOneOfAnotherProcess() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        storeIsBroken(new GrantStoreException("The disk is full", null));
        fixture.home.renew(failed);
        storeWorksAgain();
        fixture.time.advance(Duration.ofSeconds(1));
        fixture.stored("A3", "R3", Duration.ofHours(1));

        fixture.time.advance(Duration.ofMinutes(5));
        assertThat(fixture.storedRefreshToken()).isEqualTo("R3");
        assertThat(fixture.home.accessToken().value()).isEqualTo("A3");
        assertThat(fixture.home.status().lastError()).isNull();
    }

    @Test
    void grantOfAnotherProcessCountsAlsoWhenTheClockHasBeenSetBack() {
        fixture.authorized().ecobee.refuses("invalid_grant");
        AccessToken failed = fixture.home.accessToken();
        fixture.time.set(fixture.time.instant().minus(Duration.ofDays(1)));
        fixture.stored("A2", "R2", Duration.ofHours(1));

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(fixture.ecobee.calls).isEmpty();
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
    }

    @Test
    void backupThatIsRestoredDoesNotReplaceTheNewerGrantInMemory() {
        fixture.authorized().ecobee.grants("A2", "R2").grants("A3", "R3");
        AuthorizationRecord backup = fixture.inStore();
        AccessToken second = fixture.home.renew(fixture.home.accessToken());
        fixture.time.advance(Duration.ofMinutes(1));
        store.remove(AuthorizationFixture.HOME);
        store.inner.compareAndSet(AuthorizationFixture.HOME, 0, backup);

        assertThat(fixture.home.renew(second).value()).isEqualTo("A3");
        assertThat(fixture.ecobee.forms().get(1)).containsEntry("refresh_token", "R2");
        assertThat(fixture.storedRefreshToken()).isEqualTo("R3");
    }

    @Test
    void backoffOfAClockThatWasAheadDoesNotSilenceUs() {
        fixture.authorized();
        Instant right = fixture.time.instant();
        AccessToken failed = fixture.home.accessToken();
        fixture.time.set(right.plus(Duration.ofDays(400)));
        fixture.ecobee.isDown();
        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationUnavailableException.class);

        fixture.time.set(right);
        fixture.ecobee.now().grants("A2", "R2");
        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
    }

    @Test
    void suspicionOfAClockThatWasAheadIsClearedInTheBackground() {
        fixture.authorized();
        Instant right = fixture.time.instant();
        AccessToken failed = fixture.home.accessToken();
        fixture.time.set(right.plus(Duration.ofDays(400)));
        fixture.ecobee.isDown();
        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationUnavailableException.class);

        fixture.time.set(right);
        fixture.ecobee.now().grants("A2", "R2");
        fixture.home.suspect(failed, 16, "revoked");
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
    }

    @Test
    void storeIsLookedIntoAgainWhenTheClockHasBeenSetBack() {
        fixture.authorized().ecobee.refuses("invalid_grant");
        AccessToken failed = fixture.home.accessToken();
        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationRequiredException.class);
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class);

        fixture.time.set(fixture.time.instant().minus(Duration.ofDays(1)));
        fixture.stored("A2", "R2", Duration.ofHours(1));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
    }

    @Test
    void grantSurvivesAStoreThatFailsInAWayOfItsOwn() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        storeIsBroken(new IllegalStateException("The connection pool is shut down"));

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        storeWorksAgain();
        fixture.time.advance(Duration.ofMinutes(5));
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
    }

    @Test
    void storeThatFailsInAWayOfItsOwnAtStartIsReadAgain() {
        fixture.authorized();
        store.beforeLoad = () -> {
            throw new IllegalStateException("The data base is not up yet");
        };
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(30));
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class);

        store.beforeLoad = () -> {
        };
        fixture.time.advance(Duration.ofMinutes(5));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void closingSavesWhatIsOnlyInMemory() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        storeIsBroken(new GrantStoreException("The disk is full", null));
        fixture.home.renew(failed);
        storeWorksAgain();

        fixture.manager.close();
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
    }

    @Test
    void closingWaitsForARefreshUnderWayAndNoneBeginsAfterIt() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        fixture.authorized().ecobee.answers(call -> {
            asked.countDown();
            await(answer);
            return json(SECOND);
        });
        AccessToken failed = fixture.home.accessToken();
        CompletableFuture<AccessToken> renewed = CompletableFuture.supplyAsync(() -> fixture.home.renew(failed));
        await(asked);

        CompletableFuture<Void> closed = CompletableFuture.runAsync(fixture.manager::close);
        assertThatThrownBy(() -> closed.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        answer.countDown();
        closed.get(10, TimeUnit.SECONDS);
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");

        AccessToken second = renewed.get(10, TimeUnit.SECONDS);
        assertThatThrownBy(() -> fixture.home.renew(second)).isInstanceOf(AuthorizationUnavailableException.class)
                .hasMessageContaining("closed");
        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "0", "-1", "-2147483648", "2147483647", "99999999999", "9e99", "1e400", "\"soon\"", "\"\"", "null", "[]", "{}",
            "3599.5", "\"3599\"" })
    void oddLifeOfATokenIsNoReasonToThrowTheGrantAway(String expiresIn) {
        fixture.authorized().ecobee.answers(200,
                "{\"access_token\":\"A2\",\"refresh_token\":\"R2\",\"expires_in\":" + expiresIn + "}");

        assertThat(fixture.home.renew(fixture.home.accessToken()).value()).isEqualTo("A2");
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
        assertThat(fixture.home.status().accessTokenExpiresAt())
                .isAfterOrEqualTo(fixture.time.instant().plus(Duration.ofMinutes(50)));
    }

    @Test
    void oddValueBesideTheTokensIsNoReasonToThrowThemAway() {
        fixture.authorized().ecobee.answers(200,
                "{\"access_token\":\"A2\",\"refresh_token\":\"R2\",\"scope\":[],\"token_type\":{}}");

        assertThat(fixture.home.renew(fixture.home.accessToken()).value()).isEqualTo("A2");
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
        assertThat(fixture.home.status().scope()).isEqualTo("smartWrite");
    }

    @Test
    void grantWithTheContentTypeOfAPageIsAGrant() {
        fixture.authorized().ecobee.answers(200, Map.of("Content-Type", "text/html"), SECOND);

        assertThat(fixture.home.renew(fixture.home.accessToken()).value()).isEqualTo("A2");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
