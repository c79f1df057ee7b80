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

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.evidence.KeyUsage;
import io.github.camelecobee.simulator.evidence.UsageRule;
import io.github.camelecobee.simulator.evidence.Violation;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What ecobee asks of clients of reports and management sets, and of those with several accounts. */
class UsageRulesTest {
    private static final String FIRST = "411900000001";
    private static final String SET = "{\"selectionType\":\"managementSet\",\"selectionMatch\":\"%s\"}";
    private static final String JOBS = "/1/runtimeReportJob/status";

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock).accessTokenLife(Duration.ofDays(9))
            .account(Account.ems("office").thermostats(SampleThermostats.fleet(2)).set("/All", FIRST))
            .account(Account.ems("shop").thermostat(SampleThermostats.of("511", "Counter"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    UsageRulesTest() {
        client.authorize(simulator.account("office"), "ems");
        simulator.usage().clear();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private List<UsageRule> broken() {
        return simulator.usage().violations().stream().map(Violation::rule).toList();
    }

    private HttpResponse<String> report(String name, String day, String more) {
        HttpResponse<String> answer = client.read("/1/" + name, "{\"selection\":" + SimulatorClient.one(FIRST, "")
                                                                + ",\"startDate\":\"" + day + "\",\"endDate\":\"" + day + "\""
                                                                + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> runtimeReport(String day) {
        return report("runtimeReport", day, ",\"columns\":\"zoneAveTemp\"");
    }

    /** A request that stays open for some seconds, and has arrived. */
    private CompletableFuture<?> open(Runnable request) {
        simulator.faults().next("*", "*", Fault.latency(Duration.ofSeconds(3)));
        CompletableFuture<?> open = CompletableFuture.runAsync(request, command -> new Thread(command).start());
        await().atMost(Duration.ofSeconds(10)).until(
                () -> simulator.usage().byKey().stream().mapToInt(KeyUsage::open).sum() == 1);
        return open;
    }

    @Test
    void reportsFetchedTooOftenAreSeen() {
        runtimeReport("2026-01-14");
        report("meterReport", "2026-01-14", ",\"meters\":\"energy\"");
        assertThat(broken()).isEmpty();

        clock.advance(Duration.ofMinutes(10));
        runtimeReport("2026-01-14");
        report("meterReport", "2026-01-14", ",\"meters\":\"energy\"");
        assertThat(broken()).containsExactly(UsageRule.REPORT_TOO_OFTEN, UsageRule.REPORT_TOO_OFTEN);

        simulator.usage().clear();
        runtimeReport("2026-01-14");
        clock.advance(Duration.ofMinutes(15));
        runtimeReport("2026-01-14");
        assertThat(broken()).isEmpty();
    }

    @Test
    void reportOfAnotherDayIsNoPoll() {
        runtimeReport("2026-01-14");
        runtimeReport("2026-01-13");

        assertThat(broken()).isEmpty();
    }

    @Test
    void reportWithoutNewRevisionIsSeen() {
        simulator.thermostat(FIRST).setConnected(false);
        clock.advance(Duration.ofMinutes(15));
        runtimeReport("2026-01-14");
        clock.advance(Duration.ofMinutes(15));
        runtimeReport("2026-01-14");

        assertThat(simulator.usage().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(UsageRule.REPORT_UNCHANGED);
            assertThat(violation.detail())
                    .isEqualTo("GET /1/runtimeReport: no revision of [" + FIRST + "] has changed since the last one");
        });
    }

    @Test
    void statusOfReportJobsFetchedTooOftenIsSeen() {
        client.read(JOBS, "{}");
        clock.advance(Duration.ofMinutes(5));
        client.write(JOBS, "{}");
        assertThat(broken()).isEmpty();

        clock.advance(Duration.ofMinutes(2));
        client.read(JOBS, "{}");

        assertThat(simulator.usage().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(UsageRule.JOB_STATUS_TOO_OFTEN);
            assertThat(violation.detail()).isEqualTo("GET /1/runtimeReportJob/status: 120 s after the last one");
        });
        assertThat(simulator.usage().byKey().get(0).shortestInterval())
                .containsEntry("GET /1/runtimeReportJob/status", Duration.ofMinutes(2));
    }

    @Test
    void jobsOfAnotherAccountAreNoPollOfTheSame() {
        SimulatorClient shop = new SimulatorClient(simulator);
        shop.authorize(simulator.account("shop"), "ems");

        client.write(JOBS, "{}");
        shop.write(JOBS, "{}");
        client.ask("/1/thermostatSummary", SET.formatted("/"));
        shop.ask("/1/thermostatSummary", SET.formatted("/"));

        assertThat(broken()).isEmpty();
    }

    @Test
    void secondReportAtOnceIsSeen() {
        CompletableFuture<?> open = open(() -> runtimeReport("2026-01-14"));

        client.summary();
        assertThat(broken()).isEmpty();
        runtimeReport("2026-01-13");
        assertThat(broken()).containsExactly(UsageRule.TOO_MANY_OPEN);
        open.join();
    }

    @Test
    void secondManagementSetAtOnceIsSeen() {
        CompletableFuture<?> open = open(() -> client.ask("/1/thermostat", SET.formatted("/All")));

        client.ask("/1/thermostatSummary", SET.formatted("/"));

        assertThat(broken()).containsExactly(UsageRule.TOO_MANY_OPEN);
        open.join();
    }

    @Test
    void hugeManagementSetsAreSeen() {
        List<Thermostat> fleet = SampleThermostats.fleet(1000);
        try (EcobeeSimulator chain = EcobeeSimulator.builder().clock(clock)
                .account(Account.ems("chain").thermostats(fleet)
                        .set("/All/North", fleet.stream().limit(999).map(Thermostat::getIdentifier).toArray(String[]::new))
                        .set("/All/South", fleet.get(999).getIdentifier()))
                .start()) {
            SimulatorClient user = new SimulatorClient(chain);
            user.authorize(chain.account("chain"), "ems");

            user.ask("/1/thermostatSummary", SET.formatted("/All/North"));
            assertThat(chain.usage().violations()).isEmpty();
            user.ask("/1/thermostatSummary", SET.formatted("/All"));

            assertThat(chain.usage().violations()).singleElement().satisfies(violation -> {
                assertThat(violation.rule()).isEqualTo(UsageRule.MANAGEMENT_SET_TOO_LARGE);
                assertThat(violation.detail()).isEqualTo("GET /1/thermostatSummary: 1000 thermostats");
            });
        }
    }
}
