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

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** In which order history is read. Rows of one read are always delivered in time's order. */
public enum ReportOrder {
    /** The present first, then back in time. */
    NEWEST_FIRST("newestFirst"),
    /** Forward in time, the present at the end. */
    OLDEST_FIRST("oldestFirst");

    private final String option;

    ReportOrder(String option) {
        this.option = option;
    }

    /**
     * Reads the option.
     *
     * @param  text                     its value, in any letter case
     * @return                          the order
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ReportOrder parse(String text) {
        return Arrays.stream(values())
                .filter(order -> order.option.toLowerCase(Locale.ROOT).equals(text.strip().toLowerCase(Locale.ROOT))).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "reportOrder: '" + text + "' is unknown; give one of "
                                                                + Arrays.stream(values()).map(order -> order.option)
                                                                        .collect(Collectors.joining(", "))));
    }
}
