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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PinFlowTest {
    private final AuthorizationFixture fixture = new AuthorizationFixture();
    private final ScriptedEcobee ecobee = fixture.ecobee;

    @Test
    void startAsksForAPinAndAnnouncesIt() {
        ecobee.issuesPin("ABCD-EFGH", "C1", 900, 30);

        fixture.home.start();
        assertThat(ecobee.calls).isEmpty();
        fixture.time.runBackground();

        assertThat(ecobee.calls).singleElement().satisfies(call -> {
            assertThat(call.uri()).hasToString(
                    "https://api.ecobee.com/authorize?response_type=ecobeePin&scope=smartWrite");
            assertThat(call.secretQuery()).isEqualTo(Map.of("client_id", AuthorizationFixture.API_KEY));
        });
        assertThat(fixture.events).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(Type.PIN_ISSUED);
            assertThat(event.status().pin()).isEqualTo("ABCD-EFGH");
            assertThat(event.status().nextStep()).contains("ABCD-EFGH").contains("My Apps").contains("12:15:00");
        });
        assertThat(fixture.state()).isEqualTo(AuthorizationState.PIN_ISSUED);
    }

    @Test
    void accountWithoutGrantIsRefusedAtOnceAndAsksForAPin() {
        ecobee.issuesPin("ABCD-EFGH", "C1", 900, 30);

        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class);
        assertThat(ecobee.calls).isEmpty();
        fixture.time.runBackground();

        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("Enter PIN ABCD-EFGH at ecobee.com > My Apps > Add Application");
        assertThat(ecobee.calls).hasSize(1);
    }

    @Test
    @Tag("field-19")
    void grantFollowsWhenTheHumanHasEnteredThePin() {
        ecobee.issuesPin("ABCD-EFGH", "C1", 900, 30).refuses("authorization_pending").refuses("authorization_pending")
                .answers(200, "{\"access_token\":\"A1\",\"refresh_token\":\"v1.R1-_\",\"expires_in\":3599,"
                              + "\"scope\":\"openid offline_access smartWrite\"}");
        List<String> order = new ArrayList<>();
        fixture.home.whenAuthorized(() -> order.add("authorized"));
        fixture.home.whenAuthorized(() -> order.add("never")).cancel();
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(90));

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(fixture.home.status().scope()).isEqualTo("openid offline_access smartWrite");
        assertThat(fixture.home.status().pin()).isNull();
        assertThat(fixture.storedRefreshToken()).isEqualTo("v1.R1-_");
        assertThat(fixture.eventTypes()).containsExactly(Type.PIN_ISSUED, Type.AUTHORIZED);
        assertThat(order).containsExactly("authorized");
        assertThat(ecobee.forms().get(1)).isEqualTo(
                Map.of("grant_type", "ecobeePin", "code", "C1", "client_id", AuthorizationFixture.API_KEY));
        fixture.home.whenAuthorized(() -> order.add("at once"));
        assertThat(order).containsExactly("authorized", "at once");
    }

    @ParameterizedTest
    @CsvSource({ "9, 30, 540", "900, 5, 900", "59, 30, 3540", "60, 30, 60" })
    @Tag("field-17")
    void lifeOfAPinIsReadAsMinutesOrSeconds(int expiresIn, int interval, int seconds) {
        ecobee.issuesPin("ABCD", "C1", expiresIn, interval);
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.home.status().pinExpiresAt()).isEqualTo(fixture.time.instant().plusSeconds(seconds));
    }

    @Test
    @Tag("field-18")
    void pollsAreNeverCloserThanTheIntervalAndEndWithThePin() {
        ecobee.issuesPin("ABCD", "C1", 100, 30).refuses("authorization_pending");
        Instant start = fixture.time.instant();
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(99));

        assertThat(ecobee.times).containsExactly(start, start.plusSeconds(30), start.plusSeconds(60),
                start.plusSeconds(90));
    }

    @Test
    @Tag("field-18")
    void slowDownDoublesTheInterval() {
        ecobee.issuesPin("ABCD", "C1", 900, 10).refuses("slow_down").refuses("slow_down")
                .refuses("authorization_pending");
        fixture.home.start();
        fixture.time.runBackground();
        Instant start = fixture.time.instant();
        fixture.time.advance(Duration.ofSeconds(110));

        assertThat(ecobee.times).containsExactly(start, start.plusSeconds(10), start.plusSeconds(30),
                start.plusSeconds(70), start.plusSeconds(110));
    }

    @ParameterizedTest
    @ValueSource(strings = { "authorization_expired", "access_denied", "invalid_grant" })
    @Tag("field-14")
    void deadPinIsFollowedByANewOne(String error) {
        ecobee.issuesPin("PIN1", "C1", 900, 30).refuses(error).issuesPin("PIN2", "C2", 900, 30)
                .refuses("authorization_pending");
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(31));

        assertThat(fixture.home.status().pin()).isEqualTo("PIN2");
        assertThat(fixture.eventTypes()).containsExactly(Type.PIN_ISSUED, Type.PIN_EXPIRED, Type.PIN_ISSUED);
        assertThat(fixture.inStore().grant()).isNull();
        fixture.time.advance(Duration.ofSeconds(31));
        assertThat(ecobee.forms().get(3)).containsEntry("code", "C2");
    }

    @Test
    @Tag("field-14")
    void newPinsAreBoundedUntilSomebodyAsksForOne() {
        ecobee.answers(call -> new ScriptedEcobee(fixture.time)
                .answers(200, "{\"ecobeePin\":\"PIN\",\"code\":\"C\",\"expires_in\":60,\"interval\":120}").send(call));
        fixture.home.start();
        fixture.time.advance(Duration.ofHours(1));

        assertThat(ecobee.calls).hasSize(3);
        assertThat(fixture.state()).isEqualTo(AuthorizationState.UNAUTHORIZED);
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("ask for a new PIN");
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(ecobee.calls).hasSize(3);

        fixture.home.requestPin();
        fixture.time.runBackground();
        assertThat(fixture.state()).isEqualTo(AuthorizationState.PIN_ISSUED);
        assertThat(ecobee.calls).hasSize(4);
    }

    @Test
    void outageWhileWaitingDoesNotEndTheWait() {
        ecobee.issuesPin("ABCD", "C1", 900, 30).isDown().answers(502, "<html>bad gateway</html>").isDown()
                .grants("A1", "R1");
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(121));

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(fixture.home.status().lastError()).isNull();
    }

    @Test
    void outageAtStartIsWaitedFor() {
        ecobee.isDown();
        fixture.home.start();
        fixture.time.advance(Duration.ofHours(6));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.UNAUTHORIZED);
        assertThat(fixture.home.status().lastError()).contains("connection refused");
        assertThat(fixture.home.status().nextStep()).startsWith("Wait");
        assertThat(ecobee.calls).hasSizeLessThan(90);

        ecobee.now().issuesPin("ABCD", "C1", 900, 30);
        fixture.time.advance(Duration.ofMinutes(6));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.PIN_ISSUED);
    }

    @Test
    void restartGoesOnWithTheSamePin() {
        ecobee.issuesPin("ABCD", "C1", 900, 30).refuses("authorization_pending").grants("A1", "R1");
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(40));

        fixture.restart();
        fixture.home.start();
        fixture.time.runBackground();
        assertThat(fixture.home.status().pin()).isEqualTo("ABCD");
        fixture.time.advance(Duration.ofSeconds(30));

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
        assertThat(ecobee.forms().get(2)).containsEntry("code", "C1");
    }

    @Test
    @Tag("field-16")
    void unknownApiKeyIsAConfigurationErrorWithoutPin() {
        ecobee.refuses("invalid_client");
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.state()).isEqualTo(AuthorizationState.REAUTHORIZATION_REQUIRED);
        assertThat(fixture.home.status().pin()).isNull();
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class)
                .hasMessageContaining("option apiKey").hasMessageNotContaining("null")
                .hasMessageNotContaining(AuthorizationFixture.API_KEY);
        fixture.time.advance(Duration.ofHours(1));
        assertThat(ecobee.calls).hasSize(1);
    }

    @Test
    @Tag("field-16")
    void answerWithoutPinIsNoPin() {
        ecobee.answers(200, "{\"code\":\"C1\"}").answers(200, "{\"ecobeePin\":null,\"code\":\"C1\"}")
                .issuesPin("ABCD", "C1", 900, 30);
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(fixture.home.status().pin()).isNull();
        assertThat(fixture.home.status().nextStep()).doesNotContain("null");
        fixture.time.advance(Duration.ofMinutes(1));
        assertThat(fixture.home.status().pin()).isEqualTo("ABCD");
    }

    @Test
    void pinCanBeAskedForWhileTheOldGrantWorks() {
        fixture.authorized();
        ecobee.issuesPin("ABCD", "C1", 900, 30).grants("A2", "R2");
        fixture.home.accessToken();

        fixture.home.requestPin();
        fixture.time.runBackground();
        assertThat(fixture.home.status().pin()).isEqualTo("ABCD");
        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");

        fixture.restart();
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(30));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.home.status().pin()).isNull();
    }

    @Test
    void pinCanBeAskedForAfterAnUnknownApiKey() {
        fixture.authorized();
        ecobee.refuses("invalid_client").issuesPin("ABCD", "C1", 900, 30).grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationRequiredException.class);

        fixture.home.requestPin();
        fixture.time.runBackground();

        assertThat(fixture.state()).isEqualTo(AuthorizationState.AUTHORIZED);
        fixture.time.advance(Duration.ofSeconds(30));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
    }

    @Test
    @Tag("field-3")
    void accountRecoversFromARefusedGrantWithoutRestart() {
        fixture.authorized();
        ecobee.refuses("invalid_grant").issuesPin("ABCD", "C1", 900, 30).grants("A2", "R2");
        AccessToken failed = fixture.home.accessToken();
        assertThatThrownBy(() -> fixture.home.renew(failed)).isInstanceOf(AuthorizationRequiredException.class);
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(fixture.state()).isEqualTo(AuthorizationState.PIN_ISSUED);

        fixture.time.advance(Duration.ofSeconds(30));
        assertThat(fixture.home.accessToken().value()).isEqualTo("A2");
        assertThat(fixture.inStore().refusal()).isNull();
    }

    @Test
    void authorizationByAnotherProcessIsNoticed() {
        ecobee.isDown();
        assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationRequiredException.class);
        fixture.authorized();
        fixture.time.advance(Duration.ofSeconds(31));

        assertThat(fixture.home.accessToken().value()).isEqualTo("A1");
    }

    @Test
    void listenersThatFailHurtNobody() {
        fixture.manager.addListener(event -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        List<Type> after = new ArrayList<>();
        fixture.manager.addListener(event -> after.add(event.type()));
        ecobee.issuesPin("ABCD", "C1", 900, 30);
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(after).containsExactly(Type.PIN_ISSUED);
    }

    @Test
    void closedManagerAsksNothingAnyMore() {
        ecobee.issuesPin("ABCD", "C1", 900, 30);
        fixture.home.start();
        fixture.time.runBackground();
        fixture.manager.close();
        fixture.time.advance(Duration.ofMinutes(5));

        assertThat(ecobee.calls).hasSize(1);
    }
}
