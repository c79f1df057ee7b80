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
package io.github.camelecobee.simulator.home;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The thermostats of a home during one visit: each is brought up to date when it is taken out, so that a visit to one
 * does not cost the time of all. Guarded by the home's lock.
 */
final class Present extends AbstractMap<String, VirtualThermostat> {
    private final Map<String, Hook> hooks;
    private final Instant now;

    Present(Map<String, Hook> hooks, Instant now) {
        this.hooks = hooks;
        this.now = now;
    }

    @Override
    public @Nullable VirtualThermostat get(Object identifier) {
        Hook hook = hooks.get(identifier);
        return hook == null ? null : hook.at(now);
    }

    @Override
    public boolean containsKey(Object identifier) {
        return hooks.containsKey(identifier);
    }

    @Override
    public Set<String> keySet() {
        return hooks.keySet();
    }

    @Override
    public Set<Entry<String, VirtualThermostat>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, VirtualThermostat>> iterator() {
                return hooks.entrySet().stream()
                        .<Entry<String, VirtualThermostat>> map(hook -> Map.entry(hook.getKey(), hook.getValue().at(now)))
                        .iterator();
            }

            @Override
            public int size() {
                return hooks.size();
            }
        };
    }
}
