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

import java.time.Duration;
import java.util.List;

import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.ReportNames;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer wants its report.
 *
 * @param start   where history begins
 * @param order   in which order it is read
 * @param overlap how much is read again with every poll, because it may have changed
 * @param perRow  whether every row is an exchange; else all rows of one thermostat in one answer are
 */
public record ReportSettings(ReportStart start, ReportOrder order, Duration overlap, boolean perRow) {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /**
     * Checks the overlap.
     *
     * @param  start                    see above
     * @param  order                    see above
     * @param  overlap                  see above
     * @param  perRow                   see above
     * @throws IllegalArgumentException if the overlap is negative or longer than a week
     */
    public ReportSettings {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new IllegalArgumentException(
                    "reportOverlap: '" + overlap + "' is not allowed; give 0 to " + LONGEST_OVERLAP.toDays() + " days");
        }
    }

    /**
     * Reads the option {@code columns}.
     *
     * @param  csv                      names in any letter case, comma-separated; {@code null} for all
     * @return                          the names as ecobee documents them
     * @throws IllegalArgumentException if one is unknown, or there is none
     */
    public static List<String> columns(@Nullable String csv) {
        return ReportNames.columns(csv);
    }

    /**
     * Reads the option {@code meters}.
     *
     * @param  csv                      names in any letter case, comma-separated
     * @return                          the names as ecobee documents them (get-meter-report.shtml)
     * @throws IllegalArgumentException if one is unknown, or there is none
     */
    public static List<String> meters(String csv) {
        return ReportNames.meters(csv);
    }

    /**
     * Reads the option {@code reportDelivery}.
     *
     * @param  text                     {@code perRow} or {@code perChunk}, in any letter case
     * @return                          whether every row is an exchange
     * @throws IllegalArgumentException if it is something else
     */
    public static boolean perRow(String text) {
        boolean perRow = text.strip().equalsIgnoreCase("perRow");
        if (!perRow && !text.strip().equalsIgnoreCase("perChunk")) {
            throw new IllegalArgumentException("reportDelivery: '" + text + "' is unknown; give one of perRow, perChunk");
        }
        return perRow;
    }

    long overlapIntervals() {
        return IntervalRange.intervals(overlap);
    }
}
