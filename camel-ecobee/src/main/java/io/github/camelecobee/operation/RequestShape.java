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
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import io.github.camelecobee.authorization.Permission;
import io.github.camelecobee.client.EcobeeClient;
import io.github.camelecobee.model.EcobeeObject;
import org.jspecify.annotations.Nullable;

/**
 * What is special about a {@link RequestOperation}: the members of its request, and what they have to be. Made once,
 * and not changed any more when the operation is made.
 *
 * @param <Q> class of the request
 */
final class RequestShape<Q extends EcobeeObject> {
    final String name;
    final Class<Q> type;
    final Map<String, Object> constants = new LinkedHashMap<>();
    final List<Member> members = new ArrayList<>();
    final List<BiConsumer<Command, Q>> rules = new ArrayList<>();
    Permission permission = Permission.EMS;
    boolean changes = true;
    int mostIdentifiers;
    @Nullable
    Element element;

    /** A shape that takes nothing. */
    RequestShape(String name, Class<Q> type) {
        this.name = name;
        this.type = type;
    }

    /** What ecobee calls it, in the member {@code operation}. */
    RequestShape<Q> operation(String value) {
        constants.put("operation", value);
        return this;
    }

    /** It changes nothing. */
    RequestShape<Q> reads() {
        changes = false;
        return this;
    }

    RequestShape<Q> permission(Permission value) {
        permission = value;
        return this;
    }

    /** It has a selection of thermostats, of so many identifiers at most. */
    RequestShape<Q> selects(int most) {
        mostIdentifiers = most;
        return this;
    }

    /** A member without which nothing is sent. */
    RequestShape<Q> needs(String member, Reading reading) {
        members.add(new Member(member, true, true, reading));
        return this;
    }

    /** A member that may be left out. */
    RequestShape<Q> takes(String member, Reading reading) {
        members.add(new Member(member, false, true, reading));
        return this;
    }

    /** A parameter that ecobee does not get. */
    RequestShape<Q> hears(String parameter, Reading reading) {
        members.add(new Member(parameter, false, false, reading));
        return this;
    }

    /** The same, without which nothing is sent. */
    RequestShape<Q> asks(String parameter, Reading reading) {
        members.add(new Member(parameter, true, false, reading));
        return this;
    }

    /** A body of this class, or a list of them, stands for a member. */
    RequestShape<Q> body(Class<? extends EcobeeObject> of, String member) {
        element = new Element(of, member);
        return this;
    }

    /** What else ecobee would refuse; throws an {@link IllegalArgumentException}. */
    RequestShape<Q> rule(BiConsumer<Command, Q> rule) {
        rules.add(rule);
        return this;
    }

    /** The operation that sends it. */
    RequestOperation<Q> sent(BiFunction<EcobeeClient, Q, Result> call) {
        return new RequestOperation<>(this, (client, command, request) -> call.apply(client, request));
    }

    /** The same, for one that does not only send. */
    RequestOperation<Q> answers(RequestOperation.Call<Q> call) {
        return new RequestOperation<>(this, call);
    }
}
