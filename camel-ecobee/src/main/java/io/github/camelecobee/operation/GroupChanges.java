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
package io.github.camelecobee.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Group;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole groups of what a command says of them. Refuses what ecobee would take for something else than was meant:
 * a group without thermostats is deleted there, one without reference is new, and a thermostat joins one group only.
 */
final class GroupChanges {
    private final List<Group> present;
    private final boolean mayDelete;
    private final String place;

    /** Creates it for an account that has these groups now. */
    GroupChanges(List<Group> present, boolean mayDelete, String place) {
        this.present = List.copyOf(present);
        this.mayDelete = mayDelete;
        this.place = place;
    }

    List<Group> whole(List<Group> wanted) {
        List<Group> whole = new ArrayList<>();
        for (Group group : wanted) {
            String here = place + "[" + whole.size() + "]";
            Group one = group.getGroupRef() == null ? made(group, whole, here) : changed(group, here);
            checkDeletion(one, here);
            whole.add(one);
        }
        checkMembers(whole);
        return whole;
    }

    private Group made(Group group, List<Group> before, String here) {
        String name = group.getGroupName();
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(here + ": groupName is missing; a group without groupRef is a new one");
        }
        if (isEmpty(group)) {
            throw new IllegalArgumentException(
                    here + ": thermostats is missing; the new group '" + Shown.of(name) + "' needs some");
        }
        Optional<Group> same = present.stream().filter(each -> name.equals(each.getGroupName())).findFirst();
        if (same.isPresent()) {
            throw new IllegalArgumentException(
                    here + ": there is a group '" + Shown.of(name) + "' already; give its groupRef " + same.get().getGroupRef()
                                               + " to change it, or another groupName");
        }
        if (before.stream().anyMatch(each -> name.equals(each.getGroupName()))) {
            throw new IllegalArgumentException(here + ": groupName '" + Shown.of(name) + "' is given twice");
        }
        return group;
    }

    private Group changed(Group group, String here) {
        Group now = present.stream().filter(each -> group.getGroupRef().equals(each.getGroupRef())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        here + ": groupRef '" + Shown.of(group.getGroupRef()) + "' is unknown; there are "
                                                                + (present.isEmpty()
                                                                        ? "no groups"
                                                                        : present.stream().map(Group::getGroupRef)
                                                                                .collect(Collectors.joining(", ")))));
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(EcobeeJson.toMap(now));
        EcobeeJson.toMap(group).forEach((name, value) -> {
            if (value != null) {
                merged.put(name, value);
            }
        });
        return EcobeeJson.convert(merged, Group.class);
    }

    private void checkDeletion(Group group, String here) {
        if (isEmpty(group) && !mayDelete) {
            throw new IllegalArgumentException(
                    here + ": without thermostats ecobee deletes the group '" + group.getGroupName()
                                               + "'; if that is meant, set allowDelete=true");
        }
    }

    private void checkMembers(List<Group> whole) {
        Map<String, String> groups = new LinkedHashMap<>();
        List<Group> after = new ArrayList<>(whole);
        present.stream().filter(each -> whole.stream().noneMatch(one -> Objects.equals(one.getGroupRef(), each.getGroupRef())))
                .forEach(after::add);
        for (Group group : after) {
            for (String thermostat : Objects.requireNonNullElse(group.getThermostats(), List.<String> of())) {
                String other = groups.put(thermostat, group.getGroupName());
                if (other != null) {
                    throw new IllegalArgumentException(
                            place + ": thermostat " + Shown.of(thermostat) + " would be in the groups '" + Shown.of(other)
                                                       + "' and '"
                                                       + group.getGroupName() + "', but can be in one only; take it out"
                                                       + " of the other in the same request");
                }
            }
        }
    }

    private static boolean isEmpty(Group group) {
        return group.getThermostats() == null || group.getThermostats().isEmpty();
    }
}
