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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.camelecobee.model.AcknowledgeParams;
import io.github.camelecobee.model.Alert;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Json;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import org.jspecify.annotations.Nullable;

/**
 * Carries what was changed on one thermostat of a group to the others (Group.shtml, {@link GroupRule}). What another
 * member cannot take, it does not get; the request succeeds nevertheless.
 */
final class GroupSync {
    private final Functions functions;

    GroupSync(Functions functions) {
        this.functions = functions;
    }

    /** The members of a thermostat's group to which its changes go. */
    static List<VirtualThermostat> others(
            Group group, Collection<VirtualThermostat> selected,
            Map<String, VirtualThermostat> thermostats) {
        return group.getThermostats().stream().map(thermostats::get).filter(Objects::nonNull)
                .filter(member -> !selected.contains(member)).toList();
    }

    /** Changes a member as another one was changed by a request. */
    void spread(Group group, StateChange change, List<Function> calls, VirtualThermostat member, Instant now) {
        List<GroupRule> rules = GroupRule.ALL.stream().filter(rule -> rule.isOn(group)).toList();
        properties(rules, change, member, now);
        for (Function call : calls) {
            if (rules.stream().anyMatch(rule -> rule.functions().contains(call.getType()))) {
                call(call, change, member, now);
            }
        }
    }

    private static void properties(List<GroupRule> rules, StateChange change, VirtualThermostat member, Instant now) {
        Map<String, Object> after = Json.map(change.thermostat().state());
        Map<String, Object> changed = Json.map(member.state());
        for (GroupRule rule : rules) {
            for (String path : rule.paths()) {
                Object value = at(after, path);
                if (value != null && !value.equals(at(change.before(), path))) {
                    Json.set(changed, path, path.equals(GroupRule.CLIMATES) ? withSensors(value, at(changed, path)) : value);
                }
            }
        }
        Thermostat thermostat = EcobeeJson.convert(changed, Thermostat.class);
        if (!thermostat.equals(member.state())) {
            member.replace(thermostat);
            member.configured(now);
        }
    }

    private void call(Function call, StateChange change, VirtualThermostat member, Instant now) {
        try {
            Optional<Function> own = call.getType().equals(GroupRule.ACKNOWLEDGE)
                    ? acknowledgement(call, change, member) : Optional.of(call);
            if (own.isPresent()) {
                functions.apply(List.of(own.get()), member, now);
            }
        } catch (StatusException e) {
            // It was carried out where it was asked for; here it is not possible, for example a name that is taken.
        }
    }

    /** Alerts have references of their own on each thermostat: the same text is the same alert. */
    private static Optional<Function> acknowledgement(Function call, StateChange change, VirtualThermostat member)
            throws StatusException {
        AcknowledgeParams asked = Requests.params(call.getParams(), AcknowledgeParams.class);
        Thermostat before = EcobeeJson.convert(change.before(), Thermostat.class);
        if (!Objects.equals(before.getIdentifier(), asked.getThermostatIdentifier())) {
            return Optional.empty();
        }
        String text = before.getAlerts().stream().filter(alert -> alert.getAcknowledgeRef().equals(asked.getAckRef()))
                .map(Alert::getText).findFirst().orElse("");
        return member.state().getAlerts().stream().filter(alert -> text.equals(alert.getText())).findFirst()
                .map(alert -> new Function().withType(call.getType()).withParams(EcobeeJson.toMap(
                        EcobeeJson.convert(asked, AcknowledgeParams.class).withAckRef(alert.getAcknowledgeRef())
                                .withThermostatIdentifier(member.state().getIdentifier()))));
    }

    /** Climates with the sensors that they have on the member, new ones with those of its first climate. */
    private static List<Object> withSensors(Object climates, @Nullable Object own) {
        List<Object> result = new ArrayList<>();
        for (Object each : (List<?>) climates) {
            Map<Object, Object> climate = new LinkedHashMap<>((Map<?, ?>) each);
            List<?> owns = own instanceof List<?> list ? list : List.of();
            Optional<?> same = owns.stream()
                    .filter(other -> Objects.equals(((Map<?, ?>) other).get("climateRef"), climate.get("climateRef")))
                    .findFirst();
            Optional<?> model = same.isPresent() ? same : owns.stream().findFirst();
            model.ifPresent(other -> climate.put("sensors", ((Map<?, ?>) other).get("sensors")));
            result.add(climate);
        }
        return result;
    }

    private static @Nullable Object at(Map<String, Object> json, String path) {
        Object found = json;
        for (String name : path.split("\\.")) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return found;
    }
}
