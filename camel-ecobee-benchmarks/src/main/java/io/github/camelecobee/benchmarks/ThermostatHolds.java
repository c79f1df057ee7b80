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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.freva.asciitable.AsciiTable;
import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.home.SampleThermostats;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What a change of a thermostat costs: by {@code ecobee:setHold} with headers, and by the least that any client must
 * do, which is to send the same bytes and to look for {@code status.code} in the answer. First by one thread, in turns;
 * then by many at once, over many accounts. The simulator is in another process.
 */
@Command(name = "thermostat-holds", description = "Compares ecobee:setHold with a POST of the same bytes.")
public final class ThermostatHolds implements Callable<Integer> {
    /** Headers name other accounts. */
    private static final String ENDPOINT = "ecobee:setHold?account=account0";
    private static final int WARM_UP = 2;
    /** As many requests as the governor lets be open. */
    private static final int OPEN = 2;
    private static final long LOOK_NANOS = 100_000;
    private static final double MICROS = 1e3;
    private static final double SECOND = 1e9;
    private static final double KILOBYTE = 1e3;
    private static final Effort.Work NOTHING = () -> {
    };

    @Option(names = "--accounts", paramLabel = "N",
            description = "Number of accounts, each with a thermostat. Default: ${DEFAULT-VALUE}.")
    private int accounts = 1000;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that change at once. Default: ${DEFAULT-VALUE}.")
    private int threads = 16;

    @Option(names = "--changes", paramLabel = "N", description = "Changes of a round. Default: ${DEFAULT-VALUE}.")
    private int changes = 5_000;

