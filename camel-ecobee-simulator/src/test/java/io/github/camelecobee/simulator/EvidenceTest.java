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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.Temperature;
import io.github.camelecobee.simulator.evidence.KeyUsage;
import io.github.camelecobee.simulator.evidence.UsageRule;
import io.github.camelecobee.simulator.evidence.Violation;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.FaultRule;
import io.github.camelecobee.simulator.requests.LoggedRequest;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceTest {
    private static final String FIRST = "311019854581";
    private static final String SUMMARY = "/1/thermostatSummary";
    private static final Duration POLL = Duration.ofMinutes(3);

    private final EcobeeSimulator simulator = EcobeeSimulator.builder()
            .clock(SimulatedClock.manual(Instant.parse("2026-01-14T16:00:00Z"))).start();
    private final SimulatorClient client = new SimulatorClient(simulator);

    EvidenceTest() {
        client.authorize();
        simulator.requests().clear();
        simulator.usage().clear();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private LoggedRequest last() {
        List<LoggedRequest> all = simulator.requests().all();
        return all.get(all.size() - 1);
    }

    private List<UsageRule> broken() {
        return simulator.usage().violations().stream().map(Violation::rule).toList();
    }

    @Test
    void logSaysWhatAWriteChanged() {
        client.call(FIRST, "{\"type\":\"setHold\",\"params\":{\"heatHoldTemp\":640,\"coolHoldTemp\":790}}");

        assertThat(last().changes()).contains(FIRST + " events: 0 entries -> 1 entries")
                .anyMatch(change -> change.startsWith(FIRST + " runtime.desiredCool: "));
        assertThat(last().toString()).contains("POST /1/thermostat by key-", "selectionMatch", FIRST, "[setHold]",
                "-> HTTP 200, code 0", "changed [");
    }

    @Test
    void readsChangeNothing() {
        client.summary();

        assertThat(last().changes()).isEmpty();
        assertThat(last().warnings()).isEmpty();
    }

    @Test
    void logNamesTheFaultThatARequestMet() {
        simulator.faults().next("*", "*", Fault.httpStatus(429));
        client.ask(SUMMARY, SimulatorClient.ALL.formatted(""));

        assertThat(last().fault()).isEqualTo("HTTP 429");
        assertThat(last().toString()).endsWith("-> HTTP 429; fault: HTTP 429");
    }

    @Test
    void misspeltPropertiesAreWarnings() {
        client.ask(SUMMARY, SimulatorClient.ALL.formatted(",\"includeEquipmentstatus\":true"));
        assertThat(last().warnings())
                .containsExactly("The contract does not know the property selection.includeEquipmentstatus");

        client.call(FIRST, "{\"type\":\"setHold\",\"params\":{\"heatHoldTmp\":640,\"coolHoldTemp\":790}}");
        assertThat(last().warnings())
                .containsExactly("The contract does not know the property functions[0].params.heatHoldTmp");
    }

    @Test
    void valuesOfAnotherTypeAreWarningsAndWork() {
        HttpResponse<String> answer = client.call(FIRST,
                "{\"type\":\"setHold\",\"params\":{\"heatHoldTemp\":\"640\",\"coolHoldTemp\":790,\"fan\":\"auto\"}}");

        assertThat(SimulatorClient.status(answer).getCode()).isZero();
        assertThat(last().warnings())
                .containsExactly("functions[0].params.heatHoldTemp is a string, the contract says integer");
        assertThat(client.get("/control/requests", Map.of()).body()).contains("heatHoldTemp is a string");
        assertThat(client.get("/portal/state", Map.of()).body()).contains("heatHoldTemp is a string");
    }

    @Test
    void sortOfDeviationIsLoggedOnceForEachApplication() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelecobee.simulator.web");
        logger.addAppender(log);
        log.start();
        try {
            for (String mode : List.of("warm", "warmer", "warm")) {
                client.write("/1/thermostat", "{\"selection\":" + SimulatorClient.one(FIRST, "")
                                              + ",\"thermostat\":{\"settings\":{\"hvacMode\":\"" + mode
                                              + "\",\"humidity\":40}}}");
            }
            client.useToken("stranger");
            client.write("/1/thermostat", "{\"thermostat\":{\"settings\":{\"hvacMode\":\"warm\"}}}");
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).filteredOn(event -> event.getLevel() == Level.WARN).extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("POST /1/thermostat of key-")
                                .contains("thermostat.settings.humidity is a number, the contract says string"),
                        second -> assertThat(second).contains("hvacMode is warm, the contract says one of auto, "),
                        other -> assertThat(other).startsWith("POST /1/thermostat of an unknown application"));
    }

    @Test
    void clientThatFollowsTheRulesIsSeenToDoSo() {
        for (int poll = 0; poll < 5; poll++) {
            client.summary();
            simulator.thermostat(FIRST).setTemperature(Temperature.ofFahrenheit(70 + poll));
            client.thermostat(FIRST);
            simulator.clock().advance(POLL);
        }

        assertThat(simulator.usage().violations()).isEmpty();
        assertThat(simulator.usage().byKey()).singleElement().satisfies(key -> {
            assertThat(key.apiKeyId()).startsWith("key-");
            assertThat(key.calls()).isEqualTo(10);
            assertThat(key.callsIn30Days()).isEqualTo(10);
            assertThat(key.open()).isZero();
            assertThat(key.peakOpen()).isEqualTo(1);
            assertThat(key.shortestInterval()).isEqualTo(Map.of("GET " + SUMMARY, POLL, "GET /1/thermostat", POLL));
        });
    }

    @Test
    void summaryPolledTooOftenIsSeen() {
        client.summary();
        simulator.clock().advance(Duration.ofSeconds(60));
        client.summary();

        assertThat(simulator.usage().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(UsageRule.SUMMARY_TOO_OFTEN);
            assertThat(violation.toString()).contains("60 s after the last one", "no faster than every 3 minutes");
        });
    }

    @Test
    void repeatingAFailedRequestIsNoPoll() {
        simulator.faults().next("*", "*", Fault.httpStatus(503));
        client.ask(SUMMARY, SimulatorClient.ALL.formatted(""));
        client.ask(SUMMARY, SimulatorClient.ALL.formatted(""));

        assertThat(broken()).isEmpty();
    }

    @Test
    void thermostatFetchedTooOftenOrUnchangedIsSeen() {
        client.thermostat(FIRST);
        client.thermostat(FIRST);
        assertThat(broken()).containsExactly(UsageRule.THERMOSTAT_TOO_OFTEN);

        simulator.usage().clear();
        simulator.thermostat(FIRST).setConnected(false);
        client.thermostat(FIRST);
        simulator.clock().advance(POLL);
        client.thermostat(FIRST);
        assertThat(broken()).containsExactly(UsageRule.THERMOSTAT_UNCHANGED);
    }

    @Test
    void readingBackAWriteIsAllowed() {
        client.thermostat(FIRST);
        client.call(FIRST, "{\"type\":\"resumeProgram\"}");
        client.thermostat(FIRST);

        assertThat(broken()).isEmpty();
    }

    @Test
    void pollingForATokenTooFastIsSeen() {
        PinResponse pin = client.requestPin();
        client.poll(pin.getCode());
        client.poll(pin.getCode());

        assertThat(broken()).containsExactly(UsageRule.TOKEN_POLL_TOO_FAST);
    }

    @Test
    void tooManyOpenRequestsAreSeen() {
        simulator.faults().when(FaultRule.anyRequest().times(4)).then(Fault.latency(Duration.ofSeconds(2)));

        CompletableFuture.allOf(IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.runAsync(() -> client.thermostat("31101985458" + (number + 1)),
                        command -> new Thread(command).start()))
                .toArray(CompletableFuture[]::new)).join();

        assertThat(broken()).containsExactly(UsageRule.TOO_MANY_OPEN);
        KeyUsage key = simulator.usage().byKey().get(0);
        assertThat(key.peakOpen()).isEqualTo(4);
        assertThat(key.open()).isZero();
    }
}
