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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * Describes an account for the simulator's builder. What is changed after the simulator has started has no effect on
 * it.
 */
public final class Account {
    /** The password of an owner of whom no other is said. */
    public static final String DEFAULT_PASSWORD = "secret";

    private final String name;
    private final AccountType type;
    private String userName;
    private String password = DEFAULT_PASSWORD;
    private final List<Thermostat> thermostats = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private final Map<String, List<String>> sets = new LinkedHashMap<>();
    private final List<String> apiKeys = new ArrayList<>();
    private final List<HierarchyUser> users = new ArrayList<>();
    private final List<HierarchyPrivilege> privileges = new ArrayList<>();

    private Account(String name, AccountType type) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An account needs a name");
        }
        this.name = name;
        this.type = type;
        this.userName = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".") + "@example.org";
    }

    /**
     * Describes the account of a consumer.
     *
     * @param  name                     its name in the simulator
     * @return                          the account, with no thermostat yet
     * @throws IllegalArgumentException if the name is blank
     */
    public static Account smart(String name) {
        return new Account(name, AccountType.SMART);
    }

    /**
     * Describes the account of an organisation.
     *
     * @param  name                     its name in the simulator
     * @return                          the account, with no thermostat and no set yet
     * @throws IllegalArgumentException if the name is blank
     */
    public static Account ems(String name) {
        return new Account(name, AccountType.EMS);
    }

    /**
     * Describes the account of a utility.
     *
     * @param  name                     its name in the simulator
     * @return                          the account, with no thermostat and no set yet
     * @throws IllegalArgumentException if the name is blank
     */
    public static Account utility(String name) {
        return new Account(name, AccountType.UTILITY);
    }

    /**
     * Who logs in as its owner. Default: made from its name, at {@code example.org}, with the password {@code secret}.
     *
     * @param  newUserName an e-mail address, unique in the simulator
     * @param  newPassword the password, which only {@code /1/register} asks for
     * @return             this
     */
    public Account login(String newUserName, String newPassword) {
        userName = newUserName;
        password = newPassword;
        return this;
    }

    /**
     * Adds a thermostat of its own.
     *
     * @param  value the thermostat, at least its identifier; what it does not say is added
     * @return       this
     */
    public Account thermostat(Thermostat value) {
        thermostats.add(value);
        return this;
    }

    /**
     * Adds thermostats of its own.
     *
     * @param  values the thermostats
     * @return        this
     */
    public Account thermostats(List<Thermostat> values) {
        thermostats.addAll(values);
        return this;
    }

    /**
     * Lets it see thermostats of other accounts: a utility those of its customers, a member of a household those of
     * somebody else. A member finds nothing under {@code registered}, but may name these identifiers.
     *
     * @param  identifiers identifiers of thermostats that another account brings
     * @return             this
     */
    public Account sees(String... identifiers) {
        shared.addAll(List.of(identifiers));
        return this;
    }

    /**
     * Adds a management set, and those above it that do not exist. For EMS and utility accounts.
     *
     * @param  path                     its path, for example {@code /North/Ground floor}
     * @param  identifiers              the thermostats in it, its own or those of other accounts
     * @return                          this
     * @throws IllegalArgumentException if the account is a consumer's or the path does not begin with a slash
     */
    public Account set(String path, String... identifiers) {
        requireSets();
        requirePath(path);
        sets.computeIfAbsent(path, unused -> new ArrayList<>()).addAll(List.of(identifiers));
        return this;
    }

    /**
     * Accepts an API key whose applications are meant for this account: a PIN that is entered without saying for which
     * account is entered for this one. For EMS and Smart accounts.
     *
     * @param  value                    the key
     * @return                          this
     * @throws IllegalArgumentException if the account is a utility's, which has no applications
     */
    public Account apiKey(String value) {
        if (type == AccountType.UTILITY) {
            throw new IllegalArgumentException("The utility " + name + " has no applications, and so no API keys");
        }
        apiKeys.add(value);
        return this;
    }

    /**
     * Adds a user beside the owner. For EMS and utility accounts.
     *
     * @param  user                     the user, at least the user name
     * @param  allowed                  what the user may do on which set
     * @return                          this
     * @throws IllegalArgumentException if the account is a consumer's, the user has no name, or a privilege no path
     *                                  that begins with a slash
     */
    public Account user(HierarchyUser user, HierarchyPrivilege... allowed) {
        requireSets();
        if (user.getUserName() == null || user.getUserName().isBlank()) {
            throw new IllegalArgumentException("A user of account " + name + " has no name");
        }
        users.add(user);
        for (HierarchyPrivilege each : allowed) {
            requirePath(each.getSetPath());
            privileges.add(EcobeeJson.convert(each, HierarchyPrivilege.class).withUserName(user.getUserName()));
        }
        return this;
    }

    /**
     * Its name.
     *
     * @return the name in the simulator
     */
    public String name() {
        return name;
    }

    /**
     * Its kind.
     *
     * @return the kind
     */
    public AccountType type() {
        return type;
    }

    /**
     * Its own thermostats.
     *
     * @return an immutable copy
     */
    public List<Thermostat> thermostats() {
        return List.copyOf(thermostats);
    }

    /**
     * The API keys of its applications.
     *
     * @return an immutable copy
     */
    public List<String> apiKeys() {
        return List.copyOf(apiKeys);
    }

    String userName() {
        return userName;
    }

    String password() {
        return password;
    }

    List<String> shared() {
        return shared;
    }

    Map<String, List<String>> sets() {
        return sets;
    }

    List<HierarchyUser> users() {
        return users;
    }

    List<HierarchyPrivilege> privileges() {
        return privileges;
    }

    private static void requirePath(@Nullable String path) {
        if (path == null || !path.startsWith("/")) {
            throw new IllegalArgumentException("The path of a set begins with a slash, unlike " + path);
        }
    }

    private void requireSets() {
        if (type == AccountType.SMART) {
            throw new IllegalArgumentException("The Smart account " + name + " has no management sets and users");
        }
    }
}
