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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Refresh tokens that were obtained elsewhere, given as option or in the file of another program. */
class RefreshTokenSeedTest {
    @TempDir
    Path folder;
    private final AuthorizationFixture fixture = new AuthorizationFixture();
    private final ScriptedEcobee ecobee = fixture.ecobee;

    private void begins(AuthorizationMethod method, RefreshTokenSeed seed) {
        fixture.settings = AuthorizationSettings.builder(AuthorizationFixture.API_KEY).method(method).seed(seed)
                .tokenUri(URI.create("https://auth.example.org/oauth/token")).build();
        fixture.restart();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("ecobee.conf"), content);
    }

    @Test
    @Tag("field-23")
    @Tag("field-21")
    void aGivenRefreshTokenBeginsAtItsOwnTokenEndpoint() {
        ecobee.answers(200, "{\"access_token\":\"A1\",\"expires_in\":3599}").grants("A2", "R2");
        begins(AuthorizationMethod.REFRESH_TOKEN, RefreshTokenSeed.of("home", "R0"));
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(ecobee.calls.get(0).uri()).hasToString("https://auth.example.org/oauth/token");
        assertThat(ecobee.forms().get(0)).containsEntry("refresh_token", "R0")
                .containsEntry("client_id", AuthorizationFixture.API_KEY);
        // One that does not rotate stays.
        assertThat(fixture.storedRefreshToken()).isEqualTo("R0");
    }

    @Test
    @Tag("field-23")
    void theStoredRefreshTokenIsNewerThanTheGivenOne() {
        ecobee.grants("A1", "R1").grants("A2", "R2");
        begins(AuthorizationMethod.REFRESH_TOKEN, RefreshTokenSeed.of("home", "R0"));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");

        fixture.restart();
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        fixture.home.renew(fixture.home.accessToken());

        assertThat(ecobee.forms()).extracting(form -> form.get("refresh_token")).containsExactly("R0", "R1");
    }

    @Test
    void aGivenRefreshTokenIsForItsAccountOnly() {
        begins(AuthorizationMethod.REFRESH_TOKEN, RefreshTokenSeed.of("cabin", "R0"));

        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("Give a refresh token in the option refreshToken");
        assertThat(ecobee.calls).isEmpty();
    }

    @Test
    void aGivenRefreshTokenThatIsRefusedIsTriedOnce() {
        ecobee.refuses("invalid_grant");
        begins(AuthorizationMethod.REFRESH_TOKEN, RefreshTokenSeed.of("home", "R0"));

        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("Give a refresh token that works").hasMessageNotContaining("R0");
        fixture.home.start();
        fixture.time.advance(Duration.ofHours(1));
        assertThat(ecobee.calls).hasSize(1);
        assertThat(fixture.home.status().lastError()).contains("the option refreshToken was refused, invalid_grant");
        assertThat(fixture.inStore().version()).isZero();
    }

    @Test
    void aPinFollowsAGivenRefreshTokenThatIsRefused() {
        ecobee.refuses("invalid_grant").issuesPin("ABCD", "C1", 900, 30);
        begins(AuthorizationMethod.PIN, RefreshTokenSeed.of("home", "R0"));
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.home.status().pin()).isEqualTo("ABCD");
    }

    @Test
    void aGivenRefreshTokenNeedsNotWaitForAPinOfBefore() {
        ecobee.issuesPin("ABCD", "C1", 900, 30).grants("A1", "R1");
        fixture.home.start();
        fixture.time.runBackground();

        begins(AuthorizationMethod.PIN, RefreshTokenSeed.of("home", "R0"));
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(fixture.home.status().pin()).isNull();
        fixture.time.advance(Duration.ofMinutes(2));
        assertThat(ecobee.calls).hasSize(2);
    }

    @Test
    void anOutageIsWaitedFor() {
        ecobee.isDown();
        begins(AuthorizationMethod.REFRESH_TOKEN, RefreshTokenSeed.of("home", "R0"));
        fixture.home.start();
        fixture.time.advance(Duration.ofMinutes(30));
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class);

        ecobee.now().grants("A1", "R1");
        fixture.time.advance(Duration.ofMinutes(6));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void aNewRefreshTokenReplacesAGrantThatWasRefused() {
        fixture.authorized();
        ecobee.refuses("invalid_grant").grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationRequiredException.class);

        begins(AuthorizationMethod.REFRESH_TOKEN, RefreshTokenSeed.of("home", "R1b"));

        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(ecobee.forms().get(1)).containsEntry("refresh_token", "R1b");
    }

    @ParameterizedTest
    @Tag("field-24")
    @ValueSource(strings = {
            "{\"API_KEY\":\"KeyOfTheApplication0123456789abc\",\"ACCESS_TOKEN\":\"A0\",\"AUTHORIZATION_CODE\":\"c\","
                             + "\"REFRESH_TOKEN\":\"R0\",\"INCLUDE_NOTIFICATIONS\":false}",
            "{\"application_key\":\"KeyOfTheApplication0123456789abc\",\"refresh_token\":\"R0\",\"access_token\":\"A0\","
                                                                                            + "\"access_token_expires_on\":\"2026-01-01T00:00:00\",\"scope\":\"smartWrite\"}",
            "{\"pyecobee\":{\"_application_key\":\"KeyOfTheApplication0123456789abc\",\"_refresh_token\":\"R0\","
                                                                                                                                                                               + "\"_scope\":{\"py/object\":\"pyecobee.enumerations.Scope\"}}}" })
    void filesOfPythonProgramsAreImportedOnceAndLeftAlone(String content) throws IOException {
        Path file = file(content);
        ecobee.grants("A1", "R1");
        begins(AuthorizationMethod.PIN, RefreshTokenSeed.file("home", file, AuthorizationFixture.API_KEY));

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(ecobee.forms().get(0)).containsEntry("refresh_token", "R0");
        assertThat(Files.readString(file)).isEqualTo(content);

        Files.delete(file);
        fixture.restart();
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(ecobee.calls).hasSize(1);
    }

    @ParameterizedTest
    @Tag("field-24")
    @CsvSource(delimiter = '|', value = {
            "not json|no JSON object", "{}|no refresh token", "{\"REFRESH_TOKEN\":\"\"}|no refresh token",
            "[]|no JSON object",
            "{\"API_KEY\":\"AnotherKey\",\"REFRESH_TOKEN\":\"SecretRefresh\"}|another API key than the option apiKey" })
    void filesThatCannotBeImportedAreNamedWithTheReason(String content, String reason) throws IOException {
        Path file = file(content);
        begins(AuthorizationMethod.PIN, RefreshTokenSeed.file("home", file, AuthorizationFixture.API_KEY));

        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("importFile: '" + file + "'").hasMessageContaining(reason)
                .hasMessageNotContaining("AnotherKey").hasMessageNotContaining("SecretRefresh");
        assertThat(ecobee.calls).isEmpty();
    }

    @Test
    @Tag("field-24")
    void aFileThatIsNotThereIsNamed() {
        begins(AuthorizationMethod.PIN,
                RefreshTokenSeed.file("home", folder.resolve("none.conf"), AuthorizationFixture.API_KEY));

        assertThatThrownBy(fixture.home::accessToken).hasMessageContaining("there is no such file");
    }

    @Test
    void theTokenShowsNowhere() {
        assertThat(RefreshTokenSeed.of("home", "SecretRefresh") + " " + RefreshTokenSeed.of("home", "SecretRefresh").read())
                .doesNotContain("SecretRefresh");
    }
}
