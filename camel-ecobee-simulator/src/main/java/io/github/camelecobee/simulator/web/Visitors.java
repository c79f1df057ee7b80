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
package io.github.camelecobee.simulator.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchyUser;
import io.github.camelecobee.simulator.account.AccountType;
import io.github.camelecobee.simulator.account.Hierarchy;
import io.github.camelecobee.simulator.account.LiveAccount;
import io.github.camelecobee.simulator.account.ManagementSet;
import org.jspecify.annotations.Nullable;

/** Everybody who can log in to a page of the simulator. Sample users need no password. */
final class Visitors {
    private static final String RIGHT = "allow";

    private final Cloud cloud;

    Visitors(Cloud cloud) {
        this.cloud = cloud;
    }

    /** All users of all accounts, each account's owner first; a user who is not active stays outside. */
    List<Visitor> all() {
        return cloud.home().visit((thermostats, now) -> cloud.accounts().all().stream().flatMap(Visitors::of).toList());
    }

    Optional<Visitor> find(String userName) {
        return all().stream().filter(each -> each.userName().equals(userName)).findFirst();
    }

    /** The owner of the first account, who is meant when nobody says who. */
    Visitor first() {
        return all().get(0);
    }

    /**
     * A user of an account.
     *
     * @param  account                  the name of the account, {@code null} for the user's or else the first
     * @param  userName                 the user, {@code null} for the owner
     * @return                          the user
     * @throws IllegalArgumentException if there is no such account or user
     */
    Visitor named(@Nullable String account, @Nullable String userName) {
        if (account == null && userName == null) {
            return first();
        }
        List<Visitor> there = account == null ? all() : ofAccount(account);
        return there.stream().filter(each -> userName == null || each.userName().equals(userName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        (account == null ? "There is" : "Account " + account + " has") + " no user " + userName + ": there are "
                                                                + there.stream().map(Visitor::userName).toList()));
    }

    private List<Visitor> ofAccount(String name) {
        LiveAccount account = cloud.accounts().get(name);
        return cloud.home().visit((thermostats, now) -> of(account).toList());
    }

    private static Stream<Visitor> of(LiveAccount account) {
        if (account.type() == AccountType.SMART) {
            return Stream.of(new Visitor(account, account.userName(), "owner"));
        }
        Hierarchy hierarchy = account.hierarchy();
        return hierarchy.users().values().stream().filter(user -> Boolean.TRUE.equals(user.getActive()))
                .map(user -> new Visitor(account, user.getUserName(), role(hierarchy, user)));
    }

    private static String role(Hierarchy hierarchy, HierarchyUser user) {
        List<String> parts = new ArrayList<>();
        String name = (user.getFirstName() + " " + user.getLastName()).strip();
        if (!name.isEmpty()) {
            parts.add(name);
        }
        if (user.getUserName().equals(hierarchy.owner())) {
            parts.add("owner");
        } else {
            for (ManagementSet set : hierarchy.root().branch()) {
                HierarchyPrivilege said = set.privileges().get(user.getUserName());
                if (said != null) {
                    parts.add(rights(said) + " on " + set.path());
                }
            }
        }
        return String.join(" · ", parts);
    }

    private static String rights(HierarchyPrivilege privilege) {
        Map<String, ?> values = EcobeeJson.toMap(privilege);
        return values.entrySet().stream()
                .filter(each -> each.getKey().startsWith(RIGHT) && Boolean.TRUE.equals(each.getValue()))
                .map(each -> words(each.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** {@code allowManageAccount} is "manage account". */
    private static String words(String property) {
        return property.substring(RIGHT.length()).replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
