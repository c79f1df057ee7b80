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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.simulator.home.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The thermostat groups of a Smart account (Group.shtml). Guarded by the lock of the home.
 */
public final class GroupBook {
    private static final List<String> FLAGS = List.of("synchronizeAlerts", "synchronizeSystemMode",
            "synchronizeSchedule", "synchronizeQuickSave", "synchronizeReminders", "synchronizeContractorInfo",
            "synchronizeUserPreferences", "synchronizeUtilityInfo", "synchronizeLocation", "synchronizeReset",
            "synchronizeVacation");

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private int made;

    GroupBook() {
    }

    /**
     * The groups.
     *
     * @return a new list, oldest first
     */
    public List<Group> all() {
        return new ArrayList<>(groups.values());
    }

    /**
     * The group of a thermostat.
     *
     * @param  identifier the thermostat
     * @return            its group, empty when it is in none
     */
    public Optional<Group> of(String identifier) {
        return groups.values().stream().filter(group -> group.getThermostats().contains(identifier)).findFirst();
    }

    /**
     * Whether there is a group.
     *
     * @param  groupRef its reference
     * @return          whether it exists
     */
    public boolean contains(String groupRef) {
        return groups.containsKey(groupRef);
    }

    /**
     * Replaces, adds and deletes groups as post-group.shtml says: a group without reference is new, one without
     * thermostats goes, flags that are not said become false, and a thermostat joins the first group that names it. The
     * members of a group that is not mentioned are not taken from it; ecobee's page is silent on that.
     *
     * @param given the groups, in the caller's order
     */
    public void post(List<Group> given) {
        given.stream().map(Group::getGroupRef).filter(Objects::nonNull).forEach(this::clear);
        Set<String> taken = new HashSet<>();
        groups.values().forEach(group -> taken.addAll(group.getThermostats()));
        for (Group each : given) {
            List<String> members = each.getThermostats() == null
                    ? List.of() : each.getThermostats().stream().filter(taken::add).toList();
            String groupRef = each.getGroupRef() == null ? newRef(each.getGroupName()) : each.getGroupRef();
            if (members.isEmpty()) {
                groups.remove(groupRef);
            } else {
                groups.put(groupRef, whole(each).withGroupRef(groupRef).withThermostats(members));
            }
        }
    }

    /** Keeps the place of a group in the order while its members are free. */
    private void clear(String groupRef) {
        groups.computeIfPresent(groupRef, (ref, group) -> group.withThermostats(List.of()));
    }

    private static Group whole(Group given) {
        Map<String, Object> whole = new LinkedHashMap<>();
        FLAGS.forEach(flag -> whole.put(flag, false));
        whole.putAll(Json.map(given));
        return EcobeeJson.convert(whole, Group.class);
    }

    /** Eight hexadecimal digits, always the same ones for the same requests. */
    private String newRef(String name) {
        CRC32 sum = new CRC32();
        sum.update((name + ":" + made++).getBytes(UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
