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
package io.github.camelecobee.change;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.camelecobee.model.EcobeeJson;
import org.jspecify.annotations.Nullable;

/**
 * A thermostat's state, taken apart into what can change on its own. Keys are a part, a slash and names, for example
 * {@code events/hold}; values are JSON values, equal when the facet is the same.
 *
 * @param parts  the parts that are known; of a part that ecobee did not send nothing is known
 * @param values what there is in these parts
 */
public record Facets(Set<String> parts, SortedMap<String, Object> values) {

    /**
     * Copies both, and makes the values equal to those that were written and read again.
     *
     * @param parts  see above
     * @param values see above
     */
    public Facets {
        parts = Set.copyOf(parts);
        SortedMap<String, Object> copy = new TreeMap<>();
        for (Map.Entry<String, @Nullable Object> entry : EcobeeJson.readMap(EcobeeJson.write(values)).entrySet()) {
            if (entry.getValue() != null) {
                copy.put(entry.getKey(), entry.getValue());
            }
        }
        values = copy;
    }

    /**
     * The part that a facet belongs to.
     *
     * @param  key a facet's key
     * @return     what stands before its first slash
     */
    public static String partOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
