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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a token endpoint may answer that is neither a grant nor a refusal. */
@Tag("field-12")
class GarbageTest {
    private final AuthorizationFixture fixture = new AuthorizationFixture();
    private final ScriptedEcobee ecobee = fixture.ecobee;

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "null", "[]", "1", "true", "\"invalid_grant\"", "{}", "{", "<html>invalid_grant</html>",
            "{\"error\":\"\"}", "{\"error\":null}", "{\"error\":[\"invalid_grant\"]}",
            "{\"error\":{\"error\":\"invalid_grant\"}}",
            "{\"access_token\":\"\"}", "{\"access_token\":5}", "{\"access_token\":{}}", "{\"refresh_token\":\"R2\"}",
            "{\"error\":\"invalid_grant_\"}", "{\"error\":\"INVALID GRANT\"}", "{\"status\":{\"code\":16}}",
            "{\"status\":{\"code\":2,\"message\":\"Application has been revoked.\"}}", "\u0000", "\uFEFF{}" })
    void garbageChangesNothing(String body) {
        for (int status : new int[] { 200, 204, 302, 400, 401, 403, 404, 429, 500, 503 }) {
            AuthorizationFixture one = new AuthorizationFixture();
            one.authorized().ecobee.answers(status, body);
            AccessToken failed = one.home.accessToken();

            assertThatThrownBy(() -> one.home.renew(failed)).as("HTTP %s", status)
                    .isInstanceOf(AuthorizationUnavailableException.class);
            assertThat(one.state()).isEqualTo(AuthorizationState.AUTHORIZED);
            assertThat(one.storedRefreshToken()).isEqualTo("R1");
            assertThat(one.inStore().refusal()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", "null", "[]", "{}", "{\"ecobeePin\":\"null\"", "{\"ecobeePin\":null,\"code\":null}", "{\"ecobeePin\":\"AB\"}" })
    void garbageIsNoPin(String body) {
        ecobee.answers(200, body);
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.state()).isEqualTo(AuthorizationState.UNAUTHORIZED);
        assertThat(fixture.home.status().pin()).isNull();
        assertThat(fixture.home.status().failures()).isEqualTo(1);
    }

    @Test
    void deepNestingIsRefusedWithoutAStackOverflow() {
        fixture.authorized().ecobee.answers(200, "{\"a\":".repeat(100_000));
        AccessToken failed = fixture.home.accessToken();

        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationUnavailableException.class);
    }

    @Test
    void endlessRetryAfterEndsTheNextDay() {
        fixture.authorized().ecobee.answers(503, Map.of("Retry-After", "99999999999999999999"), "").grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationUnavailableException.class);
        fixture.time.set(fixture.time.instant().plus(Duration.ofHours(25)));

        assertThat(fixture.home.renew(failed).value()).isEqualTo("A2");
    }

    @Test
    void linesThatAServerSlipsInAreNotShown() {
        ecobee.answers(200, "{\"access_token\":\"A2\",\"refresh_token\":\"R2\",\"expires_in\":3599,"
                            + "\"scope\":\"smartWrite\\r\\nWARN forged\"}");
        fixture.authorized();
        fixture.home.renew(fixture.home.accessToken());
        assertThat(fixture.home.status().scope()).isEqualTo("smartWrite  WARN forged");
    }

    @Test
    void linesThatAServerSlipsIntoAPinAreNotShown() {
        ecobee.issuesPin("ABCD\\nWARN forged", "C1", 900, 30);
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.home.status().pin()).isEqualTo("ABCD WARN forged");
        assertThat(fixture.home.status().nextStep()).doesNotContain("\n");
    }
}
