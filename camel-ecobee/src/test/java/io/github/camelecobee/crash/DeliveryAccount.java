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
package io.github.camelecobee.crash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The account of a feed whose items are told once: those of a thermostat are known in the order in which ecobee told
 * them.
 */
final class DeliveryAccount implements Account {
    /** By thermostat: each item that a poll could find, with its rank. */
    private final Map<String, Map<String, Integer>> told = new LinkedHashMap<>();
    /** By thermostat: the items that a poll found. */
    private final Map<String, Set<String>> due = new LinkedHashMap<>();
    private final Map<String, Set<String>> delivered = new HashMap<>();
    /** By thermostat: the last item of the process that runs. */
    private final Map<String, Integer> last = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int deliveries;
    private int duplicates;

    @Override
    public void tells(String thermostat, Collection<String> items) {
        Map<String, Integer> ranks = told.computeIfAbsent(thermostat, key -> new LinkedHashMap<>());
        items.forEach(item -> ranks.putIfAbsent(item, ranks.size()));
    }

    /** From now on it is a fault if they have not been delivered. */
    @Override
    public void found(String thermostat, Collection<String> items) {
        due.computeIfAbsent(thermostat, key -> new LinkedHashSet<>()).addAll(items);
    }

    @Override
    public void started() {
        last.clear();
    }

    @Override
    public void delivered(String thermostat, String item) {
        deliveries++;
        Integer rank = told.getOrDefault(thermostat, Map.of()).get(item);
        if (rank == null) {
            faults.add(thermostat + " was never " + item);
            return;
        }
        Integer before = last.put(thermostat, rank);
        if (before != null && rank <= before) {
            faults.add(thermostat + ": " + item + " came after a later one, without a kill between them");
        }
        if (!delivered.computeIfAbsent(thermostat, key -> new HashSet<>()).add(item)) {
            duplicates++;
        }
    }

    @Override
    public List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        due.forEach((thermostat, items) -> items.stream()
                .filter(item -> !delivered.getOrDefault(thermostat, Set.of()).contains(item))
                .forEach(item -> all.add(thermostat + ": " + item + " is missing")));
        return all;
    }

    @Override
    public int deliveries() {
        return deliveries;
    }

    @Override
    public int duplicates() {
        return duplicates;
    }
}
