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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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
    /**
     * What was under way when an exchange failed: it, and what stood behind it; by key, as the route was to hear it.
     */
    private final SortedMap<String, String> underWay = new TreeMap<>();
    /** Of these, what the route did hear, in vain. */
    private final Map<String, Told> inVain = new HashMap<>();
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
        Set<String> keys = new TreeSet<>(readAt == null ? Set.of() : differences(view.facets(read, connected)));
        keys.addAll(underWay.keySet());
        return keys;
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
        List<String> wrong = new ArrayList<>();
        SortedMap<String, String> facets = view.facets(read, connected);
        Deque<Handed> rest = new ArrayDeque<>(now);
        if (view.repeatsThePast() && !underWay.isEmpty()) {
            repetitions++;
            undoings += underWay.entrySet().stream()
                    .anyMatch(each -> !each.getValue().equals(FacetView.of(facets, each.getKey()))) ? 1 : 0;
            tell(new TreeMap<>(underWay), rest, wrong);
        }
        if (underWay.isEmpty() || !view.repeatsThePast()) {
            SortedMap<String, String> due = new TreeMap<>();
            differences(facets).forEach(key -> due.put(key, FacetView.of(facets, key)));
            underWay.keySet().stream().filter(key -> view.tellsWhatGoes() || facets.containsKey(key))
                    .forEach(key -> due.put(key, FacetView.of(facets, key)));
            underWay.clear();
            tell(due, rest, wrong);
        }
        require(rest.isEmpty(), "was told more than was due: " + rest, wrong);
        processed.keySet().removeIf(key -> !view.tellsWhatGoes() && !facets.containsKey(key));
        return wrong;
    }

    /** Takes off what the route was told of what was due; an exchange that fails leaves the rest under way. */
    private void tell(SortedMap<String, String> due, Deque<Handed> rest, List<String> wrong) {
        underWay.clear();
        while (!due.isEmpty()) {
            Handed each = rest.poll();
            if (each == null) {
                wrong.add("was not told of " + due);
                return;
            }
            Told told = each.told();
            if (!told.after().equals(due.get(told.key()))) {
                wrong.add(each + " was not due: " + due);
                return;
            }
            compareWithBefore(each, wrong);
            if (each.failed()) {
                underWay.putAll(due);
                inVain.put(told.key(), told);
                return;
            }
            due.remove(told.key());
            process(told, each, wrong);
        }
    }

    private void compareWithBefore(Handed each, List<String> wrong) {
        Told told = each.told();
        String before = told.before();
        require(before == null || before.equals(FacetView.of(processed, told.key())),
                each + " does not begin where the last one ended: " + FacetView.of(processed, told.key()), wrong);
        Told last = inVain.get(told.key());
        require(last == null || last.id() == null || last.id().equals(told.id()),
                each + " comes again under another id: " + last, wrong);
    }

    private void process(Told told, Handed each, List<String> wrong) {
        inVain.remove(told.key());
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
        return "told " + Collections.unmodifiableMap(processed) + ", under way " + underWay;
    }
}
