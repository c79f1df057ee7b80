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
import java.util.concurrent.CompletionStage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelecobee.authorization.AuthorizationEvent.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** How people learn of a PIN, also after a restart. */
class PinAnnouncementTest {
    private final AuthorizationFixture fixture = new AuthorizationFixture();
    private final ScriptedEcobee ecobee = fixture.ecobee;
    private final Logger logger = (Logger) LoggerFactory.getLogger(AuthorizationManager.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void aPinIsLoggedOnceWithPlaceAndDeadline() {
        ecobee.issuesPin("ABCD-EFGH", "C1", 900, 30).refuses("authorization_pending");
        fixture.home.start();
        fixture.time.advance(Duration.ofMinutes(10));

        assertThat(log.list).filteredOn(line -> line.getFormattedMessage().contains("ABCD-EFGH")).singleElement()
                .satisfies(line -> {
                    assertThat(line.getLevel()).isEqualTo(Level.INFO);
                    assertThat(line.getFormattedMessage()).contains("account home").contains("My Apps > Add Application")
                            .contains("12:15:00");
                });
    }

    @Test
    @Tag("field-16")
    void anApiKeyThatEcobeeDoesNotKnowIsLoggedWithTheOptionThatIsWrong() {
        ecobee.answers(400, "{\"error\":\"invalid_client\",\"error_description\":\"Lack of credentials, etc.\"}");
        fixture.home.start();
        fixture.time.runBackground();

        assertThat(log.list).filteredOn(line -> line.getLevel() == Level.WARN).singleElement()
                .extracting(ILoggingEvent::getFormattedMessage).asString()
                .startsWith("Account home has no authorization that works: invalid_client").contains("Check the option apiKey")
                .doesNotContain("lost", "..");
    }

    @Test
    void aPinFromBeforeARestartIsAnnouncedAgain() {
        ecobee.issuesPin("ABCD-EFGH", "C1", 900, 30).refuses("authorization_pending");
        fixture.home.start();
        fixture.time.runBackground();
        fixture.events.clear();
        fixture.restart();
        fixture.home.start();
        fixture.time.advance(Duration.ofMinutes(1));

        assertThat(fixture.eventTypes()).containsExactly(Type.PIN_ISSUED);
        assertThat(fixture.home.status().pin()).isEqualTo("ABCD-EFGH");
    }

    @Test
    @Tag("field-18")
    void aSlowedDownIntervalSurvivesARestart() {
        ecobee.issuesPin("ABCD", "C1", 900, 10).refuses("slow_down").refuses("authorization_pending");
        fixture.home.start();
        fixture.time.advance(Duration.ofSeconds(11));

        fixture.restart();
        fixture.home.start();
        fixture.time.runBackground();
        Instant start = fixture.time.instant();
        fixture.time.advance(Duration.ofSeconds(40));

        assertThat(ecobee.times.subList(2, ecobee.times.size())).containsExactly(start.plusSeconds(20),
                start.plusSeconds(40));
        assertThat(fixture.inStore().pin()).isNotNull().extracting(PinPrompt::interval).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whoAsksForAPinGetsIt() {
        ecobee.issuesPin("ABCD", "C1", 900, 30);
        CompletionStage<AuthorizationStatus> answer = fixture.home.requestPin();
        assertThat(answer).isNotCompleted();
        fixture.time.runBackground();

        assertThat(answer).isCompletedWithValueMatching(status -> "ABCD".equals(status.pin()));
    }

    @Test
    void whoAsksForAPinInAnOutageIsTold() {
        ecobee.isDown();
        CompletionStage<AuthorizationStatus> answer = fixture.home.requestPin();
        fixture.time.runBackground();

        assertThat(answer).isCompletedWithValueMatching(
                status -> status.pin() == null && String.valueOf(status.lastError()).contains("connection refused"));
    }

    @Test
    void everybodyWhoAsksForAPinAtTheSameTimeIsAnswered() {
        ecobee.issuesPin("ABCD", "C1", 900, 30);
        CompletionStage<AuthorizationStatus> first = fixture.home.requestPin();
        CompletionStage<AuthorizationStatus> second = fixture.home.requestPin();
        fixture.time.runBackground();

        assertThat(second).isCompletedWithValueMatching(status -> "ABCD".equals(status.pin()));
        assertThat(first).isCompleted();
        assertThat(ecobee.calls).hasSize(1);
    }

    @Test
    void whoAsksForAPinWhenAllIsClosedIsAnswered() {
        fixture.manager.close();
        assertThat(fixture.home.requestPin()).isCompleted();
    }

    @Test
    void whoAsksForAPinThatAStopOvertakesIsAnswered() {
        CompletionStage<AuthorizationStatus> answer = fixture.home.requestPin();
        fixture.manager.close();
        fixture.time.runBackground();

        assertThat(answer).isCompleted();
        assertThat(ecobee.calls).isEmpty();
    }
}
