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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a report begins or ends, as people give it: an instant, or a day or time of the thermostat's clock. Exactly one
 * of the three is there.
 *
 * @param at   an instant
 * @param day  a day; a report begins with it, and ends behind it
 * @param time a time
 */
public record ReportTime(@Nullable Instant at, @Nullable LocalDate day, @Nullable LocalDateTime time) {

    /** What is allowed, for messages. */
    public static final String ALLOWED = "a day such as 2025-01-31, a time such as 2025-01-31T08:00 of the thermostat's"
                                         + " clock, or an instant such as 2025-01-31T13:00:00Z";

    /**
     * Reads the text.
     *
     * @param  text              an ISO 8601 date, date and time, or date and time with an offset or Z; a blank may
     *                           stand for the T
     * @return                   the time
     * @throws DateTimeException if it is none of these
     */
    public static ReportTime parse(String text) {
        String iso = text.strip().replaceFirst("(?<=\\d) (?=\\d)", "T");
        if (!iso.contains("T")) {
            return new ReportTime(null, LocalDate.parse(iso), null);
        }
        if (iso.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)(\\[.*])?")) {
            return new ReportTime(ZonedDateTime.parse(iso).toInstant(), null, null);
        }
        return new ReportTime(null, null, LocalDateTime.parse(iso));
    }

    /**
     * The instant at which a report begins.
     *
     * @param  zone              the thermostat's
     * @return                   the instant; of an hour that comes twice, in its first pass
     * @throws DateTimeException if the clock skips the time
     */
    public Instant begin(ZoneId zone) {
        return day != null ? day.atStartOfDay(zone).toInstant() : instant(zone, true);
    }

    /**
     * The instant before which a report ends.
     *
     * @param  zone              the thermostat's
     * @return                   the instant; of an hour that comes twice, in its second pass
     * @throws DateTimeException if the clock skips the time
     */
    public Instant end(ZoneId zone) {
        return day != null ? day.plusDays(1).atStartOfDay(zone).toInstant() : instant(zone, false);
    }

    private Instant instant(ZoneId zone, boolean first) {
        if (time == null) {
            return at == null ? Instant.EPOCH : at;
        }
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new DateTimeException(
                    time + " does not exist in " + zone + ", where the clock is put forward from "
                                        + rules.getTransition(time).getDateTimeBefore() + " to "
                                        + rules.getTransition(time).getDateTimeAfter());
        }
        return time.toInstant(offsets.get(first ? 0 : offsets.size() - 1));
    }
}
