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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters that were given for one thing to do.
 *
 * @param subject what is to be done, for messages, for example {@code setHold} or {@code functions[1] setHold}
 * @param all     the parameters by ecobee's name
 */
public record Parameters(String subject, Map<String, Parameter> all) {
    /** Those that must be there for some operation and can be options: who misses one may have looked for it there. */
    static final Set<String> OPTIONS = Set.of("ackType", "coolHoldTemp", "engineName", "heatHoldTemp", "name", "occupied",
            "plugName", "plugState");

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
     * These and one more, which takes the place of one of the same name.
     *
     * @param  name      ecobee's name
     * @param  parameter the parameter
     * @return           new parameters
     */
    public Parameters with(String name, Parameter parameter) {
        Map<String, Parameter> more = new LinkedHashMap<>(all);
        more.put(name, parameter);
        return new Parameters(subject, more);
    }

    /**
     * These without some.
     *
     * @param  names their names
     * @return       new parameters
     */
    public Parameters without(Collection<String> names) {
        if (names.stream().noneMatch(this::has)) {
            return this;
        }
        Map<String, Parameter> fewer = new LinkedHashMap<>(all);
        fewer.keySet().removeAll(names);
        return new Parameters(subject, fewer);
    }

    /**
     * These with one of several ways to say the same: the one that was given closest to the message.
     *
     * @param  ways                     the ways, each of some parameters that go together
     * @return                          new parameters
     * @throws IllegalArgumentException if two were given equally close
     */
    Parameters closest(List<List<String>> ways) {
        List<List<String>> used = ways.stream().filter(way -> way.stream().anyMatch(this::has)).toList();
        if (used.size() < 2) {
            return this;
        }
        int closest = used.stream().mapToInt(this::closeness).max().orElse(0);
        List<List<String>> best = used.stream().filter(way -> closeness(way) == closest).toList();
        if (best.size() > 1) {
            throw new IllegalArgumentException(
                    subject + ": " + shown(best.get(0)) + " and " + shown(best.get(1)) + " cannot be given together;"
                                               + " give one of them");
        }
        return without(used.stream().filter(way -> !best.contains(way)).flatMap(List::stream).toList());
    }

    private int closeness(List<String> way) {
        return way.stream().flatMap(name -> get(name).stream()).mapToInt(Parameter::closeness).max().orElse(0);
    }

    private String shown(List<String> way) {
        return way.stream().flatMap(name -> get(name).stream()).findFirst()
                .map(Parameter::toString).orElse("");
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
                subject + ": " + name + " is missing"
                                                                        + (subject.startsWith("functions[")
                                                                                ? " among its params"
                                                                                : "; give it as header CamelEcobee"
                                                                                  + Character.toUpperCase(name.charAt(0))
                                                                                  + name.substring(1)
                                                                                  + (OPTIONS.contains(name)
                                                                                          ? ", as option " + name
                                                                                          : "")
                                                                                  + " or as property of the body")));
    }
}
