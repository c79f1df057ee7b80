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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.camelecobee.authorization.AuthorizationState;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.crash.Feed;
import io.github.camelecobee.report.RuntimeReportRow;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.evidence.UsageRule;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
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
    private static final double ONE_PERCENT = 0.01;
    private static final Duration DAY = Duration.ofDays(1);
    /** The last poll of it is one that the outage meets, whatever the time between two polls. */
    private static final Duration NEARLY_SIX_HOURS = Duration.ofHours(6).minusMinutes(15);
    private static final String SUMMARY = "/1/thermostatSummary";
    private static final String THERMOSTAT = "/1/thermostat";

    private final Governor governor = new Governor(clock, Duration.ofMillis(1));
    private final HandScheduler scheduler = new HandScheduler();
    private final Random chance = new Random(SEED);
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
    private double failingExchanges;
    private FleetLife life;

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
        life = new FleetLife(ecobee, SEED);
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
        Thermostats account = new Thermostats();
        start(account.route());
        account.polls(Duration.ofHours(1));
        int before = account.handed.size();
        sixHoursWithoutEcobee();

        account.polls(NEARLY_SIX_HOURS);
        assertThat(account.handed).hasSize(before);
        account.polls(Duration.ofMinutes(30));

        account.print("six hours without ecobee");
        account.isExact();
        assertThat(account.undelivered()).isEmpty();
        assertThat(warnings).filteredOn(each -> each.contains(EcobeeConsumer.class.getSimpleName())).hasSize(1);
        assertThat(warnings).as("one WARN for each change for the worse").hasSameSizeAs(new HashSet<>(warnings))
                .hasSizeLessThanOrEqualTo(2);
        stillAuthorized();
    }

    @Test
    @Tag("field-32")
    void aDayOfEveryFaultLosesNoRevision() throws Exception {
        Thermostats account = new Thermostats();
        start(account.route());
        account.polls(Duration.ofMinutes(6));
        everyFault();
        failingExchanges = ONE_PERCENT;

        account.polls(DAY);
        ecobee.faults().clear();
        failingExchanges = 0;
        // A thermostat that was set aside is asked for again after an hour at most.
        for (int poll = 0; poll < 30 && !account.undelivered().isEmpty(); poll++) {
            account.polls(Feed.THERMOSTATS.delay());
        }

        account.print("a day of one percent of every fault");
        account.isExact();
        assertThat(account.undelivered()).isEmpty();
        stillAuthorized();
    }

    @Test
    void aDayOfEveryFaultLosesNoRowOfAReport() throws Exception {
        Rows account = new Rows();
        start(account.route());
        account.polls(Duration.ofMinutes(30));
        everyFault();
        failingExchanges = ONE_PERCENT;

        account.polls(DAY);
        ecobee.faults().clear();
        failingExchanges = 0;
        account.polls(Duration.ofHours(1));

        account.print("a day of one percent of every fault");
        assertThat(account.missing()).isEmpty();
        assertThat(account.madeUp()).isEmpty();
        assertThat(account.repeated).as("delivered again with the same values").isEmpty();
        stillAuthorized();
    }

    @Test
    @Tag("field-37")
    void afterSixHoursWithoutEcobeeNoRowOfAReportIsMissing() throws Exception {
        Rows account = new Rows();
        start(account.route());
        account.polls(Duration.ofHours(1));
        int before = account.deliveries;
        sixHoursWithoutEcobee();

        account.polls(NEARLY_SIX_HOURS);
        assertThat(account.deliveries).isEqualTo(before);
        assertThat(account.missing()).isNotEmpty();
        account.polls(Duration.ofMinutes(75));

        account.print("six hours without ecobee");
        assertThat(account.missing()).isEmpty();
        assertThat(account.madeUp()).isEmpty();
        assertThat(account.repeated).isEmpty();
        stillAuthorized();
    }

    private void sixHoursWithoutEcobee() {
        Instant from = clock.instant();
        fails(from, Duration.ofHours(2), Fault.dropConnection());
        fails(from.plus(Duration.ofHours(2)), Duration.ofHours(2), Fault.httpStatus(503));
        fails(from.plus(Duration.ofHours(4)), Duration.ofHours(1), Fault.htmlPage());
        fails(from.plus(Duration.ofHours(5)), Duration.ofHours(1), Fault.httpStatus(500));
    }

    private void fails(Instant from, Duration time, Fault fault) {
        ecobee.faults().when(FaultRule.anyRequest().between(from, from.plus(time))).then(fault);
    }

    private void everyFault() {
        long seed = SEED;
        List<String> identifiers = ecobee.thermostats().stream().map(SimulatedThermostat::identifier).toList();
        List<Fault> all = new ArrayList<>(EveryFault.failing(identifiers));
        all.addAll(EveryFault.odd());
        for (Fault fault : all) {
            seed++;
            ecobee.faults().when(FaultRule.anyRequest().withProbability(ONE_PERCENT, seed)).then(fault);
        }
    }

    private void stillAuthorized() {
        assertThat(component().authorization(ACCOUNT).status().state()).isEqualTo(AuthorizationState.AUTHORIZED);
        assertThat(ecobee.outstandingPins()).isEmpty();
    }

    private boolean fails() {
        return chance.nextDouble() < failingExchanges;
    }

    /** What happened to the requests of a day. */
    private final class Requests {
        private final Map<String, Integer> byFault = new TreeMap<>();
        private int total;
        private int pins;
        private @Nullable Instant lastSummary;
        private final List<String> tooEarly = new ArrayList<>();

        /** Those since the last poll. */
        List<LoggedRequest> take() {
            List<LoggedRequest> requests = ecobee.requests().all();
            ecobee.requests().clear();
            total += requests.size();
            for (LoggedRequest request : requests) {
                byFault.merge(request.fault() == null ? "none" : request.fault(), 1, Integer::sum);
                if (request.path().equals("/authorize")) {
                    pins++;
                }
                if (request.path().equals(SUMMARY)) {
                    if (lastSummary != null && lastSummary.isBefore(request.instant())
                            && request.instant().isBefore(lastSummary.plusSeconds(180))) {
                        tooEarly.add(request.toString());
                    }
                    lastSummary = request.instant();
                }
            }
            return requests;
        }

        void areWithinLimits() {
            assertThat(pins).as("PINs").isZero();
            assertThat(tooEarly).as("summaries within 180 s").isEmpty();
            assertThat(ecobee.usage().violations()).filteredOn(each -> each.rule() == UsageRule.TOO_MANY_OPEN
                    || each.rule() == UsageRule.SUMMARY_TOO_OFTEN && !each.detail().contains(" 0 s ")).isEmpty();
        }
    }

    /** An exchange as a route saw it. */
    private record Handed(String thermostat, String item, boolean failed) {
    }

    /** The account of thermostats: held after each poll against what ecobee told and answered in it. */
    private final class Thermostats {
        private final Requests requests = new Requests();
        private final List<Handed> handed = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final Map<String, String> processed = new HashMap<>();
        private final Map<String, Set<String>> everProcessed = new HashMap<>();
        private final Map<String, Map<String, Integer>> ranks = new HashMap<>();
        private final Map<String, Integer> lastRank = new HashMap<>();
        /** By thermostat: what was last read of it, by whichever poll. */
        private final Map<String, String> lastRead = new HashMap<>();
        private int polls;
        private int failedPolls;
        private int read;
        private int readInVain;
        private int readBefore;
        private int unread;
        private int setAside;
        private int oddDeliveries;
        private int failedExchanges;
        private int duplicates;

        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from(Feed.THERMOSTATS.uri(START) + "&cursorRepository=#bean:cursors&scheduler=#hand").routeId("changed")
                            .errorHandler(noErrorHandler()).process(Thermostats.this::hand);
                }
            };
        }

        private void hand(Exchange exchange) {
            boolean failed = fails();
            handed.add(new Handed(
                    exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID, String.class),
                    Feed.THERMOSTATS.item(exchange.getIn()), failed));
            if (failed) {
                throw new IllegalStateException("The route fails, as one in a hundred does");
            }
        }

        void polls(Duration time) {
            Instant end = clock.instant().plus(time);
            while (clock.instant().isBefore(end)) {
                clock.advance(Feed.THERMOSTATS.delay());
                life.goesOn();
                poll();
            }
        }

        private void poll() {
            Map<String, String> truth = truth();
            truth.forEach((thermostat, item) -> {
                Map<String, Integer> known = ranks.computeIfAbsent(thermostat, key -> new HashMap<>());
                known.putIfAbsent(item, known.size());
            });
            Set<String> aside = aside();
            int from = handed.size();

            scheduler.poll();

            polls++;
            aside.addAll(aside());
            List<LoggedRequest> made = requests.take();
            List<Handed> now = handed.subList(from, handed.size());
            boolean summaryOdd = made.stream().anyMatch(each -> each.is("GET", SUMMARY) && isOdd(each));
            if (made.stream().noneMatch(each -> each.is("GET", SUMMARY) && isClean(each))) {
                failedPolls++;
            } else {
                truth.forEach((thermostat, item) -> compare(thermostat, item, made, now, aside));
            }
            now.forEach(each -> book(each, truth, summaryOdd));
        }

        /** Whether a thermostat was delivered if, and only if, it had to be. */
        private void compare(
                String thermostat, String item, List<LoggedRequest> made, List<Handed> now, Set<String> aside) {
            boolean due = !item.equals(processed.get(thermostat));
            List<LoggedRequest> asked
                    = made.stream().filter(each -> each.is("GET", THERMOSTAT) && asks(each, thermostat)).toList();
            long times = now.stream().filter(each -> each.thermostat().equals(thermostat)).count();
            String what = clock.instant() + " " + thermostat + " " + item;
            boolean known = item.equals(lastRead.get(thermostat));
            // Also an odd answer tells of those thermostats that are not the odd ones.
            if (asked.stream().anyMatch(each -> each.httpStatus() == 200)) {
                lastRead.put(thermostat, item);
            }
            if (!due) {
                check(times == 0, what + " was delivered again");
            } else if (known && asked.isEmpty() && times == 1) {
                // Its exchange, or another request of its poll, had failed; it is not asked for twice.
                readBefore++;
            } else if (asked.stream().anyMatch(DeliveryDaysIT::isClean)) {
                boolean vain
                        = now.isEmpty() && made.stream().anyMatch(each -> each.is("GET", THERMOSTAT) && each.fault() != null);
                if (vain) {
                    // Another of the poll's requests failed, and with it the poll.
                    readInVain++;
                } else {
                    read++;
                    check(times == 1, what + " was read and delivered " + times + " times");
                }
            } else if (aside.contains(ACCOUNT + "/" + thermostat)) {
                setAside++;
            } else {
                unread++;
                check(made.stream().anyMatch(
                        each -> (each.is("GET", THERMOSTAT) || each.is("POST", "/token")) && each.fault() != null),
                        what + " was not asked for, without any reason");
            }
        }

        private void book(Handed each, Map<String, String> truth, boolean summaryOdd) {
            if (!each.item().equals(truth.get(each.thermostat()))) {
                oddDeliveries++;
                check(summaryOdd, clock.instant() + " " + each + " is not what ecobee told");
            } else {
                int rank = ranks.getOrDefault(each.thermostat(), Map.of()).getOrDefault(each.item(), -1);
                Integer before = lastRank.put(each.thermostat(), rank);
                check(before == null || before <= rank, clock.instant() + " " + each + " is older than the one before");
            }
            if (each.failed()) {
                failedExchanges++;
            } else {
                if (!everProcessed.computeIfAbsent(each.thermostat(), key -> new HashSet<>()).add(each.item())) {
                    duplicates++;
                    check(!each.item().equals(processed.get(each.thermostat())), clock.instant() + " " + each + " came twice");
                }
                processed.put(each.thermostat(), each.item());
            }
        }

        private void check(boolean right, String fault) {
            if (!right) {
                faults.add(fault);
            }
        }

        private Map<String, String> truth() {
            Map<String, String> truth = new TreeMap<>();
            ecobee.thermostats().forEach(each -> truth.put(each.identifier(), Feed.THERMOSTATS.told(each, START).get(0)));
            return truth;
        }

        private Set<String> aside() {
            return new HashSet<>(governor.status().setAside().keySet());
        }

        /** Thermostats of which a route has not processed what ecobee tells now. */
        List<String> undelivered() {
            return truth().entrySet().stream().filter(each -> !each.getValue().equals(processed.get(each.getKey())))
                    .map(Map.Entry::toString).toList();
        }

        void isExact() {
            assertThat(faults).isEmpty();
            requests.areWithinLimits();
        }

        void print(String title) {
            System.out
                    .printf("%s: %d polls, %d without a summary; %d revisions read and delivered, %d read in a poll that failed,"
                            + " %d delivered as an earlier poll had read them, %d could not be read, %d set aside; %d deliveries, %d of odd summaries, %d exchanges failed, %d duplicates;"
                            + " faults %s; %d requests %s; %s%nWARN %s%n",
                            title, polls, failedPolls, read, readInVain, readBefore, unread, setAside, handed.size(),
                            oddDeliveries,
                            failedExchanges,
                            duplicates,
                            faults.size() > 10 ? faults.subList(0, 10) : faults, requests.total, requests.byFault,
                            ecobee.usage().violations().stream().map(each -> each.rule().name()).distinct().toList(),
                            String.join("\n  ", warnings));
        }
    }

    private static boolean asks(LoggedRequest request, String thermostat) {
        return request.selection() != null && String.valueOf(request.selection().getSelectionMatch()).contains(thermostat);
    }

    private static boolean isClean(LoggedRequest request) {
        return request.httpStatus() == 200 && request.fault() == null;
    }

    private static boolean isOdd(LoggedRequest request) {
        return request.fault() != null && request.fault().startsWith("answer with");
    }

    /** The account of report rows. */
    private final class Rows {
        private final Requests requests = new Requests();
        private final Map<String, Map<Instant, Set<String>>> processed = new HashMap<>();
        private final List<String> repeated = new ArrayList<>();
        private final Instant from = Instant.parse("2025-01-14T14:00:00Z");
        private int deliveries;
        private int failedExchanges;
        private int otherValues;

        RouteBuilder route() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from(Feed.RUNTIME_REPORT.uri(from) + "&cursorRepository=#bean:cursors&scheduler=#hand").routeId("telemetry")
                            .errorHandler(noErrorHandler()).process(exchange -> {
                                RuntimeReportRow row = exchange.getIn().getBody(RuntimeReportRow.class);
                                deliveries++;
                                if (fails()) {
                                    failedExchanges++;
                                    throw new IllegalStateException("The route fails, as one in a hundred does");
                                }
                                process(row);
                            });
                }
            };
        }

        private void process(RuntimeReportRow row) {
            Set<String> versions = processed.computeIfAbsent(row.thermostatIdentifier(), key -> new HashMap<>())
                    .computeIfAbsent(row.instant(), key -> new HashSet<>());
            if (!versions.isEmpty()) {
                otherValues++;
            }
            if (!versions.add(row.toString())) {
                repeated.add(row.id());
            }
        }

        void polls(Duration time) {
            Instant end = clock.instant().plus(time);
            while (clock.instant().isBefore(end)) {
                clock.advance(Feed.RUNTIME_REPORT.delay());
                life.goesOn();
                scheduler.poll();
                requests.take();
            }
        }

        private Map<String, Set<String>> told() {
            Map<String, Set<String>> told = new HashMap<>();
            ecobee.thermostats().forEach(
                    each -> told.put(each.identifier(), new TreeSet<>(Feed.RUNTIME_REPORT.told(each, from))));
            return told;
        }

        List<String> missing() {
            List<String> missing = new ArrayList<>();
            told().forEach((thermostat, intervals) -> intervals.stream()
                    .filter(each -> !processed.getOrDefault(thermostat, Map.of()).containsKey(Instant.parse(each)))
                    .forEach(each -> missing.add(thermostat + " " + each)));
            return missing;
        }

        List<String> madeUp() {
            Map<String, Set<String>> told = told();
            List<String> madeUp = new ArrayList<>();
            processed.forEach((thermostat, rows) -> rows.keySet().stream()
                    .filter(each -> !told.getOrDefault(thermostat, Set.of()).contains(each.toString()))
                    .forEach(each -> madeUp.add(thermostat + " " + each)));
            return madeUp;
        }

        void print(String title) {
            System.out.printf("%s, rows of a report: %d rows told, %d missing, %d made up; %d deliveries, %d exchanges failed,"
                              + " %d with other values, %d repeated; %d requests %s; %s%nWARN %s%n",
                    title, told().values().stream().mapToInt(Set::size).sum(), missing().size(), madeUp().size(), deliveries,
                    failedExchanges, otherValues, repeated.size(), requests.total, requests.byFault,
                    ecobee.usage().violations().stream().map(each -> each.rule().name()).distinct().toList(),
                    String.join("\n  ", warnings));
        }
    }
}
