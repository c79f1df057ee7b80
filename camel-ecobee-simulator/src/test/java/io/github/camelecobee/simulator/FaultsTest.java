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

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultPlan;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTest {
    private static final String FIRST = "311019854581";
    private static final String MESSAGE = "{\"type\":\"sendMessage\",\"params\":{\"text\":\"Hello\"}}";

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);
    private final SimulatedThermostat thermostat = simulator.thermostat(FIRST);

    FaultsTest() {
        client.authorize();
        simulator.requests().clear();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private HttpResponse<String> summary() {
        return client.ask("/1/thermostatSummary", SimulatorClient.ALL.formatted(""));
    }

    @Test
    void faultsMeetTheNextMatchingRequestsOnly() {
        simulator.faults().next(2, "GET", "/1/thermostatSummary", Fault.httpStatus(429, Duration.ofSeconds(7)));
        simulator.faults().next(FaultPlan.ANY, FaultPlan.ANY, Fault.httpStatus(502));

        HttpResponse<String> limited = summary();

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(limited.body()).isEmpty();
        assertThat(client.call(FIRST, MESSAGE).statusCode()).isEqualTo(502);
        assertThat(summary().statusCode()).isEqualTo(429);
        assertThat(summary().statusCode()).isEqualTo(200);
        assertThat(simulator.faults().pending()).isZero();
    }

    @Test
    void htmlPageStandsInForJson() {
        simulator.faults().next("GET", "/1/thermostatSummary", Fault.htmlPage());

        HttpResponse<String> answer = summary();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void ecobeeStatusIsAnsweredUnderHttp500() {
        simulator.faults().next("GET", "/1/thermostatSummary",
                Fault.ecobeeStatus(3, "Processing error. Error processing thermostats: [1, 2]"));

        HttpResponse<String> answer = summary();

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(SimulatorClient.status(answer).getCode()).isEqualTo(3);
        assertThat(simulator.requests().all().get(0).ecobeeCode()).isEqualTo(3);
    }

    @Test
    void brokenAnswersStillTakeEffect() {
        simulator.faults().next("POST", "/1/thermostat", Fault.emptyBody());
        simulator.faults().next("POST", "/1/thermostat", Fault.truncatedJson());

        assertThat(client.call(FIRST, MESSAGE).body()).isEmpty();
        assertThat(client.call(FIRST, MESSAGE).body()).startsWith("{\"status\"").doesNotEndWith("}");
        assertThat(thermostat.snapshot().getAlerts()).hasSize(2);
    }

    @Test
    void connectionsDropBeforeOrAfterTheEffect() {
        simulator.faults().next("POST", "/1/thermostat", Fault.dropConnection());
        assertThatThrownBy(() -> client.call(FIRST, MESSAGE)).isInstanceOf(UncheckedIOException.class);
        assertThat(thermostat.snapshot().getAlerts()).isEmpty();

        simulator.faults().next("POST", "/1/thermostat", Fault.dropConnectionAfterHandling());
        assertThatThrownBy(() -> client.call(FIRST, MESSAGE)).isInstanceOf(UncheckedIOException.class);
        assertThat(thermostat.snapshot().getAlerts()).hasSize(1);
        assertThat(simulator.requests().all()).extracting(request -> request.httpStatus()).containsExactly(0, 0);
    }

    @Test
    void aClosedPortRefusesConnectionsAndForgetsNothing() {
        assertThat(summary().statusCode()).isEqualTo(200);
        client.call(FIRST, MESSAGE);

        simulator.closePort();
        simulator.closePort();
        assertThatThrownBy(this::summary).isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ConnectException.class);
        simulator.openPort();
        simulator.openPort();

        assertThat(summary().statusCode()).isEqualTo(200);
        assertThat(thermostat.snapshot().getAlerts()).hasSize(1);
        assertThat(simulator.requests().count("GET", "/1/thermostatSummary")).isEqualTo(2);
    }

    @Test
    void aSimulatorStopsAlsoWhileItsPortIsClosed() {
        simulator.closePort();

        simulator.close();

        EcobeeSimulator.builder().port(simulator.baseUri().getPort()).start().close();
    }

    @Test
    void lateAnswersAreRight() {
        simulator.faults().next("GET", "/1/thermostatSummary", Fault.latency(Duration.ofMillis(300)));
        long start = System.nanoTime();

        assertThat(summary().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void faultsCanBeCancelled() {
        simulator.faults().next(5, "GET", "/1/thermostatSummary", Fault.htmlPage());

        simulator.faults().clear();

        assertThat(summary().statusCode()).isEqualTo(200);
        assertThat(simulator.requests().count("GET", "/1/thermostatSummary")).isEqualTo(1);
    }
}
