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
package io.github.camelecobee;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.TokenSource;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Grants that were obtained elsewhere. */
class BringYourOwnTest extends EcobeeTestSupport {
    @TempDir
    Path folder;
    private Grant theirs;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.rotateRefreshTokens(true);
    }

    /** Another program has been authorized, and its tokens are not in our store. */
    @BeforeEach
    void anotherProgramIsAuthorized() throws Exception {
        authorize();
        AccountKey key = AccountKey.of(KEY, ACCOUNT);
        theirs = grants.load(key).map(AuthorizationRecord::grant).orElseThrow();
        grants.remove(key);
    }

    private void read() {
        assertThat(camel.createProducerTemplate().requestBody("ecobee:getThermostats", (Object) "", List.class)).isNotEmpty();
    }

    @Test
    @Tag("field-23")
    void aRefreshTokenOfTheOptionsBeginsAndIsNewerInTheStoreLater() throws Exception {
        component().setRefreshToken(theirs.refreshToken());
        component().setAuthorizationMethod("refreshToken");
        camel.start();
        read();
        camel.close();

        // It has rotated: the option is worth nothing any more, the store counts.
        camel = newContext();
        component().setRefreshToken(theirs.refreshToken());
        component().setAuthorizationMethod("refreshToken");
        camel.start();
        ecobee.expireAccessTokens();
        read();

        assertThat(ecobee.requests().countGrants("refresh_token")).isEqualTo(2);
        assertThat(ecobee.outstandingPins()).isEmpty();
    }

    @Test
    @Tag("field-24")
    void theFileOfAnotherProgramIsImported() throws Exception {
        Path file = Files.writeString(folder.resolve("ecobee.conf"), "{\"API_KEY\": \"" + KEY + "\", \"ACCESS_TOKEN\": \""
                                                                     + theirs.accessToken() + "\", \"REFRESH_TOKEN\": \""
                                                                     + theirs.refreshToken() + "\"}");
        component().setImportFile(file.toString());
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?" + OFTEN).to("mock:changed");
            }
        });
        mock("changed").expectedMinimumMessageCount(1);

        mock("changed").assertIsSatisfied();
        assertThat(ecobee.outstandingPins()).isEmpty();
        assertThat(grants.load(AccountKey.of(KEY, ACCOUNT)).map(AuthorizationRecord::isUsable)).contains(true);
    }

    @Test
    @Tag("field-22")
    void anOwnerOfTokensInTheRegistryIsFound() throws Exception {
        AtomicReference<String> token = new AtomicReference<>(theirs.accessToken());
        TokenSource source = account -> String.valueOf(token.get());
        camel.getRegistry().bind("tokens", TokenSource.class, source);
        camel.getRegistry().bind("store", GrantStore.class, grants);
        // Camel looks for it when the component is added.
        camel.removeComponent("ecobee");
        EcobeeComponent component = newComponent();
        component.setApiKey(null);
        camel.addComponent("ecobee", component);
        camel.start();
        read();

        assertThat(ecobee.requests().all()).noneMatch(request -> request.path().equals("/token"));
        assertThat(grants.keys()).isEmpty();
        assertThat(component().authorization(ACCOUNT).status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
    }

    @Test
    void refreshTokenAndFileAreNotGivenTogether() throws Exception {
        component().setImportFile("ecobee.conf");
        component().setRefreshToken("R0");
        camel.start();

        assertThatThrownBy(this::read).rootCause().hasMessageContaining("give one of them");
    }

    @Test
    void methodsThatThereAreNotAreNamed() throws Exception {
        component().setAuthorizationMethod("telepathy");
        camel.start();

        assertThatThrownBy(this::read).rootCause().hasMessage(
                "authorizationMethod: 'telepathy' is not allowed; give one of pin, authorizationCode, utility, refreshToken");
    }
}
