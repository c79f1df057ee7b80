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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import com.github.freva.asciitable.AsciiTable;
import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.EcobeeConstants;
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
 * One call of {@code ecobee:setHold} that changes all thermostats of an account: without reading them, after reading
 * what each of their users prefers, and with reading them again. The simulator is in another process.
 */
@Command(name = "fleet-holds", description = "Measures one ecobee:setHold for many thermostats, which are read for it.")
public final class FleetHolds implements Callable<Integer> {
    private static final double MEGABYTE = 1e6;
    private static final double SECOND = 1e3;
    private static final Effort.Work NOTHING = () -> {
    };

    @Option(names = "--thermostats", paramLabel = "N", description = "Number of thermostats. Default: ${DEFAULT-VALUE}.")
    private int thermostats = 5_000;

    @Option(names = "--times", paramLabel = "N",
            description = "Calls to measure, after one to warm up. Default: ${DEFAULT-VALUE}.")
    private int times = 3;

    @Option(names = "--full", description = "Thermostats of 30 KB.")
    private boolean full;

    @Spec
    private @Nullable CommandSpec spec;

    private final List<String[]> rows = new ArrayList<>();
    private final HeapAfterGc heap = new HeapAfterGc();
    private String identifiers = "";

    /** For picocli. */
    public FleetHolds() {
    }

    /**
     * Measures.
     *
     * @param args {@code --thermostats N --times N --full}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new FleetHolds()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        identifiers = identifiers();
        try (CloudProcess cloud = new CloudProcess(1, thermostats, full);
             DefaultCamelContext camel = new DefaultCamelContext()) {
            EcobeeComponent ecobee = camel.getComponent("ecobee", EcobeeComponent.class);
            ecobee.setBaseUrl(cloud.baseUri().toString());
            ecobee.setScope("smartWrite");
            ecobee.setApiKey(EcobeeSimulator.DEFAULT_API_KEY);
            ecobee.setGrantStore(ManyAccounts.grants(cloud.tokens(), "smartWrite"));
            camel.start();
            String hold = "ecobee:setHold?account=account0&heatHoldTemp=68F&coolHoldTemp=76F&holdType=";
            measure(camel, ecobee, "not read (indefinite)", hold + "indefinite");
            measure(camel, ecobee, "read before (auto)", hold + "auto");
            measure(camel, ecobee, "read before and after (auto, verify)", hold + "auto&verify=true");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(AsciiTable.getTable(
                new String[] { thermostats + " thermostats in one call", "requests", "CPU", "time", "allocated", "heap" },
                rows.toArray(new String[0][])));
        out.flush();
        return 0;
    }

    private String identifiers() {
        List<Thermostat> fleet = full ? FullThermostats.of(thermostats) : SampleThermostats.fleet(thermostats);
        return fleet.stream().map(Thermostat::getIdentifier).collect(Collectors.joining(","));
    }

    private void measure(DefaultCamelContext camel, EcobeeComponent ecobee, String what, String uri) throws Exception {
        ProducerTemplate template = camel.createProducerTemplate();
        Endpoint endpoint = camel.getEndpoint(uri);
        Effort.Work change = () -> {
            Exchange done = template
                    .send(endpoint, exchange -> exchange.getMessage().setHeader(EcobeeConstants.THERMOSTAT_IDS, identifiers));
            if (done.getException() != null) {
                throw done.getException();
            }
        };
        change.run();
        var unused = heap.most();
        Map<String, Long> before = ecobee.requests();
        Effort effort = Effort.of(times, NOTHING, change);
        String requests = ecobee.requests().entrySet().stream()
                .map(each -> (each.getValue() - before.getOrDefault(each.getKey(), 0L)) / times + " " + each.getKey())
                .filter(each -> !each.startsWith("0 ")).collect(Collectors.joining(", "));
        rows.add(new String[] {
                what, requests, text("%.0f ms", effort.cpuMillis()), text("%.2f s", effort.wallMillis() / SECOND),
                text("%.0f MB", effort.bytes() / MEGABYTE),
                text("%.0f MB", heap.most() / MEGABYTE) });
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
