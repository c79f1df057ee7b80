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
package io.github.camelecobee.poll;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * That a route may have been told of a facet: noted before it is, gone when the cursor has moved over it.
 *
 * @param at    when this was found
 * @param after the facet that the route was told of, {@code null} when it was told that there is none
 */
record Mark(Instant at, @Nullable Object after) {

    static Mark of(Map<?, ?> map) {
        return new Mark(Instant.parse(Objects.requireNonNull(map.get("at")).toString()), map.get("after"));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", at.toString());
        if (after != null) {
            map.put("after", after);
        }
        return map;
    }
}
