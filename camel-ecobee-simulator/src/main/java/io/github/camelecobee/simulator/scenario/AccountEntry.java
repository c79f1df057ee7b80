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
package io.github.camelecobee.simulator.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import io.github.camelecobee.simulator.account.Account;
import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.input.StrictObject;

/**
 * An account as a scenario describes it.
 *
 * @param account     the account
 * @param thermostats its own thermostats
 * @param faults      what goes wrong for it
 */
record AccountEntry(Account account, List<ThermostatEntry> thermostats, ScenarioSection.Step faults) {

    private static final Map<String, Function<String, Account>> TYPES = new TreeMap<>(
            Map.of("smart", Account::smart, "ems", Account::ems, "utility", Account::utility));
    private static final String ROOT = "/";
    private static final String SET = "set";
    private static final String SETS = "sets";
    private static final String USERS = "users";
    private static final String USER_NAME = "userName";

    /**
     * Reads one.
     *
     * @param  given                    the object
     * @param  identifiers              the identifiers of the thermostats before, to which it adds its own
     * @param  userNames                the users before, to whom it adds its own
     * @return                          the account
     * @throws IllegalArgumentException if something is wrong; the message names the key
     */
    static AccountEntry read(StrictObject given, Set<String> identifiers, Set<String> userNames) {
        String name = given.requiredText("name");
        Function<String, Account> type = given.oneOf("type", TYPES);
        if (type == null) {
            throw given.problem("type", "is missing: it is one of " + String.join(", ", TYPES.keySet()));
        }
        if (name.isBlank()) {
            throw given.problem("name", "must not be empty");
        }
        Account account = type.apply(name);
        if (account.type() == AccountType.UTILITY && given.has("apiKeys")) {
            throw given.problem("apiKeys", "are not for utility accounts: a utility logs in with its password");
        }
        given.texts("apiKeys").forEach(account::apiKey);
        readOwner(given, account, userNames);
        List<ThermostatEntry> thermostats = new ArrayList<>();
        Set<String> sets = new LinkedHashSet<>(Set.of(ROOT));
        account.sees(given.texts("sees").toArray(new String[0]));
        readSets(given, account, sets);
        for (StrictObject each : given.objects("thermostats")) {
            thermostats.add(thermostat(each, account, sets, identifiers));
        }
        readUsers(given, account, sets, userNames);
        ScenarioSection.Step faults = FaultsSection.ofAccount(given, name);
        given.end();
        return new AccountEntry(account, thermostats, faults);
    }

    private static void readOwner(StrictObject given, Account account, Set<String> userNames) {
        StrictObject owner = given.object("owner");
        if (owner != null) {
            String userName = newUser(owner, userNames);
            String password = owner.text("password");
            account.login(userName, password == null ? Account.DEFAULT_PASSWORD : password);
            owner.end();
        }
    }

    private static void readSets(StrictObject given, Account account, Set<String> sets) {
        requireTree(given, SETS, account);
        for (StrictObject each : given.objects(SETS)) {
            String path = each.requiredText("path");
            place(each, "path", path, account, sets, each.texts("thermostats").toArray(new String[0]));
            each.end();
        }
    }

    private static ThermostatEntry thermostat(
            StrictObject given, Account account, Set<String> sets, Set<String> identifiers) {
        ThermostatEntry entry = ThermostatEntry.read(given);
        if (!identifiers.add(entry.identifier())) {
            throw given.problem("identifier", "is taken: two thermostats are " + entry.identifier());
        }
        account.thermostat(entry.thermostat());
        requireTree(given, SET, account);
        String set = given.text(SET);
        if (set != null) {
            place(given, SET, set, account, sets, entry.identifier());
        }
        given.end();
        return entry;
    }

    /** Puts thermostats into a set, and remembers that there is the set with those above it. */
    private static void place(
            StrictObject given, String key, String path, Account account, Set<String> sets, String... identifiers) {
        if (!path.startsWith(ROOT)) {
            throw given.problem(key, "must be a path that begins with a slash, such as /North/Floor 1, not " + path);
        }
        account.set(path, identifiers);
        for (int slash = path.length(); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            sets.add(path.substring(0, slash));
        }
    }

    private static void readUsers(StrictObject given, Account account, Set<String> sets, Set<String> userNames) {
        requireTree(given, USERS, account);
        for (StrictObject each : given.objects(USERS)) {
            UserEntry user = UserEntry.read(each, newUser(each, userNames), sets);
            account.user(user.user(), user.privileges());
        }
    }

    private static String newUser(StrictObject given, Set<String> userNames) {
        String userName = given.requiredText(USER_NAME);
        if (userName.isBlank() || !userNames.add(userName)) {
            throw given.problem(USER_NAME, userName.isBlank() ? "must not be empty" : "is taken: two users are " + userName);
        }
        return userName;
    }

    private static void requireTree(StrictObject given, String key, Account account) {
        if (given.has(key) && account.type() == AccountType.SMART) {
            throw given.problem(key, "is for ems and utility accounts only; " + account.name() + " is smart");
        }
    }
}
