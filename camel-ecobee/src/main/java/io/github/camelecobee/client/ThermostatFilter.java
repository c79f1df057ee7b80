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
package io.github.camelecobee.client;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelecobee.model.Group;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which thermostats of a summary a consumer wants: those of some names, those of some groups (get-group.shtml), or
 * those that are both. It asks ecobee for nothing but the groups, and those once an hour.
 * <p>
 * A name that no thermostat has is no error: it may come. One filter serves all accounts of a consumer, since a name
 * need not be there in each. Safe for use by several threads.
 */
public final class ThermostatFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ThermostatFilter.class);

    private final List<String> names;
    private final List<String> groups;
    private final ReentrantLock lock = new ReentrantLock();
    /** What the last summary of each account had of what is wanted. Guarded by the lock. */
    private final Map<String, Set<String>> matches = new HashMap<>();
    private final Set<String> warned = new HashSet<>();

    private ThermostatFilter(List<String> names, List<String> groups) {
        this.names = names;
        this.groups = groups;
    }

    /**
     * Lets every thermostat through.
     *
     * @return a filter
     */
    public static ThermostatFilter none() {
        return new ThermostatFilter(List.of(), List.of());
    }

    /**
     * Reads the options.
     *
     * @param  thermostatNames          names, comma-separated, in any letter case; {@code null} for all
     * @param  groups                   names or references of groups, comma-separated, in any letter case; {@code null}
     *                                  for all, grouped or not
     * @return                          a filter
     * @throws IllegalArgumentException if a name is blank
     */
    public static ThermostatFilter parse(@Nullable String thermostatNames, @Nullable String groups) {
        return new ThermostatFilter(names("thermostatNames", thermostatNames), names("groups", groups));
    }

    /**
     * Whether it lets every thermostat through.
     *
     * @return {@code false} when it knows names or groups
     */
    public boolean isEverything() {
        return names.isEmpty() && groups.isEmpty();
    }

    private static List<String> names(String option, @Nullable String csv) {
        if (csv == null) {
            return List.of();
        }
        List<String> names = Arrays.stream(csv.split(",", -1)).map(String::strip).distinct().toList();
        if (names.contains("")) {
            throw new IllegalArgumentException(option + ": '" + csv + "' has a blank name; give names, comma-separated");
        }
        return names;
    }

    /**
     * Leaves out the thermostats that are not wanted.
     *
     * @param  client          speaks to ecobee for the account of the summary
     * @param  all             a summary
     * @return                 the same, of those that are wanted
     * @throws EcobeeException if the groups are needed, are not known yet, and cannot be read
     */
    public ThermostatSummary of(EcobeeClient client, ThermostatSummary all) {
        if (names.isEmpty() && groups.isEmpty()) {
            return all;
        }
        Set<String> matched = new HashSet<>();
        Set<String> grouped = groups.isEmpty() ? Set.of() : members(client.recentGroups(), matched);
        List<String> wanted = all.revisions().values().stream()
                .filter(thermostat -> isNamed(thermostat.name(), matched))
                .map(ThermostatRevisions::identifier)
                .filter(identifier -> groups.isEmpty() || grouped.contains(identifier)).toList();
        lock.lock();
        try {
            matches.put(client.account(), matched);
        } finally {
            lock.unlock();
        }
        return all.only(wanted);
    }

    /**
     * The thermostats of the wanted groups, for somebody who changes them: asked now, because who is in a group an hour
     * ago says nothing.
     *
     * @param  client                   speaks to ecobee
     * @return                          their identifiers
     * @throws IllegalArgumentException if ecobee knows no group of one of these names, or one is empty
     * @throws EcobeeException          if the groups cannot be read
     */
    public List<String> membersNow(EcobeeClient client) {
        List<Group> all = client.groups();
        Set<String> identifiers = new LinkedHashSet<>();
        for (String wanted : groups) {
            Set<String> members = new TreeSet<>();
            all.stream().filter(group -> isSame(wanted, group.getGroupName()) || isSame(wanted, group.getGroupRef()))
                    .forEach(group -> members.addAll(Objects.requireNonNullElse(group.getThermostats(), List.of())));
            if (members.isEmpty()) {
                throw new IllegalArgumentException(
                        "groups: '" + wanted + "' is no group with thermostats in account '" + client.account()
                                                   + "'; there are " + all.stream().map(Group::getGroupName).toList());
            }
            identifiers.addAll(members);
        }
        return List.copyOf(identifiers);
    }

    private boolean isNamed(String name, Set<String> matched) {
        if (names.isEmpty()) {
            return true;
        }
        List<String> same = names.stream().filter(wanted -> isSame(wanted, name)).toList();
        same.forEach(wanted -> matched.add("thermostatNames: '" + wanted + "'"));
        return !same.isEmpty();
    }

    private Set<String> members(List<Group> all, Set<String> matched) {
        Set<String> identifiers = new HashSet<>();
        for (Group group : all) {
            groups.stream().filter(wanted -> isSame(wanted, group.getGroupName()) || isSame(wanted, group.getGroupRef()))
                    .forEach(wanted -> {
                        matched.add("groups: '" + wanted + "'");
                        identifiers.addAll(Objects.requireNonNullElse(group.getThermostats(), List.of()));
                    });
        }
        return identifiers;
    }

    private static boolean isSame(String wanted, @Nullable String name) {
        return name != null && wanted.toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Warns once of each name that nothing in any account has, and says when it is there. Nothing is said before each
     * account has answered.
     *
     * @param consumer who wants them
     * @param accounts the accounts that it polls
     */
    public void tell(String consumer, Collection<String> accounts) {
        Set<String> wanted = new TreeSet<>();
        names.forEach(name -> wanted.add("thermostatNames: '" + name + "'"));
        groups.forEach(group -> wanted.add("groups: '" + group + "'"));
        if (wanted.isEmpty() || accounts.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            matches.keySet().retainAll(accounts);
            if (!matches.keySet().containsAll(accounts)) {
                return;
            }
            for (String each : wanted) {
                boolean there = matches.values().stream().anyMatch(matched -> matched.contains(each));
                if (!there && warned.add(each)) {
                    LOG.warn(
                            "{} is nothing that ecobee knows now, so route {} gets nothing of it. It is looked for at each poll",
                            each, consumer);
                } else if (there && warned.remove(each)) {
                    LOG.info("{} is there now, and route {} gets it", each, consumer);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
