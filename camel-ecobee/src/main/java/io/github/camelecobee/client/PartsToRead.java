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
package io.github.camelecobee.client;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The thermostats that are about to be read, and which parts of each. */
final class PartsToRead {
    private final Map<String, Wish> wishes = new LinkedHashMap<>();

    void add(ThermostatRevisions line, Set<Include> parts) {
        wishes.put(line.identifier(), new Wish(line, parts));
    }

    boolean isEmpty() {
        return wishes.isEmpty();
    }

    /** How many more thermostats need no request of their own. */
    int room() {
        return Math.floorMod(-wishes.size(), ThermostatSelection.CHUNK);
    }

    /** Those that need the same parts stand together, so that a request asks for little that it need not. */
    List<String> identifiers() {
        return wishes.entrySet().stream().sorted(Comparator.comparingLong(each -> each.getValue().bits()))
                .map(Map.Entry::getKey).toList();
    }

    /** What these thermostats need together. */
    Set<Include> parts(Collection<String> identifiers) {
        Set<Include> all = EnumSet.noneOf(Include.class);
        identifiers.stream().map(wishes::get).filter(Objects::nonNull).forEach(wish -> all.addAll(wish.parts));
        return all;
    }

    /** The line that told that the thermostat changed, {@code null} for one that nobody asked for. */
    @Nullable
    ThermostatRevisions line(@Nullable String identifier) {
        Wish wish = wishes.get(identifier);
        return wish == null ? null : wish.line;
    }

    private record Wish(ThermostatRevisions line, Set<Include> parts) {
        long bits() {
            return parts.stream().mapToLong(part -> 1L << part.ordinal()).sum();
        }
    }
}
