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
package io.github.camelecobee.kamelets;

import java.util.List;

import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The Kamelets that read. */
class SourcesTest extends KameletTestSupport {

    @Test
    void theSourceDeliversThermostats() throws Exception {
        startWith("ecobee-source");
        MockEndpoint thermostats = mock("thermostats");
        thermostats.expectedMinimumMessageCount(ecobee.thermostats().size());
        thermostats.allMessages().body().isInstanceOf(Thermostat.class);

        routes("""
                - route:
                    id: readings
                    from:
                      uri: kamelet:ecobee-source
                      steps:
                        - to: mock:thermostats
                """);

        thermostats.assertIsSatisfied(PATIENCE.toMillis());
        assertThat(thermostats.getExchanges().get(0).getMessage().getBody(String.class)).startsWith("{");
    }

    @Test
    void theSourceDeliversTheThermostatsThatAreNamed() throws Exception {
        startWith("ecobee-source");
        MockEndpoint thermostats = mock("thermostats");
        thermostats.expectedMessageCount(1);
        thermostats.expectedHeaderReceived(EcobeeConstants.THERMOSTAT_ID, UPSTAIRS);

        routes("""
                - route:
                    from:
                      uri: kamelet:ecobee-source
                      parameters:
                        operation: thermostats
                        thermostatIds: "311019854581"
                        include: runtime
                      steps:
                        - to: mock:thermostats
                """);

        thermostats.assertIsSatisfied(PATIENCE.toMillis());
        assertThat(thermostats.getExchanges().get(0).getMessage().getBody(Thermostat.class).getSettings()).isNull();
    }

    @Test
    void theSourceDeliversChanges() throws Exception {
        startWith("ecobee-source", "ecobee-hold-sink");
        MockEndpoint changes = mock("changes");
        changes.expectedMinimumMessageCount(1);
        routes("""
                - route:
                    from:
                      uri: kamelet:ecobee-source
                      parameters:
                        operation: changes
                        changeTypes: holdStarted
                        delay: 200
                        allowFastPolling: true
                      steps:
                        - to: log:polled
                        - to: mock:changes
                - route:
                    from:
                      uri: kamelet:ecobee-source
                      parameters:
                        delay: 200
                        allowFastPolling: true
                        thermostatIds: "311019854581"
                      steps:
                        - to: mock:thermostats
                - route:
                    from:
                      uri: direct:hold
                      steps:
                        - to: kamelet:ecobee-hold-sink?thermostatIds=311019854581&heatHoldTemp=68F&coolHoldTemp=78F
                """);
        mock("thermostats").expectedMinimumMessageCount(1);
        mock("thermostats").assertIsSatisfied(PATIENCE.toMillis());
        // Both began with the same poll: what the first one saw is there.
        main.getCamelContext().createProducerTemplate().sendBody("direct:hold", "");

        changes.assertIsSatisfied(PATIENCE.toMillis());
        assertThat(changes.getExchanges().get(0).getMessage().getHeader(EcobeeConstants.CHANGE_TYPE, String.class))
                .isEqualTo("holdStarted");
    }

    @Test
    void telemetryIsDeliveredRowByRow() throws Exception {
        startWith("ecobee-telemetry-source");
        MockEndpoint rows = mock("rows");
        rows.expectedMinimumMessageCount(12);
        rows.allMessages().body().isInstanceOf(RuntimeReportRow.class);

        routes("""
                - route:
                    from:
                      uri: kamelet:ecobee-telemetry-source
                      parameters:
                        thermostatIds: "311019854581"
                        columns: zoneAveTemp,zoneHumidity
                        reportStart: PT6H
                      steps:
                        - to: mock:rows
                """);

        rows.assertIsSatisfied(PATIENCE.toMillis());
    }

    @Test
    void telemetryIsDeliveredInChunks() throws Exception {
        startWith("ecobee-telemetry-source");
        MockEndpoint rows = mock("rows");
        rows.expectedMinimumMessageCount(1);
        rows.message(0).body().isInstanceOf(List.class);

        routes("""
                - route:
                    from:
                      uri: kamelet:ecobee-telemetry-source
                      parameters:
                        thermostatIds: "311019854581"
                        reportStart: PT6H
                        reportDelivery: perChunk
                      steps:
                        - to: mock:rows
                """);

        rows.assertIsSatisfied(PATIENCE.toMillis());
    }
}
