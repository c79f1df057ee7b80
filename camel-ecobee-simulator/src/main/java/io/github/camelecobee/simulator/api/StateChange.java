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
import java.util.Set;
import java.util.TreeSet;

import io.github.camelecobee.simulator.home.Json;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/** What a request changes of a thermostat, for the request log. Used while the home is visited. */
final class StateChange {
    /** They follow every change, and say nothing of their own. */
    private static final Set<String> FOLLOWING = Set.of("thermostatRev", "lastModified", "runtime.runtimeRev");
    private static final int LONGEST = 20;

    private final VirtualThermostat thermostat;
    private final Map<String, Object> before;

    private StateChange(VirtualThermostat thermostat) {
        this.thermostat = thermostat;
        this.before = Json.map(thermostat.state());
    }

    /** Remembers how a thermostat is now. */
    static StateChange from(VirtualThermostat thermostat) {
        return new StateChange(thermostat);
    }

    /** Whose changes these are. */
    VirtualThermostat thermostat() {
        return thermostat;
    }

    /** What it was when this was made; not to be changed. */
    Map<String, Object> before() {
        return before;
    }

    /** What has changed since, for example {@code 311019854581 events: 0 -> 1 entries}. */
    List<String> until() {
        List<String> changes = new ArrayList<>();
        differ("", before, Json.map(thermostat.state()), changes);
        return List.copyOf(changes.size() > LONGEST ? changes.subList(0, LONGEST) : changes);
    }

    private void differ(String path, @Nullable Object was, @Nullable Object is, List<String> changes) {
        if (Objects.equals(was, is) || FOLLOWING.contains(path)) {
            return;
        }
        if (was instanceof Map<?, ?> old && is instanceof Map<?, ?> young) {
            Set<String> names = new TreeSet<>();
            old.keySet().forEach(name -> names.add(String.valueOf(name)));
            young.keySet().forEach(name -> names.add(String.valueOf(name)));
            names.forEach(name -> differ(path.isEmpty() ? name : path + "." + name, old.get(name), young.get(name), changes));
        } else {
            changes.add(thermostat.state().getIdentifier() + " " + path + ": " + shown(was, is) + " -> " + shown(is, was));
        }
    }

    private static String shown(@Nullable Object value, @Nullable Object other) {
        if (value instanceof List<?> list) {
            boolean sameLength = other instanceof List<?> others && others.size() == list.size();
            return list.size() + (sameLength ? " other" : "") + " entries";
        }
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}
