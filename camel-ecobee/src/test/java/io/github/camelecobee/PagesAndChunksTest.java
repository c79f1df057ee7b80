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

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Fleets: 25 identifiers a request (get-thermostats.shtml, code 6 beyond), and pages (Page.shtml). */
class PagesAndChunksTest extends EcobeeTestSupport {
    private static final int FLEET = 60;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.thermostats(SampleThermostats.fleet(FLEET)).pageSize(10);
    }

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
    }

    @Test
    void registeredThermostatsAreReadPageByPage() throws Exception {
        camel.start();

        List<?> read = camel.createProducerTemplate().requestBody("ecobee:getThermostats?include=runtime", (Object) "",
                List.class);

        assertThat(read).hasSize(FLEET);
        assertThat(ecobee.requests().count("GET", "/1/thermostat")).isEqualTo(6);
    }

    @Test
    void namedThermostatsAreReadInChunksOfTwentyFive() throws Exception {
        camel.start();
        String all = ecobee.thermostats().stream().map(SimulatedThermostat::identifier).collect(Collectors.joining(","));

        List<?> read = camel.createProducerTemplate().requestBodyAndHeader("ecobee:getThermostats?include=runtime", "",
                EcobeeConstants.THERMOSTAT_IDS, all, List.class);

        assertThat(read).hasSize(FLEET);
        assertThat(ecobee.requests().matching(request -> request.is("GET", "/1/thermostat")))
                .extracting(request -> Objects.requireNonNull(request.selection()).getSelectionMatch().split(",").length)
                .containsExactly(25, 25, 25, 25, 25, 25, 10);
    }

    @Test
    void theConsumerFetchesAFleetInChunks() throws Exception {
        MockEndpoint changed = mock("changed");
        changed.expectedMessageCount(FLEET);

        start(new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?include=runtime&" + OFTEN).to("mock:changed");
            }
        });

        changed.assertIsSatisfied();
        assertThat(ecobee.requests().matching(request -> request.is("GET", "/1/thermostat"))).allSatisfy(
                request -> assertThat(Objects.requireNonNull(request.selection()).getSelectionMatch().split(","))
                        .hasSizeLessThanOrEqualTo(25));
    }
}
