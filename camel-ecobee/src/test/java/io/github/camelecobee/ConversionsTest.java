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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.report.Rows;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The routes of the page about conversions, with what ecobee really sends. */
@Tag("transformDataType")
class ConversionsTest extends EcobeeTestSupport {
    @TempDir
    Path folder;

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.addRoutes(new DocumentedConversions());
    }

    @Test
    void thermostatsAreEvents() throws Exception {
        advise("events", "ecobee:thermostats?" + OFTEN, "log:events", "mock:events");
        MockEndpoint events = mock("events");
        events.expectedMessageCount(ecobee.thermostats().size());

        camel.start();

        events.assertIsSatisfied();
        Exchange event = events.getExchanges().get(0);
        String thermostat = event.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID, String.class);
        assertThat(event.getIn().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID, String.class)).matches(thermostat + "(/[^/]+){4}");
        assertThat(event.getIn().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE))
                .isEqualTo("ecobee:" + ACCOUNT + "/" + thermostat);
        assertThat(event.getIn().getBody(Thermostat.class).getIdentifier()).isEqualTo(thermostat);
    }

    @Test
    @Tag("field-68")
    void rowsAreFilesOfCsv() throws Exception {
        advise("files", "direct:files", "file:reports", "file:" + folder);
        camel.start();

        camel.createProducerTemplate().sendBodyAndHeader("direct:files",
                Rows.of("zoneClimate,fan", "2025-01-14,11:45:00,Zoé 21°,0,", "2025-01-14,11:50:00,,30,"),
                EcobeeConstants.THERMOSTAT_ID, UPSTAIRS);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).singleElement().satisfies(file -> assertThat(Files.readString(file)).hasLineCount(3)
                    .startsWith("id,thermostatIdentifier,instant,thermostatTime,zoneClimate,fan\r\n")
                    .contains(",Zoé 21°,0\r\n"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "runtimeReport?columns=fan,zoneAveTemp|zoneAveTemp,fan", "runtimeReport?columns=fan&includeSensors=true|fan" })
    void whatAReportDeliversIsAFileOfCsv(String report, String columns) throws Exception {
        advise("files", "ecobee:" + report + "&reportDelivery=perChunk&reportStart=2025-01-14T15:00:00Z&thermostatIds="
                        + UPSTAIRS + "&" + OFTEN,
                "file:reports", "file:" + folder);

        camel.start();

        await().atMost(PATIENCE).until(() -> lines().size() > 5);
        assertThat(lines().get(0)).startsWith("id,thermostatIdentifier,instant,thermostatTime,").contains(columns.split(","));
        assertThat(lines()).element(1).asString()
                .matches(UPSTAIRS + "/2025-01-14T1[56]:..:00Z," + UPSTAIRS + ",2025-01-14T.*");
        assertThat(lines()).allSatisfy(
                line -> assertThat(line.split(",", -1)).hasSameSizeAs(lines().get(0).split(",", -1)));
    }

    /** Of the file that is there, if it is. */
    private List<String> lines() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(path -> path.toString().endsWith(".csv")).sorted().findFirst().orElse(null);
            return file == null ? List.of() : Files.readAllLines(file);
        }
    }

    @Test
    void documentsAreThermostatsAgain() throws Exception {
        advise("document", "direct:begin", "log:documents", "mock:documents");
        MockEndpoint documents = mock("documents");
        documents.expectedMessageCount(ecobee.thermostats().size());
        camel.start();

        List<?> read = camel.createProducerTemplate().requestBody("direct:begin", (Object) "", List.class);

        documents.assertIsSatisfied();
        String document = documents.getExchanges().get(0).getIn().getBody(String.class);
        assertThat(EcobeeJson.read(document, Thermostat.class)).isEqualTo(read.get(0));
        assertThat(camel.createProducerTemplate().requestBody("direct:reread", document, String.class))
                .isEqualTo(((Thermostat) read.get(0)).getName());
    }

    private void advise(String route, String from, String uri, String instead) throws Exception {
        AdviceWith.adviceWith(camel, route, advice -> {
            advice.replaceFromWith(from);
            advice.weaveByToUri(uri).replace().to(instead);
        });
    }
}
