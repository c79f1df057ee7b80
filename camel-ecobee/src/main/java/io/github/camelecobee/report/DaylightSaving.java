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

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.Optional;

import io.github.camelecobee.model.ThermostatClock;

/**
 * Keeps the ends of a request out of the hour that a thermostat's clock skips in spring. ecobee turns them into local
 * times and refuses those that do not exist with code 3, "Illegal instant due to time zone offset transition" (beestat
 * issue 332). A range that goes over the hour is answered.
 */
final class DaylightSaving {
    private DaylightSaving() {
    }

    /** The range, begun earlier or ended later by the length of the gap where it has to be. */
    static IntervalRange avoid(IntervalRange range, Collection<ThermostatClock> clocks) {
        long from = range.from();
        long to = range.to();
        for (boolean moved = true; moved;) {
            moved = false;
            for (ThermostatClock clock : clocks) {
                long before = gapAt(clock, from);
                // The end as it is sent, which is part of the range, and the end as ecobee may understand it.
                long behind = Math.max(gapAt(clock, to), gapAt(clock, to - 1));
                from -= before;
                to += behind;
                moved |= before + behind > 0;
            }
        }
        return new IntervalRange(from, to);
    }

    /** How many intervals the gap is long in which a clock that was not put forward would be; 0 outside of one. */
    private static long gapAt(ThermostatClock clock, long interval) {
        Instant instant = IntervalRange.begin(interval);
        return Optional.ofNullable(clock.zone().getRules().previousTransition(instant.plusSeconds(1)))
                .filter(ZoneOffsetTransition::isGap)
                .map(gap -> instant.isBefore(gap.getInstant().plus(gap.getDuration())) ? gap.getDuration() : Duration.ZERO)
                .map(IntervalRange::intervals).orElse(0L);
    }
}
