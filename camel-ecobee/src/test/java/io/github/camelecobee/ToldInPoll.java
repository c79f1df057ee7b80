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
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.EcobeeSimulator;
import io.github.camelecobee.simulator.faults.AnswerChange;
import io.github.camelecobee.simulator.faults.AnswerEditor;
import io.github.camelecobee.simulator.faults.Fault;
import io.github.camelecobee.simulator.faults.Replacement;
import io.github.camelecobee.simulator.home.Revision;
import io.github.camelecobee.simulator.home.SimulatedThermostat;
import io.github.camelecobee.simulator.requests.LoggedRequest;

/**
 * What ecobee told in one poll, odd answers as odd as they were: worked out from the simulator's log and its present
 * state, during which the clock stood still.
 */
final class ToldInPoll {
    private static final Pattern ROW = Pattern.compile("(\\d+):.*:(true|false):(\\d+):(\\d+):(\\d+):(\\d+)(:[a-zA-Z]+)?");
    private static final Map<String, Fault.Changed> ODD = EveryFault.odd().stream()
            .collect(Collectors.toMap(Fault::description, Fault.Changed.class::cast));

    private final EcobeeSimulator ecobee;
    private final List<LoggedRequest> made;
    private final Map<String, Thermostat> snapshots = new HashMap<>();
    private final Map<String, List<Reading>> readings = new HashMap<>();
    private final Map<String, Line> lines;

    ToldInPoll(EcobeeSimulator ecobee, List<LoggedRequest> made) {
        this.ecobee = ecobee;
        this.made = List.copyOf(made);
        this.lines = made.stream().filter(each -> each.is("GET", DayRequests.SUMMARY) && isTold(each))
                .reduce((first, last) -> last).map(this::lines).orElse(Map.of());
        made.stream().filter(each -> each.is("GET", DayRequests.THERMOSTAT) && isTold(each)).forEach(this::read);
    }

    /** A line of the summary, without the name. */
    record Line(String identifier, boolean connected, Map<Revision, String> revisions) {
        /** One of its revisions. */
        String revision(Revision kind) {
            return revisions.getOrDefault(kind, "");
        }

        /** As {@link io.github.camelecobee.crash.Feed#THERMOSTATS} has it. */
        String item() {
            return connected + ":" + String.join(":", revisions.values());
        }
    }

    /** A thermostat as an answer had it, and what had been asked of it. */
    record Reading(Selection asked, Thermostat thermostat) {
    }

    /** What the summary said, empty when there was none. */
    Map<String, Line> lines() {
        return lines;
    }

    /** What was read of a thermostat, in order. */
    List<Reading> readings(String thermostat) {
        return readings.getOrDefault(thermostat, List.of());
    }

    /** The requests for a thermostat. */
    List<LoggedRequest> asked(String thermostat) {
        return made.stream().filter(each -> each.is("GET", DayRequests.THERMOSTAT) && asks(each, thermostat)).toList();
    }

    /** Whether a request for thermostats was not answered. */
    boolean isOneUnanswered() {
        return made.stream().anyMatch(each -> each.is("GET", DayRequests.THERMOSTAT) && !isTold(each));
    }

    /** Whether the poll stopped asking because a token could not be had: nothing was asked for after that. */
    boolean endsWithoutToken() {
        LoggedRequest last = made.isEmpty() ? null : made.get(made.size() - 1);
        return last != null && last.is("POST", DayRequests.TOKEN) && last.fault() != null;
    }

    private static boolean asks(LoggedRequest request, String thermostat) {
        return identifiers(request).contains(thermostat);
    }

    private static Set<String> identifiers(LoggedRequest request) {
        return request.selection() == null
                ? Set.of() : Set.of(String.valueOf(request.selection().getSelectionMatch()).split(","));
    }

    /** Whether the answer could be read: it was right, or odd in one of the ways in which answers can be. */
    private static boolean isTold(LoggedRequest request) {
        return request.httpStatus() == 200 && (request.fault() == null || ODD.containsKey(request.fault()));
    }

    private Map<String, Line> lines(LoggedRequest summary) {
        List<String> rows = ecobee.thermostats().stream().map(each -> String.join(":", each.identifier(), "name",
                String.valueOf(each.snapshot().getRuntime().getConnected()), String.join(":", revisions(each)))).toList();
        List<?> told = told("revisionList", rows, summary);
        Map<String, Line> all = new TreeMap<>();
        for (Object row : told) {
            Matcher fields = ROW.matcher(row.toString());
            if (!fields.matches()) {
                throw new IllegalStateException("No row of a summary: " + row);
            }
            Map<Revision, String> revisions = new LinkedHashMap<>();
            for (Revision kind : Revision.values()) {
                revisions.put(kind, fields.group(3 + kind.ordinal()));
            }
            all.put(fields.group(1), new Line(fields.group(1), Boolean.parseBoolean(fields.group(2)), revisions));
        }
        return all;
    }

    private static List<String> revisions(SimulatedThermostat thermostat) {
        return Arrays.stream(Revision.values()).map(thermostat::revision).toList();
    }

    private void read(LoggedRequest request) {
        Set<String> wanted = identifiers(request);
        List<Map<String, Object>> asked = ecobee.thermostats().stream().map(SimulatedThermostat::identifier)
                .filter(each -> wanted.contains(toldAs(each, request)))
                .map(each -> snapshots.computeIfAbsent(each, key -> ecobee.thermostat(key).snapshot()))
                .map(each -> new LinkedHashMap<String, Object>(EcobeeJson.toMap(each))).collect(Collectors.toList());
        List<?> told = told("thermostatList", asked, request);
        for (Object each : told) {
            Thermostat thermostat = EcobeeJson.convert(each, Thermostat.class);
            readings.computeIfAbsent(thermostat.getIdentifier(), key -> new ArrayList<>())
                    .add(new Reading(Objects.requireNonNull(request.selection()), thermostat));
        }
    }

    private static String toldAs(String identifier, LoggedRequest request) {
        Fault.Changed odd = request.fault() == null ? null : ODD.get(request.fault());
        return odd != null && odd.change() == AnswerChange.REPLACED
                ? new Replacement(Set.of()).identifiers(identifier) : identifier;
    }

    /** What becomes of a list on its way. */
    private List<?> told(String list, List<?> truth, LoggedRequest request) {
        Fault.Changed odd = request.fault() == null ? null : ODD.get(request.fault());
        if (odd == null) {
            return truth;
        }
        Function<String, String> edit = odd.change() == AnswerChange.REPLACED
                ? json -> new Replacement(Set.of()).answer(json)
                : json -> AnswerEditor.edit(json, odd, ecobee.clock().instant()).orElse("{}");
        Object told = EcobeeJson.readMap(edit.apply(EcobeeJson.write(Map.of(list, truth)))).get(list);
        return told instanceof List<?> some ? some : List.of();
    }
}
