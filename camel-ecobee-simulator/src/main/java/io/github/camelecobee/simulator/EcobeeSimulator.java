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
package io.github.camelecobee.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.github.camelecobee.simulator.api.Reports;
import io.github.camelecobee.simulator.evidence.Usage;
import io.github.camelecobee.simulator.faults.FaultPlan;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.oauth.Application;
import io.github.camelecobee.simulator.requests.KeyId;
import io.github.camelecobee.simulator.requests.RequestLog;
import io.github.camelecobee.simulator.time.SimulatedClock;
import io.github.camelecobee.simulator.web.Cloud;
import io.github.camelecobee.simulator.web.WebServer;

/**
 * A running ecobee cloud in this process and in memory, on the loopback interface. What it does follows ecobee's
 * documentation, and where that is silent what clients have observed.
 * <p>
 * Safe for use by several threads.
 */
public final class EcobeeSimulator implements AutoCloseable {
    /** The API key that a simulator accepts unless it is told others. */
    public static final String DEFAULT_API_KEY = "SimulatorApiKey0123456789abcdefg";

    private final SimulatedClock clock;
    private final Cloud cloud;
    private final WebServer server;

    EcobeeSimulator(SimulatedClock clock, Cloud cloud, WebServer server) {
        this.clock = clock;
        this.cloud = cloud;
        cloud.api().reports().jobs().listeningAt(server.uri());
        this.server = server;
    }

    /**
     * Begins to describe a simulator.
     *
     * @return a builder with sensible values
     */
    public static EcobeeSimulatorBuilder builder() {
        return new EcobeeSimulatorBuilder();
    }

    /**
     * Where it stands in for {@code https://api.ecobee.com}.
     *
     * @return {@code http://127.0.0.1:port}, without a slash at the end
     */
    public URI baseUri() {
        return server.uri();
    }

    /**
     * The page where a person enters PINs and looks at the thermostats.
     *
     * @return the address for a browser
     */
    public URI portalUri() {
        return server.uri().resolve("/portal");
    }

    /**
     * The time inside.
     *
     * @return the clock, to be advanced
     */
    public SimulatedClock clock() {
        return clock;
    }

    /**
     * Enters a PIN, as the user does in the portal: for the account that has its API key, else for the first.
     *
     * @param  pin                      the PIN
     * @throws IllegalArgumentException if there is no such PIN, or it waits no more
     */
    public void approvePin(String pin) {
        if (!cloud.authorization().approve(pin)) {
            throw new IllegalArgumentException("That PIN is unknown or no longer valid");
        }
    }

    /**
     * Enters the PIN that was issued last and still waits, for the account that has its API key, else for the first.
     *
     * @throws IllegalStateException if none waits
     */
    public void approveNewestPin() {
        List<String> waiting = outstandingPins();
        if (waiting.isEmpty()) {
            throw new IllegalStateException("No PIN waits for approval");
        }
        approvePin(waiting.get(waiting.size() - 1));
    }

    /**
     * The PINs that wait for the user.
     *
     * @return an immutable list, oldest first
     */
    public List<String> outstandingPins() {
        return cloud.authorization().outstandingPins();
    }

    /**
     * The applications that the user has added.
     *
     * @return an immutable list, oldest first
     */
    public List<Application> applications() {
        return cloud.authorization().applications();
    }

    /** Ends every access token before its time, as a restart of ecobee's servers has done; refreshing works. */
    public void expireAccessTokens() {
        cloud.authorization().expireAccessTokens();
    }

    /** Ends every refresh token; access tokens work until their time. */
    public void invalidateRefreshTokens() {
        cloud.authorization().invalidateRefreshTokens();
    }

    /**
     * Removes an application from every account, as users do in the portal: the API answers with code 16 and a refresh
     * with {@code invalid_grant}.
     *
     * @param apiKey its key; nothing happens when the user had not added it
     */
    public void revoke(String apiKey) {
        cloud.authorization().remove(KeyId.of(apiKey));
    }

    /**
     * An account.
     *
     * @param  name                     its name
     * @return                          a handle
     * @throws IllegalArgumentException if there is none
     */
    public SimulatedAccount account(String name) {
        return new SimulatedAccount(cloud, cloud.accounts().get(name));
    }

    /**
     * All accounts.
     *
     * @return an immutable list of handles, the first one approves when nobody says who
     */
    public List<SimulatedAccount> accounts() {
        return cloud.accounts().all().stream().map(account -> new SimulatedAccount(cloud, account)).toList();
    }

    /**
     * A thermostat to look at and to script.
     *
     * @param  identifier               its identifier
     * @return                          a handle
     * @throws IllegalArgumentException if there is none
     */
    public SimulatedThermostat thermostat(String identifier) {
        return cloud.home().thermostat(identifier);
    }

    /**
     * All thermostats.
     *
     * @return an immutable list of handles
     */
    public List<SimulatedThermostat> thermostats() {
        return cloud.home().identifiers().stream().map(this::thermostat).toList();
    }

    /**
     * What utilities have told a thermostat to add to its set points.
     *
     * @param  identifier the thermostat
     * @param  moment     when
     * @return            tenths of a degree Fahrenheit, 0 when nothing was sent
     */
    public int demandOffset(String identifier, Instant moment) {
        return cloud.home().visit((thermostats, now) -> cloud.accounts().demandOffsets().at(identifier, moment));
    }

    /**
     * What it was asked.
     *
     * @return the live log
     */
    public RequestLog requests() {
        return cloud.requests();
    }

    /**
     * How its clients behave: counters, and the rules of ecobee that they break.
     *
     * @return the live counters
     */
    public Usage usage() {
        return cloud.usage();
    }

    /**
     * What is to go wrong.
     *
     * @return the live plan
     */
    public FaultPlan faults() {
        return cloud.faults();
    }

    /**
     * The reports, to switch what goes wrong with them.
     *
     * @return the reports
     */
    public Reports reports() {
        return cloud.api().reports();
    }

    /**
     * Closes its port, as in an outage in which nobody answers at all: open connections end, new ones are refused. What
     * it knows stays, and its clock goes on. Does nothing while the port is closed.
     *
     * @throws IllegalStateException if the port cannot be kept for later
     */
    public void closePort() {
        server.closePort();
    }

    /**
     * Opens its port again. Does nothing while it is open.
     *
     * @throws IllegalStateException if somebody else has taken the port
     */
    public void openPort() {
        server.openPort();
    }

    /** Stops it and forgets everything. */
    @Override
    public void close() {
        server.close();
    }
}
