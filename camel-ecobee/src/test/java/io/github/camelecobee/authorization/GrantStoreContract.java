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
package io.github.camelecobee.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What every grant store keeps to, whatever it writes to. */
abstract class GrantStoreContract {
    static final AccountKey HOME = AccountKey.of("a key", "home");
    static final AccountKey CABIN = AccountKey.of("a key", "cabin");
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** The store: the same place for each call of a test, and an instance of its own where a place can have several. */
    abstract GrantStore store();

    static AuthorizationRecord record(long version, String token) {
        return new AuthorizationRecord(
                version, new Grant(token, "R" + token, NOW, NOW.plusSeconds(3599), "smartWrite", "Bearer"),
                new PinPrompt("ABCD-EFGH", "C" + token, NOW, Duration.ofSeconds(30), "portal"),
                new Refusal("invalid_grant", "text", NOW));
    }

    static AuthorizationRecord nothingAt(long version) {
        return new AuthorizationRecord(version, null, null, null);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void anEmptyStoreHoldsNothing() {
        assertThat(store().load(HOME)).isEmpty();
        assertThat(store().keys()).isEmpty();
        store().remove(HOME);
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLastPart() {
        assertThat(store().compareAndSet(HOME, 0, record(1, "A1"))).isTrue();
        assertThat(store().compareAndSet(CABIN, 0, nothingAt(1))).isTrue();

        assertThat(store().load(HOME)).contains(record(1, "A1"));
        assertThat(store().load(CABIN)).contains(nothingAt(1));
    }

    @Test
    void aGrantThatCannotBeRenewedHasNoRefreshToken() {
        AuthorizationRecord utility = new AuthorizationRecord(
                1, new Grant("A1", null, NOW, NOW.plusSeconds(60), "ems", "Bearer"), null, null);
        store().compareAndSet(HOME, 0, utility);

        assertThat(store().load(HOME)).contains(utility);
    }

    @Test
    @Tag("field-19")
    void tokensOf16KilobytesSurvive() {
        String token = "aZ09-_.".repeat(2400);

        store().compareAndSet(HOME, 0, record(1, token));
        store().compareAndSet(HOME, 1, record(2, token + "."));

        assertThat(store().load(HOME)).contains(record(2, token + "."));
    }

    @Test
    void whoComesSecondIsTold() {
        store().compareAndSet(HOME, 0, record(1, "A1"));

        assertThat(store().compareAndSet(HOME, 0, record(1, "A2"))).isFalse();
        assertThat(store().compareAndSet(HOME, 2, record(3, "A2"))).isFalse();
        assertThat(store().load(HOME)).contains(record(1, "A1"));
        assertThat(store().compareAndSet(HOME, 1, record(2, "A2"))).isTrue();
        assertThat(store().load(HOME)).contains(record(2, "A2"));
    }

    @Test
    void nothingStoredIsNoVersionButZero() {
        assertThat(store().compareAndSet(HOME, 1, record(2, "A2"))).isFalse();
        assertThat(store().load(HOME)).isEmpty();
    }

    @Test
    void aForgottenAccountIsGoneAndTheOthersStay() {
        store().compareAndSet(HOME, 0, record(1, "A1"));
        store().compareAndSet(CABIN, 0, record(1, "A9"));
        assertThat(store().keys()).containsExactlyInAnyOrder(HOME, CABIN);

        store().remove(HOME);

        assertThat(store().load(HOME)).isEmpty();
        assertThat(store().keys()).containsExactly(CABIN);
        assertThat(store().compareAndSet(HOME, 0, record(1, "A2"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "cabin / \"north\"", "../../etc/passwd", "Größe 🏠 家", "a\nb\u0000c", "Home", "HOME ", " HOME", "%s ' OR 1=1; --",
            "\\",
            "{\"account\":\"home\"}" })
    void aNameOfAnAccountMayHoldAnything(String name) {
        AccountKey odd = AccountKey.of("a key", name);
        store().compareAndSet(HOME, 0, record(1, "A1"));

        assertThat(store().load(odd)).isEmpty();
        assertThat(store().compareAndSet(odd, 0, record(1, "A9"))).isTrue();
        assertThat(store().exclusively(odd, () -> store().load(odd))).contains(record(1, "A9"));
        assertThat(store().load(HOME)).contains(record(1, "A1"));
        assertThat(store().keys()).containsExactlyInAnyOrder(HOME, odd);
        store().remove(odd);
        assertThat(store().keys()).containsExactly(HOME);
    }

    @Test
    void aNameOfAnAccountMayBeLong() {
        AccountKey odd = AccountKey.of("a key", "x".repeat(5000));

        store().compareAndSet(odd, 0, record(1, "A1"));

        assertThat(store().load(odd)).contains(record(1, "A1"));
    }

    @Test
    @Tag("field-15")
    void anotherApplicationNeverUsesTheTokensOfThisOne() {
        AccountKey other = AccountKey.of("another key", "home");
        store().compareAndSet(HOME, 0, record(1, "A1"));

        assertThat(store().load(other)).isEmpty();
        assertThat(store().compareAndSet(other, 0, record(1, "A9"))).isTrue();
        assertThat(store().load(HOME)).contains(record(1, "A1"));
        assertThat(store().load(other)).contains(record(1, "A9"));
    }

    @Test
    void ofManyWhoWriteOneWinsEachVersion() throws Exception {
        int writers = 8;
        for (long version = 0; version < 5; version++) {
            long expected = version;
            CyclicBarrier start = new CyclicBarrier(writers);
            AtomicInteger winners = new AtomicInteger();
            AtomicReference<AuthorizationRecord> won = new AtomicReference<>();
            all(writers, i -> {
                AuthorizationRecord next = record(expected + 1, "A" + expected + "-" + i);
                GrantStore store = store();
                start.await(30, TimeUnit.SECONDS);
                if (store.compareAndSet(HOME, expected, next)) {
                    winners.incrementAndGet();
                    won.set(next);
                }
                return true;
            });
            assertThat(winners).hasValue(1);
            assertThat(store().load(HOME)).contains(won.get());
        }
    }

    @Test
    void neverTwoWorkExclusivelyForOneAccount() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        all(16, i -> store().exclusively(HOME, () -> {
            GrantStore store = store();
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            long version = store.load(HOME).map(AuthorizationRecord::version).orElse(0L);
            boolean done = store.compareAndSet(HOME, version, record(version + 1, "A" + version));
            inside.decrementAndGet();
            assertThat(done).isTrue();
            return done;
        }));

        assertThat(store().load(HOME).orElseThrow().version()).isEqualTo(16);
        assertThat(most).hasValue(1);
    }

    @Test
    void whatIsWrittenUnderTheLockIsDurableBeforeTheLockIsGone() {
        GrantStore one = store();

        one.exclusively(HOME, () -> {
            one.compareAndSet(HOME, 0, record(1, "A1"));
            assertThat(inAnotherThread(() -> store().load(HOME))).contains(record(1, "A1"));
            return true;
        });
    }

    @Test
    void aLockNestsAndAccountsDoNotWaitForEachOther() {
        GrantStore one = store();

        String result = one.exclusively(HOME, () -> one.exclusively(HOME, () -> inAnotherThread(
                () -> one.exclusively(CABIN, () -> {
                    one.compareAndSet(CABIN, 0, record(1, "A9"));
                    return "nested";
                }))));

        assertThat(result).isEqualTo("nested");
    }

    @Test
    void oneThreadMayHoldTheLocksOfTwoAccounts() {
        GrantStore one = store();

        one.exclusively(HOME, () -> one.exclusively(CABIN, () -> one.compareAndSet(HOME, 0, record(1, "A1"))));

        assertThat(store().load(HOME)).contains(record(1, "A1"));
    }

    @Test
    void theInnerEndOfANestedLockDoesNotLetOthersIn() throws Exception {
        GrantStore one = store();

        Future<String> other = one.exclusively(HOME, () -> {
            one.exclusively(HOME, () -> "inner");
            CountDownLatch asks = new CountDownLatch(1);
            Future<String> asking = threads.submit(() -> {
                asks.countDown();
                return store().exclusively(HOME, () -> "other");
            });
            awaitLatch(asks);
            assertThatThrownBy(() -> asking.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return asking;
        });

        assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo("other");
    }

    @Test
    void workThatFailsGivesTheLockBack() {
        GrantStore one = store();
        IllegalStateException failure = new IllegalStateException("on purpose");

        assertThatThrownBy(() -> one.exclusively(HOME, () -> {
            one.compareAndSet(HOME, 0, record(1, "A1"));
            throw failure;
        })).isSameAs(failure);

        assertThat(inAnotherThread(() -> store().exclusively(HOME, () -> store().load(HOME)))).contains(record(1, "A1"));
    }

    @Test
    void whoIsInterruptedWhileHeWaitsGivesUpAndTheWorkIsNotDone() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> holder = threads.submit(() -> store().exclusively(HOME, () -> {
            held.countDown();
            awaitLatch(release);
            return "held";
        }));
        awaitLatch(held);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        GrantStore mine = store();
        Thread waiter = new Thread(() -> {
            try {
                mine.exclusively(HOME, () -> {
                    throw new AssertionError("The work was done");
                });
            } catch (GrantStoreException | AssertionError e) {
                failure.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        waiter.start();
        await().atMost(PATIENCE).until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

        waiter.interrupt();

        waiter.join(PATIENCE.toMillis());
        assertThat(failure.get()).isInstanceOf(GrantStoreException.class).hasMessageContaining("nterrupted");
        assertThat(flag.get()).isTrue();
        release.countDown();
        assertThat(holder.get(30, TimeUnit.SECONDS)).isEqualTo("held");
        assertThat(mine.exclusively(HOME, () -> "mine")).isEqualTo("mine");
    }

    /** Either is right, a store that fails or one that does not mind; but a store must not be broken by it. */
    @Test
    void anInterruptedThreadBreaksNoStore() throws Exception {
        GrantStore mine = store();
        mine.compareAndSet(HOME, 0, record(1, "A1"));

        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            try {
                mine.load(HOME);
                mine.compareAndSet(HOME, 1, record(2, "A2"));
            } catch (GrantStoreException e) {
                // as good
            }
            return Thread.interrupted();
        });

        assertThat(interrupted.get(30, TimeUnit.SECONDS)).as("the thread is still interrupted").isTrue();
        AuthorizationRecord stored = mine.load(HOME).orElseThrow();
        assertThat(stored).isIn(record(1, "A1"), record(2, "A2"));
        assertThat(mine.compareAndSet(HOME, stored.version(), record(stored.version() + 1, "A3"))).isTrue();
        assertThat(mine.exclusively(HOME, () -> "still there")).isEqualTo("still there");
    }

    /** Somebody else holds the lock until he is made to let go. */
    void waitsFor(LettingGo lettingGo) throws Exception {
        GrantStore mine = store();
        Future<String> ours = threads.submit(() -> mine.exclusively(HOME, () -> "ours"));
        assertThatThrownBy(() -> ours.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        lettingGo.run();

        assertThat(ours.get(60, TimeUnit.SECONDS)).isEqualTo("ours");
    }

    void all(int count, IndexedWork work) throws Exception {
        List<Future<Object>> futures
                = IntStream.range(0, count).mapToObj(i -> threads.<Object> submit(() -> work.run(i))).toList();
        for (Future<Object> future : futures) {
            future.get(60, TimeUnit.SECONDS);
        }
    }

    <T> T inAnotherThread(Callable<T> work) {
        try {
            return threads.submit(work).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    interface LettingGo {
        void run() throws Exception;
    }

    interface IndexedWork {
        Object run(int index) throws Exception;
    }
}
