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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.faults.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A storm of exchanges. Camel gives each a virtual thread where there are any, and shares a pool among them elsewhere.
 */
class ConcurrentExchangesIT extends EcobeeTestSupport {
    private static final int EXCHANGES = 10_000;
    /** Of the pool, on a JDK without virtual threads. */
    private static final int THREADS = 500;
    /** With more at a time, the storm would be one of waiting for the component's few connections. */
    private static final int CALLS = 50;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    /** Each request would be pages of the HTTP client's DEBUG. */
    @BeforeEach
    void logLittle() {
        root.setLevel(Level.WARN);
    }

    @AfterEach
    void logAsBefore() {
        root.setLevel(before);
    }

    @Override
    EcobeeSimulatorBuilder simulator(EcobeeSimulatorBuilder builder) {
        return builder.rotateRefreshTokens(true);
    }

    @Test
    @Tag("field-9")
    void tenThousandThatMeetAnExpiredTokenShareOneRefresh() throws Exception {
        authorize();
        start(routes());
        Authorization account = component().authorization(ACCOUNT);
        account.accessToken();
        clock.advance(Duration.ofHours(1));
        ecobee.faults().next("POST", "/token", Fault.latency(Duration.ofSeconds(1)));
        ExecutorService threads = camel.getExecutorServiceManager().newFixedThreadPool(this, "exchanges", THREADS);
        ProducerTemplate template = camel.createProducerTemplate();

        List<CompletableFuture<Exchange>> exchanges = Stream
                .generate(() -> CompletableFuture.supplyAsync(() -> template.send("direct:storm", exchange -> {
                }), threads)).limit(EXCHANGES).toList();

        assertThat(exchanges).allSatisfy(exchange -> {
            assertThat(exchange.join().getException()).isNull();
            assertThat(exchange.join().getMessage().getBody(List.class)).hasSize(1);
        });
        assertThat(account.status().refreshes()).isEqualTo(1);
        assertThat(ecobee.requests().all()).noneMatch(request -> Integer.valueOf(14).equals(request.ecobeeCode()));
    }

    private RouteBuilder routes() {
        Semaphore calls = new Semaphore(CALLS);
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:storm")
                        .process(exchange -> component().authorization(ACCOUNT).accessToken())
                        .process(exchange -> calls.acquire())
                        .doTry().to("ecobee:getThermostats?thermostatIds=" + UPSTAIRS)
                        .doFinally().process(exchange -> calls.release());
            }
        };
    }
}
