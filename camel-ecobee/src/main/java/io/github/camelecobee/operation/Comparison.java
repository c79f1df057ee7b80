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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import io.github.camelecobee.client.Adjustment;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeObject;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Function;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was asked for with what is there, property by property by their names on the wire: parameters of
 * functions are called as the properties of the events that they make.
 */
final class Comparison {
    private Comparison() {
    }

    /**
     * The parameters of a function with the first event of a type that fits; parameters that no event has do not count.
     */
    static List<Adjustment> withEvent(Function sent, Thermostat after, String type, Predicate<Event> fits) {
        List<Event> events = after.getEvents() == null ? List.of() : after.getEvents();
        Event event = events.stream().filter(each -> type.equals(each.getType())).filter(fits).findFirst().orElse(null);
        if (event == null) {
            return List.of(new Adjustment(after.getIdentifier(), "events", type, null));
        }
        Map<String, @Nullable Object> asked = EcobeeJson.toMap(EcobeeJson.convert(sent.getParams(), Event.class));
        asked.keySet().retainAll(EcobeeJson.propertyNames(Event.class));
        return differences(after.getIdentifier(), "events." + type, asked, EcobeeJson.toMap(event));
    }

    /** What was asked for of an object with what it is; what was not asked for does not count. */
    static List<Adjustment> ofObject(String thermostat, String path, EcobeeObject asked, @Nullable EcobeeObject actual) {
        return differences(thermostat, path, EcobeeJson.toMap(asked), actual == null ? Map.of() : EcobeeJson.toMap(actual));
    }

    /** The same of properties by their names, from the thermostat on. */
    static List<Adjustment> ofTree(
            String thermostat, Map<?, ? extends @Nullable Object> asked, Map<?, ? extends @Nullable Object> actual) {
        return differences(thermostat, "", asked, actual);
    }

    private static List<Adjustment> differences(
            String thermostat, String path, Map<?, ? extends @Nullable Object> asked,
            Map<?, ? extends @Nullable Object> actual) {
        List<Adjustment> found = new ArrayList<>();
        asked.forEach((name, value) -> found.addAll(
                difference(thermostat, path.isEmpty() ? String.valueOf(name) : path + "." + name, value, actual.get(name))));
        return found;
    }

    private static List<Adjustment> difference(
            String thermostat, String path, @Nullable Object asked, @Nullable Object actual) {
        if (asked instanceof Map<?, ?> inner && actual instanceof Map<?, ?> other) {
            return differences(thermostat, path, inner, other);
        }
        if (asked instanceof List<?> list && actual instanceof List<?> others && list.size() == others.size()
                && list.stream().allMatch(Map.class::isInstance)) {
            return elements(thermostat, path, list, others);
        }
        return Objects.equals(asked, actual)
                ? List.of() : List.of(new Adjustment(thermostat, path, asked, actual));
    }

    /** Objects of a list come back in any order, each compared with the one that is most like it. */
    private static List<Adjustment> elements(String thermostat, String path, List<?> asked, List<?> actual) {
        List<Adjustment> found = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String element = path + "[" + i + "]";
            Object wanted = asked.get(i);
            actual.stream().map(each -> difference(thermostat, element, wanted, each))
                    .min(Comparator.comparingInt(List::size)).ifPresent(found::addAll);
        }
        return found;
    }
}
