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

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.client.ThermostatSelection;

/**
 * What an operation is asked to do.
 *
 * @param target     the thermostats meant
 * @param includes   the parts of a thermostat to read, for operations that read
 * @param parameters the parameters that were given, by ecobee's name
 * @param options    how a change is made
 */
public record Command(
        ThermostatSelection target, Set<Include> includes, Map<String, Parameter> parameters, WriteOptions options) {
    /**
     * Copies.
     *
     * @param target     see above
     * @param includes   see above
     * @param parameters see above
     * @param options    see above
     */
    public Command {
        includes = Set.copyOf(includes);
        parameters = Map.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param  name ecobee's name
     * @return      the parameter, empty when it was not given
     */
    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * The parameters for one thing to do.
     *
     * @param  subject what is to be done, for messages
     * @return         the parameters
     */
    public Parameters given(String subject) {
        return new Parameters(subject, parameters);
    }
}
