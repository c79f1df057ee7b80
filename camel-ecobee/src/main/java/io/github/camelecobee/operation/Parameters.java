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

/**
 * The parameters that were given for one thing to do.
 *
 * @param subject what is to be done, for messages, for example {@code setHold} or {@code functions[1] setHold}
 * @param all     the parameters by ecobee's name
 */
public record Parameters(String subject, Map<String, Parameter> all) {
    /**
     * Copies.
     *
     * @param subject see above
     * @param all     see above
     */
    public Parameters {
        all = Map.copyOf(all);
    }

    /**
     * A parameter.
     *
     * @param  name ecobee's name
     * @return      the parameter, empty when it was not given
     */
    public Optional<Parameter> get(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /**
     * Whether a parameter was given.
     *
     * @param  name ecobee's name
     * @return      whether it was
     */
    public boolean has(String name) {
        return all.containsKey(name);
    }

    /**
     * A parameter that must be there.
     *
     * @param  name                     ecobee's name
     * @return                          the parameter
     * @throws IllegalArgumentException if it was not given
     */
    public Parameter need(String name) {
        return get(name).orElseThrow(() -> new IllegalArgumentException(
                subject + ": " + name + " is missing; give it as header CamelEcobee" + Character.toUpperCase(name.charAt(0))
                                                                        + name.substring(1) + " or as property of the body"));
    }
}
