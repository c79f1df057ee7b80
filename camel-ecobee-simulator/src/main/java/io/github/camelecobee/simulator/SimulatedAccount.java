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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.oauth.Application;
import io.github.camelecobee.simulator.oauth.CodeRequest;
import io.github.camelecobee.simulator.oauth.Login;
import io.github.camelecobee.simulator.oauth.OAuthException;
import io.github.camelecobee.simulator.requests.KeyId;
import io.github.camelecobee.simulator.web.Cloud;

/** An account of a running simulator, as its people use it outside the API. */
public final class SimulatedAccount {
    private final Cloud cloud;
    private final LiveAccount account;

    SimulatedAccount(Cloud cloud, LiveAccount account) {
        this.cloud = cloud;
        this.account = account;
    }

    /**
     * Its name.
     *
     * @return the name in the simulator
     */
    public String name() {
        return account.name();
    }

    /**
     * Its kind.
     *
     * @return the kind
     */
    public AccountType type() {
        return account.type();
    }

    /**
     * Who logs in to it.
     *
     * @return user names, the owner first
     */
    public List<String> userNames() {
        return cloud.home().visit((thermostats, now) -> account.userNames());
    }

    /**
     * Its own thermostats.
     *
     * @return an immutable list of handles
     */
    public List<SimulatedThermostat> thermostats() {
        return account.owned().stream().map(cloud.home()::thermostat).toList();
    }

    /**
     * One of the thermostats that its owner sees.
     *
     * @param  nameOrIdentifier         its identifier or its name
     * @return                          a handle
     * @throws IllegalArgumentException if there is none, or several have the name; the message lists what there is
     */
    public SimulatedThermostat thermostat(String nameOrIdentifier) {
        Map<String, String> names = new LinkedHashMap<>();
        for (SimulatedThermostat each : seen()) {
            names.put(each.identifier(), String.valueOf(each.snapshot().getName()));
        }
        List<String> found = names.entrySet().stream()
                .filter(each -> each.getKey().equals(nameOrIdentifier) || each.getValue().equals(nameOrIdentifier))
                .map(Map.Entry::getKey).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    (found.isEmpty() ? "No thermostat" : "More than one thermostat") + " of account " + name() + " is called '"
                                               + nameOrIdentifier + "': there are " + names);
        }
        return cloud.home().thermostat(found.get(0));
    }

    /** As a list of handles, those of other accounts too. */
    private List<SimulatedThermostat> seen() {
        return cloud.home().visit((thermostats, now) -> account.seenBy(account.userName())).stream()
                .map(cloud.home()::thermostat).toList();
    }

    /**
     * Enters the PIN that was issued last and still waits, as the owner does in the portal.
     *
     * @throws IllegalStateException if none waits
     */
    public void approveNewestPin() {
        List<String> waiting = cloud.authorization().outstandingPins();
        if (waiting.isEmpty()) {
            throw new IllegalStateException("No PIN waits for approval");
        }
        approvePin(waiting.get(waiting.size() - 1));
    }

    /**
     * Enters a PIN, as the owner does in the portal: the application gets this account.
     *
     * @param  pin                      the PIN
     * @throws IllegalArgumentException if there is no such PIN, or it waits no more
     */
    public void approvePin(String pin) {
        approvePin(pin, account.userName());
    }

    /**
     * Enters a PIN, as one of its users does.
     *
     * @param  pin                      the PIN
     * @param  userName                 the user
     * @throws IllegalArgumentException if there is no such PIN, it waits no more, or there is no such user
     */
    public void approvePin(String pin, String userName) {
        if (!userNames().contains(userName)) {
            throw new IllegalArgumentException("Account " + name() + " has no user " + userName);
        }
        if (!cloud.authorization().approve(pin, new Login(name(), userName))) {
            throw new IllegalArgumentException("That PIN is unknown or no longer valid");
        }
    }

    /**
     * Accepts a request for an authorization code, as the owner does in a browser.
     *
     * @param  authorizeUri             the address that an application sends its user to
     * @return                          the address that the browser would go back to, with the code
     * @throws IllegalArgumentException if the request is refused
     */
    public URI accept(URI authorizeUri) {
        return URI.create(cloud.authorization().accept(request(authorizeUri), account.owner()));
    }

    /**
     * Denies a request for an authorization code, as the owner does in a browser.
     *
     * @param  authorizeUri             the address that an application sends its user to
     * @return                          the address that the browser would go back to, with the error
     * @throws IllegalArgumentException if the request is refused
     */
    public URI deny(URI authorizeUri) {
        return URI.create(request(authorizeUri).denied());
    }

    private CodeRequest request(URI authorizeUri) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : String.valueOf(authorizeUri.getRawQuery()).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        try {
            return cloud.authorization().codeRequest(parameters);
        } catch (OAuthException e) {
            throw new IllegalArgumentException(e.refusal() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The applications that have been added to this account.
     *
     * @return an immutable list, oldest first
     */
    public List<Application> applications() {
        return cloud.authorization().applications(name());
    }

    /**
     * Removes an application from this account; others keep it.
     *
     * @param apiKey its key; nothing happens when the user had not added it
     */
    public void revoke(String apiKey) {
        cloud.authorization().remove(KeyId.of(apiKey), name());
    }
}
