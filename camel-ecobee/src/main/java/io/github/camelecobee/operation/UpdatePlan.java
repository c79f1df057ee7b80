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

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatSelection;
import io.github.camelecobee.client.ThermostatUpdate;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Thermostat;

/**
 * Which requests make a change: one for each 25 thermostats that get the same. Everything that can be found wrong is
 * found while it is made, before anything is sent.
 *
 * @param steps  the requests, in order
 * @param idle   identifiers of thermostats for which there is nothing to do
 * @param absent identifiers of thermostats that ecobee did not send although it was asked for them
 * @param before what was known of each thermostat
 */
record UpdatePlan(List<Step> steps, List<String> idle, List<String> absent, Map<String, Facts> before) {

    static UpdatePlan of(EcobeeClient client, Command command, DesiredChange desired, Instant now) {
        Set<Include> needed = EnumSet.noneOf(Include.class);
        needed.addAll(desired.needs());
        if (command.options().validation() == Validation.READ) {
            needed.addAll(desired.guardedBy());
            needed.addAll(desired.guardedWhenRead());
        }
        if (command.options().verify() && desired.comparesWithBefore()) {
            needed.addAll(desired.readBack());
        }
        return needed.isEmpty()
                ? theSameForAll(client, command, desired, now) : forEach(client, command, desired, needed, now);
    }

    /** Without asking ecobee for anything. */
    private static UpdatePlan theSameForAll(EcobeeClient client, Command command, DesiredChange desired, Instant now) {
        ThermostatUpdate update = desired.update(new Facts(null, now));
        if (command.options().validation() == Validation.KNOWN) {
            command.target().match().forEach(identifier -> client.writes().known(identifier, desired.guardedBy())
                    .ifPresent(known -> guard(desired, update, new Facts(known, now, false))));
        }
        return update.isEmpty()
                ? new UpdatePlan(List.of(), command.target().match(), List.of(), Map.of())
                : new UpdatePlan(
                        command.target().chunks().stream().map(chunk -> new Step(chunk, update)).toList(), List.of(),
                        List.of(), Map.of());
    }

    private static UpdatePlan forEach(
            EcobeeClient client, Command command, DesiredChange desired, Set<Include> needed, Instant now) {
        Map<ThermostatUpdate, List<String>> updates = new LinkedHashMap<>();
        Map<String, Facts> before = new HashMap<>();
        for (Thermostat thermostat : client.thermostats(command.target(), needed)) {
            Facts facts = new Facts(thermostat, now);
            before.put(thermostat.getIdentifier(), facts);
            ThermostatUpdate update = desired.update(facts);
            if (command.options().validation() != Validation.NONE) {
                guard(desired, update, facts);
            }
            updates.computeIfAbsent(update, unused -> new ArrayList<>()).add(thermostat.getIdentifier());
        }
        List<Step> steps = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        updates.forEach((update, identifiers) -> {
            if (update.isEmpty()) {
                idle.addAll(identifiers);
            } else {
                ThermostatSelection.thermostats(identifiers).chunks().forEach(chunk -> steps.add(new Step(chunk, update)));
            }
        });
        List<String> absent = command.target().type() == ThermostatSelection.Type.THERMOSTATS
                ? command.target().match().stream().filter(identifier -> !before.containsKey(identifier)).toList()
                : List.of();
        return new UpdatePlan(steps, idle, absent, before);
    }

    private static void guard(DesiredChange desired, ThermostatUpdate update, Facts facts) {
        try {
            desired.guard(update, facts);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + " (thermostat " + facts.get(Thermostat::getIdentifier).orElse("") + ")", e);
        }
    }

    /** What would be sent, as JSON without secrets. */
    String shown() {
        return EcobeeJson.write(steps.stream().map(step -> Map.of("request", "POST /1/thermostat", "body",
                EcobeeJson.readMap(EcobeeJson.writeWithoutSecrets(step.update.toRequest(step.selection))))).toList());
    }

    /**
     * A request.
     *
     * @param selection the thermostats, as many as one request may name
     * @param update    what is sent
     */
    record Step(ThermostatSelection selection, ThermostatUpdate update) {
        /** Identifiers; for a set or all of the account, its description stands for them. */
        List<String> thermostats() {
            return selection.type() == ThermostatSelection.Type.THERMOSTATS
                    ? selection.match() : List.of(selection.toString());
        }
    }
}
