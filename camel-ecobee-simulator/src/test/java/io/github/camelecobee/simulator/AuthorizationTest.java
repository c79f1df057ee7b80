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

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.OAuthError;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.TokenResponse;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.oauth.PinLifeUnit;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.KEY;
import static io.github.camelecobee.simulator.SimulatorClient.error;
import static io.github.camelecobee.simulator.SimulatorClient.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuthorizationTest {
    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock).start();
    private SimulatorClient client = new SimulatorClient(simulator);

    private void start(EcobeeSimulatorBuilder builder) {
        simulator.close();
        simulator = builder.clock(clock).start();
        client = new SimulatorClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void pinLeadsToTokens() {
        PinResponse pin = client.requestPin();
        HttpResponse<String> before = client.poll(pin.getCode());
        simulator.approveNewestPin();
        clock.advance(Duration.ofSeconds(30));
        TokenResponse tokens = client.redeem(pin.getCode());

        assertThat(pin.getEcobeePin()).matches("[A-Z2-9]{4}-[A-Z2-9]{4}");
        assertThat(pin.getExpiresIn()).isEqualTo(9);
        assertThat(pin.getInterval()).isEqualTo(30);
        assertThat(pin.getScope()).isEqualTo("smartWrite");
        assertThat(before.statusCode()).isEqualTo(401);
        assertThat(EcobeeJson.read(before.body(), OAuthError.class)).isEqualTo(
                new OAuthError().withError("authorization_pending")
                        .withErrorDescription("Waiting for user to authorize application.")
                        .withErrorUri("https://tools.ietf.org/html/rfc6749#section-5.2"));
        assertThat(tokens.getTokenType()).isEqualTo("Bearer");
        assertThat(tokens.getExpiresIn()).isEqualTo(3599);
        assertThat(tokens.getRefreshToken()).startsWith("v1.");
        assertThat(tokens.getAccessToken()).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(tokens.getScope()).isEqualTo("smartWrite");
    }

    @Test
    void pinLifeCanBeSaidInSeconds() {
        start(EcobeeSimulator.builder().pinLifeUnit(PinLifeUnit.SECONDS).pinExpiresIn(Duration.ofMinutes(15))
                .pinInterval(Duration.ofSeconds(5)));

        PinResponse pin = client.requestPin();

        assertThat(pin.getExpiresIn()).isEqualTo(900);
        assertThat(pin.getInterval()).isEqualTo(5);
    }

    @Test
    void pollingFasterThanTheIntervalIsToldToSlowDown() {
        String code = client.requestPin().getCode();

        client.poll(code);
        clock.advance(Duration.ofSeconds(29));

        HttpResponse<String> tooFast = client.poll(code);
        assertThat(tooFast.statusCode()).isEqualTo(401);
        assertThat(error(tooFast)).isEqualTo("slow_down");
        clock.advance(Duration.ofSeconds(30));
        assertThat(error(client.poll(code))).isEqualTo("authorization_pending");
    }

    @Test
    void pinExpires() {
        PinResponse pin = client.requestPin();

        clock.advance(Duration.ofMinutes(9));

        HttpResponse<String> expired = client.poll(pin.getCode());
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(error(expired)).isEqualTo("authorization_expired");
        assertThat(simulator.outstandingPins()).isEmpty();
        assertThatThrownBy(() -> simulator.approvePin(pin.getEcobeePin())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codeWorksOnce() {
        PinResponse pin = client.requestPin();
        simulator.approvePin(" " + pin.getEcobeePin().toLowerCase(Locale.ROOT) + " ");

        client.redeem(pin.getCode());
        clock.advance(Duration.ofMinutes(1));

        HttpResponse<String> again = client.poll(pin.getCode());
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(error(again)).isEqualTo("invalid_grant");
    }

    @Test
    void pinCanBeApprovedAutomatically() {
        start(EcobeeSimulator.builder().pinApproval(PinApproval.automaticAfter(Duration.ofSeconds(40))));
        String code = client.requestPin().getCode();

        assertThat(error(client.poll(code))).isEqualTo("authorization_pending");
        clock.advance(Duration.ofSeconds(40));

        assertThat(client.redeem(code).getAccessToken()).isNotEmpty();
    }

    @Test
    void tokenRequestMayBeForm() {
        PinResponse pin = client.requestPin();
        simulator.approveNewestPin();

        HttpResponse<String> answer = client.send(client.request("/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(SimulatorClient.form(
                        Map.of("grant_type", "ecobeePin", "code", pin.getCode(), "client_id", KEY))))
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(simulator.requests().countGrants("ecobeePin")).isEqualTo(1);
    }

    @Test
    void refreshReturnsTheSameRefreshTokenAndEndsTheOldAccessToken() {
        TokenResponse first = client.authorize();

        TokenResponse second = EcobeeJson.read(client.refresh(first.getRefreshToken()).body(), TokenResponse.class);

        assertThat(second.getRefreshToken()).isEqualTo(first.getRefreshToken());
        assertThat(second.getAccessToken()).isNotEqualTo(first.getAccessToken());
        assertThat(client.summary().getStatus().getCode()).isEqualTo(14);
        client.use(second);
        assertThat(client.summary().getStatus().getCode()).isZero();
    }

    @Test
    void refreshTokensCanRotate() {
        start(EcobeeSimulator.builder().rotateRefreshTokens(true));
        TokenResponse first = client.authorize();

        TokenResponse second = EcobeeJson.read(client.refresh(first.getRefreshToken()).body(), TokenResponse.class);

        assertThat(second.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
        assertThat(error(client.refresh(first.getRefreshToken()))).isEqualTo("invalid_grant");
        assertThat(client.refresh(second.getRefreshToken()).statusCode()).isEqualTo(200);
    }

    @Test
    void refreshTokenMayBeSentAsCode() {
        TokenResponse tokens = client.authorize();

        HttpResponse<String> answer = client.post("/token" + SimulatorClient.query(Map.of(
                "grant_type", "refresh_token", "code", tokens.getRefreshToken(), "client_id", KEY, "ecobee_type", "jwt")),
                "");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusedTokenRequestsSayWhy() {
        start(EcobeeSimulator.builder().apiKey(KEY).apiKey("another"));
        String refreshToken = client.authorize().getRefreshToken();

        assertRefused("grant_type=refresh_token&refresh_token=x&client_id=" + KEY, 400, "invalid_grant");
        assertRefused("grant_type=refresh_token&refresh_token=" + refreshToken + "&client_id=another", 400,
                "invalid_grant");
        assertRefused("grant_type=refresh_token&refresh_token=x&client_id=wrong", 401, "invalid_client");
        assertRefused("grant_type=password&client_id=" + KEY, 400, "unsupported_grant_type");
        assertRefused("grant_type=authorization_code&code=x&client_id=" + KEY, 400, "unauthorized_client");
        assertRefused("grant_type=ecobeePin&client_id=" + KEY, 400, "invalid_request");
        assertRefused("client_id=" + KEY, 400, "invalid_request");
        assertThat(error(client.get("/token", Map.of()))).isEqualTo("not_supported");
    }

    private void assertRefused(String query, int httpStatus, String error) {
        HttpResponse<String> answer = client.post("/token?" + query, "");
        assertThat(answer.statusCode()).isEqualTo(httpStatus);
        assertThat(error(answer)).isEqualTo(error);
    }

    @Test
    void refusedPinRequestsSayWhy() {
        assertThat(error(client.get("/authorize", Map.of("response_type", "ecobeePin", "scope", "smartWrite"))))
                .isEqualTo("invalid_request");
        assertThat(error(client.get("/authorize",
                Map.of("response_type", "ecobeePin", "scope", "smartWrite", "client_id", "wrong"))))
                .isEqualTo("invalid_client");
        assertThat(error(client.get("/authorize",
                Map.of("response_type", "ecobeePin", "scope", "everything", "client_id", KEY))))
                .isEqualTo("invalid_scope");
    }

    @Test
    void expiredTokenAnswersHttp500WithCode14() {
        client.authorize();

        clock.advance(Duration.ofHours(1));

        HttpResponse<String> answer = client.ask("/1/thermostatSummary", SimulatorClient.ALL.formatted(""));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo(
                "{\"status\":{\"code\":14,\"message\":\"Authentication token has expired. Refresh your tokens. \"}}");
    }

    @Test
    void accessTokensCanEndBeforeTheirTime() {
        TokenResponse tokens = client.authorize();

        simulator.expireAccessTokens();

        assertThat(client.summary().getStatus().getCode()).isEqualTo(14);
        client.use(EcobeeJson.read(client.refresh(tokens.getRefreshToken()).body(), TokenResponse.class));
        assertThat(client.summary().getStatus().getCode()).isZero();
    }

    @Test
    void missingAndUnknownTokensAnswerHttp500WithCode1() {
        for (String token : new String[] { "", "garbage" }) {
            client.useToken(token);
            HttpResponse<String> answer = client.ask("/1/thermostatSummary", SimulatorClient.ALL.formatted(""));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(status(answer).getCode()).isEqualTo(1);
            assertThat(status(answer).getMessage()).isEqualTo("Authentication failed.");
        }
    }

    @Test
    void removedApplicationAnswersCode16AndRefusesToRefresh() {
        TokenResponse tokens = client.authorize();
        assertThat(simulator.applications()).hasSize(1);

        simulator.revoke(KEY);

        assertThat(client.summary().getStatus().getMessage()).isEqualTo(
                "Invalid token. Token has been deauthorized by user. You must re-request authorization.");
        assertThat(error(client.refresh(tokens.getRefreshToken()))).isEqualTo("invalid_grant");
        assertThat(simulator.applications()).isEmpty();
    }

    @Test
    void refreshTokensCanBeLostWhileAccessTokensWork() {
        TokenResponse tokens = client.authorize();

        simulator.invalidateRefreshTokens();

        HttpResponse<String> refused = client.refresh(tokens.getRefreshToken());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(error(refused)).isEqualTo("invalid_grant");
        assertThat(client.summary().getStatus().getCode()).isZero();
    }

    @Test
    void tokensCanBeLongAndRecognisable() {
        start(EcobeeSimulator.builder().accessTokenSize(16 * 1024).tokenPrefix("canary-"));

        TokenResponse tokens = client.authorize();

        assertThat(tokens.getAccessToken()).hasSize(16 * 1024).startsWith("canary-");
        assertThat(tokens.getRefreshToken()).startsWith("v1.canary-");
        assertThat(client.summary().getStatus().getCode()).isZero();
        assertThat(simulator.requests().all().toString()).doesNotContain("canary-").doesNotContain(KEY);
    }

    @Test
    void grantedScopeCanDifferFromTheOneAskedFor() {
        start(EcobeeSimulator.builder().grantedScope("smartRead"));

        assertThat(client.authorize().getScope()).isEqualTo("smartRead");
        assertThat(status(client.call("311019854581", "{\"type\":\"resumeProgram\"}")).getCode()).isEqualTo(2);
    }
}
