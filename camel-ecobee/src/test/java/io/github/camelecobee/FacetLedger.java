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
package io.github.camelecobee;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.camelecobee.FacetView.Told;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/** The account of one thermostat: what was read of it, and what a route was told of it. */
final class FacetLedger {
    private final FacetView view;
    private final Thermostat read = new Thermostat();
    private final SortedMap<String, String> processed = new TreeMap<>();
    /** By key: what exchanges said that failed since the last one that did not. */
    private final Map<String, List<Told>> failed = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private ToldInPoll.@Nullable Line readAt;
    private boolean begun;
    private int repetitions;
    private int undoings;

    FacetLedger(FacetView view) {
        this.view = view;
    }

    /** An exchange as a route saw it. */
    record Handed(String thermostat, Told told, boolean failed) {
    }

    /** Books an answer: of the parts that were not asked for, what was read before stays. */
    void read(ToldInPoll.Reading reading, ToldInPoll.Line line) {
        Selection asked = reading.asked();
        Thermostat now = reading.thermostat();
        part(asked.getIncludeRuntime(), () -> read.setRuntime(now.getRuntime()));
        part(asked.getIncludeSettings(), () -> read.setSettings(now.getSettings()));
        part(asked.getIncludeProgram(), () -> read.setProgram(now.getProgram()));
        part(asked.getIncludeEvents(), () -> read.setEvents(now.getEvents()));
        part(asked.getIncludeAlerts(), () -> read.setAlerts(now.getAlerts()));
        part(asked.getIncludeSensors(), () -> read.setRemoteSensors(now.getRemoteSensors()));
        part(asked.getIncludeVersion(), () -> read.setVersion(now.getVersion()));
        part(asked.getIncludeEquipmentStatus(), () -> read.setEquipmentStatus(now.getEquipmentStatus()));
        readAt = line;
    }

    private static void part(@Nullable Boolean asked, Runnable read) {
        if (Boolean.TRUE.equals(asked)) {
            read.run();
        }
    }

    /** Whether something has moved since it was read that the feed tells of. */
    boolean isMoved(ToldInPoll.Line line) {
        ToldInPoll.Line before = readAt;
        return before == null || before.connected() != line.connected()
                || view.revisions().stream().anyMatch(each -> !line.revision(each).equals(before.revision(each)));
    }

    /** What the route has to be told: the keys that differ from what it processed. */
    Set<String> due(boolean connected) {
        return readAt == null ? Set.of() : differences(view.facets(read, connected));
    }

    /** The same, by what is so in truth. */
    Set<String> differences(Map<String, String> facets) {
        Set<String> keys = new TreeSet<>(facets.keySet());
        if (view.tellsWhatGoes()) {
            keys.addAll(processed.keySet());
        }
        keys.removeIf(key -> FacetView.of(facets, key).equals(FacetView.of(processed, key)));
        return begun || view.tellsFirstState() ? keys : Set.of();
    }

    /** Takes a first state for told if nobody is told of it. */
    void begin(boolean connected) {
        if (!begun && readAt != null) {
            begun = true;
            if (!view.tellsFirstState()) {
                processed.putAll(view.facets(read, connected));
            }
        }
    }

    /** What is wrong about what the route was told in a poll in which it was to be told something. */
    List<String> book(List<Handed> now, boolean connected) {
        SortedMap<String, String> facets = view.facets(read, connected);
        Set<String> open = differences(facets);
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean stopped = false;
        for (Handed each : now) {
            Told told = each.told();
            require(!stopped, each + " came after one that failed", wrong);
            require(seen.add(told.key()), each + " came twice in a poll", wrong);
            require(told.after().equals(FacetView.of(facets, told.key())), each + " is not what ecobee told: "
                                                                           + FacetView.of(facets, told.key()),
                    wrong);
            List<Told> vain = failed.getOrDefault(told.key(), List.of());
            if (!open.remove(told.key())) {
                // What a route was told last, if only in an exchange that failed, is taken back.
                undoings++;
                require(!vain.isEmpty(), each + " had been told", wrong);
            }
            compareWithBefore(each, vain, wrong);
            if (each.failed()) {
                failed.computeIfAbsent(told.key(), key -> new ArrayList<>()).add(told);
                stopped = true;
            } else {
                process(told, each, wrong);
            }
        }
        require(stopped || open.isEmpty(), "was not told of " + open, wrong);
        if (now.isEmpty() || !now.get(0).failed()) {
            processed.keySet().removeIf(key -> !view.tellsWhatGoes() && !facets.containsKey(key));
        }
        return wrong;
    }

    private void compareWithBefore(Handed each, List<Told> vain, List<String> wrong) {
        Told told = each.told();
        String before = told.before();
        if (before != null) {
            boolean inVain = vain.stream().anyMatch(last -> before.equals(last.after()));
            require(before.equals(FacetView.of(processed, told.key())) || inVain,
                    each + " does not begin where the last one ended: " + FacetView.of(processed, told.key()), wrong);
        }
        if (!vain.isEmpty()) {
            Told last = vain.get(vain.size() - 1);
            if (told.after().equals(last.after()) && String.valueOf(before).equals(String.valueOf(last.before()))) {
                repetitions++;
                require(String.valueOf(told.id()).equals(String.valueOf(last.id())),
                        each + " comes again under another id: " + last, wrong);
            }
        }
    }

    private void process(Told told, Handed each, List<String> wrong) {
        failed.remove(told.key());
        if (told.id() != null) {
            require(ids.add(told.id()), each + " has an id that there was before", wrong);
        }
        if (told.after().isEmpty()) {
            processed.remove(told.key());
        } else {
            processed.put(told.key(), told.after());
        }
    }

    private static void require(boolean right, String fault, List<String> wrong) {
        if (!right) {
            wrong.add(fault);
        }
    }

    int repetitions() {
        return repetitions;
    }

    int undoings() {
        return undoings;
    }

    @Override
    public String toString() {
        return "told " + Collections.unmodifiableMap(processed) + ", in vain " + failed;
    }
}
