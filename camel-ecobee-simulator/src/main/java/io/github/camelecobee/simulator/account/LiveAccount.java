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

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.oauth.Login;
import org.jspecify.annotations.Nullable;

/**
 * An account of the running simulator, with what belongs to it beside its thermostats. What can change in it is guarded
 * by the lock of the home.
 */
public final class LiveAccount {
    private final String name;
    private final AccountType type;
    private final String userName;
    private final String password;
    private final List<String> owned;
    private final Set<String> nameable;
    private final Set<String> shared;
    private final @Nullable Hierarchy hierarchy;
    private final GroupBook groups = new GroupBook();
    private final DemandResponses demandResponses = new DemandResponses();

    LiveAccount(Account described) {
        name = described.name();
        type = described.type();
        userName = described.userName();
        password = described.password();
        owned = described.thermostats().stream().map(Thermostat::getIdentifier).toList();
        shared = new LinkedHashSet<>(described.shared());
        nameable = new HashSet<>(owned);
        nameable.addAll(shared);
        hierarchy = type == AccountType.SMART ? null : tree(described);
    }

    private Hierarchy tree(Account described) {
        Hierarchy tree = new Hierarchy(userName);
        tree.unassigned().thermostats().addAll(owned);
        tree.unassigned().thermostats().addAll(described.shared());
        described.sets().forEach((path, identifiers) -> {
            ManagementSet set = tree.make(path);
            identifiers.forEach(identifier -> tree.place(identifier, set));
        });
        described.users().forEach(tree::put);
        for (HierarchyPrivilege each : described.privileges()) {
            tree.make(each.getSetPath()).privileges()
                    .put(each.getUserName(), EcobeeJson.convert(each, HierarchyPrivilege.class));
        }
        return tree;
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
     * Its owner.
     *
     * @return the user name
     */
    public String userName() {
        return userName;
    }

    /**
     * Its owner, logged in.
     *
     * @return the login
     */
    public Login owner() {
        return new Login(name, userName);
    }

    /**
     * Whether these are the owner's credentials.
     *
     * @param  user   the user name
     * @param  secret the password
     * @return        whether both are right
     */
    public boolean isLogin(@Nullable String user, @Nullable String secret) {
        return userName.equals(user) && password.equals(secret);
    }

    /**
     * Everybody who can log in.
     *
     * @return user names, the owner first
     */
    public List<String> userNames() {
        return hierarchy == null ? List.of(userName) : List.copyOf(hierarchy.users().keySet());
    }

    /**
     * The identifiers of its own thermostats.
     *
     * @return an immutable list, in order
     */
    public List<String> owned() {
        return owned;
    }

    /**
     * The thermostats that one of its users sees, those of other accounts too.
     *
     * @param  user the user name
     * @return      their identifiers, in order; where there are management sets, those that the user may view
     */
    public List<String> seenBy(String user) {
        if (hierarchy != null) {
            return List.copyOf(hierarchy.thermostats(hierarchy.root(), user, Right.VIEW));
        }
        return Stream.concat(owned.stream(), shared.stream()).distinct().toList();
    }

    /** Whether it owns a thermostat, or sees it although another account does. */
    boolean mayName(String identifier) {
        return nameable.contains(identifier);
    }

    /** Every identifier that its description names. */
    Set<String> named() {
        Set<String> all = new LinkedHashSet<>(shared);
        if (hierarchy != null) {
            all.addAll(hierarchy.thermostats(hierarchy.root(), userName, Right.VIEW));
        }
        return all;
    }

    /**
     * Its sets and users.
     *
     * @return                       the hierarchy
     * @throws IllegalStateException if it is a consumer's account
     */
    public Hierarchy hierarchy() {
        if (hierarchy == null) {
            throw new IllegalStateException("The Smart account " + name + " has no hierarchy");
        }
        return hierarchy;
    }

    /**
     * Its thermostat groups.
     *
     * @return the groups
     */
    public GroupBook groups() {
        return groups;
    }

    /**
     * The demand responses of a utility.
     *
     * @return the demand responses
     */
    public DemandResponses demandResponses() {
        return demandResponses;
    }
}
