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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Stores whose lock fails, each in a way of its own. */
class BrokenLockTest {
    private final FailingStore store = new FailingStore();
    private final AuthorizationFixture fixture = new AuthorizationFixture(store);
    private final ScriptedEcobee ecobee = fixture.ecobee;

    private void lockIsBroken() {
        store.beforeLock = () -> {
            throw new IllegalStateException("The lock service is gone, but SecretThing");
        };
    }

    private void lockWorksAgain() {
        store.beforeLock = () -> {
        };
    }

    @Test
    void refreshIsPutOffAndNothingIsAskedMeanwhile() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        lockIsBroken();

        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationUnavailableException.class)
                .hasMessageContaining("IllegalStateException").hasMessageNotContaining("SecretThing");
        assertThat(fixture.home.status().failures()).isEqualTo(1);
        assertThat(ecobee.calls).isEmpty();
        lockWorksAgain();
        fixture.time.advance(Duration.ofSeconds(10));
        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
    }

    @Test
    void grantThatIsInMemoryOnlyIsSavedAllTheSame() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        store.beforeSave = next -> {
            throw new IllegalStateException("gone");
        };
        fixture.home.renew(failed);
        lockIsBroken();
        store.beforeSave = next -> {
        };
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(fixture.home.status().unsaved()).isTrue();

        lockWorksAgain();
        fixture.time.advance(Duration.ofMinutes(10));
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
        assertThat(fixture.home.status().unsaved()).isFalse();
    }

    @Test
    void grantIsKeptWhenOnlyUnlockingFails() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        store.afterUnlock = () -> {
            throw new IllegalStateException("gone");
        };

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
        assertThat(fixture.home.status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void waitForAPersonGoesOn() {
        ecobee.issuesPin("ABCD", "C1", 900, 30).refuses("authorization_pending").grants("A1", "R1");
        fixture.home.start();
        fixture.time.runBackground();
        lockIsBroken();
        fixture.time.advance(Duration.ofMinutes(1));
        lockWorksAgain();
        fixture.time.advance(Duration.ofMinutes(5));

        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void closingOneAccountThatCannotBeSavedSavesTheOthers() {
        ecobee.grants("A2", "R2");
        fixture.authorized();
        AccountKey away = AccountKey.of(AuthorizationFixture.API_KEY, "away");
        store.compareAndSet(away, 0, new AuthorizationRecord(1, fixture.inStore().grant(), null, null));
        Authorization other = fixture.manager.authorization("away");
        store.beforeSave = next -> {
            throw new GrantStoreException("The disk is full", null);
        };
        fixture.home.renew(fixture.home.accessToken());
        other.renew(other.accessToken());
        store.beforeSave = next -> {
        };
        int[] locks = { 0 };
        store.beforeLock = () -> {
            if (locks[0]++ == 0) {
                throw new IllegalStateException("gone");
            }
        };
        fixture.manager.close();

        assertThat(locks[0]).isEqualTo(2);
        assertThat(Stream.of(AuthorizationFixture.HOME, away).map(key -> store.load(key).orElseThrow().grant())
                .filter(grant -> grant != null && "R2".equals(grant.refreshToken()))).hasSize(1);
    }
}
