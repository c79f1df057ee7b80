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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatUpdate;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;

/**
 * Functions to execute one after the other, in one request.
 *
 * @param calls the functions with what was given for each
 */
record FunctionCalls(List<Call> calls) implements DesiredChange {

    FunctionCalls {
        calls = List.copyOf(calls);
    }

    static FunctionCalls of(ThermostatFunction function, Parameters given) {
        return new FunctionCalls(List.of(new Call(function, given)));
    }

    @Override
    public Set<Include> needs() {
        return all(call -> call.function.needs(call.given));
    }

    @Override
    public ThermostatUpdate update(Facts facts) {
        return ThermostatUpdate.of(calls.stream().flatMap(call -> call.function.build(call.given, facts).stream()).toList());
    }

    @Override
    public Set<Include> guardedBy() {
        return all(call -> call.function.guardedBy(call.given));
    }

    @Override
    public Set<Include> guardedWhenRead() {
        return all(call -> call.function.guardedWhenRead(call.given));
    }

    @Override
    public void guard(ThermostatUpdate update, Facts facts) {
        Set<String> changed = new HashSet<>();
        for (Call call : calls) {
            for (Function built : call.function.build(call.given, facts)) {
                ThermostatFunction kind = kind(built);
                kind.guard(call.given, built, facts);
                if (changed.add(kind.subject(built)) && facts.readNow()) {
                    kind.guardPresence(call.given, built, facts);
                }
            }
        }
    }

    @Override
    public Set<Include> readBack() {
        return all(call -> call.function.readBack());
    }

    @Override
    public boolean comparesWithBefore() {
        return calls.stream().anyMatch(call -> call.function.comparesWithBefore());
    }

    @Override
    public List<Adjustment> compare(ThermostatUpdate sent, Facts before, Thermostat after) {
        List<Adjustment> found = new ArrayList<>();
        List<Function> functions = sent.functions();
        for (int i = 0; i < functions.size(); i++) {
            ThermostatFunction kind = kind(functions.get(i));
            String subject = kind.subject(functions.get(i));
            boolean hidden = !subject.isEmpty() && functions.subList(i + 1, functions.size()).stream()
                    .anyMatch(later -> kind(later).subject(later).equals(subject));
            if (!hidden) {
                found.addAll(kind.compare(functions.get(i), before, after));
            }
        }
        return found;
    }

    private static ThermostatFunction kind(Function built) {
        return ThermostatFunctions.named(built.getType());
    }

    private Set<Include> all(java.util.function.Function<Call, Set<Include>> of) {
        return calls.stream().flatMap(call -> of.apply(call).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Include.class)));
    }

    /**
     * A function and what was given for it.
     *
     * @param function the function
     * @param given    its parameters
     */
    record Call(ThermostatFunction function, Parameters given) {
    }
}
