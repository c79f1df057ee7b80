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
package io.github.camelecobee.report;

import java.util.List;
import java.util.Map;

import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/** Reads one kind of report. Safe for use by several threads. */
public interface ReportReader {
    /** ecobee answers at most 31 days; an hour on either side is left for daylight saving. */
    int LONGEST = 30 * IntervalRange.PER_DAY;

    /**
     * Which report it reads.
     *
     * @return its kind
     */
    ReportFeed feed();

    /**
     * Reads a range, with one request. The range that is asked for is longer than it when one of its ends is in the
     * hour that a clock skips; rows of other intervals are dropped.
     *
     * @param  thermostats                                  at most 25 thermostats, and their clocks; a clock is
     *                                                      {@code null} when nothing is known of it
     * @param  range                                        at most {@link #LONGEST} intervals
     * @param  widened                                      whether to ask for an hour more on either side: for
     *                                                      thermostats whose zone is not known and that ecobee has
     *                                                      refused
     * @return                                              for each thermostat that ecobee answered for, the rows that
     *                                                      have data, in time's order
     * @throws io.github.camelecobee.client.EcobeeException if ecobee refuses or cannot be reached
     */
    Map<String, List<ReportRow>> read(
            Map<String, @Nullable ThermostatClock> thermostats, IntervalRange range, boolean widened);
}
