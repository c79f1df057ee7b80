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
package io.github.camelecobee.poll;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelecobee.client.ThermostatRevisions;

/**
 * The revisions of each thermostat of which nothing is to be delivered any more, so that a poll that finds thousands of
 * unchanged thermostats need not ask the cursor repository, which may be a database, about each.
 */
final class SettledRevisions {
    private final Map<String, ThermostatRevisions> settled = new ConcurrentHashMap<>();

    boolean contains(ThermostatRevisions revisions) {
        return revisions.equals(settled.get(revisions.identifier()));
    }

    void add(ThermostatRevisions revisions) {
        settled.put(revisions.identifier(), revisions);
    }

    void remove(String identifier) {
        settled.remove(identifier);
    }

    void keepOnly(Map<String, ThermostatRevisions> present) {
        if (settled.size() > present.size()) {
            settled.keySet().retainAll(present.keySet());
        }
    }
}
