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
package io.github.camelecobee.simulator.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.camelecobee.model.DemandResponse;

/** The demand responses that a utility has created and not cancelled. Guarded by the lock of the home. */
public final class DemandResponses {
    private final Map<String, DemandResponse> byRef = new LinkedHashMap<>();
    private int made;

    DemandResponses() {
    }

    /**
     * A reference for the next one.
     *
     * @return {@code dr} and six hexadecimal digits
     */
    public String nextRef() {
        made++;
        // Spread over the range, so that nobody takes references for counters.
        return String.format(Locale.ROOT, "dr%06x", made * 0x9e3779 & 0xffffff);
    }

    /**
     * Adds one.
     *
     * @param demandResponse it, with its reference
     */
    public void add(DemandResponse demandResponse) {
        byRef.put(demandResponse.getDemandResponseRef(), demandResponse);
    }

    /**
     * Takes one out.
     *
     * @param  demandResponseRef its reference
     * @return                   it, if there was one
     */
    public Optional<DemandResponse> remove(String demandResponseRef) {
        return Optional.ofNullable(byRef.remove(demandResponseRef));
    }

    /**
     * Forgets those that are over.
     *
     * @param  isOver whether one is
     * @return        the others, oldest first
     */
    public List<DemandResponse> without(Predicate<DemandResponse> isOver) {
        byRef.values().removeIf(isOver);
        return new ArrayList<>(byRef.values());
    }
}
