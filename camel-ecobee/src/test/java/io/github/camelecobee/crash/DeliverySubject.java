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
package io.github.camelecobee.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.camelecobee.EcobeeComponent;
import io.github.camelecobee.EcobeeConstants;
import io.github.camelecobee.HandScheduler;
import io.github.camelecobee.authorization.FileGrantStore;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.time.SimulatedClock;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The process that is killed, and the one that comes after it: a route that writes down all that it is given. */
final class DeliverySubject extends RouteBuilder {
    static final String POLLED = "> polled";
    static final String STARTED = "started .";

    private final DeliveryCheckpoint checkpoint = new DeliveryCheckpoint();
    private final HandScheduler scheduler = new HandScheduler();
    private final SimulatedClock clock = SimulatedClock.manual(Instant.EPOCH);
    private final Feed feed;
    private final Instant from;
    private final RandomAccessFile record;
    private @Nullable CamelContext camel;

    private DeliverySubject(Feed feed, Instant from, Path record) throws IOException {
        this.feed = feed;
        this.from = from;
        this.record = new RandomAccessFile(record.toFile(), "rw");
        this.record.seek(this.record.length());
        // Whoever was killed may have left half a line.
        write("\n" + STARTED);
    }

    public static void main(String[] args) throws Exception {
        PrintStream answers = Checkpoint.ANSWERS;
        System.setOut(System.err);
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        DeliverySubject subject = new DeliverySubject(Feed.valueOf(args[3]), Instant.parse(args[4]), Path.of(args[5]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] order = line.split(" ");
            if (order[0].equals("stopAt")) {
                DeliveryCheckpoint.stopAt(DeliveryMoment.valueOf(order[1]), Integer.parseInt(order[2]));
            } else {
                answers.println(subject.poll(Instant.parse(order[1]), args));
            }
        }
        System.exit(0);
    }

    private String poll(Instant now, String[] args) {
        try {
            clock.advance(Duration.between(clock.instant(), now));
            if (camel == null) {
                camel = context(args[0], args[1], args[2]);
                camel.start();
            }
            scheduler.poll();
            return POLLED;
        } catch (Exception e) {
            return Subject.FAILED + " " + e;
        }
    }

    private CamelContext context(String place, String grants, String ecobee) throws Exception {
        CamelContext context = new DefaultCamelContext();
        EcobeeComponent component = new EcobeeComponent();
        component.setApiKey(EcobeeSimulator.DEFAULT_API_KEY);
        component.setBaseUrl(ecobee);
        component.setGrantStore(new FileGrantStore(Path.of(grants)));
        component.setClock(clock);
        context.addComponent("ecobee", component);
        context.getRegistry().bind("hand", scheduler);
        context.getRegistry().bind("cursors", Place.openCursors(place));
        context.addRoutes(this);
        return context;
    }

    @Override
    public void configure() {
        from(feed.uri(from) + "&cursorRepository=#bean:cursors&scheduler=#hand").routeId("subject").process(this::write);
    }

    private void write(Exchange exchange) throws IOException {
        checkpoint.reached(DeliveryMoment.BEFORE_ROUTE.name());
        write(exchange.getIn().getHeader(EcobeeConstants.THERMOSTAT_ID) + " " + feed.item(exchange.getIn()) + " .");
        checkpoint.reached(DeliveryMoment.IN_ROUTE.name());
    }

    private void write(String line) throws IOException {
        record.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        record.getFD().sync();
    }
}
