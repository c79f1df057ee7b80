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
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.github.camelecobee.client.EcobeeFunctionException;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of requests when access tokens end, ecobee-api.md 2.7: HTTP 500 with code 14. */
class TokenExpiryTest extends EcobeeTestSupport {
    private static final String READ = "ecobee:getThermostats?include=runtime";
    private static final String HOLD = "ecobee:setHold?holdClimateRef=away&thermostatIds=" + UPSTAIRS;

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.accessTokenSize(16 * 1024);
    }

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        authorize();
        camel.start();
    }

    @Test
    @Tag("field-5")
    void aWriteInTheSecondAfterExpirySucceedsWithoutCode14() {
        clock.advance(Duration.ofSeconds(3600));

        camel.createProducerTemplate().sendBody(HOLD, "");

        assertThat(ecobee.requests().all()).noneMatch(request -> Integer.valueOf(14).equals(request.ecobeeCode()));
        assertThat(ecobee.requests().countGrants("refresh_token")).isEqualTo(1);
        assertThat(runningHold()).isEqualTo("away");
    }

    @Test
    @Tag("field-5")
    void underARightClockNoRequestCarriesAnExpiredTokenInADay() {
        for (int minute = 0; minute < 24 * 60; minute += 10) {
            clock.advance(Duration.ofMinutes(10));
            read();
        }

        assertThat(ecobee.requests().all()).noneMatch(request -> Integer.valueOf(14).equals(request.ecobeeCode()));
        assertThat(ecobee.requests().count("GET", "/1/thermostat")).isEqualTo(144);
    }

    @Test
    @Tag("field-6")
    void code14ForcesARefreshWhateverTheLocalExpirySays() {
        ecobee.expireAccessTokens();

        assertThat(read()).isNotEmpty();
        assertThat(ecobee.requests().countGrants("refresh_token")).isEqualTo(1);
    }

    @Test
    @Tag("field-7")
    void aTokenThatDiesEarlyCostsOneRefreshAndOneRepetition() {
        read();
        ecobee.requests().clear();
        ecobee.expireAccessTokens();

        read();

        assertThat(ecobee.requests().matching(request -> request.is("GET", "/1/thermostat")))
                .extracting(request -> request.ecobeeCode()).containsExactly(14, 0);
        assertThat(ecobee.requests().countGrants("refresh_token")).isEqualTo(1);
    }

    @Test
    @Tag("field-8")
    void aWriteThatMetAnExpiredTokenIsSentAgainAndAppliedOnce() {
        ecobee.expireAccessTokens();

        camel.createProducerTemplate().sendBody(HOLD, "");

        assertThat(ecobee.requests().matching(request -> request.is("POST", "/1/thermostat")))
                .extracting(request -> request.ecobeeCode()).containsExactly(14, 0);
        assertThat(runningHold()).isEqualTo("away");
    }

    @Test
    @Tag("field-8")
    void theExchangeGetsTheStatusOfTheRepetition() {
        ecobee.expireAccessTokens();
        ecobee.faults().next("POST", "/token", Fault.latency(Duration.ofMillis(1)));

        assertThatThrownBy(() -> camel.createProducerTemplate().sendBody(
                "ecobee:setHold?holdClimateRef=nowhere&thermostatIds=" + UPSTAIRS, ""))
                .isInstanceOf(CamelExecutionException.class).cause().isInstanceOf(EcobeeFunctionException.class)
                .hasMessageContaining("code 11");
        assertThat(ecobee.requests().matching(request -> request.is("POST", "/1/thermostat")))
                .extracting(request -> request.ecobeeCode()).containsExactly(14, 11);
    }

    @Test
    @Tag("field-9")
    void fiftyThreadsThatMeetCode14TogetherShareOneRefresh() throws Exception {
        read();
        ecobee.requests().clear();
        ecobee.expireAccessTokens();
        int threads = 50;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> reads = IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> {
                together.await();
                return read().isEmpty();
            })).toList();
            for (Future<Boolean> empty : reads) {
                assertThat(empty.get()).isFalse();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(ecobee.requests().countGrants("refresh_token")).isEqualTo(1);
    }

    @Test
    @Tag("field-19")
    void accessTokensOfSixteenKilobytesTravel() {
        assertThat(read()).isNotEmpty();
        ecobee.expireAccessTokens();
        assertThat(read()).isNotEmpty();
    }

    private List<?> read() {
        return camel.createProducerTemplate().requestBody(READ, (Object) "", List.class);
    }

    private String runningHold() {
        Thermostat thermostat = ecobee.thermostat(UPSTAIRS).snapshot();
        return thermostat.getEvents().stream().filter(Event::getRunning).map(Event::getHoldClimateRef).findFirst()
                .orElse("none");
    }
}
