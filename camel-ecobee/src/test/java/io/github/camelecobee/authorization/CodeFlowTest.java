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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Authorization by code, RFC 6749, 4.1. */
class CodeFlowTest {
    private static final String BACK = "https://app.example.org/ecobee/callback";

    private final AuthorizationFixture fixture = new AuthorizationFixture();
    private final ScriptedEcobee ecobee = fixture.ecobee;

    @BeforeEach
    void theApplicationIsRegisteredForCodes() {
        fixture.settings = AuthorizationSettings.builder(AuthorizationFixture.API_KEY)
                .method(AuthorizationMethod.AUTHORIZATION_CODE).build();
        fixture.restart();
    }

    private String begin(@Nullable String binding) {
        URI uri = fixture.manager.authorizationUrl("home", BACK, binding);
        return uri.getQuery().replaceFirst(".*&state=", "");
    }

    private AuthorizationStatus end(String state, @Nullable String binding, String... more) {
        return fixture.manager.exchangeCode(Map.of("state", state, more[0], more[1]), binding);
    }

    @Test
    void theAddressSaysWhatEcobeeNeedsAndNothingOfTheAccount() {
        URI uri = fixture.manager.authorizationUrl("home", BACK, null);

        assertThat(uri.toString()).startsWith("https://api.ecobee.com/authorize?response_type=code&client_id="
                                              + AuthorizationFixture.API_KEY
                                              + "&redirect_uri=https%3A%2F%2Fapp.example.org%2Fecobee%2Fcallback"
                                              + "&scope=smartWrite&state=")
                .doesNotContain("home");
        assertThat(begin(null)).hasSizeGreaterThan(40).isNotEqualTo(begin(null));
    }

