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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.model.HierarchyPrivilege;
import org.jspecify.annotations.Nullable;

/**
 * A management set (HierarchySet.shtml). Guarded by the lock of the home.
 */
public final class ManagementSet {
    /** The path of "My Sets", the root of every tree. */
    public static final String ROOT = "/";
    /** The path, without a slash, of what is in no set. */
    public static final String UNASSIGNED = "Unassigned";

    private String name;
    private @Nullable ManagementSet parent;
    private final Map<String, ManagementSet> children = new LinkedHashMap<>();
    private final Set<String> thermostats = new LinkedHashSet<>();
    /** By user name. */
    private final Map<String, HierarchyPrivilege> privileges = new LinkedHashMap<>();

    ManagementSet(String name) {
        this.name = name;
    }

    /**
     * Its name.
     *
     * @return the name, "My Sets" for the root
     */
    public String name() {
        return name;
    }

    /**
     * Where it is.
     *
     * @return the path from the root
     */
    public String path() {
        if (parent == null) {
            return name.equals(UNASSIGNED) ? UNASSIGNED : ROOT;
        }
        String above = parent.path();
        return above.equals(ROOT) ? ROOT + name : above + "/" + name;
    }

    /**
     * The set above.
     *
     * @return the parent, {@code null} for "My Sets" and "Unassigned"
     */
    public @Nullable ManagementSet parent() {
        return parent;
    }

    /**
     * The sets below.
     *
     * @return a copy, in the order in which they came
     */
    public List<ManagementSet> children() {
        return List.copyOf(children.values());
    }

    /**
     * One set below.
     *
     * @param  childName its name
     * @return           the set, {@code null} when there is none
     */
    public @Nullable ManagementSet child(String childName) {
        return children.get(childName);
    }

    /**
     * The thermostats in itself.
     *
     * @return their identifiers, live
     */
    public Set<String> thermostats() {
        return thermostats;
    }

    /**
     * What users may do on it, as said for it.
     *
     * @return by user name, live; changes take effect
     */
    public Map<String, HierarchyPrivilege> privileges() {
        return privileges;
    }

    /**
     * Itself and all sets below.
     *
     * @return a new list, itself first
     */
    public List<ManagementSet> branch() {
        List<ManagementSet> all = new ArrayList<>();
        collect(all);
        return all;
    }

    /**
     * Adds a set below.
     *
     * @param  childName its name
     * @return           the new set
     */
    public ManagementSet add(String childName) {
        ManagementSet child = new ManagementSet(childName);
        child.moveTo(this);
        return child;
    }

    /**
     * Moves it below another set.
     *
     * @param above the new parent
     */
    public void moveTo(ManagementSet above) {
        detach();
        parent = above;
        above.children.put(name, this);
    }

    /**
     * Gives it another name.
     *
     * @param newName the name, unique below its parent
     */
    public void rename(String newName) {
        ManagementSet above = parent;
        detach();
        name = newName;
        if (above != null) {
            moveTo(above);
        }
    }

    /** Takes it from its parent. */
    void detach() {
        if (parent != null) {
            parent.children.remove(name);
            parent = null;
        }
    }

    private void collect(Collection<ManagementSet> into) {
        into.add(this);
        children.values().forEach(child -> child.collect(into));
    }
}
