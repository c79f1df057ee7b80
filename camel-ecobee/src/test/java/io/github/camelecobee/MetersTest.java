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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Requests and what is left of them as Micrometer meters, when the context has a registry of meters. */
class MetersTest extends EcobeeTestSupport {
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.getRegistry().bind("meters", meters);
        return context;
    }

    @Test
    @Tag("field-27")
    void requestsAreCountedByEndpointUntilTheComponentStops() throws Exception {
        authorize();
        camel.start();

        camel.createProducerTemplate().requestBody("ecobee:getThermostats?include=runtime", "");

        assertThat(meters.get("ecobee.requests").tag("component", "ecobee").tag("endpoint", "GET /1/thermostat")
                .functionCounter().count()).isEqualTo(1);
        assertThat(meters.get("ecobee.requests.failed").tag("endpoint", "GET /1/thermostat").functionCounter().count())
                .isZero();
        assertThat(meters.get("ecobee.budget.left").gauge().value()).isEqualTo(84_999);
        assertThat(meters.get("ecobee.requests.open").gauge().value()).isZero();
        camel.stop();
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void whatIsLeftOfHistoryIsAGauge() throws Exception {
        authorize();
        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:runtimeReport?reportDelivery=perChunk&reportStart=P40D&thermostatIds=" + UPSTAIRS)
                        .to("mock:out");
            }
        });

        // The present first, and history with the next poll, in a quarter of an hour.
        await().atMost(PATIENCE).until(() -> meters.get("ecobee.reports.rows").functionCounter().count() > 0);
        assertThat(meters.get("ecobee.reports.missing").tag("component", "ecobee").gauge().value())
                .isBetween(9.0 * 288, 39.0 * 288);
        assertThat(meters.get("ecobee.reports.behind").gauge().value()).isEqualTo(1);
    }
}
