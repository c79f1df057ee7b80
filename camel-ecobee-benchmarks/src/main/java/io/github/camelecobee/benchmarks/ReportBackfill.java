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
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import com.github.freva.asciitable.AsciiTable;
import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.authorization.TokenSource;
import io.github.camelecobee.console.ReportProgress;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How fast a route reads the history of runtime reports, beside a program that does nothing but fetch the same bytes
 * and look at them once; and how much memory it needs. The server is another process and answers from memory.
 */
@Command(name = "report-backfill", description = "Measures a route that reads the history of runtime reports.")
public final class ReportBackfill implements Callable<Integer> {
    private static final int MEGABYTE = 1024 * 1024;
    private static final double MILLIS = 1000;

    @Option(names = "--thermostats", paramLabel = "N", description = "Number of thermostats. Default: ${DEFAULT-VALUE}.")
    private int thermostats = 25;

    @Option(names = "--days", paramLabel = "N", description = "Days of history. Default: ${DEFAULT-VALUE}.")
    private int days = 365;

    @Option(names = "--times", paramLabel = "N", description = "How often both are measured. Default: ${DEFAULT-VALUE}.")
    private int times = 3;

    @Option(names = "--delivery", paramLabel = "D",
            description = "perChunk, perRow, or both with a comma between. Default: ${DEFAULT-VALUE}.", split = ",")
    private List<String> deliveries = List.of("perChunk", "perRow");

    @Spec
    private @Nullable CommandSpec spec;

    private final List<String[]> table = new ArrayList<>();

    /** For picocli. */
    public ReportBackfill() {
    }

    /**
     * Measures.
     *
     * @param args {@code --thermostats N --days N --times N --delivery perChunk,perRow}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ReportBackfill()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Process server = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-cp",
                System.getProperty("java.class.path"), ReplayServer.class.getName(), String.valueOf(thermostats))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = server.inputReader()) {
            String[] address = Objects.requireNonNull(said.readLine(), "the server does not start").split(" ");
            measure(URI.create(address[0]), address[1]);
        } finally {
            server.destroyForcibly().waitFor();
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(AsciiTable.getTable(
                new String[] {
                        "", "time", "rows a second", "to the bare scan", "CPU", "to the bare scan", "allocated",
                        "most heap after a collection" },
                table.toArray(new String[0][])));
        out.flush();
        return 0;
    }

    private void measure(URI server, String token) throws Exception {
        HeapAfterGc heap = new HeapAfterGc();
        // The server learns its answers, and both sides warm up.
        backfill(server, token, deliveries.get(0));
        BareScan scan = new BareScan(server);
        List<String> paths = scan.recorded();
        scan.read(paths);
        table.add(new String[] {
                scan.rows() + " rows, " + paths.size() + " answers, " + scan.characters() / MEGABYTE + " MB of rows", "", "",
                "", "", "", "", "" });
        for (int round = 0; round < times; round++) {
            heap.most();
            Effort bare = Effort.of(1, () -> {
            }, () -> scan.read(paths));
            row("bare scan", bare, bare, scan.rows(), heap.most());
            for (String delivery : deliveries) {
                Backfill backfill = backfill(server, token, delivery);
                row("route, " + delivery, backfill.effort, bare, backfill.rows, heap.most());
            }
        }
    }

    private void row(String what, Effort effort, Effort bare, long rows, long heap) {
        table.add(new String[] {
                what, String.format(Locale.ROOT, "%.1f s", effort.wallMillis() / MILLIS),
                String.format(Locale.ROOT, "%.0f", rows * MILLIS / effort.wallMillis()),
                String.format(Locale.ROOT, "%.2f", effort.wallMillis() / bare.wallMillis()),
                String.format(Locale.ROOT, "%.2f s", effort.cpuMillis() / MILLIS),
                String.format(Locale.ROOT, "%.2f", effort.cpuMillis() / bare.cpuMillis()),
                effort.bytes() / MEGABYTE + " MB", heap / MEGABYTE + " MB" });
    }

    /** From the start of the route until it has all rows. */
    private Backfill backfill(URI server, String token, String delivery) throws Exception {
        LongAdder rows = new LongAdder();
        try (CamelContext context = new DefaultCamelContext()) {
            EcobeeComponent component = new EcobeeComponent();
            component.setBaseUrl(server.toString());
            TokenSource tokens = account -> token;
            component.setTokenSource(tokens);
            component.setClock(Clock.fixed(ReplayServer.NOW, ZoneOffset.UTC));
            context.addComponent("ecobee", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("ecobee:runtimeReport?allowFastPolling=true&delay=1&initialDelay=0&reportStart=P" + days
                         + "D&reportDelivery=" + delivery)
                            .process(exchange -> rows.add(
                                    exchange.getMessage().getBody() instanceof List<?> chunk ? chunk.size() : 1));
                }
            });
            Effort effort = Effort.of(1, () -> {
            }, () -> {
                context.start();
                while (!isDone(component)) {
                    LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
                }
            });
            return new Backfill(rows.sum(), effort);
        }
    }

    private boolean isDone(EcobeeComponent component) {
        List<ReportProgress> reports = component.reports();
        if (reports.isEmpty()) {
            return false;
        }
        ReportProgress progress = reports.get(0);
        return progress.thermostats() == thermostats && progress.intervalsMissing() == 0 && progress.rows() > 0;
    }

    private record Backfill(long rows, Effort effort) {
    }
}
