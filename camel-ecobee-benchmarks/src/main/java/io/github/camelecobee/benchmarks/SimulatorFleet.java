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
import java.util.Objects;
import java.util.concurrent.Callable;

import com.github.freva.asciitable.AsciiTable;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.ThermostatSummaryResponse;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.home.SampleThermostats;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a simulator with many thermostats takes to start, and what it weighs once all of them have been read. */
@Command(name = "simulator-fleet", description = "Measures a simulator with many thermostats in this process.")
public final class SimulatorFleet implements Callable<Integer> {
    private static final String ALL = """
            {"selection":{"selectionType":"registered","selectionMatch":"","includeEquipmentStatus":true}}""";
    private static final int CHUNK = 25;
    private static final int MEGABYTE = 1024 * 1024;

    @Option(names = "--thermostats", paramLabel = "N", description = "Number of thermostats. Default: ${DEFAULT-VALUE}.")
    private int thermostats = 1000;

    @Spec
    private @Nullable CommandSpec spec;

    private final List<String[]> rows = new ArrayList<>();

    /** For picocli. */
    public SimulatorFleet() {
    }

    /**
     * Measures.
     *
     * @param args {@code --thermostats N}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new SimulatorFleet()).execute(args));
    }

    @Override
    public Integer call() {
        long before = heap();
        long started = System.nanoTime();
        SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-15T12:00:00Z"));
        try (EcobeeSimulator simulator = EcobeeSimulator.builder().clock(clock)
                .thermostats(SampleThermostats.fleet(thermostats)).start()) {
            HttpClientOfOne client = new HttpClientOfOne(simulator);
            row("start, with the first access token given out", since(started));
            row("heap before anybody has asked for a thermostat", megabytes(heap() - before));
            long asked = System.nanoTime();
            List<String> identifiers = identifiers(client);
            row("first summary of all: every thermostat begins to live", since(asked));
            // Two status messages and an interval message of each.
            clock.advance(Duration.ofMinutes(30));
            asked = System.nanoTime();
            identifiers(client);
            row("summary of all after half an hour of simulated time", since(asked));
            asked = System.nanoTime();
            identifiers(client);
            row("summary of all again", since(asked));
            asked = System.nanoTime();
            long bytes = 0;
            for (int i = 0; i < identifiers.size(); i += CHUNK) {
                bytes += client.ask("/1/thermostat", FullThermostats
                        .request(identifiers.subList(i, Math.min(i + CHUNK, identifiers.size())))).length();
            }
            row("everything about all, " + CHUNK + " in a request (" + bytes / MEGABYTE + " MB)", since(asked));
            row("heap after all that", megabytes(heap() - before));
            row("of these, for each thermostat", (heap() - before) / thermostats + " bytes");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(AsciiTable.getTable(new String[] { thermostats + " thermostats", "" }, rows.toArray(new String[0][])));
        out.flush();
        return 0;
    }

    private static List<String> identifiers(HttpClientOfOne client) {
        return EcobeeJson.read(client.ask("/1/thermostatSummary", ALL), ThermostatSummaryResponse.class).getRevisionList()
                .stream().map(row -> row.substring(0, row.indexOf(':'))).toList();
    }

    private void row(String what, String measured) {
        rows.add(new String[] { what, measured });
    }

    private static String since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis() + " ms";
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }

    /** What lives after garbage has been collected. */
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
