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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.camelecobee.authorization.AccountKey;
import io.github.camelecobee.authorization.Authorization;
import io.github.camelecobee.authorization.AuthorizationManager;
import io.github.camelecobee.authorization.AuthorizationRecord;
import io.github.camelecobee.authorization.AuthorizationRequiredException;
import io.github.camelecobee.authorization.AuthorizationSettings;
import io.github.camelecobee.authorization.GrantStore;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.Governor;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.transport.CamelHttpTransport;
import io.github.camelecobee.transport.TransportSettings;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.LoggerFactory;

/** The process that is killed, and the one that comes after it: calls the API for accounts as it is told. */
final class Subject {
    static final String REACHED = "> reached";
    static final String CALLED = "> called";
    static final String REAUTHORIZE = "> reauthorize";
    static final String FAILED = "> failed";
    private static final long PATIENCE_SECONDS = 60;

    private final ShiftedClock clock = new ShiftedClock();
    private final URI ecobee;
    private final GrantStore store;
    private final AuthorizationManager manager;
    private final CamelHttpTransport transport;

    private Subject(String place, URI ecobee) {
        this.ecobee = ecobee;
        this.store = Place.open(place);
        this.transport = new CamelHttpTransport(new DefaultCamelContext(), TransportSettings.defaults());
        this.manager = new AuthorizationManager(
                AuthorizationSettings.builder(EcobeeSimulator.DEFAULT_API_KEY).authorizeUri(ecobee.resolve("/authorize"))
                        .tokenUri(ecobee.resolve("/token")).build(),
                store, transport, clock, Executors.newScheduledThreadPool(2));
    }

    public static void main(String[] args) throws IOException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Subject subject = new Subject(args[0], URI.create(args[1]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(subject.doing(line.split(" ")));
        }
        System.exit(0);
    }

    private String doing(String[] order) {
        switch (order[0]) {
            case "stopAt" -> {
                Checkpoint.stopAt(new Step(Step.Phase.valueOf(order[1]), Step.Moment.valueOf(order[2])));
                return "";
            }
            case "call" -> {
                clock.shift = Duration.ofHours(Long.parseLong(order[2]));
                return call(manager.authorization(order[1]));
            }
            case "wait" -> {
                return called(manager.authorization(order[1]));
            }
            default -> throw new IllegalArgumentException(order[0]);
        }
    }

    private String call(Authorization account) {
        account.start();
        try {
            summary(account);
            return CALLED;
        } catch (AuthorizationRequiredException e) {
            return isRefused(account) ? REAUTHORIZE : called(account);
        } catch (RuntimeException e) {
            return FAILED + " " + e;
        }
    }

    /** As soon as a human has entered the PIN. */
    private String called(Authorization account) {
        CountDownLatch authorized = new CountDownLatch(1);
        account.whenAuthorized(authorized::countDown);
        try {
            if (!authorized.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return FAILED + " " + account.status();
            }
            summary(account);
            return CALLED;
        } catch (RuntimeException | InterruptedException e) {
            return FAILED + " " + e;
        }
    }

    private void summary(Authorization account) {
        new EcobeeClient(ecobee, transport, account, account.account(), new Governor(clock), clock)
                .summary(ThermostatSelection.registered());
    }

    /** What the store says to whoever reads it next. A PIN is asked for meanwhile, which does not clear it. */
    private boolean isRefused(Authorization account) {
        return store.load(AccountKey.of(EcobeeSimulator.DEFAULT_API_KEY, account.account()))
                .map(AuthorizationRecord::refusal).isPresent();
    }

    /** The time of all processes of a test, in which hours can be skipped. */
    private static final class ShiftedClock extends Clock {
        private volatile Duration shift = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(shift);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
