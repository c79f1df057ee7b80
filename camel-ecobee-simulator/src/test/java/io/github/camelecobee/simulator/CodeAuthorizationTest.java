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
package io.github.camelecobee.simulator;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.OAuthError;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.Contract.assertValid;
import static io.github.camelecobee.simulator.Contract.success;
import static io.github.camelecobee.simulator.SimulatorClient.KEY;
import static io.github.camelecobee.simulator.SimulatorClient.error;
import static io.github.camelecobee.simulator.SimulatorClient.form;
import static io.github.camelecobee.simulator.SimulatorClient.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Authorization by code, authz-code-authorization.shtml. */
class CodeAuthorizationTest {
    private static final String WEB = "WebKey0123456789abcdef0123456789";
    private static final String BACK = "https://app.example.org/ecobee/callback";
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock).apiKey(KEY)
            .webApplication(WEB, BACK, "http://localhost:8080/back?x=1")
            .account(Account.smart("home").thermostat(SampleThermostats.of("1001", "Upstairs")))
            .account(Account.smart("<b>\"neighbour\"").login("neighbour@example.org", "secret")
                    .thermostat(SampleThermostats.of("2001", "Attic")))
            .account(Account.utility("power")).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static Map<String, String> request(String... changes) {
        Map<String, String> all = new HashMap<>(
                Map.of("response_type", "code", "client_id", WEB, "redirect_uri", BACK,
                        "scope", "smartRead", "state", "a&b \"c\""));
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return all;
    }

    /** Presses a button of a page. */
    private HttpResponse<String> press(String path, HttpResponse<String> page, String name, String value) {
        Map<String, String> all = new HashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2).replace("&quot;", "\"").replace("&amp;", "&"));
        }
        all.put(name, value);
        return submit(path, all);
    }

    private HttpResponse<String> submit(String path, Map<String, String> form) {
        return client.send(client.request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(form))).build());
    }

    private URI decide(String user, String decision, String... changes) {
        HttpResponse<String> login = client.get("/authorize", request(changes));
        HttpResponse<String> consent = press("/authorize/login", login, "user", user);
        HttpResponse<String> redirect = press("/authorize/consent", consent, "decision", decision);
        assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
        return URI.create(redirect.headers().firstValue("Location").orElseThrow());
    }

    private static String parameter(URI location, String name) {
        for (String pair : location.getQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private HttpResponse<String> redeem(String code, String redirectUri, String key) {
        return client.post("/token" + query(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
                redirectUri, "client_id", key, "ecobee_type", "jwt")), "");
    }

    @Test
    void userLogsInAgreesAndTheApplicationGetsTokensForTheUsersAccount() {
        URI back = decide("neighbour@example.org", "accept");
        HttpResponse<String> answer = redeem(parameter(back, "code"), BACK, WEB);
        assertValid(answer.body(), TokenResponse.class);
        TokenResponse tokens = client.use(EcobeeJson.read(answer.body(), TokenResponse.class));

        assertThat(back.toString()).startsWith(BACK + "?code=").endsWith("&state=a%26b+%22c%22");
        assertThat(tokens.getScope()).isEqualTo("smartRead");
        assertThat(tokens.getExpiresIn()).isEqualTo(3599);
        assertThat(success(client.ask("/1/thermostatSummary", SimulatorClient.ALL.formatted("")),
                ThermostatSummaryResponse.class).getRevisionList()).singleElement().asString().startsWith("2001:Attic:");
        assertThat(client.post("/token" + query(Map.of("grant_type", "refresh_token", "refresh_token",
                tokens.getRefreshToken(), "client_id", WEB)), "").statusCode()).isEqualTo(200);
    }

    @Test
    void testsAgreeWithoutBrowser() {
        URI asked = URI.create(simulator.baseUri() + "/authorize" + query(request()));
        SimulatedAccount home = simulator.account("home");

        assertThat(redeem(parameter(home.accept(asked), "code"), BACK, WEB).statusCode()).isEqualTo(200);
        assertThat(home.deny(asked).toString()).startsWith(BACK + "?error=access_denied&");
        assertThatThrownBy(() -> home.accept(simulator.baseUri())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("INVALID_REQUEST: ");
    }

    @Test
    void denialGoesBackToTheApplication() {
        URI back = decide("home@example.org", "deny");

        assertThat(back.toString()).startsWith(BACK + "?error=access_denied&error_description=");
        assertThat(parameter(back, "code")).isEmpty();
        assertThat(back.toString()).endsWith("&state=a%26b+%22c%22");
    }

    @Test
    void pagesShowUsersAndEscapeWhatTheyAreGiven() {
        HttpResponse<String> login = client.get("/authorize", request());
        HttpResponse<String> consent = press("/authorize/login", login, "user", "home@example.org");

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(login.body()).contains("home@example.org", "&lt;b&gt;&quot;neighbour&quot;, Smart account")
                .doesNotContain("power", "<b>", "{{");
        assertThat(consent.body()).contains("home@example.org", "smartRead", BACK, "Accept", "Deny");
    }

    @Test
    void stateIsOptionalAndRedirectAddressesMayHaveQueries() {
        Map<String, String> asked = request("redirect_uri", "http://localhost:8080/back?x=1", "user", "home@example.org",
                "decision", "accept");
        asked.remove("state");

        assertThat(submit("/authorize/consent", asked).headers().firstValue("Location").orElseThrow())
                .startsWith("http://localhost:8080/back?x=1&code=").doesNotContain("state");
    }

    @Test
    void codeIsGoodOnceForTenMinutesForItsClientAndAddress() {
        String code = parameter(decide("home@example.org", "accept"), "code");

        assertThat(error(redeem(code, "http://localhost:8080/back?x=1", WEB))).isEqualTo("invalid_grant");
        assertThat(error(redeem(code, BACK, KEY))).isEqualTo("unauthorized_client");
        assertThat(error(redeem("x", BACK, WEB))).isEqualTo("invalid_grant");
        assertThat(redeem(code, BACK, WEB).statusCode()).isEqualTo(200);
        assertThat(error(redeem(code, BACK, WEB))).isEqualTo("invalid_grant");

        String late = parameter(decide("home@example.org", "accept"), "code");
        clock.advance(Duration.ofMinutes(10));
        assertThat(error(redeem(late, BACK, WEB))).isEqualTo("invalid_grant");
    }

    @Test
    void wrongRequestsAreRefusedAtOnce() {
        assertThat(error(client.get("/authorize", request("redirect_uri", "https://evil.example.org/"))))
                .isEqualTo("invalid_request");
        assertThat(error(client.get("/authorize", request("redirect_uri", BACK + "/" + "x".repeat(255)))))
                .isEqualTo("invalid_request");
        assertThat(error(client.get("/authorize", request("client_id", "nobody")))).isEqualTo("invalid_client");
        assertThat(error(client.get("/authorize", request("client_id", KEY)))).isEqualTo("unauthorized_client");
        HttpResponse<String> scope = client.get("/authorize", request("scope", "everything"));
        assertValid(scope.body(), OAuthError.class);
        assertThat(error(scope)).isEqualTo("invalid_scope");
        assertThat(error(client.get("/authorize/consent", request()))).isEqualTo("not_supported");
        assertThat(error(submit("/authorize/login", request("user", "nobody")))).isEqualTo("invalid_request");
        assertThat(error(submit("/authorize/consent", request("user", "power@example.org", "decision", "accept"))))
                .isEqualTo("invalid_request");
        assertThat(error(submit("/authorize/consent", request("user", "home@example.org")))).isEqualTo("invalid_request");
    }

    @Test
    void pagesOfOtherSitesCannotAgree() {
        assertThat(error(client.send(client.request("/authorize/consent").header("Origin", "http://evil.example.org")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(request("user", "home@example.org", "decision", "accept")))).build())))
                .isEqualTo("invalid_request");
    }

    @Test
    void keysAreRegisteredForOneWayOfAuthorization() {
        assertThat(error(client.get("/authorize", request("response_type", "ecobeePin")))).isEqualTo("unauthorized_client");
        assertThat(error(client.get("/authorize", request("response_type", "token")))).isEqualTo("invalid_request");
    }

    @Test
    void redirectAddressesMustBeSecureOrOnThisMachine() {
        for (String uri : new String[] {
                "http://app.example.org/", "https://app.example.org:8443/", "/back", "ftp://localhost/",
                "https://app.example.org/" + "x".repeat(255), "not an address" }) {
            assertThatThrownBy(() -> EcobeeSimulator.builder().webApplication(WEB, uri)).as(uri)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
