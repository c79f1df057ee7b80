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
package io.github.camelecobee.benchmarks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelecobee.authorization.AccessToken;
import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.transport.HttpAnswer;
import io.github.camelecobee.transport.HttpCall;
import io.github.camelecobee.transport.HttpTransport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What every request pays for its access token while that is fresh, and what the clock alone costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class FreshToken {
    private static final String KEY = "BenchmarkApiKey0123456789abcdefg";

    private final Clock clock = Clock.systemUTC();
    private ScheduledExecutorService executor;
    private AuthorizationManager manager;
    private Authorization home;

    /** For JMH. */
    @SuppressWarnings("NullAway.Init") // JMH sets them up.
    public FreshToken() {
    }

    /** Takes an account that was authorized a moment ago. */
    @Setup
    public void authorize() {
        Instant now = clock.instant();
        Grant grant = new Grant("access", "refresh", now, now.plus(Duration.ofDays(1)), "smartWrite", "Bearer");
        MemoryGrantStore store = new MemoryGrantStore();
        store.compareAndSet(AccountKey.of(KEY, "home"), 0, new AuthorizationRecord(1, grant, null, null));
        executor = Executors.newScheduledThreadPool(1);
        manager = new AuthorizationManager(
                AuthorizationSettings.builder(KEY).authorizeUri(URI.create("http://127.0.0.1/authorize"))
                        .tokenUri(URI.create("http://127.0.0.1/token")).build(),
                store, new NoNetwork(), clock, executor);
        home = manager.authorization("home");
        home.accessToken();
    }

    /** Ends it. */
    @TearDown
    public void close() {
        manager.close();
        executor.shutdownNow();
    }

    /**
     * The access token.
     *
     * @return the token
     */
    @Benchmark
    public AccessToken accessToken() {
        return home.accessToken();
    }

    /**
     * The time, without which nobody knows whether a token is fresh.
     *
     * @return milliseconds since 1970
     */
    @Benchmark
    public long clockAlone() {
        return clock.millis();
    }

    /** A fresh token needs none. */
    private static final class NoNetwork implements HttpTransport {
        @Override
        public HttpAnswer send(HttpCall call) {
            throw new IllegalStateException("A fresh token needs no request");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
