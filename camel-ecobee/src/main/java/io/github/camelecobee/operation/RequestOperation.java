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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelecobee.authorization.Permission;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is one request, made of its parameters: most that are not about {@code POST /1/thermostat} are.
 * What tells them apart is data, see {@link HierarchyOperations} and its neighbours.
 *
 * @param <Q> class of the request
 */
public final class RequestOperation<Q extends EcobeeObject> implements OperationHandler {
    private final RequestShape<Q> shape;
    private final Call<Q> call;

    RequestOperation(RequestShape<Q> shape, Call<Q> call) {
        this.shape = shape;
        this.call = call;
    }

    @Override
    public Class<Q> parametersType() {
        return shape.type;
    }

    @Override
    public Set<String> parameters() {
        return shape.members.stream().map(Member::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, Object> constants() {
        return Map.copyOf(shape.constants);
    }

    @Override
    public @Nullable Element element() {
        return shape.element;
    }

    @Override
    public boolean selectsThermostats() {
        return shape.mostIdentifiers > 0;
    }

    @Override
    public boolean changes() {
        return shape.changes;
    }

    @Override
    public Permission permission() {
        return shape.permission;
    }

    @Override
    public Result handle(EcobeeClient client, Command command) {
        Q request = request(command);
        if (shape.changes && command.options().dryRun()) {
            return Result.dryRun(shown(request));
        }
        Result result = call.send(client, command, request);
        return shape.changes ? result.applied() : result;
    }

    /**
     * Makes the request, and sends nothing.
     *
     * @param  command                  what to do
     * @return                          the request
     * @throws IllegalArgumentException if a parameter is missing or wrong
     */
    public Q request(Command command) {
        Map<String, Object> wire = new LinkedHashMap<>(shape.constants);
        if (selectsThermostats()) {
            if (command.target().match().size() > shape.mostIdentifiers) {
                throw new IllegalArgumentException(
                        shape.name + ": takes at most " + shape.mostIdentifiers + " thermostats, not "
                                                   + command.target().match().size() + "; give a managementSet");
            }
            wire.put("selection", command.target().toWire(Set.of()));
        }
        for (Member member : shape.members) {
            Parameter parameter = command.parameter(member.name()).orElse(null);
            if (parameter != null) {
                Object value = member.reading().wire(parameter);
                if (member.sent()) {
                    wire.put(member.name(), value);
                }
            } else if (member.needed()) {
                throw new IllegalArgumentException(
                        shape.name + ": " + member.name() + " is missing; give it as header " + member.header()
                                                   + " or in the body");
            }
        }
        Q request = converted(wire);
        shape.rules.forEach(rule -> rule.accept(command, request));
        return request;
    }

    /** What would be sent, as JSON without secrets. */
    private String shown(Q request) {
        return EcobeeJson.write(List.of(
                Map.of("request", shape.name, "body", EcobeeJson.readMap(EcobeeJson.writeWithoutSecrets(request)))));
    }

    private Q converted(Map<String, Object> wire) {
        try {
            return EcobeeJson.convert(wire, shape.type);
        } catch (EcobeeJsonException e) {
            throw new IllegalArgumentException(shape.name + ": " + e.getMessage(), e);
        }
    }

    /** Sends a request. */
    @FunctionalInterface
    interface Call<Q> {
        /**
         * Sends it.
         *
         * @param  client  speaks to ecobee
         * @param  command what was asked for
         * @param  request what was made of it
         * @return         what came of it
         */
        Result send(EcobeeClient client, Command command, Q request);
    }
}
