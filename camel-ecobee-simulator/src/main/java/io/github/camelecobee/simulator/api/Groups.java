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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.GroupRequest;
import io.github.camelecobee.model.GroupResponse;
import io.github.camelecobee.model.GroupUpdateRequest;
import io.github.camelecobee.model.Selection;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.simulator.home.Json;
import io.github.camelecobee.simulator.home.VirtualThermostat;
import io.github.camelecobee.simulator.requests.RequestTrace;

/** {@code /1/group} (get-group.shtml, post-group.shtml). */
final class Groups {
    /** The page's table calls the list so, its example in lower case; clients send either. */
    private static final String OTHER_NAME = "Groups";

    String get(String json, Caller caller, Map<String, VirtualThermostat> thermostats, RequestTrace trace)
            throws StatusException {
        GroupRequest asked = Requests.read(json, GroupRequest.class);
        requireRegistered(asked.getSelection(), caller, thermostats, trace);
        return all(caller);
    }

    String post(
            String json, Caller caller, Map<String, VirtualThermostat> thermostats, Instant now, RequestTrace trace)
            throws StatusException {
        GroupUpdateRequest asked = Requests.read(json, GroupUpdateRequest.class);
        requireRegistered(asked.getSelection(), caller, thermostats, trace);
        List<Group> groups = groups(asked);
        for (Group group : groups) {
            check(group, caller, thermostats);
        }
        caller.account().groups().post(groups);
        for (VirtualThermostat thermostat : caller.sees(thermostats).registered()) {
            tell(thermostat, caller, now);
        }
        return all(caller);
    }

    /** A thermostat's settings name the group it is in (Settings.shtml). */
    private static void tell(VirtualThermostat thermostat, Caller caller, Instant now) {
        Optional<Group> group = caller.account().groups().of(thermostat.state().getIdentifier());
        Map<String, Object> changed = Json.map(thermostat.state());
        Json.set(changed, "settings.groupRef", group.map(Group::getGroupRef).orElse(""));
        Json.set(changed, "settings.groupName", group.map(Group::getGroupName).orElse(""));
        Thermostat told = EcobeeJson.convert(changed, Thermostat.class);
        if (!told.equals(thermostat.state())) {
            thermostat.replace(told);
            thermostat.configured(now);
        }
    }

    private static List<Group> groups(GroupUpdateRequest asked) throws StatusException {
        Object other = asked.getAdditionalProperties().get(OTHER_NAME);
        List<Group> groups = other == null
                ? asked.getGroups()
                : Requests.read(EcobeeJson.write(Map.of("groups", other)), GroupUpdateRequest.class).getGroups();
        if (groups == null) {
            throw EcobeeStatus.INVALID_REQUEST_FORMAT.with("The list groups is missing.");
        }
        return groups;
    }

    private static void check(Group group, Caller caller, Map<String, VirtualThermostat> thermostats)
            throws StatusException {
        if (group.getGroupRef() != null && !caller.account().groups().contains(group.getGroupRef())) {
            throw EcobeeStatus.VALIDATION_ERROR.with("There is no group " + group.getGroupRef() + ".");
        }
        List<String> members = Objects.requireNonNullElse(group.getThermostats(), List.of());
        if (!members.isEmpty() && (group.getGroupName() == null || group.getGroupName().isBlank())) {
            throw EcobeeStatus.VALIDATION_ERROR.with("groupName is required.");
        }
        List<String> own = caller.sees(thermostats).registered().stream()
                .map(thermostat -> thermostat.state().getIdentifier()).toList();
        List<String> strangers = members.stream().filter(member -> !own.contains(member)).toList();
        if (!strangers.isEmpty()) {
            throw Selector.strangers(strangers);
        }
    }

    private static void requireRegistered(
            Selection selection, Caller caller, Map<String, VirtualThermostat> thermostats, RequestTrace trace)
            throws StatusException {
        trace.selection(selection);
        if (selection == null || !"registered".equals(selection.getSelectionType())) {
            throw EcobeeStatus.INVALID_SELECTION.with("Groups take selectionType registered.");
        }
        Selector.select(selection, caller.sees(thermostats), false);
    }

    private static String all(Caller caller) {
        return EcobeeJson.write(new GroupResponse().withGroups(caller.account().groups().all())
                .withStatus(EcobeeStatus.SUCCESS.status()));
    }
}