    @Test
    @Tag("field-20")
    void theGrantIsStoredBeforeTheRoutesLearnOfIt() {
        ecobee.grants("A1", "R1");
        List<String> storedWhenTold = new ArrayList<>();
        fixture.home.whenAuthorized(() -> storedWhenTold.add(fixture.storedRefreshToken()));

        AuthorizationStatus status = end(begin(null), null, "code", "C1");

        assertThat(status.state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(storedWhenTold).containsExactly("R1");
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(fixture.eventTypes()).containsExactly(Type.AUTHORIZED);
        assertThat(ecobee.forms()).containsExactly(Map.of("grant_type", "authorization_code", "code", "C1", "redirect_uri",
                BACK, "client_id", AuthorizationFixture.API_KEY));
    }

    @Test
    void aStateCountsOnce() {
        ecobee.grants("A1", "R1");
        String state = begin(null);
        end(state, null, "code", "C1");

        assertThatThrownBy(() -> end(state, null, "code", "C2")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("state: ").hasMessageContaining("start again").hasMessageNotContaining(state);
        assertThat(ecobee.calls).hasSize(1);
    }

    @Test
    void aStateCountsForTenMinutes() {
        ecobee.grants("A1", "R1");
        String late = begin(null);
        fixture.time.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> end(late, null, "code", "C1")).isInstanceOf(IllegalArgumentException.class);
        String inTime = begin(null);
        fixture.time.advance(Duration.ofSeconds(599));
        assertThat(end(inTime, null, "code", "C1").state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void aForgedStateIsRefused() {
        assertThatThrownBy(() -> end("forged", null, "code", "C1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fixture.manager.exchangeCode(Map.of("code", "C1"), null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("state: is missing");
        assertThatThrownBy(() -> fixture.manager.exchangeCode(Map.of("state", begin(null)), null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("code: is missing");
        assertThat(ecobee.calls).isEmpty();
    }

    @Test
    void anotherBrowserIsRefusedAndDoesNotEndTheOwnersAuthorization() {
        ecobee.grants("A1", "R1");
        String state = begin("cookie-1");

        assertThatThrownBy(() -> end(state, "cookie-2", "code", "C1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another browser");
        assertThatThrownBy(() -> end(state, null, "code", "C1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(end(state, "cookie-1", "code", "C1").state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void theOwnersDenialIsAClearException() {
        assertThatThrownBy(() -> fixture.manager.exchangeCode(
                Map.of("state", begin(null), "error", "access_denied", "error_description", "The user said\nno."), null))
                .isInstanceOfSatisfying(AuthorizationDeniedException.class, denied -> {
                    assertThat(denied.error()).isEqualTo("access_denied");
                    assertThat(denied.account()).isEqualTo("home");
                    assertThat(denied).hasMessageContaining("did not agree").hasMessageContaining("The user said no.");
                });
        assertThat(ecobee.calls).isEmpty();
        assertThat(fixture.home.status().lastError()).contains("access_denied");
        assertThat(fixture.home.status().nextStep()).contains("authorizationUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = { "invalid_grant", "unauthorized_client" })
    void aCodeThatEcobeeRefusesIsAClearException(String error) {
        ecobee.refuses(error);
        String state = begin(null);

        assertThatThrownBy(() -> end(state, null, "code", "SecretCode")).isInstanceOf(AuthorizationDeniedException.class)
                .hasMessageContaining(error).hasMessageNotContaining("SecretCode");
        assertThat(fixture.inStore().grant()).isNull();
    }

    @Test
    void denialLeavesAGrantThatWorksAlone() {
        fixture.authorized();
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");

        assertThatThrownBy(() -> end(begin(null), null, "error", "access_denied"))
                .isInstanceOf(AuthorizationDeniedException.class);

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(fixture.home.status().lastError()).isNull();
    }

    @Test
    @Tag("field-4")
    void anAccountIsAuthorizedAgainWhileItRuns() {
        fixture.authorized();
        ecobee.refuses("invalid_grant").grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("authorizationUrl");

        end(begin(null), null, "code", "C2");

        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.inStore().refusal()).isNull();
    }

    @Test
    void outageAtTheExchangeSaysSo() {
        ecobee.isDown();

        assertThatThrownBy(() -> end(begin(null), null, "code", "C1"))
                .isInstanceOf(AuthorizationUnavailableException.class).hasMessageContaining("connection refused");
    }

    @Test
    void noPinIsAskedForWhereCodesAreTheWay() {
        fixture.home.start();
        fixture.time.advance(Duration.ofMinutes(5));

        assertThat(ecobee.calls).isEmpty();
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("Send the owner of the account to the address that authorizationUrl gives");
        assertThatThrownBy(fixture.home::requestPin).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("authorizationMethod is authorizationCode");
    }

    @Test
    void codesAreRefusedWherePinsAreTheWay() {
        AuthorizationFixture pins = new AuthorizationFixture();

        assertThatThrownBy(() -> pins.manager.authorizationUrl("home", BACK, null))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("this component has pin");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://app.example.org/back", "https://app.example.org:8443/back", "/back", "https://a b/",
            "https://app.example.org/back#part", "https://user@app.example.org/back" })
    void redirectUrisThatEcobeeWouldNotTakeAreNamed(String wrong) {
        assertThatThrownBy(() -> fixture.manager.authorizationUrl("home", wrong, null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("redirectUri: '" + wrong + "'");
    }

    @Test
    void redirectUrisHaveAtMost255CharactersAndMayBeOnThisMachine() {
        String longest = BACK + "/" + "x".repeat(255 - BACK.length() - 1);

        assertThat(fixture.manager.authorizationUrl("home", longest, null)).isNotNull();
        assertThat(fixture.manager.authorizationUrl("home", "http://localhost:8080/back", null)).isNotNull();
        assertThatThrownBy(() -> fixture.manager.authorizationUrl("home", longest + "x", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverAsksAgainAndAgainFillsNoMemory() {
        String first = begin(null);
        String second = begin(null);
        for (int i = 0; i < 9_999; i++) {
            begin(null);
        }
        ecobee.grants("A1", "R1");

        assertThatThrownBy(() -> end(first, null, "code", "C1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(end(second, null, "code", "C1").state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void aBlankBindingBindsNothingAndIsRefused() {
        assertThatThrownBy(() -> begin(" ")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CamelEcobeeBinding");
    }

    @Test
    void aPinOfBeforeIsForgottenWhereCodesAreTheWay() {
        fixture.settings = AuthorizationSettings.builder(AuthorizationFixture.API_KEY).build();
        fixture.restart();
        ecobee.issuesPin("ABCD", "C1", 900, 30).refuses("authorization_pending");
        fixture.home.start();
        fixture.time.runBackground();
        theApplicationIsRegisteredForCodes();
        fixture.home.start();
        fixture.time.advance(Duration.ofMinutes(20));

        assertThat(ecobee.calls).hasSize(1);
    }
}
