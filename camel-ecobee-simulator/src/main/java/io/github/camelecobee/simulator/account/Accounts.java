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
package io.github.camelecobee.simulator.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.requests.KeyId;
import org.jspecify.annotations.Nullable;

/** All accounts of the cloud. */
public final class Accounts {
    private final Map<String, LiveAccount> byName = new LinkedHashMap<>();
    private final Map<String, LiveAccount> byApiKey = new HashMap<>();
    private final DemandOffsets demandOffsets = new DemandOffsets();

    /**
     * Opens the accounts.
     *
     * @param  described                at least one
     * @throws IllegalArgumentException if there is none, if two have the same name, user name or API key, or if one
     *                                  sees a thermostat that nobody has
     */
    public Accounts(List<Account> described) {
        require(!described.isEmpty(), "A cloud needs an account");
        Set<String> logins = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        for (Account each : described) {
            LiveAccount account = new LiveAccount(each);
            require(byName.put(each.name(), account) == null, "Two accounts have the name " + each.name());
            account.userNames().forEach(name -> require(logins.add(name), "Two users have the name " + name));
            each.apiKeys().forEach(key -> require(byApiKey.put(key, account) == null,
                    "Two accounts have the API key " + KeyId.of(key)));
            each.thermostats().stream().map(Thermostat::getIdentifier).forEach(identifiers::add);
        }
        for (LiveAccount account : byName.values()) {
            account.named().forEach(identifier -> require(identifiers.contains(identifier),
                    "Account " + account.name() + " names thermostat " + identifier + ", which no account has"));
        }
    }

    /**
     * All of them.
     *
     * @return the accounts, in the order in which they were described
     */
    public Collection<LiveAccount> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The one that is meant when nobody says which.
     *
     * @return the first
     */
    public LiveAccount first() {
        return byName.values().iterator().next();
    }

    /**
     * One account.
     *
     * @param  name                     its name
     * @return                          the account
     * @throws IllegalArgumentException if there is none
     */
    public LiveAccount get(String name) {
        LiveAccount account = byName.get(name);
        if (account == null) {
            throw new IllegalArgumentException("There is no account " + name + ": there are " + byName.keySet());
        }
        return account;
    }

    /**
     * The account that an application is meant for.
     *
     * @param  apiKey its API key
     * @return        the account that has the key, else the first
     */
    public LiveAccount ofApiKey(String apiKey) {
        return byApiKey.getOrDefault(apiKey, first());
    }

    /**
     * The account that somebody logs in to.
     *
     * @param  userName the owner or another user of it
     * @return          the account, if there is one
     */
    public Optional<LiveAccount> ofUser(@Nullable String userName) {
        return byName.values().stream().filter(account -> account.userNames().contains(userName)).findFirst();
    }

    /**
     * What utilities have sent to thermostats.
     *
     * @return the offsets of all thermostats
     */
    public DemandOffsets demandOffsets() {
        return demandOffsets;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
