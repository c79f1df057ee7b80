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

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.freva.asciitable.AsciiTable;
import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.model.Thermostat;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What a poll costs: by this component, by the least that any client must do (the same requests by {@code HttpClient},
 * each answer run through by Jackson's streaming parser, and everything thrown away), and by the route that people
 * write by hand ({@code timer}, {@code http}, {@code unmarshal}: everything, each time). One after the other in one
 * process; the simulator is in another.
 */
@Command(name = "thermostat-polls", description = "Compares polls of the component with the floor and with a route by hand.")
public final class ThermostatPolls implements Callable<Integer> {
    private static final String SUMMARY = "/1/thermostatSummary";
    private static final String ALL = """
            {"selection":{"selectionType":"registered","selectionMatch":"","includeEquipmentStatus":true}}""";
    private static final int CHUNK = 25;
    /** Each of these takes as long as dozens of the others. */
    private static final int BY_HAND = 20;
    private static final double MICROS = 1000;
    private static final Effort.Work NOTHING = () -> {
    };

    @Option(names = "--thermostats", paramLabel = "N", description = "Number of thermostats. Default: ${DEFAULT-VALUE}.")
    private int thermostats = 1000;

    @Option(names = "--changed", paramLabel = "N", description = "So many change between two polls. Default: ${DEFAULT-VALUE}.")
    private int changed = 50;

    @Option(names = "--polls", paramLabel = "N",
            description = "Polls to measure, after as many to warm up. Default: ${DEFAULT-VALUE}.")
    private int polls = 400;

    @Option(names = "--without-by-hand",
            description = "Leaves out the route by hand, which needs much memory for many thermostats.")
    private boolean withoutByHand;

    @Spec
    private @Nullable CommandSpec spec;

    private final JsonFactory json = new JsonFactory();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> revisions = new HashMap<>();
    private final List<String[]> rows = new ArrayList<>();

    /** For picocli. */
    public ThermostatPolls() {
    }

    /**
     * Measures.
     *
     * @param args {@code --thermostats N --changed N --polls N}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ThermostatPolls()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (CloudProcess cloud = new CloudProcess(1, thermostats, true);
             DefaultCamelContext camel = new DefaultCamelContext()) {
            PollByHand scheduler = new PollByHand();
            AtomicLong delivered = new AtomicLong();
            camel.getRegistry().bind("byHand", scheduler);
            EcobeeComponent ecobee = camel.getComponent("ecobee", EcobeeComponent.class);
            ecobee.setBaseUrl(cloud.baseUri().toString());
            ecobee.setTokenSource(account -> cloud.tokens().get(0));
            camel.addRoutes(routes(cloud, delivered));
            camel.start();
            ProducerTemplate template = camel.createProducerTemplate();
            Effort.Work change = () -> cloud.change(changed);
            Effort.Work floor = () -> floor(cloud.baseUri(), cloud.tokens().get(0));
            Effort.Work byHand = () -> template.sendBody("direct:byHand", "");

            Effort first = Effort.of(1, NOTHING, scheduler::poll);
            floor.run();
            Effort.of(polls, change, floor);
            Effort.of(polls, change, scheduler::poll);
            scheduler.poll();
            floor.run();
            delivered.set(0);
            Effort component = Effort.of(polls, change, scheduler::poll);
            require(delivered.get() == (long) polls * changed, "delivered " + delivered);
            floor.run();
            Effort least = Effort.of(polls, change, floor);
            scheduler.poll();
            Effort nothing = Effort.of(polls, NOTHING, scheduler::poll);
            row("floor: HttpClient and a streaming parser, the changed ones in full", least, least);
            row("ecobee:thermostats, the changed ones", component, least);
            if (!withoutByHand) {
                int some = Math.min(BY_HAND, polls);
                Effort.of(some, change, byHand);
                row("by hand: http and unmarshal, all of them", Effort.of(some, change, byHand), least);
            }
            row("ecobee:thermostats, nothing changed", nothing, least);
            row("ecobee:thermostats, first poll (cold)", first, least);
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(thermostats + " thermostats of 30 KB, " + changed + " of them change between two polls");
        out.println(AsciiTable.getTable(
                new String[] { "a poll", "CPU", "of the floor", "CPU for each thermostat that changed", "time", "allocated" },
                rows.toArray(new String[0][])));
        out.flush();
        return 0;
    }

    private RouteBuilder routes(CloudProcess cloud, AtomicLong delivered) {
        String includes = FullThermostats.INCLUDES.stream()
                .map(each -> Character.toLowerCase(each.charAt(0)) + each.substring(1)).collect(Collectors.joining(","));
        String query = "json=" + URLEncoder.encode(FullThermostats.request(List.of()), StandardCharsets.UTF_8);
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("ecobee:thermostats?allowFastPolling=true&scheduler=#byHand&include=" + includes)
                        .process(exchange -> {
                            Thermostat body = exchange.getMessage().getBody(Thermostat.class);
                            require(body.getRuntime() != null && body.getProgram() != null, "incomplete");
                            delivered.incrementAndGet();
                        });
                from("direct:byHand").setHeader("Authorization", constant("Bearer " + cloud.tokens().get(0)))
                        .setHeader("CamelHttpMethod", constant("GET")).setHeader("CamelHttpQuery", constant(query))
                        .to(cloud.baseUri() + "/1/thermostat").unmarshal().json(JsonLibrary.Jackson, JsonNode.class)
                        .process(exchange -> require(exchange.getMessage().getBody(JsonNode.class).get("thermostatList")
                                .size() == thermostats, "not all"));
            }
        };
    }

    /** A summary, and everything about those whose revisions are others than last time, 25 in a request. */
    private void floor(URI base, String token) throws Exception {
        List<String> moved = new ArrayList<>();
        try (JsonParser parser = ask(base, token, SUMMARY, ALL)) {
            for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
                if (next == JsonToken.VALUE_STRING) {
                    String line = parser.getText();
                    int colon = line.indexOf(':');
                    if (line.indexOf(':', colon + 1) > 0 && !line.equals(revisions.put(line.substring(0, colon), line))) {
                        moved.add(line.substring(0, colon));
                    }
                }
            }
        }
        for (int from = 0; from < moved.size(); from += CHUNK) {
            List<String> some = moved.subList(from, Math.min(from + CHUNK, moved.size()));
            long values = 0;
            try (JsonParser parser = ask(base, token, "/1/thermostat", FullThermostats.request(some))) {
                for (JsonToken next = parser.nextToken(); next != null; next = parser.nextToken()) {
                    values += next.isScalarValue() ? 1 : 0;
                }
            }
            require(values > some.size(), "nothing");
        }
    }

    private JsonParser ask(URI base, String token, String path, String question)
            throws IOException, InterruptedException {
        URI uri = base.resolve(path + "?json=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        require(answer.statusCode() == 200, "HTTP " + answer.statusCode());
        return json.createParser(answer.body());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private void row(String what, Effort effort, Effort floor) {
        rows.add(new String[] {
                what, text("%.1f ms", effort.cpuMillis()), text("%.2f", effort.cpuMillis() / floor.cpuMillis()),
                text("%.0f µs", effort.cpuNanos() / MICROS / changed), text("%.1f ms", effort.wallMillis()),
                text("%.1f MB", effort.bytes() / 1e6) });
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
