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
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Group;
import io.github.camelecobee.model.GroupUpdateRequest;

/**
 * Makes, changes and deletes groups of thermostats (post-group.shtml). What a command does not say of a group stays as
 * it is: the groups are read first, because ecobee takes a flag that is left out for false, and thermostats that are
 * left out for a wish to delete the group.
 */
public final class UpdateGroups implements OperationHandler {
    private static final String GROUPS = "groups";
    private static final String ALLOW_DELETE = "allowDelete";

    private static final ObjectReading<Group> READING = new ObjectReading<>(Group.class, "", List.of());

    /** Creates it. */
    public UpdateGroups() {
    }

    @Override
    public Class<GroupUpdateRequest> parametersType() {
        return GroupUpdateRequest.class;
    }

    @Override
    public Set<String> parameters() {
        return Set.of(GROUPS, ALLOW_DELETE);
    }

    @Override
    public Element element() {
        return new Element(Group.class, GROUPS);
    }

    @Override
    public boolean selectsThermostats() {
        return false;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Result handle(EcobeeClient client, Command command) {
        Parameter given = command.parameter(GROUPS).orElseThrow(() -> new IllegalArgumentException(
                "updateGroups: groups is missing; give it as header CamelEcobeeGroups or in the body"));
        List<Group> wanted = READING.wire(given);
        boolean mayDelete = command.parameter(ALLOW_DELETE).map(Parameter::flag).orElse(false);
        List<Group> whole = new GroupChanges(client.groups(), mayDelete, given.place()).whole(wanted);
        if (command.options().dryRun()) {
            return Result.dryRun(EcobeeJson.write(List.of(Map.of("request", "updateGroups", "body", Map.of("groups", whole)))));
        }
        List<Group> present = client.updateGroups(whole);
        return new Result(null, Map.of("CamelEcobeeGroupRefs", references(whole, present))).applied();
    }

    /** The references in the order of the command; those of new groups are found by their names. */
    private static List<String> references(List<Group> sent, List<Group> present) {
        List<String> references = new ArrayList<>();
        for (Group group : sent) {
            references.add(group.getGroupRef() != null
                    ? group.getGroupRef()
                    : present.stream().filter(each -> group.getGroupName().equals(each.getGroupName()))
                            .map(each -> String.valueOf(each.getGroupRef())).findFirst().orElse(""));
        }
        return references;
    }
}
