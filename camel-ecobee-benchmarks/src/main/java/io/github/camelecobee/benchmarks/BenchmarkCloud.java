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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.EcobeeSimulatorBuilder;
import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.time.SimulatedClock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The other side of what is measured, in a process of its own, so that its work is not counted. Its time stands still,
 * so that nothing changes but what it is told: a line {@code 50} on its input changes the temperature of the next 50
 * thermostats, and is answered with {@code done}.
 */
@Command(name = "benchmark-cloud", description = "A simulator for the benchmarks, told what to do on its standard input.")
public final class BenchmarkCloud implements Callable<Integer> {
    /** Larger pages than ecobee's, so that a client that does not know pages gets everything, too. */
    private static final int PAGE = 10_000;
    private static final int LOWEST = 600;
    private static final int RANGE = 200;

    @Option(names = "--thermostats", paramLabel = "N", description = "Number of thermostats of each account.")
    private int thermostats = 1000;

    @Option(names = "--accounts", paramLabel = "N", description = "Number of accounts.")
    private int accounts = 1;

    @Option(names = "--full", description = "Thermostats of 30 KB.")
    private boolean full;

    /** For picocli. */
    public BenchmarkCloud() {
    }

    /**
     * Serves until its input ends.
     *
     * @param args {@code --thermostats N --accounts N --full}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchmarkCloud()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        EcobeeSimulatorBuilder builder = EcobeeSimulator.builder()
                .clock(SimulatedClock.manual(Instant.now())).accessTokenLife(Duration.ofDays(1)).pageSize(PAGE);
        List<Thermostat> all = full
                ? FullThermostats.of(thermostats * accounts) : SampleThermostats.fleet(thermostats * accounts);
        for (int i = 0; i < accounts; i++) {
            builder.account(Account.smart("account" + i).login("user" + i, "password" + i)
                    .thermostats(all.subList(i * thermostats, (i + 1) * thermostats)));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (EcobeeSimulator simulator = builder.start();
             BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.println(simulator.baseUri());
            for (int i = 0; i < accounts; i++) {
                out.println(HttpClientOfOne.token(simulator, "account" + i));
            }
            List<SimulatedThermostat> living = simulator.thermostats();
            int next = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                for (int left = Integer.parseInt(line); left > 0; left--) {
                    change(living.get(next++ % living.size()), next);
                }
                out.println("done");
            }
        }
        return 0;
    }

    private static void change(SimulatedThermostat thermostat, int number) {
        thermostat.setProperty("runtime.actualTemperature", LOWEST + number % RANGE);
    }
}
