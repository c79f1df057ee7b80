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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.ReportJob;
import io.github.camelecobee.model.RuntimeReportJobCreateResponse;
import io.github.camelecobee.model.RuntimeReportJobStatusResponse;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The report jobs of one account do not exist for another one. */
class ReportJobsOfOthersTest {
    private static final String STATUS = "/1/runtimeReportJob/status";

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock)
            .account(Account.ems("office").thermostat(SampleThermostats.of("1001", "Lobby")))
            .account(Account.ems("rival").thermostat(SampleThermostats.of("2001", "Counter"))).start();
    private final SimulatorClient office = new SimulatorClient(simulator);
    private final SimulatorClient rival = new SimulatorClient(simulator);
    private final String job;

    ReportJobsOfOthersTest() {
        office.authorize(simulator.account("office"), "ems");
        rival.authorize(simulator.account("rival"), "ems");
        job = create(office, "1001");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static String create(SimulatorClient client, String thermostat) {
        return EcobeeJson.read(client.write("/1/runtimeReportJob/create",
                "{\"selection\":" + SimulatorClient.one(thermostat, "")
                                                                          + ",\"startDate\":\"2026-01-12\",\"endDate\":\"2026-01-13\",\"columns\":\"zoneAveTemp\"}")
                .body(), RuntimeReportJobCreateResponse.class).getJobId();
    }

    private static List<ReportJob> jobs(SimulatorClient client, String json) {
        return EcobeeJson.read(client.read(STATUS, json).body(), RuntimeReportJobStatusResponse.class).getJobs();
    }

    private String asked() {
        return "{\"jobId\":\"" + job + "\"}";
    }

    @Test
    void statusIsRefusedAsForAJobThatDoesNotExist() {
        assertThat(Contract.refusal(rival.read(STATUS, asked()))).isEqualTo("3 Processing error. Job not found: " + job);
        assertThat(Contract.refusal(rival.write(STATUS, asked()))).isEqualTo("3 Processing error. Job not found: " + job);
        assertThat(jobs(office, asked())).hasSize(1);
    }

    @Test
    void listHasTheOwnJobsOnly() {
        String own = create(rival, "2001");

        assertThat(jobs(rival, "{}")).extracting(ReportJob::getJobId).containsExactly(own);
        assertThat(jobs(office, "{}")).extracting(ReportJob::getJobId).containsExactly(job);
    }

    @Test
    void cancellingIsRefusedAndChangesNothing() {
        assertThat(Contract.refusal(rival.write("/1/runtimeReportJob/cancel", asked())))
                .isEqualTo("3 Processing error. Job not found: " + job);
        assertThat(jobs(office, asked())).extracting(ReportJob::getStatus).containsExactly("queued");
    }

    @Test
    void addressOfTheBundleIsToldToItsAccountOnlyAndCannotBeGuessed() {
        clock.advance(Duration.ofMinutes(3));
        String file = jobs(office, asked()).get(0).getFiles().get(0);
        String path = URI.create(file).getPath();

        assertThat(rival.read(STATUS, "{}").body() + rival.read(STATUS, asked()).body()).doesNotContain(path);
        assertThat(path).doesNotContain(job).matches("/runtimeReportJob/bundles/[0-9a-f]{32}-0\\.tar\\.gz");
        assertThat(rival.get("/runtimeReportJob/bundles/" + job + "-0.tar.gz", Map.of()).statusCode()).isEqualTo(404);
        // Like ecobee's addresses, which lead to a storage service: whoever knows it can fetch it.
        assertThat(office.get(path, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void reportsOnThermostatsOfOthersAreRefused() {
        assertThat(Contract.refusal(rival.write("/1/runtimeReportJob/create",
                "{\"selection\":" + SimulatorClient.one("1001", "")
                                                                              + ",\"startDate\":\"2026-01-12\",\"endDate\":\"2026-01-13\",\"columns\":\"zoneAveTemp\"}")))
                .startsWith("9 ");
    }

    @Test
    void queueIsFullForItsAccountOnly() {
        for (int number = 0; number < 9; number++) {
            create(office, "1001");
        }

        assertThat(create(office, "1001")).isNull();
        assertThat(create(rival, "2001")).isNotNull();
    }
}
