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
package io.github.camelecobee.simulator.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * The time that a report covers, in whole five-minute intervals of UTC.
 *
 * @param from its first interval begins here
 * @param to   its last interval ends here
 */
public record ReportRange(Instant from, Instant to) {
    private static final int TICK_SECONDS = 300;

    /**
     * The time between two intervals.
     *
     * @param  start         the first UTC day
     * @param  startInterval its first interval, 0 to 287
     * @param  end           the last UTC day
     * @param  endInterval   its last interval, 0 to 287; it is part of the report
     * @return               the range
     */
    public static ReportRange of(LocalDate start, int startInterval, LocalDate end, int endInterval) {
        return new ReportRange(
                start.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds((long) startInterval * TICK_SECONDS),
                end.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds((endInterval + 1L) * TICK_SECONDS));
    }

    /**
     * Whole days where a thermostat hangs; they have 23 or 25 hours now and then.
     *
     * @param  start the first day
     * @param  end   the last day
     * @param  zone  the thermostat's zone
     * @return       the range
     */
    public static ReportRange ofDays(LocalDate start, LocalDate end, ZoneId zone) {
        return new ReportRange(start.atStartOfDay(zone).toInstant(), end.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * How long it is.
     *
     * @return its length
     */
    public Duration length() {
        return Duration.between(from, to);
    }

    /**
     * Where ecobee would stumble over spring's clock change. It has been seen to do so when an end of the range,
     * converted without regard to the change, is a local time that does not exist; that it is exactly this is our
     * reading of the reports (beestat widens such ranges by an hour, which helps).
     *
     * @param  zone a thermostat's zone
     * @return      the local time that does not exist, empty when both ends exist
     */
    public Optional<LocalDateTime> endInGap(ZoneId zone) {
        return inGap(from, zone).or(() -> inGap(to, zone));
    }

    private static Optional<LocalDateTime> inGap(Instant instant, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().previousTransition(instant.plusSeconds(1));
        return Optional.ofNullable(change).filter(ZoneOffsetTransition::isGap)
                .map(gap -> LocalDateTime.ofInstant(instant, gap.getOffsetBefore()))
                .filter(local -> local.isBefore(change.getDateTimeAfter()));
    }

    long fromTick() {
        return from.getEpochSecond() / TICK_SECONDS;
    }

    long toTick() {
        return to.getEpochSecond() / TICK_SECONDS;
    }
}
