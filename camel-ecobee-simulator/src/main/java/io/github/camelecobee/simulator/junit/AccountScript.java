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
package io.github.camelecobee.simulator.junit;

import io.github.camelecobee.simulator.SimulatedAccount;

/** What the people of an account do in a test, and what is asked for it. */
public final class AccountScript {
    private final EcobeeExtension extension;
    private final SimulatedAccount account;

    AccountScript(EcobeeExtension extension, SimulatedAccount account) {
        this.extension = extension;
        this.account = account;
    }

    /**
     * A thermostat of the account to script, one that it sees of another account too.
     *
     * @param  nameOrIdentifier         its name or its identifier
     * @return                          the script
     * @throws IllegalArgumentException if there is none, or several have the name; the message lists what there is
     */
    public ThermostatScript thermostat(String nameOrIdentifier) {
        return new ThermostatScript(account.thermostat(nameOrIdentifier));
    }

    /**
     * Its owner enters the PIN that was issued last.
     *
     * @return                       this
     * @throws IllegalStateException if none waits
     */
    public AccountScript approvesNewestPin() {
        account.approveNewestPin();
        return this;
    }

    /**
     * Its owner removes an application.
     *
     * @param  apiKey the API key; nothing happens when the account has not added it
     * @return        this
     */
    public AccountScript revokes(String apiKey) {
        account.revoke(apiKey);
        return this;
    }

    /**
     * Begins an assertion on the requests of this test that were for the account.
     *
     * @param  method the HTTP method
     * @param  path   the path without query, for example {@code /1/thermostat}
     * @return        what is said next
     */
    public Received received(String method, String path) {
        return extension.received(method, path).forAccount(account.name());
    }

    /**
     * The handle behind this script.
     *
     * @return the simulated account
     */
    public SimulatedAccount handle() {
        return account;
    }
}
