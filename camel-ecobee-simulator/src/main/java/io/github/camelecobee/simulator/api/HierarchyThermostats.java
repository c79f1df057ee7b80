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

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.model.HierarchyThermostatRequest;
import io.github.camelecobee.simulator.account.Hierarchy;
import io.github.camelecobee.simulator.account.ManagementSet;
import io.github.camelecobee.simulator.account.Right;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/**
 * {@code /1/hierarchy/thermostat}. ecobee has explained its codes: to unregister or assign what is not in the hierarchy
 * gives 2, to register what is in it gives 7, to move an unknown thermostat gives 3. Any thermostat of the cloud can be
 * registered; its owner goes on seeing it.
 */
final class HierarchyThermostats {
    private final SendMessage messages = new SendMessage();

    String post(String json, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now)
            throws StatusException {
        HierarchyThermostatRequest asked = Requests.read(json, HierarchyThermostatRequest.class);
        switch (String.valueOf(asked.getOperation())) {
            case "register" -> register(asked, caller, thermostats, now);
            case "unregister" -> unregister(asked, caller, thermostats, now);
            case "move" -> move(asked, caller);
            case "assign" -> assign(asked, caller);
            default -> throw Hierarchies.unknownOperation(asked.getOperation(), "");
        }
        return Hierarchies.success();
    }

    private void register(
            HierarchyThermostatRequest asked, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now)
            throws StatusException {
        Hierarchy hierarchy = caller.hierarchy();
        ManagementSet set = asked.getSetPath() == null ? hierarchy.unassigned() : Hierarchies.find(caller, asked.getSetPath());
        caller.require(Right.MANAGE_ACCOUNT, set);
        Set<String> identifiers = required(asked.getThermostats());
        for (String identifier : identifiers) {
            if (hierarchy.setOf(identifier).isPresent()) {
                throw EcobeeStatus.VALIDATION_ERROR.with("Thermostat " + identifier + " is in the hierarchy already.");
            }
        }
        List<String> strangers = identifiers.stream().filter(each -> !thermostats.containsKey(each)).toList();
        if (!strangers.isEmpty()) {
            throw Selector.strangers(strangers);
        }
        for (String identifier : identifiers) {
            hierarchy.place(identifier, set);
            say("Welcome. This thermostat is managed by " + caller.account().name() + " now.", thermostats.get(identifier),
                    now);
        }
    }

    private void unregister(
            HierarchyThermostatRequest asked, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now)
            throws StatusException {
        Set<String> identifiers = requireKnown(required(asked.getThermostats()), caller);
        requireOn(identifiers, caller, Right.MANAGE_ACCOUNT);
        for (String identifier : identifiers) {
            caller.hierarchy().forget(identifier);
            say("Goodbye. This thermostat is not managed by " + caller.account().name() + " any more.",
                    thermostats.get(identifier), now);
        }
    }

    private static void move(HierarchyThermostatRequest asked, Caller caller) throws StatusException {
        Hierarchy hierarchy = caller.hierarchy();
        ManagementSet from = Hierarchies.find(caller, asked.getSetPath());
        ManagementSet to = Hierarchies.find(caller, asked.getToPath());
        caller.require(Right.HIERARCHY, from);
        caller.require(Right.HIERARCHY, to);
        Set<String> identifiers = asked.getThermostats() == null
                ? new LinkedHashSet<>(from.thermostats()) : required(asked.getThermostats());
        List<String> strangers = identifiers.stream().filter(each -> !from.thermostats().contains(each)).toList();
        if (!strangers.isEmpty()) {
            throw EcobeeStatus.PROCESSING_ERROR.with("Thermostats " + strangers + " are not in set " + from.path() + ".");
        }
        identifiers.forEach(identifier -> hierarchy.place(identifier, to));
    }

    private static void assign(HierarchyThermostatRequest asked, Caller caller) throws StatusException {
        ManagementSet set = Hierarchies.find(caller, asked.getSetPath());
        caller.require(Right.HIERARCHY, set);
        Set<String> identifiers = requireKnown(required(asked.getThermostats()), caller);
        requireOn(identifiers, caller, Right.HIERARCHY);
        identifiers.forEach(identifier -> caller.hierarchy().place(identifier, set));
    }

    private void say(String text, @Nullable VirtualThermostat thermostat, Instant now) throws StatusException {
        if (thermostat != null) {
            messages.apply(Map.of("text", text), thermostat, now);
        }
    }

    private static Set<String> required(@Nullable String csv) throws StatusException {
        if (csv == null || csv.isBlank()) {
            throw EcobeeStatus.VALIDATION_ERROR.with("thermostats is required.");
        }
        return new LinkedHashSet<>(List.of(csv.strip().split("\\s*,\\s*", -1)));
    }

    private static Set<String> requireKnown(Set<String> identifiers, Caller caller)
            throws StatusException {
        List<String> strangers
                = identifiers.stream().filter(each -> caller.hierarchy().setOf(each).isEmpty()).toList();
        if (!strangers.isEmpty()) {
            throw EcobeeStatus.NOT_AUTHORIZED.with("Thermostats " + strangers + " are not in the hierarchy.");
        }
        return identifiers;
    }

    private static void requireOn(Set<String> identifiers, Caller caller, Right right) throws StatusException {
        for (String identifier : identifiers) {
            ManagementSet set = caller.hierarchy().setOf(identifier).orElse(null);
            if (set != null) {
                caller.require(right, set);
            }
        }
    }
}
