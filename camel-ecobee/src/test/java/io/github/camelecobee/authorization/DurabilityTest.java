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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.health.AuthorizationHealthCheck;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a crash or a store out of order may cost: never a grant. */
class DurabilityTest {
    private final FailingStore store = new FailingStore();
    private final AuthorizationFixture fixture = new AuthorizationFixture(store);

    @Test
    @Tag("field-20")
    void newGrantIsDurableBeforeAnybodySeesItsAccessToken() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        List<String> seen = new ArrayList<>();
        store.beforeSave = next -> seen.add(fixture.home.accessToken().value());

        fixture.home.renew(failed);

        assertThat(seen).containsExactly("A1");
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
    }

    @Test
    @Tag("field-1")
    void crashBeforeSavingLeavesTheOldGrant() {
        fixture.authorized().ecobee.grants("A2", "R2").grants("A3", "R3");
        AccessToken failed = fixture.home.accessToken();
        store.beforeSave = next -> {
            throw new Crash();
        };
        assertThatThrownBy(() -> fixture.home.renew(failed)).hasRootCauseInstanceOf(Crash.class);
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");

        store.beforeSave = next -> {
        };
        fixture.restart();
        assertThat(fixture.home.renew(fixture.home.accessToken()).value()).isEqualTo("A3");
        assertThat(fixture.ecobee.forms().get(1)).containsEntry("refresh_token", "R1");
    }

    @Test
    @Tag("field-1")
    void crashAfterSavingLeavesTheNewGrant() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        store.beforeSave = next -> {
            store.inner.compareAndSet(AuthorizationFixture.HOME, next.version() - 1, next);
            throw new Crash();
        };
        assertThatThrownBy(() -> fixture.home.renew(failed)).hasRootCauseInstanceOf(Crash.class);

        fixture.restart();
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
    }

    @Test
    void grantThatCannotBeSavedIsUsedFromMemoryAndSavedLater() {
        fixture.authorized().ecobee.grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        store.beforeSave = next -> {
            throw new GrantStoreException("The disk is full", null);
        };

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
        assertThat(fixture.home.status().lastError()).isEqualTo("The disk is full");
        assertThat(fixture.home.status().nextStep()).contains("store");
        assertThat(fixture.home.status().unsaved()).isTrue();
        AuthorizationHealthCheck health = new AuthorizationHealthCheck("ecobee", fixture.manager, fixture.time);
        assertThat(health.call(Map.of()).getState()).isEqualTo(HealthCheck.State.DOWN);
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(fixture.storedRefreshToken()).isEqualTo("R1");

        store.beforeSave = next -> {
        };
        fixture.time.advance(Duration.ofMinutes(5));
        assertThat(fixture.storedRefreshToken()).isEqualTo("R2");
        assertThat(fixture.home.status().lastError()).isNull();
        assertThat(health.call(Map.of()).getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void unsavedGrantIsRenewedWithItsOwnRefreshToken() {
        fixture.authorized().ecobee.grants("A2", "R2").grants("A3", "R3");
        store.beforeSave = next -> {
            throw new GrantStoreException("The disk is full", null);
        };
        AccessToken second = fixture.home.renew(fixture.home.accessToken());
        store.beforeSave = next -> {
        };

        assertThat(fixture.home.renew(second).value()).isEqualTo("A3");
        assertThat(fixture.ecobee.forms().get(1)).containsEntry("refresh_token", "R2");
        assertThat(fixture.storedRefreshToken()).isEqualTo("R3");
    }

    @Test
    void storeThatCannotBeReadAtStartCausesNoPinAndIsReadAgain() {
        fixture.authorized();
        store.beforeLoad = () -> {
            throw new GrantStoreException("The grant file is damaged", null);
        };
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(30));

        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class)
                .hasMessageContaining("damaged");
        assertThat(fixture.home.status().nextStep()).contains("damaged");
        assertThat(fixture.ecobee.calls).isEmpty();

        store.beforeLoad = () -> {
        };
        fixture.time.advance(Duration.ofMinutes(5));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    @Tag("field-1")
    @Tag("field-2")
    void hundredRestartsWithARotationEachNeedNoPin() {
        fixture.authorized();
        for (int i = 2; i <= 101; i++) {
            fixture.ecobee.now().grants("A" + i, "R" + i);
            fixture.restart();
            fixture.home.start();
            fixture.time.runBackground();
            fixture.home.renew(fixture.home.accessToken());
            assertThat(fixture.storedRefreshToken()).isEqualTo("R" + i);
        }
        assertThat(fixture.ecobee.calls).hasSize(100).allSatisfy(call -> assertThat(call.method()).isEqualTo("POST"));
    }

    /** Not an exception that anybody catches: the process is gone. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