    @Option(names = "--rounds", paramLabel = "N",
            description = "Rounds to measure, after two to warm up. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Spec
    private @Nullable CommandSpec spec;

    private final AtomicInteger turn = new AtomicInteger();
    private List<String> thermostats = List.of();

    /** For picocli. */
    public ThermostatHolds() {
    }

    /**
     * Measures.
     *
     * @param args {@code --accounts N --threads N --changes N --rounds N}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ThermostatHolds()).execute(args));
    }

    /** Something that changes the thermostat of an account. */
    private interface Change {
        void of(int account) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        thermostats = SampleThermostats.fleet(accounts).stream().map(Thermostat::getIdentifier).toList();
        Governor governor = new Governor();
        try (CloudProcess cloud = new CloudProcess(accounts, 1, false);
             DefaultCamelContext camel = new DefaultCamelContext()) {
            EcobeeComponent ecobee = camel.getComponent("ecobee", EcobeeComponent.class);
            ecobee.setBaseUrl(cloud.baseUri().toString());
            ecobee.setScope("smartWrite");
            ecobee.setApiKey(EcobeeSimulator.DEFAULT_API_KEY);
            ecobee.setGrantStore(ManyAccounts.grants(cloud.tokens(), "smartWrite"));
            ecobee.setGovernor(governor);
            camel.start();
            ProducerTemplate template = camel.createProducerTemplate();
            Endpoint endpoint = camel.getEndpoint(ENDPOINT);
            Change component = account -> {
                Exchange done = template.send(endpoint, exchange -> exchange.getMessage().setHeaders(headers(account)));
                if (done.getException() != null) {
                    throw done.getException();
                }
            };
            try (RawHolds raw = new RawHolds(cloud.baseUri(), cloud.tokens(), bodies(template))) {
                oneByOne(raw, component);
                manyAtOnce(raw, component, governor);
            }
        }
        return 0;
    }

    private Map<String, Object> headers(int account) {
        // ProducerTemplate keeps the map.
        return new HashMap<>(
                Map.of(
                        EcobeeConstants.TARGET_ACCOUNT, "account" + account,
                        EcobeeConstants.THERMOSTAT_IDS, thermostats.get(account),
                        EcobeeConstants.HEAT_HOLD_TEMP, "68F",
                        EcobeeConstants.COOL_HOLD_TEMP, "76F",
                        EcobeeConstants.HOLD_TYPE, "holdHours",
                        EcobeeConstants.HOLD_HOURS, 2));
    }

    /** What the component sends for each account. */
    private List<byte[]> bodies(ProducerTemplate template) {
        return IntStream.range(0, accounts).mapToObj(account -> {
            String shown = template.requestBodyAndHeaders(ENDPOINT + "&dryRun=true", null, headers(account), String.class);
            Map<?, ?> request = (Map<?, ?>) ((List<?>) EcobeeJson.readValue(shown)).get(0);
            return EcobeeJson.write(Objects.requireNonNull(request.get("body"))).getBytes(StandardCharsets.UTF_8);
        }).toList();
    }

    private void oneByOne(RawHolds raw, Change component) throws Exception {
        List<Change> ways = List.of(raw::byJdk, raw::byApache, component);
        List<List<Effort>> efforts = measured(ways.stream().<Effort.Work> map(way -> () -> {
            for (int i = 0; i < changes; i++) {
                way.of(next());
            }
        }).toList());
        table("one change after the other", efforts, List.of("floor: java.net.http.HttpClient, the same bytes",
                "Apache HttpClient 5, which camel-http uses, the same bytes", "ecobee:setHold, six headers"));
    }

    private void manyAtOnce(RawHolds raw, Change component, Governor governor) throws Exception {
        ExecutorService few = Executors.newFixedThreadPool(OPEN);
        ExecutorService many = Executors.newFixedThreadPool(threads);
        try {
            List<List<Effort>> efforts = measured(
                    List.of(
                            () -> end(begin(few, OPEN, raw::byJdk)),
                            () -> end(begin(many, threads, component))));
            table("changes of " + accounts + " accounts", efforts,
                    List.of(
                            "floor: java.net.http.HttpClient, the same bytes, " + OPEN + " threads",
                            "ecobee:setHold, " + threads + " threads"));
            // Not measured: looking costs something, too.
            int most = 0;
            List<Future<?>> all = begin(many, threads, component);
            while (!all.stream().allMatch(Future::isDone)) {
                most = Math.max(most, governor.status().open());
                LockSupport.parkNanos(LOOK_NANOS);
            }
            end(all);
            print("at most " + most + " requests were seen open at once");
        } finally {
            few.shutdownNow();
            many.shutdownNow();
        }
    }

    private List<Future<?>> begin(ExecutorService executor, int workers, Change change) {
        AtomicInteger left = new AtomicInteger(changes);
        return Stream.<Callable<?>> generate(() -> () -> {
            while (left.getAndDecrement() > 0) {
                change.of(next());
            }
            return null;
        }).limit(workers).<Future<?>> map(executor::submit).toList();
    }

    private static void end(List<Future<?>> all) throws Exception {
        for (Future<?> each : all) {
            each.get();
        }
    }

    /** The next account: nobody changes one that another thread is changing. */
    private int next() {
        return Math.floorMod(turn.getAndIncrement(), accounts);
    }

    /** Measures in turns, so that what else happens on the machine concerns all of them. */
    private List<List<Effort>> measured(List<Effort.Work> ways) throws Exception {
        List<List<Effort>> efforts = ways.stream().<List<Effort>> map(way -> new ArrayList<>()).toList();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (int way = 0; way < ways.size(); way++) {
                Effort effort = Effort.of(1, NOTHING, ways.get(way));
                if (round >= 0) {
                    efforts.get(way).add(effort);
                }
            }
        }
        return efforts;
    }

    private void table(String what, List<List<Effort>> efforts, List<String> names) {
        double floor = median(efforts.get(0), Effort::cpuNanos);
        String[][] rows = IntStream.range(0, names.size()).mapToObj(way -> {
            double cpu = median(efforts.get(way), Effort::cpuNanos);
            double wall = median(efforts.get(way), Effort::wallNanos);
            return new String[] {
                    names.get(way), text("%.0f µs", cpu / changes / MICROS), text("%.2f", cpu / floor),
                    text("%.0f µs", wall / changes / MICROS), text("%.0f", changes * SECOND / wall),
                    text("%.1f KB", median(efforts.get(way), Effort::bytes) / changes / KILOBYTE) };
        }).toArray(String[][]::new);
        print(AsciiTable.getTable(new String[] { what, "CPU", "of the floor", "time", "a second", "allocated" }, rows));
    }

    private static double median(List<Effort> efforts, ToLongFunction<Effort> figure) {
        long[] sorted = efforts.stream().mapToLong(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void print(String line) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
