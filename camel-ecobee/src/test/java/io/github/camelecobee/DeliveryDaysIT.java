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

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.apache.camel.CamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole days of a fleet in simulated time, with an exact account of what ecobee told and what routes were given. */
@Timeout(600)
class DeliveryDaysIT extends EcobeeTestSupport {
    private static final int FLEET = 30;
    private static final long SEED = Long.getLong("delivery.seed", 20250114);

    private final Governor governor = new Governor(clock, Duration.ofMillis(1));
    private final HandScheduler scheduler = new HandScheduler();
    private final PollOutcome outcome = new PollOutcome();
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.github.camelecobee");
    private final AppenderBase<ILoggingEvent> collector = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                warnings.add(event.getLoggerName() + ": " + event.getFormattedMessage());
            }
        }
    };
    private FleetDay day;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.thermostats(SampleThermostats.fleet(FLEET));
    }

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        context.getRegistry().bind("hand", scheduler);
        context.getRegistry().bind("outcome", outcome);
        DocumentedCursors.inADatabase(context, database);
        return context;
    }

    @Override
    EcobeeComponent newComponent() {
        EcobeeComponent component = super.newComponent();
        component.setGovernor(governor);
        component.setResponseTimeout(EveryFault.TOO_LATE.toMillis() * 2 / 3);
        return component;
    }

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        day = new FleetDay(ecobee, scheduler, outcome, SEED);
        collector.start();
        root.addAppender(collector);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(collector);
        collector.stop();
    }

    @Test
    @Tag("field-37")
    void afterSixHoursWithoutEcobeeAllThatChangedIsDelivered() throws Exception {
        sixHoursWithoutEcobee(new RevisionAccount(day, governor));
    }

    @Test
    @Tag("field-37")
    void afterSixHoursWithoutEcobeeNoRowOfAReportIsMissing() throws Exception {
        sixHoursWithoutEcobee(new RowAccount(day));
    }

    @Test
    void afterSixHoursWithoutEcobeeTheRouteIsToldWhatIsNotAsItWas() throws Exception {
        sixHoursWithoutEcobee(new FacetAccount(day, governor, new ChangeFacets()));
    }

    @Test
    void afterSixHoursWithoutEcobeeEverySensorIsToldAsItIs() throws Exception {
        sixHoursWithoutEcobee(new FacetAccount(day, governor, new SensorFacets()));
    }

    @Test
    @Tag("field-32")
    void aDayOfEveryFaultLosesNoRevision() throws Exception {
        aDayOfEveryFault(new RevisionAccount(day, governor));
    }

    @Test
    void aDayOfEveryFaultLosesNoChange() throws Exception {
        aDayOfEveryFault(new FacetAccount(day, governor, new ChangeFacets()));
    }

    @Test
    void aDayOfEveryFaultLosesNoReadingOfASensor() throws Exception {
        aDayOfEveryFault(new FacetAccount(day, governor, new SensorFacets()));
    }

    @Test
    void aDayOfEveryFaultLosesNoRowOfAReport() throws Exception {
        aDayOfEveryFault(new RowAccount(day));
    }

    private void sixHoursWithoutEcobee(DayAccount account) throws Exception {
        start(account.route());
        day.polls(account, Duration.ofHours(1));
        int before = account.delivered();
        int answered = day.requests().answered();
        Instant back = day.sixHoursWithoutEcobee();

        day.pollsBefore(account, back);
        assertThat(account.delivered()).isEqualTo(before);
        assertThat(day.requests().answered()).isEqualTo(answered);
        assertThat(day.pollsOfClosedPort()).isEqualTo((int) Duration.ofHours(2).dividedBy(account.delay()));
        assertThat(account.missing()).isNotEmpty();
        day.requests().mostInOnePoll();
        day.polls(account, Duration.ofMinutes(75));

        print("Six hours without ecobee", account);
        account.isExact();
        assertThat(account.missing()).isEmpty();
        assertThat(day.requests().mostInOnePoll()).as("requests of one poll when ecobee is back")
                .isLessThanOrEqualTo(account.mostRequestsOfAPoll());
        assertThat(warnings).filteredOn(each -> each.contains(EcobeeConsumer.class.getSimpleName())).hasSize(1);
        assertThat(warnings).as("one WARN for each change for the worse").hasSameSizeAs(new HashSet<>(warnings))
                .hasSizeLessThanOrEqualTo(2);
        stillAuthorized();
    }

    private void aDayOfEveryFault(DayAccount account) throws Exception {
        start(account.route());
        day.polls(account, Duration.ofMinutes(6));
        day.everythingFails();

        day.polls(account, Duration.ofDays(1));
        day.nothingFails();
        // A thermostat that was set aside is asked for again after an hour at most.
        for (Instant end = day.now().plus(Duration.ofMinutes(90)); day.now().isBefore(end) && !account.missing().isEmpty();) {
            day.polls(account, account.delay());
        }

        print("A day of one percent of every fault", account);
        account.isExact();
        assertThat(account.missing()).isEmpty();
        stillAuthorized();
    }

    private void stillAuthorized() {
        assertThat(component().authorization(ACCOUNT).status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(ecobee.outstandingPins()).isEmpty();
    }

    private void print(String title, DayAccount account) {
        System.out.printf("%s, %s: %s%nWARN %s%n", title, account.getClass().getSimpleName(), account,
                String.join("\n  ", warnings));
    }
}
