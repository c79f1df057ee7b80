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
package io.github.camelecobee;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import io.github.camelecobee.change.Change;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;

/** A route that polls when the test says so, and what it was given. */
abstract class FeedTestSupport extends EcobeeTestSupport {
    static final String SUMMARY = "/1/thermostatSummary";
    static final String THERMOSTAT = "/1/thermostat";
    static final String COTTAGE = "311019854584";
    static final String UNNAMED = "311019854583";

    final MemoryStateRepository cursors = new MemoryStateRepository();
    final List<Exchange> received = new CopyOnWriteArrayList<>();
    /** What the route fails with. */
    Predicate<Exchange> broken = exchange -> false;
    HandScheduler hand = new HandScheduler();
    HandScheduler other = new HandScheduler();

    @BeforeEach
    void theAccountIsAuthorized() throws Exception {
        // Ours: the context stops, and so empties, only what nobody started.
        cursors.start();
        authorize();
    }

    @Override
    CamelContext newContext() throws Exception {
        CamelContext context = super.newContext();
        context.getRegistry().bind("hand", hand);
        context.getRegistry().bind("other", other);
        context.getRegistry().bind("cursors", repository());
        return context;
    }

    /** Where the route keeps its cursors. */
    StateRepository<String, String> repository() {
        return cursors;
    }

    /** Starts the route, and polls once. */
    void startAt(String feed) throws Exception {
        String options = "allowFastPolling=true&scheduler=#hand&cursorRepository=#cursors";
        start(route("feed", feed + (feed.contains("?") ? "&" : "?") + options));
        hand.poll();
    }

    RouteBuilder route(String id, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).log("as expected");
                from(uri).routeId(id).process(exchange -> {
                    if (broken.test(exchange)) {
                        throw new IllegalStateException("the database is down");
                    }
                    received.add(exchange.copy());
                });
            }
        };
    }

    /** The application ends and begins again; its repository stays. */
    void restart(String feed) throws Exception {
        camel.close();
        received.clear();
        hand = new HandScheduler();
        camel = newContext();
        startAt(feed);
    }

    /** What a poll delivers. */
    List<Exchange> poll() {
        received.clear();
        hand.poll();
        return List.copyOf(received);
    }

    /** The changes that a poll delivers. */
    List<Change> changes() {
        return poll().stream().map(FeedTestSupport::change).toList();
    }

    List<Change> receivedChanges() {
        return received.stream().map(FeedTestSupport::change).toList();
    }

    private static Change change(Exchange exchange) {
        Change change = Objects.requireNonNull(exchange.getIn().getBody(Change.class));
        ChangeSchema.check(change);
        return change;
    }
}
