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

import java.util.Set;
import java.util.TreeSet;

import io.github.camelecobee.model.EcobeeObject;

/** Executes one function of ecobee (functions/*.shtml). */
public final class FunctionOperation implements ThermostatOperation {
    private final ThermostatFunction function;

    /**
     * Creates it.
     *
     * @param type the function's name on the wire
     */
    public FunctionOperation(String type) {
        this.function = ThermostatFunctions.named(type);
    }

    @Override
    public Class<? extends EcobeeObject> parametersType() {
        return function.paramsType();
    }

    @Override
    public Set<String> parameters() {
        Set<String> names = new TreeSet<>(ThermostatOperation.super.parameters());
        names.addAll(function.ownParameters());
        return names;
    }

    @Override
    public String textParameter() {
        return function.textParameter();
    }

    @Override
    public boolean lastOneCounts() {
        return function.lastOneCounts();
    }

    @Override
    public DesiredChange desired(Command command) {
        return FunctionCalls.of(function, command.given(function.type()));
    }
}
