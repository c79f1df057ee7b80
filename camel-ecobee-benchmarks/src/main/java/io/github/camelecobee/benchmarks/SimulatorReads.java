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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.camelecobee.model.PinResponse;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.account.Accounts;
import io.github.camelecobee.simulator.api.ApiAnswer;
import io.github.camelecobee.simulator.api.ApiRequest;
import io.github.camelecobee.simulator.api.EcobeeApi;
import io.github.camelecobee.simulator.home.Home;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.oauth.AuthorizationServer;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.oauth.OAuthException;
import io.github.camelecobee.simulator.oauth.OAuthSettings;
import io.github.camelecobee.simulator.oauth.PinApproval;
import io.github.camelecobee.simulator.oauth.PinLifeUnit;
import io.github.camelecobee.simulator.oauth.WebApplications;
import io.github.camelecobee.simulator.requests.RequestTrace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How fast the simulator answers the two requests that every client makes all the time, without the network. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SimulatorReads {
    private static final int THERMOSTATS = 1000;
    private static final int CHUNK = 25;
    private static final String KEY = "BenchmarkApiKey0123456789abcdefg";
    private static final String ALL = """
            {"selection":{"selectionType":"registered","selectionMatch":"","includeEquipmentStatus":true}}""";

    private Api fleet;
    private Api full;
    private String everything;

    /** For JMH. */
    @SuppressWarnings("NullAway.Init") // JMH sets them up.
    public SimulatorReads() {
    }

    /** Starts the clouds that are asked. */
    @Setup
    public void start() {
        List<Thermostat> thermostats = FullThermostats.of(CHUNK);
        everything = FullThermostats.request(thermostats.stream().map(Thermostat::getIdentifier).toList());
        fleet = new Api(SampleThermostats.fleet(THERMOSTATS));
        full = new Api(thermostats);
        int size = full.get("/1/thermostat", everything).body().length() / CHUNK;
        if (size < 30_000) {
            throw new IllegalStateException("A full thermostat weighs " + size + " bytes, not 30 KB");
        }
    }

    /**
     * The summary of 1,000 thermostats.
     *
     * @return the answer
     */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public ApiAnswer summaryOfThousand() {
        return fleet.get("/1/thermostatSummary", ALL);
    }

    /**
     * Thermostats of 30 KB, 25 in one answer.
     *
     * @return the answer
     */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(CHUNK)
    public ApiAnswer fullThermostats() {
        return full.get("/1/thermostat", everything);
    }

    /** A cloud of one account behind no server. */
    private static final class Api {
        private final EcobeeApi api;
        private final String token;

        Api(List<Thermostat> thermostats) {
            Clock clock = Clock.systemUTC();
            Account account = Account.smart("home").thermostats(thermostats);
            Accounts accounts = new Accounts(List.of(account));
            Login login = new Login(accounts.first().name(), accounts.first().userName());
            AuthorizationServer authorization = new AuthorizationServer(
                    clock, new OAuthSettings(
                            Set.of(KEY), Duration.ofDays(1), false, Duration.ofMinutes(9), PinLifeUnit.MINUTES, Duration.ZERO,
                            PinApproval.byHand(), "", 0, null, false, new WebApplications(), null),
                    apiKey -> login);
            token = token(authorization);
            api = new EcobeeApi(authorization, accounts, new Home(clock, thermostats, 1), THERMOSTATS);
        }

        private static String token(AuthorizationServer authorization) {
            try {
                PinResponse pin = authorization
                        .authorize(Map.of("response_type", "ecobeePin", "client_id", KEY, "scope", "smartRead"));
                authorization.approve(pin.getEcobeePin());
                return authorization.token(Map.of("grant_type", "ecobeePin", "code", pin.getCode(), "client_id", KEY))
                        .getAccessToken();
            } catch (OAuthException e) {
                throw new IllegalStateException(e);
            }
        }

        ApiAnswer get(String path, String json) {
            ApiAnswer answer = api.answer(new ApiRequest("GET", path, Map.of("json", json), token, ""),
                    new RequestTrace(Instant.EPOCH, "GET", path));
            if (answer.httpStatus() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return answer;
        }
    }
}
