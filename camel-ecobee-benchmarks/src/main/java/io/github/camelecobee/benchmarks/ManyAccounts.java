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

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import com.github.freva.asciitable.AsciiTable;
import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.Grant;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.authorization.MemoryGrantStore;
import io.github.camelecobee.simulator.EcobeeSimulator;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What one route costs that polls many accounts, each with a thermostat; the simulator is in another process. */
@Command(name = "many-accounts", description = "Measures a route that polls many accounts.")
public final class ManyAccounts implements Callable<Integer> {
    private static final Duration CYCLE = Duration.ofMinutes(3);
    private static final double PERCENT = 100;
    private static final double MEGABYTE = 1024 * 1024.0;

    @Option(names = "--accounts", paramLabel = "N", description = "Number of accounts. Default: ${DEFAULT-VALUE}.")
    private int accounts = 10_000;

    @Option(names = "--polls", paramLabel = "N", description = "Polls to measure. Default: ${DEFAULT-VALUE}.")
    private int polls = 5;

    @Spec
    private @Nullable CommandSpec spec;

    private final List<String[]> rows = new ArrayList<>();

    /** For picocli. */
    public ManyAccounts() {
    }

    /**
     * Measures.
     *
     * @param args {@code --accounts N --polls N}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ManyAccounts()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (CloudProcess cloud = new CloudProcess(accounts, 1, false);
             DefaultCamelContext camel = new DefaultCamelContext()) {
            long heapBefore = heap();
            int threadsBefore = threads();
            PollByHand scheduler = new PollByHand();
            AtomicLong delivered = new AtomicLong();
            camel.getRegistry().bind("byHand", scheduler);
            EcobeeComponent ecobee = camel.getComponent("ecobee", EcobeeComponent.class);
            ecobee.setBaseUrl(cloud.baseUri().toString());
            ecobee.setApiKey(EcobeeSimulator.DEFAULT_API_KEY);
            ecobee.setGrantStore(grants(cloud.tokens(), "smartRead"));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("ecobee:thermostats?account=*&allowFastPolling=true&scheduler=#byHand")
                            .process(exchange -> delivered.incrementAndGet());
                }
            });
            camel.start();
            Effort first = Effort.of(1, () -> {
            }, scheduler::poll);
            if (delivered.get() != accounts) {
                throw new IllegalStateException("delivered " + delivered + " of " + accounts);
            }
            Effort.of(1, () -> cloud.change(accounts), scheduler::poll);
            row("first poll: a summary and a thermostat each", first);
            row("poll when nothing changed: a summary each", Effort.of(polls, () -> {
            }, scheduler::poll));
            row("poll when everything changed", Effort.of(polls, () -> cloud.change(accounts), scheduler::poll));
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            out.printf(Locale.ROOT, "%d accounts with a thermostat each: %.0f MB of heap, %d threads more than before%n",
                    accounts, (heap() - heapBefore) / MEGABYTE, threads() - threadsBefore);
            out.println(AsciiTable.getTable(
                    new String[] { "", "CPU", "share of one processor, each three minutes", "time" },
                    rows.toArray(new String[0][])));
            out.flush();
        }
        return 0;
    }

    /** Grants of {@code account0} and so on with a scope, good for a day. */
    static GrantStore grants(List<String> tokens, String scope) {
        GrantStore store = new MemoryGrantStore();
        Instant now = Instant.now();
        for (int i = 0; i < tokens.size(); i++) {
            store.compareAndSet(
                    AccountKey.of(EcobeeSimulator.DEFAULT_API_KEY, "account" + i), 0,
                    new AuthorizationRecord(
                            1, new Grant(tokens.get(i), "unused", now, now.plus(Duration.ofDays(1)), scope, "Bearer"),
                            null, null));
        }
        return store;
    }

    private void row(String what, Effort effort) {
        rows.add(new String[] {
                what, String.format(Locale.ROOT, "%.0f ms", effort.cpuMillis()),
                String.format(Locale.ROOT, "%.2f %%", PERCENT * effort.cpuNanos() / CYCLE.toNanos()),
                String.format(Locale.ROOT, "%.0f ms", effort.wallMillis()) });
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** What lives after garbage has been collected. */
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
