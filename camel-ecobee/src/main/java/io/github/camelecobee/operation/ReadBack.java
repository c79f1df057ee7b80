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
package io.github.camelecobee.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.EcobeeException;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.client.WriteOutcome;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.operation.UpdatePlan.Step;

/**
 * Reads thermostats after a change and compares them with what was asked for: ecobee clamps, ignores and overrules
 * without a word (SetHold.shtml). What an own change brought shows at once (home-assistant/core#115968).
 */
final class ReadBack {
    private final EcobeeClient client;
    private final WriteOptions options;
    private final DesiredChange desired;
    private final UpdatePlan plan;
    private final Map<String, Thermostat> seen = new LinkedHashMap<>();

    ReadBack(EcobeeClient client, WriteOptions options, DesiredChange desired, UpdatePlan plan) {
        this.client = client;
        this.options = options;
        this.desired = desired;
        this.plan = plan;
    }

    /** Looks at what was done, and at what nobody knows whether it was done. */
    void verify(Outcomes outcomes) {
        if (desired.readBack().isEmpty()) {
            return;
        }
        for (Step step : plan.steps()) {
            WriteOutcome outcome = outcomes.of(step.thermostats().get(0));
            if (outcome == WriteOutcome.APPLIED || outcome == WriteOutcome.UNKNOWN) {
                verify(step, outcome, outcomes);
            }
        }
    }

    private void verify(Step step, WriteOutcome outcome, Outcomes outcomes) {
        Map<String, List<Adjustment>> found;
        try {
            found = compare(step);
        } catch (RuntimeException e) {
            // Also one that would say that nothing was sent, of the account's authorization for example.
            if (outcome == WriteOutcome.APPLIED) {
                outcomes.failed(step.thermostats(), client.writes().notReadBack(step.selection(), step.update(), e));
            }
            return;
        }
        if (step.selection().type() != ThermostatSelection.Type.THERMOSTATS && !found.isEmpty()) {
            outcomes.forget(step.thermostats());
        }
        List<Adjustment> all = found.values().stream().flatMap(List::stream).toList();
        EcobeeException notApplied = client.writes().notApplied(step.selection(), step.update(), all);
        boolean isFailure = options.failOnAdjusted() || outcome == WriteOutcome.UNKNOWN;
        found.forEach((thermostat, adjustments) -> {
            if (adjustments.isEmpty()) {
                outcomes.note(thermostat, WriteOutcome.APPLIED, adjustments);
            } else if (isFailure) {
                outcomes.failed(List.of(thermostat), notApplied);
            } else {
                outcomes.note(thermostat, WriteOutcome.ADJUSTED, adjustments);
            }
        });
        List<String> absent = step.selection().match().stream().filter(each -> !found.containsKey(each)).toList();
        if (step.selection().type() == ThermostatSelection.Type.THERMOSTATS && outcome == WriteOutcome.APPLIED
                && !absent.isEmpty()) {
            outcomes.failed(absent, client.writes().notReadBack(ThermostatSelection.thermostats(absent), step.update(),
                    client.writes().notAmong(absent)));
        }
    }

    private Map<String, List<Adjustment>> compare(Step step) {
        Map<String, List<Adjustment>> found = new LinkedHashMap<>();
        for (Thermostat after : client.thermostats(step.selection(), desired.readBack())) {
            String identifier = after.getIdentifier();
            seen.put(identifier, after);
            Facts before = plan.before().getOrDefault(identifier, new Facts(null, client.writes().now()));
            found.put(identifier, desired.compare(step.update(), before, after));
        }
        return found;
    }

    /** The running events of a thermostat, when it was the only one that was read back. */
    List<String> activeEvents() {
        if (seen.size() != 1) {
            return List.of();
        }
        List<Event> events = seen.values().iterator().next().getEvents();
        List<String> active = new ArrayList<>();
        if (events != null) {
            events.stream().filter(event -> Boolean.TRUE.equals(event.getRunning()))
                    .forEach(event -> active.add(event.getType() + ":" + event.getName()));
        }
        return active;
    }
}
