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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The account of a feed that compares states. What ecobee tells are facets of a thermostat, {@code name=value}; what a
 * route is given is what one of them became, and, if the feed says so, what it had been: {@code name;after;before;id}.
 */
final class StateAccount implements Account {
    private final boolean beginsWithThePresent;
    /** By facet: all values that ecobee told. */
    private final Map<String, Set<String>> told = new HashMap<>();
    /** By facet: the value that whoever believes what the route was given believes. */
    private final Map<String, String> believed = new HashMap<>();
    /** By facet: the last delivery, and the process that made it. */
    private final Map<String, Last> last = new HashMap<>();
    /**
     * Facets that ecobee told otherwise since the last delivery, in a poll that was killed before that was delivered.
     */
    private final Set<String> left = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private int process;
    private int deliveries;
    private int duplicates;

    /** Of a feed that delivers what is there at first, or takes note of it. */
    StateAccount(boolean beginsWithThePresent) {
        this.beginsWithThePresent = beginsWithThePresent;
    }

    @Override
    public void tells(String thermostat, Collection<String> items) {
        for (String item : items) {
            String facet = facet(thermostat, item);
            told.computeIfAbsent(facet, key -> new HashSet<>()).add(value(item));
            if (!beginsWithThePresent) {
                believed.putIfAbsent(facet, value(item));
            }
            if (!value(item).equals(believed.get(facet))) {
                left.add(facet);
            }
        }
    }

    @Override
    public void found(String thermostat, Collection<String> items) {
        for (String item : items) {
            String belief = believed.get(facet(thermostat, item));
            if (!value(item).equals(belief)) {
                faults.add(thermostat + ": a poll found " + item + ", and the route believes " + belief);
            }
        }
    }

    @Override
    public void started() {
        process++;
    }

    @Override
    public void delivered(String thermostat, String item) {
        deliveries++;
        String[] words = item.split(";");
        String facet = thermostat + " " + words[0];
        String after = words[1];
        if (!told.getOrDefault(facet, Set.of()).contains(after)) {
            faults.add(facet + " was never " + after);
        }
        Last before = last.put(facet, new Last(item, process));
        if (before != null && before.item.equals(item)) {
            // A reading that was about to be told, and went back, is told as it is: that repeats no message under way.
            duplicates += words.length > 2 || !left.contains(facet) ? 1 : 0;
            if (before.process == process) {
                faults.add(facet + ": " + item + " came again without a kill");
            }
        } else if (words.length > 2) {
            if (!words[2].equals(believed.get(facet))) {
                faults.add(facet + ": " + item + " came after " + believed.get(facet));
            }
            if (!ids.add(words[3])) {
                faults.add(facet + ": " + item + " has an id that another change had");
            }
        }
        believed.put(facet, after);
        left.remove(facet);
    }

    private static String facet(String thermostat, String item) {
        return thermostat + " " + item.substring(0, item.indexOf('='));
    }

    private static String value(String item) {
        return item.substring(item.indexOf('=') + 1);
    }

    @Override
    public List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public int deliveries() {
        return deliveries;
    }

    @Override
    public int duplicates() {
        return duplicates;
    }

    private record Last(String item, int process) {
    }
}
