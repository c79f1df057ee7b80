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
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelecobee.transport.HttpAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecrecyTest {
    private static final String[] SECRETS = {
            "SecretAccess-1", "SecretRefresh-1", "SecretCode-1", AuthorizationFixture.API_KEY };

    @Test
    void textOfObjectsHasNoSecrets() {
        Instant now = Instant.EPOCH;
        Grant grant = new Grant("SecretAccess-1", "SecretRefresh-1", now, now, "smartWrite", "Bearer");
        PinPrompt pin = new PinPrompt("ABCD", "SecretCode-1", now, Duration.ofSeconds(30), "portal");

        assertThat(new AuthorizationRecord(1, grant, pin, null) + " " + new AccessToken("SecretAccess-1", 1) + " "
                   + AuthorizationSettings.builder(AuthorizationFixture.API_KEY).build() + " "
                   + AuthorizationFixture.HOME)
                .doesNotContain(SECRETS);
    }

    @Test
    void logsStatusesAndExceptionsHaveNoSecretsEvenIfTheServerEchoesThem() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        root.addAppender(lines);
        lines.start();
        try {
            AuthorizationFixture fixture = new AuthorizationFixture().stored("SecretAccess-1", "SecretRefresh-1",
                    Duration.ofHours(1));
            fixture.ecobee
                    .answers(call -> new HttpAnswer(500, Map.of(), "echo " + call.body()))
                    .answers(call -> new HttpAnswer(
                            400, Map.of(), "{\"error\":\"invalid_grant\",\"error_description\":"
                                           + "\"refused SecretRefresh-1 of "
                                           + AuthorizationFixture.API_KEY + "\"}"))
                    .issuesPin("ABCD", "SecretCode-1", 900, 30)
                    .answers(call -> new HttpAnswer(400, Map.of(), "{\"error\":\"SecretCode-1\"}"))
                    .isDown();
            AccessToken failed = fixture.home.accessToken();
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> fixture.home.renew(failed)).satisfies(
                        e -> assertThat(String.valueOf(e)).doesNotContain(SECRETS));
                assertThat(fixture.home.status().toString()).doesNotContain(SECRETS);
                fixture.time.advance(Duration.ofSeconds(31));
            }
            assertThat(fixture.events.toString()).doesNotContain(SECRETS);
            assertThat(lines.list).isNotEmpty().allSatisfy(
                    line -> assertThat(line.getFormattedMessage()).doesNotContain(SECRETS));
        } finally {
            root.detachAppender(lines);
            root.setLevel(before);
        }
    }

    @Test
    void outageOfSixHoursIsOneWarning() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger("io.github.camelecobee");
        log.addAppender(lines);
        lines.start();
        try {
            AuthorizationFixture fixture = new AuthorizationFixture().authorized();
            fixture.ecobee.isDown();
            fixture.home.accessToken();
            fixture.time.advance(Duration.ofHours(1));
            for (int minute = 0; minute < 360; minute++) {
                assertThatThrownBy(fixture.home::accessToken).isInstanceOf(AuthorizationUnavailableException.class);
                fixture.time.advance(Duration.ofMinutes(1));
            }
            assertThat(lines.list).filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN)).hasSize(1);
        } finally {
            log.detachAppender(lines);
        }
    }

    @Test
    void missingApiKeyNamesTheOption() {
        for (String key : new String[] { null, "", " " }) {
            assertThatThrownBy(() -> AuthorizationSettings.builder(key).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("apiKey");
        }
    }

    @Test
    @Tag("field-15")
    void accountKeyKeepsApplicationsApartWithoutTheirKeys() {
        assertThat(AccountKey.of("one", "home")).isEqualTo(AccountKey.of("one", "home"))
                .isNotEqualTo(AccountKey.of("two", "home"));
        assertThat(AccountKey.of("one", "home").application()).isEqualTo("7692c3ad3540bb80");
    }
}
