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
package io.github.camelecobee.simulator.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.model.HierarchyUserRequest;
import io.github.camelecobee.model.HierarchyUserResponse;
import io.github.camelecobee.simulator.account.Hierarchy;
import io.github.camelecobee.simulator.account.ManagementSet;
import io.github.camelecobee.simulator.account.Right;
import io.github.camelecobee.simulator.home.Json;

/**
 * {@code /1/hierarchy/user}. Who changes users needs the security privilege on "My Sets", who adds or unregisters them
 * manage account. Invitations are not sent.
 */
final class HierarchyUsers {

    /** Lists the users who have a privilege on a set, or, without a set, all. */
    String get(String json, Caller caller) throws StatusException {
        HierarchyUserRequest asked = Requests.read(json, HierarchyUserRequest.class);
        Hierarchies.requireOperation("list", asked.getOperation());
        Hierarchy hierarchy = caller.hierarchy();
        caller.require(Right.SECURITY, hierarchy.root());
        boolean all = asked.getSetPath() == null;
        ManagementSet set = all ? hierarchy.root() : Hierarchies.find(caller, asked.getSetPath());
        List<ManagementSet> sets = all || Boolean.TRUE.equals(asked.getRecursive()) ? set.branch() : List.of(set);
        List<HierarchyUser> users = hierarchy.users().values().stream()
                .filter(user -> all || sets.stream().anyMatch(each -> each.privileges().containsKey(user.getUserName())))
                .toList();
        List<HierarchyPrivilege> privileges = Boolean.TRUE.equals(asked.getIncludePrivileges())
                ? sets.stream().flatMap(each -> HierarchySets.privileges(each).stream()).toList() : List.of();
        return EcobeeJson.write(new HierarchyUserResponse().withUsers(users).withPrivileges(privileges)
                .withStatus(EcobeeStatus.SUCCESS.status()));
    }

    /** Changes users. */
    String post(String json, Caller caller) throws StatusException {
        HierarchyUserRequest asked = Requests.read(json, HierarchyUserRequest.class);
        ManagementSet root = caller.hierarchy().root();
        switch (String.valueOf(asked.getOperation())) {
            case "add" -> {
                caller.require(Right.MANAGE_ACCOUNT, root);
                add(asked, caller);
            }
            case "unregister" -> {
                caller.require(Right.MANAGE_ACCOUNT, root);
                for (String userName : known(asked, caller)) {
                    caller.hierarchy().removeUser(userName);
                }
            }
            case "remove" -> {
                caller.require(Right.SECURITY, root);
                ManagementSet set = Hierarchies.find(caller, asked.getSetPath());
                known(asked, caller).forEach(set.privileges()::remove);
            }
            case "update" -> {
                caller.require(Right.SECURITY, root);
                update(asked, caller);
            }
            default -> throw Hierarchies.unknownOperation(asked.getOperation(), "list");
        }
        return Hierarchies.success();
    }

    private static void add(HierarchyUserRequest asked, Caller caller) throws StatusException {
        List<String> names = new ArrayList<>();
        for (HierarchyUser user : users(asked)) {
            String name = user.getUserName();
            if (caller.hierarchy().users().containsKey(name) || names.contains(name)) {
                throw EcobeeStatus.VALIDATION_ERROR.with("User " + name + " exists.");
            }
            names.add(name);
        }
        List<Said> said = privileges(asked, caller);
        for (Said each : said) {
            if (!names.contains(each.privilege().getUserName())) {
                throw EcobeeStatus.VALIDATION_ERROR.with("Privileges are for the users that are added only.");
            }
        }
        users(asked).forEach(caller.hierarchy()::put);
        said.forEach(Said::put);
    }

    private static void update(HierarchyUserRequest asked, Caller caller) throws StatusException {
        List<Said> said = privileges(asked, caller);
        boolean users = asked.getUsers() != null && !asked.getUsers().isEmpty();
        if (!users && said.isEmpty()) {
            throw EcobeeStatus.VALIDATION_ERROR.with("Users or privileges are required.");
        }
        Map<String, HierarchyUser> known = caller.hierarchy().users();
        for (Said each : said) {
            requireKnown(each.privilege().getUserName(), caller);
        }
        if (users) {
            for (HierarchyUser user : users(asked)) {
                requireKnown(user.getUserName(), caller);
                Map<String, Object> merged = Json.map(Objects.requireNonNull(known.get(user.getUserName())));
                Json.merge(merged, Json.map(user));
                caller.hierarchy().put(EcobeeJson.convert(merged, HierarchyUser.class));
            }
        }
        said.forEach(Said::put);
    }

    /** The users named, who must exist; the owner of the account stays. */
    private static List<String> known(HierarchyUserRequest asked, Caller caller) throws StatusException {
        List<String> names = new ArrayList<>();
        for (HierarchyUser user : users(asked)) {
            requireKnown(user.getUserName(), caller);
            if (user.getUserName().equals(caller.hierarchy().owner())) {
                throw EcobeeStatus.NOT_AUTHORIZED.with("User " + user.getUserName() + " owns the account.");
            }
            names.add(user.getUserName());
        }
        return names;
    }

    private static List<HierarchyUser> users(HierarchyUserRequest asked) throws StatusException {
        List<HierarchyUser> users = asked.getUsers();
        if (users == null || users.isEmpty() || users.stream().anyMatch(user -> user.getUserName() == null)) {
            throw EcobeeStatus.VALIDATION_ERROR.with("Users with a userName are required.");
        }
        return users;
    }

    private static void requireKnown(String userName, Caller caller) throws StatusException {
        if (!caller.hierarchy().users().containsKey(String.valueOf(userName))) {
            throw EcobeeStatus.NOT_AUTHORIZED.with("User " + userName + " is not in the hierarchy.");
        }
    }

    /** The privileges to give, each with its set; a caller cannot give more than it has. */
    private static List<Said> privileges(HierarchyUserRequest asked, Caller caller) throws StatusException {
        List<Said> said = new ArrayList<>();
        for (HierarchyPrivilege each : Objects.requireNonNullElse(asked.getPrivileges(), List.<HierarchyPrivilege> of())) {
            ManagementSet set = Hierarchies.find(caller, each.getSetPath());
            if (set == caller.hierarchy().unassigned()) {
                throw EcobeeStatus.VALIDATION_ERROR.with("Set " + set.path() + " has no privileges of its own.");
            }
            for (Right right : Right.values()) {
                if (right.isIn(each)) {
                    caller.require(right, set);
                }
            }
            if (caller.hierarchy().owner().equals(each.getUserName())) {
                throw EcobeeStatus.NOT_AUTHORIZED.with("User " + each.getUserName() + " owns the account.");
            }
            said.add(new Said(set, each));
        }
        return said;
    }

    private record Said(ManagementSet set, HierarchyPrivilege privilege) {
        void put() {
            set.privileges().put(privilege.getUserName(), privilege);
        }
    }
}
