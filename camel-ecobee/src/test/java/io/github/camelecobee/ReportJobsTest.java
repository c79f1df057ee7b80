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

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.github.camelecobee.client.EcobeeProcessingException;
import io.github.camelecobee.client.EcobeeUnavailableException;
import io.github.camelecobee.model.ReportJob;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Runtime report jobs of the scenario office (getting-started-runtime-report-job.shtml). */
class ReportJobsTest extends EcobeeTestSupport {
    private static final String JOB = "/1/runtimeReportJob/";
    private static final String CREATE = "createRuntimeReportJob?managementSet=/&columns=zoneAveTemp,zoneHvacMode";
    private static final Map<String, Object> TWO_DAYS
            = Map.of(EcobeeConstants.START_DATE, "2025-01-12", EcobeeConstants.END_DATE, "2025-01-13");

    @TempDir
    Path bundles;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        Scenario.load("office").describe(builder);
        return builder.grantedScope("ems");
    }

    @BeforeEach
    void theOfficeIsAuthorized() throws Exception {
        authorize(ACCOUNT, pin -> ecobee.account("office").approvePin(pin));
        camel.start();
    }

    @Test
    void aJobIsCreatedAndToldOf() {
        Exchange created = send(CREATE, "mine", TWO_DAYS);

        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getBody()).isEqualTo("mine");
        assertThat(created.getMessage().getHeaders()).containsEntry(EcobeeConstants.JOB_STATUS, "queued")
                .containsKey(EcobeeConstants.JOB_ID);
        assertThat(jobs(created.getMessage().getHeaders())).singleElement()
                .satisfies(job -> assertThat(job.getStatus()).isEqualTo("queued"));
        assertThat(ecobee.requests().count("POST", JOB + "create")).isEqualTo(1);
        assertThat(ecobee.requests().all()).flatExtracting(LoggedRequest::warnings).isEmpty();
    }

    @Test
    void aJobThatWaitsIsCancelled() {
        Map<String, Object> job = send(CREATE, "", TWO_DAYS).getMessage().getHeaders();
        assertThat(jobs(job)).extracting(ReportJob::getStatus).containsExactly("queued");

        assertThat(send("cancelRuntimeReportJob", "", job).getException()).isNull();

        assertThat(jobs(job)).extracting(ReportJob::getStatus).containsExactly("cancelled");
        assertThat(ecobee.requests().count("POST", JOB + "cancel")).isEqualTo(1);
    }

    @Test
    void whoAsksAgainTooSoonGetsTheLastAnswer() {
        Map<String, Object> job = send(CREATE, "", TWO_DAYS).getMessage().getHeaders();
        jobs(job);
        clock.advance(Duration.ofMinutes(4));
        assertThat(jobs(job)).extracting(ReportJob::getStatus).containsExactly("queued");
        assertThat(ecobee.requests().count("GET", JOB + "status")).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));

        assertThat(jobs(job)).extracting(ReportJob::getStatus).containsExactly("completed");
        assertThat(ecobee.requests().count("GET", JOB + "status")).isEqualTo(2);
    }

    @Test
    void itIsWaitedForWithAQuestionEveryFiveMinutes() throws Exception {
        Map<String, Object> job = send(CREATE, "", TWO_DAYS).getMessage().getHeaders();

        CompletableFuture<Exchange> waiting
                = CompletableFuture.supplyAsync(() -> send("getRuntimeReportJobs?waitForCompletion=true", "", job));
        await().atMost(PATIENCE).until(() -> ecobee.requests().count("GET", JOB + "status") == 1);
        clock.advance(Duration.ofMinutes(5));
        Exchange done = waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(done.getMessage().getHeaders()).containsEntry(EcobeeConstants.JOB_STATUS, "completed");
        assertThat(ecobee.requests().count("GET", JOB + "status")).isEqualTo(2);
    }

    @Test
    void whoCannotWaitSoLongGetsItAsItIs() {
        Map<String, Object> job = send(CREATE, "", TWO_DAYS).getMessage().getHeaders();

        Exchange done = send("getRuntimeReportJobs?waitForCompletion=true&completionTimeout=1m", "", job);

        assertThat(done.getMessage().getHeaders()).containsEntry(EcobeeConstants.JOB_STATUS, "queued");
    }

    @Test
    void bundlesAreFetchedIntoFiles() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fetch").to("ecobee:getRuntimeReportJobs").split(simple("${body[0].files}"))
                        .to("ecobee:downloadRuntimeReportJob").to("file:" + bundles).to("mock:fetched");
            }
        });
        Map<String, Object> job = new HashMap<>(send(CREATE, "", TWO_DAYS).getMessage().getHeaders());
        clock.advance(Duration.ofMinutes(5));

        mock("fetched").expectedMessageCount(1);
        camel.createProducerTemplate().sendBodyAndHeaders("direct:fetch", "", job);
        mock("fetched").assertIsSatisfied();

        try (Stream<Path> files = Files.list(bundles)) {
            Path bundle = files.findFirst().orElseThrow();
            assertThat(bundle.getFileName().toString()).endsWith(".tar.gz");
            try (GZIPInputStream tar = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(bundle)))) {
                assertThat(new String(tar.readAllBytes(), UTF_8)).contains("zoneAveTemp");
            }
        }
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void whereBundlesAreNoTokenGoesAndRedirectsAreNotFollowed() throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        List<Headers> seen = new CopyOnWriteArrayList<>();
        HttpServer storage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        storage.createContext("/", exchange -> {
            seen.add(exchange.getRequestHeaders());
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            exchange.getResponseHeaders().set("Location", "/bundle");
            exchange.sendResponseHeaders(moved ? 302 : 200, moved ? -1 : 0);
            if (!moved) {
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        });
        storage.start();
        try {
            String base = "http://127.0.0.1:" + storage.getAddress().getPort();
            List<byte[]> fetched = new CopyOnWriteArrayList<>();
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:storage").to("ecobee:downloadRuntimeReportJob")
                            .process(exchange -> fetched.add(exchange.getMessage().getBody(byte[].class)));
                }
            });

            camel.createProducerTemplate().sendBody("direct:storage", base + "/bundle?signature=x");

            assertThat(fetched).singleElement().isEqualTo(content);
            assertThat(seen).singleElement().satisfies(headers -> assertThat(headers).doesNotContainKey("Authorization"));
            assertThat(send("downloadRuntimeReportJob", base + "/moved", Map.of()).getException())
                    .isInstanceOf(EcobeeUnavailableException.class).hasMessageContaining("HTTP 302");
            assertThat(seen).hasSize(2);
        } finally {
            storage.stop(0);
        }
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void aBundleThatIsTooLargeIsNotFetched() {
        Map<String, Object> job = send(CREATE, "", TWO_DAYS).getMessage().getHeaders();
        clock.advance(Duration.ofMinutes(5));
        String file = jobs(job).get(0).getFiles().get(0);

        Exchange done = send("downloadRuntimeReportJob?maxBundleSize=100", file, Map.of());

        assertThat(done.getException()).isInstanceOf(EcobeeUnavailableException.class)
                .hasMessageContaining("larger than 100 bytes");
        assertThat(leftFiles()).isEmpty();
    }

    @Test
    void aBundleThatIsGoneIsToldWithoutTheSignature() {
        Exchange done = send("downloadRuntimeReportJob",
                ecobee.baseUri() + "/runtimeReportJob/bundles/none.tar.gz?signature=tell-tale", Map.of());

        assertThat(done.getException()).isInstanceOf(EcobeeUnavailableException.class).hasMessageContaining("HTTP 404")
                .hasMessageContaining("30 days").hasMessageNotContaining("tell-tale");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "http://bundles.example.org/a?signature=tell-tale", "ftp://bundles.example.org/a", "bundle",
            "https://user:tell-tale@bundles.example.org/a", "file:///etc/passwd" })
    void bundlesComeByHttpsOnly(String address) {
        assertThat(send("downloadRuntimeReportJob", "", Map.of(EcobeeConstants.BUNDLE, address)).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("header CamelEcobeeBundle").hasMessageContaining("give the https URL of a bundle")
                .hasMessageNotContaining("tell-tale");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
               textBlock = """
                       {"endDate":"2025-01-13"}                              | startDate is missing; give it as header CamelEcobeeStartDate
                       {"startDate":"2025-01-12"}                            | endDate is missing
                       {"startDate":"January","endDate":"2025-01-13"}        | 'January' is not allowed; give a date
                       {"startDate":"2025-01-14","endDate":"2025-01-13"}     | '2025-01-13' is not allowed; give a day from 2025-01-14
                       {"startDate":"2023-01-14","endDate":"2024-01-14"}     | less than a year after it
                       {"startDate":"2025-01-12","endDate":"2025-01-13","columns":"warmth"} | 'warmth' is unknown
                       """)
    void aJobThatEcobeeWouldRefuseIsNotSent(String body, String complaint) {
        assertThat(send(CREATE, body, Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
        assertThat(ecobee.requests().all()).isEmpty();
    }

    @Test
    void aJobThatIsNotThereIsRefused() {
        assertThat(send("getRuntimeReportJobs", "", Map.of(EcobeeConstants.JOB_ID, "none")).getException())
                .isInstanceOf(EcobeeProcessingException.class).hasMessageContaining("Job not found");
        assertThat(send("cancelRuntimeReportJob", "", Map.of()).getException()).hasMessageContaining("jobId is missing");
        assertThat(send("getRuntimeReportJobs", Map.of("completionTimeout", "soon"), Map.of()).getException())
                .hasMessageContaining("'soon' is not allowed; give milliseconds, or a duration");
    }

    private static List<String> leftFiles() {
        String[] left = Path.of(System.getProperty("java.io.tmpdir")).toFile()
                .list((folder, name) -> name.startsWith("camel-ecobee-") && name.endsWith(".bundle"));
        return left == null ? List.of() : List.of(left);
    }

    @SuppressWarnings("unchecked")
    private List<ReportJob> jobs(Map<String, Object> job) {
        return (List<ReportJob>) send("getRuntimeReportJobs", "", job).getMessage().getBody(List.class);
    }

    private Exchange send(String operation, Object body, Map<String, Object> headers) {
        return Objects.requireNonNull(camel.createProducerTemplate().send("ecobee:" + operation, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new HashMap<>(headers));
        }));
    }
}
