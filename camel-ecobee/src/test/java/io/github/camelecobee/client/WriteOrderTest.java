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
package io.github.camelecobee.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.camelecobee.Authorized;
import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.time.SimulatedClock;
import io.github.camelecobee.transport.CamelHttpTransport;
import io.github.camelecobee.transport.TransportSettings;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.jmock.lib.concurrent.DeterministicScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which changes wait for which. */
@Timeout(60)
class WriteOrderTest {
    private static final ThermostatSelection UPSTAIRS = ThermostatSelection.thermostats("311019854581");
    private static final int THREADS = 50;

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T12:00:00Z"));
    private final Governor governor = new Governor(clock);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private EcobeeSimulator ecobee;
    private CamelHttpTransport transport;

    @BeforeEach
    void start() throws Exception {
        ecobee = EcobeeSimulator.builder().port(0).clock(clock).start();
        context.start();
        transport = new CamelHttpTransport(context, TransportSettings.builder().build());
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        transport.close();
        context.stop();
        ecobee.close();
    }

    @Test
    void changesOfAThermostatFromFiftyThreadsHappenInTheOrderInWhichTheyCame() throws Exception {
        // Two producers of the account, as two components with one governor have them.
        List<EcobeeClient> clients = List.of(client(), client());
        List<String> identifiers = ecobee.thermostats().stream().map(thermostat -> thermostat.identifier()).toList();
        CountDownLatch go = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> clients.get(0).inOrder(ThermostatSelection.registered(), () -> await(go)));
        awaitQueue(1);
        List<Future<?>> changes = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            String text = String.valueOf(number);
            EcobeeClient client = clients.get(number % 2);
            // Each tenth is of all of them.
            ThermostatSelection selection = number % 10 == 9
                    ? ThermostatSelection.registered()
                    : ThermostatSelection.thermostats(identifiers.get(number % identifiers.size()));
            changes.add(threads.submit(() -> client.inOrder(selection, () -> send(client, selection, text))));
            awaitQueue(number + 2);
        }
        go.countDown();

        first.get(30, TimeUnit.SECONDS);
        for (Future<?> change : changes) {
            change.get(30, TimeUnit.SECONDS);
        }
        assertThat(ecobee.requests().count("POST", "/1/thermostat")).isEqualTo(THREADS);
        for (int index = 0; index < identifiers.size(); index++) {
            int own = index;
            List<String> expected = IntStream.range(0, THREADS)
                    .filter(number -> number % 10 == 9 || number % identifiers.size() == own).mapToObj(String::valueOf)
                    .toList();
            assertThat(ecobee.thermostat(identifiers.get(index)).snapshot().getAlerts()).extracting(Alert::getText)
                    .filteredOn(expected::contains).containsExactlyElementsOf(expected);
        }
        assertThat(governor.order("home").size()).isZero();
        assertThat(governor.status().open()).isZero();
        assertThat(governor.status().waiting()).isZero();
    }

    @Test
    void changesOfDifferentThermostatsAreMadeSideBySide() throws Exception {
        EcobeeClient client = client();
        CountDownLatch both = new CountDownLatch(2);

        List<Future<Boolean>> changes = List.of(UPSTAIRS, ThermostatSelection.thermostats("1")).stream()
                .map(selection -> threads.submit(() -> client.inOrder(selection, () -> {
                    both.countDown();
                    return await(both);
                }))).toList();

        for (Future<Boolean> change : changes) {
            assertThat(change.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aChangeWithinAChangeOfTheSameThermostatsIsPartOfIt() throws Exception {
        EcobeeClient client = client();
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch within = new CountDownLatch(1);
        Future<String> outer = threads.submit(() -> client.inOrder(UPSTAIRS, () -> {
            within.countDown();
            await(go);
            return client.inOrder(UPSTAIRS, () -> "inner");
        }));
        await(within);
        Future<String> next = threads.submit(() -> client.inOrder(UPSTAIRS, () -> "next"));
        awaitQueue(2);
        go.countDown();

        assertThat(outer.get(30, TimeUnit.SECONDS)).isEqualTo("inner");
        assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo("next");
    }

    @Test
    void whoFailsOrIsInterruptedHoldsUpNobody() throws Exception {
        EcobeeClient client = client();
        CountDownLatch go = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> client.inOrder(UPSTAIRS, () -> {
            await(go);
            throw new IllegalStateException("failed");
        }));
        awaitQueue(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        AtomicInteger done = new AtomicInteger();
        Future<?> interrupted = threads.submit(() -> {
            thread.set(Thread.currentThread());
            client.inOrder(ThermostatSelection.registered(), done::incrementAndGet);
        });
        awaitQueue(2);
        Future<?> last = threads.submit(() -> client.inOrder(UPSTAIRS, done::incrementAndGet));
        awaitQueue(3);

        Objects.requireNonNull(thread.get()).interrupt();
        assertThatThrownBy(() -> interrupted.get(30, TimeUnit.SECONDS)).cause().isInstanceOfSatisfying(
                EcobeeNotSentException.class, notSent -> {
                    assertThat(notSent.request()).isEqualTo("A change of registered thermostats");
                    assertThat(notSent).hasMessageContaining("interrupted");
                });
        go.countDown();
        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasRootCauseMessage("failed");
        last.get(30, TimeUnit.SECONDS);
        assertThat(done).hasValue(1);
        assertThat(governor.order("home").size()).isZero();
    }

    @Test
    void whoWaitedTooLongGivesUpAndLeavesTheQueue() throws Exception {
        WriteOrder order = new WriteOrder(Duration.ofMillis(20));
        CountDownLatch go = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> order.run(UPSTAIRS, () -> await(go)));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> order.size() == 1);

        assertThatThrownBy(() -> order.run(UPSTAIRS, () -> "never")).isInstanceOf(TimeoutException.class);
        assertThat(order.size()).isEqualTo(1);
        go.countDown();
        first.get(30, TimeUnit.SECONDS);
    }

    private void awaitQueue(int size) {
        Awaitility.await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(20))
                .until(() -> governor.order("home").size() == size);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean send(EcobeeClient client, ThermostatSelection selection, String text) {
        client.writes().update(selection, ThermostatUpdate.of(List.of(EcobeeJson.convert(
                Map.of("type", "sendMessage", "params", Map.of("text", text)), Function.class))));
        return true;
    }

    private EcobeeClient client() throws Exception {
        MemoryGrantStore store = new MemoryGrantStore();
        store.compareAndSet(AccountKey.of(EcobeeSimulator.DEFAULT_API_KEY, "home"), 0, Authorized.by(ecobee));
        AuthorizationManager manager = new AuthorizationManager(
                AuthorizationSettings.builder(EcobeeSimulator.DEFAULT_API_KEY)
                        .tokenUri(ecobee.baseUri().resolve("/token")).build(),
                store, transport, clock, new DeterministicScheduler());
        return new EcobeeClient(ecobee.baseUri(), transport, manager.authorization("home"), "home", governor, clock);
    }
}
