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

import java.util.List;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.HierarchyPrivilege;
import io.github.camelecobee.model.HierarchySet;
import io.github.camelecobee.model.HierarchySetRequest;
import io.github.camelecobee.model.HierarchySetResponse;
import io.github.camelecobee.simulator.account.ManagementSet;
import io.github.camelecobee.simulator.account.Right;
import org.jspecify.annotations.Nullable;

/**
 * {@code /1/hierarchy/set}. Of its errors ecobee has said that what is not in the hierarchy gives code 2, and that an
 * existing set gives 7; the texts are ours.
 */
final class HierarchySets {

    /** Lists sets: the one asked for, with its children, and with all below them when recursive. */
    String get(String json, Caller caller) throws StatusException {
        HierarchySetRequest asked = Requests.read(json, HierarchySetRequest.class);
        Hierarchies.requireOperation("list", asked.getOperation());
        ManagementSet set = Hierarchies.find(caller, asked.getSetPath() == null ? "/" : asked.getSetPath());
        caller.require(Right.VIEW, set);
        return EcobeeJson.write(new HierarchySetResponse().withSets(List.of(view(set, asked, caller, true)))
                .withStatus(EcobeeStatus.SUCCESS.status()));
    }

    /** Changes sets. */
    String post(String json, Caller caller) throws StatusException {
        HierarchySetRequest asked = Requests.read(json, HierarchySetRequest.class);
        switch (String.valueOf(asked.getOperation())) {
            case "add" -> add(asked, caller);
            case "remove" -> remove(asked, caller);
            case "rename" -> rename(asked, caller);
            case "move" -> move(asked, caller);
            default -> throw Hierarchies.unknownOperation(asked.getOperation(), "list");
        }
        return Hierarchies.success();
    }

    private static void add(HierarchySetRequest asked, Caller caller) throws StatusException {
        ManagementSet parent = Hierarchies.find(caller, asked.getParentPath());
        caller.require(Right.HIERARCHY, requireInTree(parent));
        parent.add(requireFree(asked.getSetName(), parent));
    }

    private static void remove(HierarchySetRequest asked, Caller caller) throws StatusException {
        ManagementSet set = requireMovable(Hierarchies.find(caller, asked.getSetPath()));
        caller.require(Right.HIERARCHY, set);
        caller.hierarchy().remove(set);
    }

    private static void rename(HierarchySetRequest asked, Caller caller) throws StatusException {
        ManagementSet set = requireMovable(Hierarchies.find(caller, asked.getSetPath()));
        caller.require(Right.HIERARCHY, set);
        ManagementSet parent = set.parent();
        if (parent != null) {
            set.rename(requireFree(asked.getNewName(), parent));
        }
    }

    private static void move(HierarchySetRequest asked, Caller caller) throws StatusException {
        ManagementSet set = requireMovable(Hierarchies.find(caller, asked.getSetPath()));
        ManagementSet target = requireInTree(Hierarchies.find(caller, asked.getToPath()));
        caller.require(Right.HIERARCHY, set);
        caller.require(Right.HIERARCHY, target);
        if (set.branch().contains(target)) {
            throw EcobeeStatus.VALIDATION_ERROR.with(
                    "Set " + set.path() + " cannot be moved to itself or to a set below it.");
        }
        requireFree(set.name(), target);
        set.moveTo(target);
    }

    private static HierarchySet view(ManagementSet set, HierarchySetRequest asked, Caller caller, boolean withChildren) {
        List<HierarchySet> children = !withChildren
                ? List.of() : set.children().stream()
                        .filter(child -> caller.hierarchy().allows(caller.userName(), child, Right.VIEW))
                        .map(child -> view(child, asked, caller, Boolean.TRUE.equals(asked.getRecursive()))).toList();
        return new HierarchySet().withSetName(set.name()).withSetPath(set.path()).withChildren(children)
                .withPrivileges(Boolean.TRUE.equals(asked.getIncludePrivileges()) ? privileges(set) : List.of())
                .withThermostats(Boolean.TRUE.equals(asked.getIncludeThermostats())
                        ? List.copyOf(set.thermostats()) : List.of());
    }

    static List<HierarchyPrivilege> privileges(ManagementSet set) {
        return set.privileges().values().stream()
                .map(said -> EcobeeJson.convert(said, HierarchyPrivilege.class).withSetPath(set.path())
                        .withSetName(set.name()))
                .toList();
    }

    private static ManagementSet requireMovable(ManagementSet set) throws StatusException {
        if (set.parent() == null) {
            throw EcobeeStatus.VALIDATION_ERROR.with("Set " + set.path() + " cannot be changed.");
        }
        return set;
    }

    private static ManagementSet requireInTree(ManagementSet set) throws StatusException {
        if (set.path().equals(ManagementSet.UNASSIGNED)) {
            throw EcobeeStatus.VALIDATION_ERROR.with("Set " + set.path() + " has no sets below it.");
        }
        return set;
    }

    private static String requireFree(@Nullable String name, ManagementSet parent) throws StatusException {
        if (name == null || name.isBlank() || name.contains("/")) {
            throw EcobeeStatus.VALIDATION_ERROR.with("A set needs a name without slashes.");
        }
        if (parent.child(name) != null) {
            throw EcobeeStatus.VALIDATION_ERROR.with("Set " + name + " exists in " + parent.path() + ".");
        }
        return name;
    }
}
