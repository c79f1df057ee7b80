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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.camelecobee.client.EcobeeFunctionException;
import io.github.camelecobee.client.ThermostatOutcome;
import io.github.camelecobee.client.WriteOutcome;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The recipes of the page about outcomes do what it says. */
class OutcomesManualTest extends EcobeeTestSupport {
    private static final String THERMOSTAT = "/1/thermostat";

    @BeforeEach
    void theRecipesRun() throws Exception {
        authorize();
        start(new DocumentedOutcomes());
    }

    @Test
    void whatWasTurnedAwayIsSentAgainAfterTheTimeThatEcobeeWants() throws Exception {
        ecobee.faults().next("POST", THERMOSTAT, Fault.httpStatus(429, Duration.ofSeconds(1)));
        mock("changed").expectedHeaderReceived(EcobeeConstants.OUTCOME, "APPLIED");
        mock("changed").expectedMessageCount(1);

        CompletableFuture<Exchange> sent = camel.createProducerTemplate().asyncSend("direct:change",
                exchange -> exchange.getIn().setHeader(EcobeeConstants.HOLD_CLIMATE_REF, "away"));
        Awaitility.await().atMost(PATIENCE).until(() -> !component().governorStatus().pausedUntil().isEmpty());
        clock.advance(Duration.ofSeconds(2));

        assertThat(sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).getException()).isNull();
        mock("changed").assertIsSatisfied();
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isEqualTo(2);
    }

    @Test
    void whatIsUnknownIsReadBackAndNotSentAgain() throws Exception {
        ecobee.faults().next("POST", THERMOSTAT, Fault.dropConnectionAfterHandling());
        mock("compared").expectedMessageCount(1);

        camel.createProducerTemplate().sendBodyAndHeaders("direct:change", "mine",
                Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "away"));

        mock("compared").assertIsSatisfied();
        List<?> read = mock("compared").getExchanges().get(0).getMessage().getBody(List.class);
        assertThat(read).singleElement()
                .isInstanceOfSatisfying(Thermostat.class,
                        thermostat -> assertThat(thermostat.getEvents()).anyMatch(e -> "away".equals(e.getHoldClimateRef())));
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    void whatEcobeeRefusesGoesToTheDeadLetterChannelAsItCame() {
        camel.createProducerTemplate().sendBodyAndHeaders("direct:change", "mine",
                Map.of(EcobeeConstants.HOLD_CLIMATE_REF, "nowhere"));

        Exchange dead = camel.createConsumerTemplate().receive("seda:failedChanges", PATIENCE.toMillis());
        assertThat(dead.getMessage().getBody()).isEqualTo("mine");
        assertThat(dead.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(EcobeeFunctionException.class);
        assertThat(ecobee.requests().count("POST", THERMOSTAT)).isEqualTo(1);
    }

    @Test
    void whatIsOpenOfManyIsToldOneByOne() throws Exception {
        String many = UPSTAIRS + IntStream.range(0, 30).mapToObj(i -> "," + (400000000000L + i)).collect(Collectors.joining());
        ecobee.faults().next("POST", THERMOSTAT, Fault.ecobeeStatus(0, ""));
        ecobee.faults().next("POST", THERMOSTAT, Fault.ecobeeStatus(9));
        mock("open").expectedMessageCount(6);

        camel.createProducerTemplate().sendBodyAndHeader("direct:resumeAll", "", EcobeeConstants.THERMOSTAT_IDS, many);

        mock("open").assertIsSatisfied();
        assertThat(mock("open").getExchanges().get(0).getMessage().getBody(ThermostatOutcome.class).outcome())
                .isEqualTo(WriteOutcome.REFUSED);
    }
}
