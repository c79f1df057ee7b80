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

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tokens that somebody else owns. */
@Tag("field-22")
class TokenSourceTest {
    private final VirtualTime time = new VirtualTime();
    private final List<Type> events = new ArrayList<>();
    private final AtomicReference<String> token = new AtomicReference<>("A1");
    private final AtomicInteger renewals = new AtomicInteger();
    private final TokenSource source = new TokenSource() {
        @Override
        public String accessToken(String account) {
            return String.valueOf(token.get());
        }

        @Override
        public String renew(String account, String failed) {
            renewals.incrementAndGet();
            return String.valueOf(token.get());
        }

        @Override
        public String scope(String account) {
            return "smartRead";
        }
    };

    private Authorization borrowed(TokenSource owner) {
        AuthorizationManager manager = new AuthorizationManager(owner, time, time.scheduler);
        manager.addListener(event -> events.add(event.type()));
        return manager.authorization("home");
    }

    @Test
    void theTokenOfTheSourceIsUsedAndFollowed() {
        Authorization home = borrowed(source);
        AccessToken first = home.accessToken();
        token.set("A2");

        assertThat(first.value()).isEqualTo("A1");
        assertThat(home.accessToken().value()).isEqualTo("A2");
        assertThat(home.renew(first).value()).isEqualTo("A2");
        assertThat(renewals).hasValue(0);
        assertThat(home.status().method()).isEqualTo(AuthorizationMethod.TOKEN_SOURCE);
        assertThat(home.status().accessTokenExpiresAt()).isNull();
        assertThat(home.status().scope()).isEqualTo("smartRead");
    }

    @Test
    void aTokenThatEcobeeDoesNotTakeIsGivenBackToTheSource() {
        Authorization home = borrowed(source);
        AccessToken failed = home.accessToken();

        assertThatThrownBy(() -> home.renew(failed)).isInstanceOf(AuthorizationUnavailableException.class)
                .hasMessageContaining("the token again");
        token.set("A2");
        assertThat(home.renew(failed).value()).isEqualTo("A2");
        assertThat(renewals).hasValue(2);
    }

    @Test
    void routesWaitForTheFirstTokenOfTheSource() {
        AtomicInteger calls = new AtomicInteger();
        Authorization home = borrowed(account -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("no token yet, but SecretThing");
            }
            return "A1";
        });
        List<String> told = new ArrayList<>();
        home.whenAuthorized(() -> told.add("authorized"));
        home.start();
        time.runBackground();
        assertThat(told).isEmpty();
        assertThat(home.status().lastError()).contains("IllegalStateException").doesNotContain("SecretThing");
        time.advance(Duration.ofMinutes(1));

        assertThat(told).containsExactly("authorized");
        assertThat(events).containsExactly(Type.REFRESH_FAILED, Type.REFRESH_FAILED, Type.AUTHORIZED);
    }

    @Test
    void aSourceWithoutTokenIsUnavailable() {
        Authorization home = borrowed(account -> " ");

        assertThatThrownBy(home::accessToken).isInstanceOf(AuthorizationUnavailableException.class)
                .hasMessageContaining("gave no token");
    }

    @Test
    void aSuspicionLastsUntilTheSourceGivesAnotherToken() {
        Authorization home = borrowed(source);
        home.suspect(home.accessToken(), 16, "Token has been deauthorized by user.");
        time.runBackground();
        assertThat(home.status().state()).isEqualTo(AuthorizationState.SUSPECT);
        assertThat(home.accessToken().value()).isEqualTo("A1");

        token.set("A2");
        home.accessToken();
        assertThat(home.status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(home.status().lastError()).isNull();
    }

    @Test
    void neitherPinsNorCodesAreForASource() {
        AuthorizationManager manager = new AuthorizationManager(source, time, time.scheduler);

        assertThatThrownBy(() -> manager.authorization("home").requestPin()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> manager.authorizationUrl("home", "https://app.example.org/", null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReadOnlySourceDoesNotAllowChanges() {
        Authorization home = borrowed(source);

        home.require(Permission.READ);
        assertThatThrownBy(() -> home.require(Permission.WRITE)).isInstanceOf(InsufficientScopeException.class);
        borrowed(account -> "A1").require(Permission.WRITE);
    }

    /** As lambdas of Groovy and Kotlin throw them, which know no checked exceptions. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> String slip(Throwable problem) throws E {
        throw (E) problem;
    }

    @Test
    void aSourceThatThrowsACheckedExceptionIsAskedAgain() {
        AtomicInteger calls = new AtomicInteger();
        Authorization home = borrowed(account -> calls.incrementAndGet() < 3
                ? TokenSourceTest.<RuntimeException> slip(new IOException("SecretThing")) : "A1");
        home.start();
        time.runBackground();
        assertThat(home.status().lastError()).contains("IOException").doesNotContain("SecretThing");
        time.advance(Duration.ofMinutes(1));

        assertThat(home.status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void aSourceThatCannotTellTheScopeIsAskedAgain() {
        AtomicInteger calls = new AtomicInteger();
        Authorization home = borrowed(new TokenSource() {
            @Override
            public String accessToken(String account) {
                return "A1";
            }

            @Override
            public String scope(String account) {
                if (calls.incrementAndGet() < 3) {
                    throw new IllegalStateException("SecretThing");
                }
                return "smartRead";
            }
        });
        assertThatThrownBy(home::accessToken).isInstanceOf(AuthorizationUnavailableException.class)
                .hasMessageNotContaining("SecretThing").hasNoCause();
        home.start();
        time.advance(Duration.ofMinutes(1));

        assertThat(home.status().scope()).isEqualTo("smartRead");
    }

    @Test
    void aTokenOutOfAFileMayEndWithALineBreak() {
        assertThat(borrowed(account -> "A1\n").accessToken().value()).isEqualTo("A1");
    }

    @Test
    void whoWaitsForASourceThatHangsCanBeInterrupted() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Authorization home = borrowed(new TokenSource() {
            @Override
            public String accessToken(String account) {
                return "A1";
            }

            @Override
            public String renew(String account, String failed) {
                hangs.countDown();
                boolean interrupted = false;
                while (release.getCount() > 0) {
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
                return interrupted ? "interrupted" : "A2";
            }
        });
        AccessToken failed = home.accessToken();
        CompletableFuture<AccessToken> first = CompletableFuture.supplyAsync(() -> home.renew(failed));
        assertThat(hangs.await(10, TimeUnit.SECONDS)).isTrue();
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        Thread second = new Thread(() -> {
            try {
                home.renew(failed);
            } catch (RuntimeException e) {
                outcome.set(e);
            }
        });
        second.start();
        second.interrupt();
        second.join(10_000);

        assertThat(outcome.get()).isInstanceOf(AuthorizationUnavailableException.class).hasMessageContaining("interrupted");
        release.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).value()).isEqualTo("A2");
    }
}
