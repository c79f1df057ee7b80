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

import java.time.Clock;
import java.time.Duration;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.ThermostatFilter;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.poll.AlertFeed;
import io.github.camelecobee.poll.ChangeFeed;
import io.github.camelecobee.poll.Cursors;
import io.github.camelecobee.poll.Feed;
import io.github.camelecobee.poll.FeedPoller;
import io.github.camelecobee.poll.Poller;
import io.github.camelecobee.poll.ReportPoller;
import io.github.camelecobee.poll.SensorFeed;
import io.github.camelecobee.poll.SummaryFeed;
import io.github.camelecobee.poll.ThermostatFeed;
import io.github.camelecobee.poll.ThermostatPoller;
import org.apache.camel.CamelContext;
import org.apache.camel.StatefulService;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/** Opens the poller and the cursors that an endpoint's options describe. */
final class Pollers {
    /** The scheduler and the clock do not tick together. */
    private static final Duration JITTER = Duration.ofSeconds(30);

    private Pollers() {
    }

    /** Opens them for an account of a consumer, which has this name unless the options give it another. */
    static Poller open(
            EcobeeEndpoint endpoint, String account, String name, StateRepository<String, String> repository,
            ThermostatFilter filter) {
        EcobeeConfiguration options = endpoint.getConfiguration();
        String cursorName = options.getCursorName() == null ? name : options.getCursorName();
        Cursors cursors = new Cursors(repository, cursorName, account);
        EcobeeClient client = endpoint.getComponent().client(account);
        Clock clock = endpoint.getComponent().effectiveClock();
        boolean fast = options.isAllowFastPolling();
        if (fast) {
            endpoint.getComponent().effectiveGovernor().fastPollingAllowed();
        }
        Duration interval = fast ? Duration.ZERO : EcobeeEndpoint.SHORTEST_DELAY;
        if (endpoint.getOperation().isReport()) {
            Duration pause = fast ? Duration.ZERO : EcobeeEndpoint.SHORTEST_REPORT_DELAY.minus(JITTER);
            return new ReportPoller(
                    client.reader(selection(options), ReportPoller.PARTS, interval, filter),
                    ReportOptions.reader(endpoint.getOperation(), options, client), ReportOptions.of(options),
                    cursors, clock, pause);
        }
        if (endpoint.getOperation() == EcobeeOperation.THERMOSTATS) {
            ThermostatFeed feed = feed(options);
            return new ThermostatPoller(
                    client.reader(selection(options), feed.includes(), interval, filter), feed, cursors, clock);
        }
        Feed feed = feed(endpoint.getOperation(), options);
        // Of thermostats that were named, nobody can tell whether they have gone or only have another name.
        boolean comings = options.getThermostatIds() == null && filter.isEverything();
        return new FeedPoller(
                client.reader(selection(options), feed.includes(), interval, filter), feed, comings, cursors, clock);
    }

    /** What the options say of a feed of thermostats. */
    static ThermostatFeed feed(EcobeeConfiguration options) {
        return new ThermostatFeed(
                Includes.of(options), ThermostatFeed.unchangedToo(options.getDeliver()), options.isInitialState());
    }

    private static Feed feed(EcobeeOperation operation, EcobeeConfiguration options) {
        return switch (operation) {
            case CHANGES -> new ChangeFeed(ChangeTypes.of(options));
            case ALERTS -> new AlertFeed(options.isInitialState());
            case SENSORS -> new SensorFeed(options.isInitialState());
            case SUMMARY -> new SummaryFeed(options.isInitialState());
            default -> throw new IllegalArgumentException("ecobee:" + operation.uriName() + " cannot be polled");
        };
    }

    private static ThermostatSelection selection(EcobeeConfiguration options) {
        if (options.getThermostatIds() != null) {
            return ThermostatSelection.thermostats(options.getThermostatIds());
        }
        return options.getManagementSet() == null
                ? ThermostatSelection.registered() : ThermostatSelection.managementSet(options.getManagementSet());
    }

    /**
     * The user's, or memory. One that nobody started is the context's from then on, which stops it when it stops
     * itself: a consumer that stops must not, because stopping empties a repository, and other consumers may share it.
     */
    static StateRepository<String, String> repository(EcobeeEndpoint endpoint) throws Exception {
        StateRepository<String, String> given = endpoint.getConfiguration().getCursorRepository();
        if (given == null) {
            return new MemoryStateRepository();
        }
        if (!(given instanceof StatefulService service && service.isStarted())) {
            CamelContext context = endpoint.getCamelContext();
            // By force: a context that is still starting would put it off, and not come back to it.
            context.addService(given, true, true);
        }
        return given;
    }
}
