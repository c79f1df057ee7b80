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

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import io.github.camelecobee.report.IntervalRange;
import org.jspecify.annotations.Nullable;

/**
 * Where a report begins. At most one of the three is given.
 *
 * @param day   a day on the thermostat's calendar
 * @param at    an instant
 * @param back  so much before the consumer's first poll
 * @param first whether it is when the thermostat was first connected
 */
public record ReportStart(@Nullable LocalDate day, @Nullable Instant at, @Nullable Duration back, boolean first) {

    private static final String FIRST_CONNECTED = "firstConnected";
    private static final String NOW = "now";

    /**
     * Reads the option.
     *
     * @param  text                     {@code now}, {@code firstConnected}, a date, an instant, or an ISO 8601 duration
     * @return                          the start
     * @throws IllegalArgumentException if it is none of these
     */
    public static ReportStart parse(String text) {
        String given = text.strip();
        if (given.equalsIgnoreCase(NOW)) {
            return new ReportStart(null, null, Duration.ZERO, false);
        }
        if (given.equalsIgnoreCase(FIRST_CONNECTED)) {
            return new ReportStart(null, null, null, true);
        }
        try {
            if (given.startsWith("P")) {
                Duration back = Duration.parse(given);
                if (!back.isNegative()) {
                    return new ReportStart(null, null, back, false);
                }
            } else {
                return given.contains("T")
                        ? new ReportStart(null, Instant.parse(given), null, false)
                        : new ReportStart(LocalDate.parse(given), null, null, false);
            }
        } catch (DateTimeException e) {
            // The message below says more.
        }
        throw new IllegalArgumentException(
                "reportStart: '" + text + "' is not allowed; give " + NOW + ", " + FIRST_CONNECTED + ", a date of the"
                                           + " thermostat's calendar such as 2024-01-31, an instant such as"
                                           + " 2024-01-31T05:00:00Z, or how far to go back, such as P30D");
    }

    /** Whether it depends on when the consumer first polled, so that it has to be remembered. */
    boolean isRelative() {
        return back != null;
    }

    /**
     * The first interval of a thermostat, never before it was connected.
     *
     * @param  site what is known of the thermostat
     * @param  now  the interval that is under way
     * @return      number of an interval
     */
    long interval(ReportSite site, long now) {
        Optional<Long> connected = Optional.ofNullable(site.firstConnected()).map(IntervalRange::intervalOf);
        long wanted;
        if (first) {
            wanted = connected.orElseGet(() -> now - 31L * IntervalRange.PER_DAY);
        } else if (day != null) {
            ZoneId zone = site.clock() == null ? ZoneOffset.UTC : site.clock().zone();
            wanted = IntervalRange.intervalOf(day.atStartOfDay(zone).toInstant());
        } else if (at != null) {
            wanted = IntervalRange.intervalOf(at);
        } else {
            wanted = now - IntervalRange.intervals(back == null ? Duration.ZERO : back);
        }
        return Math.max(wanted, connected.orElse(wanted));
    }
}
