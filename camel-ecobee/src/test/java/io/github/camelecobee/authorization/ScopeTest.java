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

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is asked for and what is granted, auth-intro.shtml. */
class ScopeTest {
    private static AuthorizationSettings asking(String scope) {
        return AuthorizationSettings.builder(AuthorizationFixture.API_KEY).scope(scope).build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               value = {
                       "smartRead|smartRead", "smartWrite, ems|smartWrite,ems", "EMS smartread|ems,smartRead",
                       "ems,ems|ems" })
    void severalScopesAreAskedForWithCommas(String option, String asked) {
        assertThat(asking(option).scope()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "write", "smartRead;ems" })
    void scopesThatThereAreNotAreNamed(String option) {
        assertThatThrownBy(() -> asking(option)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scope: '" + option + "' is not allowed");
    }

    @ParameterizedTest
    @Tag("field-19")
    @CsvSource(delimiter = '|', value = {
            "smartRead|true|false|false", "smartWrite|true|true|false", "ems|true|true|true",
            "openid,offline_access,smartWrite|true|true|false", "openid offline_access smartRead|true|false|false",
            "implicit|true|true|true", "somethingNew|true|true|true" })
    void whatAScopeAllowsIsReadWhateverItsSeparator(String granted, boolean read, boolean write, boolean ems) {
        assertThat(Permission.READ.isAllowedBy(granted)).isEqualTo(read);
        assertThat(Permission.WRITE.isAllowedBy(granted)).isEqualTo(write);
        assertThat(Permission.EMS.isAllowedBy(granted)).isEqualTo(ems);
    }

    @Test
    void aReadOnlyGrantRefusesAChangeBeforeAnythingIsSent() {
        AuthorizationFixture fixture = new AuthorizationFixture();
        fixture.store.compareAndSet(AuthorizationFixture.HOME, 0, new AuthorizationRecord(
                1, new Grant(
                        "A1", "R1", fixture.time.instant(), fixture.time.instant().plusSeconds(3600), "smartRead",
                        "Bearer"),
                null, null));

        fixture.home.require(Permission.READ);
        assertThatThrownBy(() -> fixture.home.require(Permission.WRITE))
                .isInstanceOfSatisfying(InsufficientScopeException.class, problem -> {
                    assertThat(problem.account()).isEqualTo("home");
                    assertThat(problem.granted()).isEqualTo("smartRead");
                    assertThat(problem.needed()).isEqualTo(Permission.WRITE);
                    assertThat(problem).hasMessageContaining("Set the option scope to smartWrite and authorize");
                });
        assertThat(fixture.ecobee.calls).isEmpty();
    }

    @Test
    void anOrganisationIsManagedWithScopeEmsOnly() {
        AuthorizationFixture fixture = new AuthorizationFixture().authorized();

        fixture.home.require(Permission.WRITE);
        assertThatThrownBy(() -> fixture.home.require(Permission.EMS)).isInstanceOf(InsufficientScopeException.class)
                .hasMessageContaining("it needs ems");
    }
}
