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

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationUnavailableException;
import io.github.camelecobee.authorization.TokenSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Accounts that nothing but a header names: from outside comes anything, and no person is asked to authorize it. */
class UnknownAccountTest extends EcobeeTestSupport {
    private static final String READ = "ecobee:getThermostats?include=runtime";

    @ParameterizedTest
    @ValueSource(strings = {
            READ, "ecobee:resumeProgram?all=true", "ecobee:updateGroups", "ecobee:listSets",
            "ecobee:downloadRuntimeReportJob" })
    void aHeaderBeginsNoAuthorization(String uri) throws Exception {
        authorize();
        camel.start();

        Exchange done
                = send(uri, Map.of(EcobeeConstants.TARGET_ACCOUNT, "cabn", EcobeeConstants.BUNDLE, "https://127.0.0.1/x"));

        assertThat(done.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("header CamelEcobeeTargetAccount: 'cabn' is no account of this component;"
                                        + " there are default.");
        assertThat(ecobee.requests().all()).isEmpty();
        assertThat(ecobee.outstandingPins()).isEmpty();
        assertThat(grants.keys()).containsExactly(AccountKey.of(KEY, ACCOUNT));
    }

    @Test
    void tenMegabytesOfANameAreNotRepeated() throws Exception {
        authorize();
        camel.start();
        String endless = "n".repeat(10_000_000);

        assertThat(send(READ, Map.of(EcobeeConstants.TARGET_ACCOUNT, endless)).getException().getMessage())
                .hasSizeLessThan(600).contains("(10000000 characters)");
        assertThat(send(READ, Map.of(EcobeeConstants.TARGET_ACCOUNT, endless + "," + endless)).getException().getMessage())
                .hasSizeLessThan(600).contains("account: '");
        assertThat(send(READ, Map.of(EcobeeConstants.TARGET_ACCOUNT, endless + ",b")).getException().getMessage())
                .hasSizeLessThan(600).contains("is for one account");
    }

    @Test
    void whatAConsumerNotedIsNoBetter() throws Exception {
        authorize();
        camel.start();

        assertThat(send(READ, Map.of(EcobeeConstants.ACCOUNT, "cabn")).getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("header CamelEcobeeAccount: 'cabn'");
    }

    @Test
    void anAccountOfTheGrantStoreNeedsNoOption() throws Exception {
        authorize();
        authorize("cabin", pin -> ecobee.approvePin(pin));
        camel.start();

        assertThat(send(READ, Map.of(EcobeeConstants.TARGET_ACCOUNT, "cabin")).getException()).isNull();
    }

    @Test
    void anAccountThatAnotherEndpointNamesIsAuthorizedAsEver() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cabin").to("ecobee:resumeProgram?account=cabin&all=true");
            }
        });
        camel.start();

        assertThat(send(READ, Map.of(EcobeeConstants.TARGET_ACCOUNT, "cabin")).getException())
                .isNotInstanceOf(IllegalArgumentException.class);
        await().atMost(PATIENCE).until(() -> component().authorization("cabin").status().pin() != null);
    }

    @Test
    void whoAsksForAPinMayNameANewAccount() throws Exception {
        camel.start();

        Exchange done = send("ecobee:requestPin", Map.of(EcobeeConstants.TARGET_ACCOUNT, "cabin"));

        assertThat(done.getException()).isNull();
        assertThat(component().authorization("cabin").status().pin()).isNotNull();
    }

    @Test
    void aTokenSourceKnowsItsAccountsItself() throws Exception {
        TokenSource source = account -> {
            throw new IllegalStateException("no token of " + account);
        };
        component().setTokenSource(source);
        camel.start();

        assertThat(send(READ, Map.of(EcobeeConstants.TARGET_ACCOUNT, "cabin")).getException())
                .isInstanceOf(AuthorizationUnavailableException.class).hasMessageContaining("cabin");
    }

    private Exchange send(String uri, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send(uri, exchange -> {
            exchange.getIn().setBody("");
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
