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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.ReportJob;
import io.github.camelecobee.model.RuntimeReportJobCreateResponse;
import io.github.camelecobee.model.RuntimeReportJobStatusResponse;
import io.github.camelecobee.model.StatusResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.camelecobee.simulator.SimulatorClient.status;
import static org.assertj.core.api.Assertions.assertThat;

class ReportJobsTest {
    private static final String SET = "{\"selectionType\":\"managementSet\",\"selectionMatch\":\"/\"}";

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"));
    private final EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock)
            .account(Account.ems("office").thermostats(SampleThermostats.fleet(27)).set("/All",
                    SampleThermostats.fleet(27).stream().map(Thermostat::getIdentifier).toArray(String[]::new)))
            .accessTokenLife(Duration.ofDays(90)).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    ReportJobsTest() {
        client.authorize(simulator.account("office"), "ems");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> post(String selection, String start, String end) {
        return client.post("/1/runtimeReportJob/create?format=json",
                "{\"selection\":" + selection + ",\"startDate\":\"" + start + "\",\"endDate\":\"" + end
                                                                     + "\",\"columns\":\"zoneHvacMode,zoneAveTemp\",\"includeSensors\":true}");
    }

    private String create() {
        HttpResponse<String> answer = post(SET, "2025-03-08", "2025-03-09");
        SchemaTest.assertValid(answer.body(), RuntimeReportJobCreateResponse.class);
        RuntimeReportJobCreateResponse created = EcobeeJson.read(answer.body(), RuntimeReportJobCreateResponse.class);
        assertThat(created.getJobStatus()).isEqualTo("queued");
        return created.getJobId();
    }

    private ReportJob job(String id) {
        HttpResponse<String> answer = client.get("/1/runtimeReportJob/status",
                Map.of("format", "json", "body", "{\"jobId\":\"" + id + "\"}"));
        SchemaTest.assertValid(answer.body(), RuntimeReportJobStatusResponse.class);
        return EcobeeJson.read(answer.body(), RuntimeReportJobStatusResponse.class).getJobs().get(0);
    }

    private HttpResponse<String> cancel(String id) {
        return client.post("/1/runtimeReportJob/cancel", "{\"jobId\":\"" + id + "\"}");
    }

    private static HttpResponse<byte[]> fetch(String uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofByteArray());
    }

    /** Reads a tar archive with nothing but its description. */
    private static Map<String, List<String>> untar(byte[] zipped) throws IOException {
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
        assertThat(tar.length % 512).isZero();
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (int at = 0; tar[at] != 0;) {
            String name = new String(tar, at, 100, StandardCharsets.US_ASCII).trim();
            int size = Integer.parseInt(new String(tar, at + 124, 11, StandardCharsets.US_ASCII), 8);
            files.put(name, new String(tar, at + 512, size, StandardCharsets.UTF_8).lines().toList());
            at += 512 + (size + 511) / 512 * 512;
        }
        return files;
    }

    @Test
    void jobIsQueuedProcessedAndCompleted() throws IOException, InterruptedException {
        String id = create();
        assertThat(job(id).getStatus()).isEqualTo("queued");
        clock.advance(Duration.ofSeconds(70));
        assertThat(job(id).getStatus()).isEqualTo("processing");
        assertThat(job(id).getFiles()).isEmpty();
        clock.advance(Duration.ofSeconds(70));
        ReportJob done = job(id);
        assertThat(done.getStatus()).isEqualTo("completed");
        assertThat(done.getFiles()).hasSize(2);

        HttpResponse<byte[]> bundle = fetch(done.getFiles().get(0));
        assertThat(bundle.statusCode()).isEqualTo(200);
        Map<String, List<String>> files = untar(bundle.body());
        assertThat(files).hasSize(50);
        List<String> toronto = files.getOrDefault("411900000000.csv", List.of());
        assertThat(toronto.get(0)).isEqualTo("date,time,zoneHVACmode,zoneAveTemp,");
        assertThat(toronto).hasSize(1 + (24 + 23) * 12);
        assertThat(toronto.get(1)).startsWith("2025-03-08,00:00:00,");
        assertThat(toronto.get(toronto.size() - 1)).startsWith("2025-03-09,23:55:00,");
        assertThat(files.getOrDefault("411900000000-sensors.csv", List.of()).get(0)).startsWith("date,time,ei:0:1,");
        assertThat(untar(fetch(done.getFiles().get(1)).body())).hasSize(4);

        clock.advance(Duration.ofDays(31));
        assertThat(job(id).getFiles()).isEmpty();
        assertThat(fetch(done.getFiles().get(0)).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyQueuedJobsCanBeCancelled() {
        String first = create();
        HttpResponse<String> answer = cancel(first);
        SchemaTest.assertValid(answer.body(), StatusResponse.class);
        assertThat(job(first).getStatus()).isEqualTo("cancelled");

        String second = create();
        clock.advance(Duration.ofSeconds(70));
        cancel(second);
        assertThat(job(second).getStatus()).isEqualTo("processing");
        assertThat(status(cancel("none")).getCode()).isEqualTo(3);
    }

    @Test
    void statusIsAskedByGetOrPostAndOfAllJobsWithoutAnIdentifier() {
        create();
        create();

        HttpResponse<String> get = client.get("/1/runtimeReportJob/status", Map.of("format", "json"));
        HttpResponse<String> post = client.post("/1/runtimeReportJob/status?format=json&body=%7B%7D", "");

        assertThat(EcobeeJson.read(get.body(), RuntimeReportJobStatusResponse.class).getJobs()).hasSize(2);
        assertThat(post.body()).isEqualTo(get.body());
    }

    @Test
    void jobsGoBackAYearAndQueueUpToTen() {
        assertThat(status(post(SET, "2024-01-01", "2025-01-01")).getCode()).isEqualTo(7);
        String all = String.join(",", simulator.thermostats().stream().map(each -> each.identifier()).toList());
        assertThat(status(post(SimulatorClient.one(all, ""), "2025-01-01", "2025-12-31")).getCode()).isZero();
        for (int i = 0; i < 9; i++) {
            create();
        }
        HttpResponse<String> eleventh = post(SET, "2025-03-08", "2025-03-09");
        assertThat(status(eleventh).getMessage()).isEqualTo("Processing error. Too many queued jobs.");
    }
}
