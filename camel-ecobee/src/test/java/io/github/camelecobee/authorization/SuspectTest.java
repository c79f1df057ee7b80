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

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import io.github.camelecobee.transport.HttpAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SuspectTest {
    private static final String REVOKED = "Not authorized. Application has been revoked.";
    private final AuthorizationFixture fixture = new AuthorizationFixture().authorized();

    @Test
    @Tag("field-12")
    void suspicionIsClearedByARefresh() {
        fixture.ecobee.grants("A2", "R2");

        fixture.home.suspect(fixture.home.accessToken(), 2, REVOKED);

        assertThat(fixture.state()).isEqualTo(AuthorizationState.SUSPECT);
        assertThat(fixture.storedRefreshToken()).isEqualTo("R1");
        fixture.time.runBackground();
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.eventTypes()).containsExactly(Type.SUSPECT, Type.REFRESHED, Type.AUTHORIZED);
    }

    @Test
    @Tag("field-13")
    void suspicionIsConfirmedByARefusedRefresh() {
        fixture.ecobee.refuses("invalid_grant");

        fixture.home.suspect(fixture.home.accessToken(), 16, "Invalid token.");
        fixture.time.runBackground();

        assertThat(fixture.state()).isEqualTo(AuthorizationState.REAUTHORIZATION_REQUIRED);
        assertThat(fixture.eventTypes()).containsExactly(Type.SUSPECT, Type.REAUTHORIZATION_REQUIRED);
    }

    @Test
    void callersOfASuspectAccountShareTheRefreshThatDecides() {
        fixture.ecobee.grants("A2", "R2");

        fixture.home.suspect(fixture.home.accessToken(), 16, "Invalid token.");

        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        fixture.time.runBackground();
        assertThat(fixture.ecobee.calls).hasSize(1);
    }

    @Test
    void suspicionSurvivesAnOutageOfTheTokenEndpointAndEndsByItself() {
        fixture.ecobee.isDown();
        fixture.home.suspect(fixture.home.accessToken(), 2, REVOKED);
        fixture.time.advance(Duration.ofHours(1));

        assertThat(fixture.state()).isEqualTo(AuthorizationState.SUSPECT);
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class);
        assertThat(fixture.ecobee.calls).hasSizeBetween(10, 25);
        fixture.ecobee.now().grants("A2", "R2");
        fixture.time.advance(Duration.ofMinutes(6));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void tokenThatHasBeenReplacedIsNoReasonForSuspicion() {
        fixture.ecobee.grants("A2", "R2");
        AccessToken old = fixture.home.accessToken();
        fixture.home.renew(old);

        fixture.home.suspect(old, 16, "Invalid token.");

        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    @Tag("field-13")
    void revocationsDuringACloudOutageAreConfirmedLessAndLessOften() {
        int[] count = new int[1];
        fixture.ecobee.answers(call -> {
            count[0]++;
            return new HttpAnswer(200, Map.of(), "{\"access_token\":\"B" + count[0] + "\",\"expires_in\":3599}");
        });

        for (int second = 0; second < 3600; second++) {
            try {
                fixture.home.suspect(fixture.home.accessToken(), 2, REVOKED);
            } catch (AuthorizationUnavailableException e) {
                assertThat(fixture.state()).isEqualTo(AuthorizationState.SUSPECT);
            }
            fixture.time.advance(Duration.ofSeconds(1));
        }

        assertThat(count[0]).isBetween(10, 25);
    }

    @Test
    void textOfEcobeeShowsNoToken() {
        fixture.ecobee.isDown();

        fixture.home.suspect(fixture.home.accessToken(), 16, "Token A1 is\ngone");

        assertThat(fixture.home.status().lastError()).isEqualTo("ecobee answered 16: Token xxxxxx is gone");
    }
}
