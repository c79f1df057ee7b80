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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchyUser;
import org.jspecify.annotations.Nullable;

/**
 * The tree of management sets of an EMS or utility account, its users and what they may do. Every thermostat is in one
 * set, or in "Unassigned". Guarded by the lock of the home.
 */
public final class Hierarchy {
    private static final String NEVER = "2008-01-02 00:00:00";

    private final String owner;
    private final ManagementSet root = new ManagementSet("My Sets");
    private final ManagementSet unassigned = new ManagementSet(ManagementSet.UNASSIGNED);
    private final Map<String, HierarchyUser> users = new LinkedHashMap<>();

    Hierarchy(String owner) {
        this.owner = owner;
        put(new HierarchyUser().withUserName(owner));
        root.privileges().put(owner, new HierarchyPrivilege().withUserName(owner).withAllowAll(true));
    }

    /**
     * The user who may do everything and cannot be removed.
     *
     * @return the user name
     */
    public String owner() {
        return owner;
    }

    /**
     * The set at the top.
     *
     * @return "My Sets"
     */
    public ManagementSet root() {
        return root;
    }

    /**
     * What is in no set.
     *
     * @return "Unassigned"
     */
    public ManagementSet unassigned() {
        return unassigned;
    }

    /**
     * The users by name, the owner among them.
     *
     * @return the live map
     */
    public Map<String, HierarchyUser> users() {
        return users;
    }

    /**
     * Adds a user; what is not said of the user is added.
     *
     * @param user the user
     */
    public void put(HierarchyUser user) {
        users.put(user.getUserName(), new HierarchyUser().withUserName(user.getUserName())
                .withFirstName(or(user.getFirstName(), "")).withLastName(or(user.getLastName(), ""))
                .withPhone(or(user.getPhone(), "")).withLastLogin(or(user.getLastLogin(), NEVER))
                .withActive(or(user.getActive(), true)).withEmailAlerts(or(user.getEmailAlerts(), false)));
    }

    /**
     * Removes a user with all that the user may do.
     *
     * @param userName the user
     */
    public void removeUser(String userName) {
        users.remove(userName);
        root.branch().forEach(set -> set.privileges().remove(userName));
    }

    /**
     * Finds a set.
     *
     * @param  path its path, {@code /} for "My Sets", {@code Unassigned} without a slash
     * @return      the set, if there is one
     */
    public Optional<ManagementSet> find(@Nullable String path) {
        if (path == null || path.equals(ManagementSet.UNASSIGNED)) {
            return path == null ? Optional.empty() : Optional.of(unassigned);
        }
        if (!path.startsWith(ManagementSet.ROOT)) {
            return Optional.empty();
        }
        ManagementSet found = root;
        for (String name : names(path)) {
            found = found == null ? null : found.child(name);
        }
        return Optional.ofNullable(found);
    }

    /** Finds a set, or makes it with those above it. */
    ManagementSet make(String path) {
        ManagementSet found = root;
        for (String name : names(path)) {
            ManagementSet child = found.child(name);
            found = child == null ? found.add(name) : child;
        }
        return found;
    }

    /**
     * Removes a set and those below; their thermostats are in no set then.
     *
     * @param set not the root
     */
    public void remove(ManagementSet set) {
        set.branch().forEach(each -> unassigned.thermostats().addAll(each.thermostats()));
        set.detach();
    }

    /**
     * The set that a thermostat is in.
     *
     * @param  identifier its identifier
     * @return            the set, "Unassigned" too; empty when the hierarchy does not know it
     */
    public Optional<ManagementSet> setOf(String identifier) {
        List<ManagementSet> all = new ArrayList<>(root.branch());
        all.add(unassigned);
        return all.stream().filter(set -> set.thermostats().contains(identifier)).findFirst();
    }

    /**
     * Puts a thermostat into a set, wherever it was.
     *
     * @param identifier its identifier
     * @param set        the set
     */
    public void place(String identifier, ManagementSet set) {
        forget(identifier);
        set.thermostats().add(identifier);
    }

    /**
     * Takes a thermostat out of the hierarchy.
     *
     * @param identifier its identifier
     */
    public void forget(String identifier) {
        setOf(identifier).ifPresent(set -> set.thermostats().remove(identifier));
    }

    /**
     * The thermostats of a set and of those below it, as far as a user may use them. "My Sets" holds those in no set
     * too: it stands for all.
     *
     * @param  set      the set
     * @param  userName the user
     * @param  right    what the user wants to do
     * @return          their identifiers
     */
    public Set<String> thermostats(ManagementSet set, String userName, Right right) {
        Set<String> found = new LinkedHashSet<>();
        set.branch().stream().filter(each -> allows(userName, each, right))
                .forEach(each -> found.addAll(each.thermostats()));
        if (set == root && allows(userName, root, right)) {
            found.addAll(unassigned.thermostats());
        }
        return found;
    }

    /**
     * Whether a user may do something on a set. What is said for the nearest set above counts; "Unassigned" belongs to
     * "My Sets".
     *
     * @param  userName the user
     * @param  set      the set
     * @param  right    what the user wants to do
     * @return          whether that is allowed
     */
    public boolean allows(String userName, ManagementSet set, Right right) {
        HierarchyUser user = users.get(userName);
        if (user == null || !Boolean.TRUE.equals(user.getActive())) {
            return false;
        }
        for (ManagementSet each = set == unassigned ? root : set; each != null; each = each.parent()) {
            HierarchyPrivilege said = each.privileges().get(userName);
            if (said != null) {
                return right.isIn(said);
            }
        }
        return false;
    }

    private static List<String> names(String path) {
        return List.of(path.split("/")).stream().filter(name -> !name.isEmpty()).toList();
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
