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
package io.github.camelecobee.operation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as it was given: on the thermostat's own clock, or anywhere in the world.
 *
 * @param local   what the thermostat shows, {@code null} when an instant was given
 * @param instant the instant, {@code null} when a local time was given
 * @param place   where it was given, for messages
 */
record Moment(@Nullable LocalDateTime local, @Nullable Instant instant, String place) {

    private static final String ALLOWED = "2026-11-23T18:00 on the thermostat's clock, 2026-11-23T18:00+01:00,"
                                          + " 2026-11-23T17:00:00Z, or an object of java.time";

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    static Moment of(Parameter given) {
        Object value = given.value() instanceof TemporalAccessor ? given.value() : parse(given);
        if (!canBeWritten((TemporalAccessor) value)) {
            throw given.wrong(ALLOWED + ", from 2000 to 9998");
        }
        if (value instanceof Instant instant) {
            return new Moment(null, instant, given.place());
        }
        if (value instanceof ZonedDateTime zoned) {
            return new Moment(null, zoned.toInstant(), given.place());
        }
        if (value instanceof OffsetDateTime offset) {
            return new Moment(null, offset.toInstant(), given.place());
        }
        if (value instanceof LocalDateTime local) {
            return new Moment(local, null, given.place());
        }
        throw given.wrong(ALLOWED);
    }

    /** ecobee writes years with four digits; in any zone. */
    private static boolean canBeWritten(TemporalAccessor time) {
        if (time instanceof Instant instant) {
            return instant.isAfter(EARLIEST) && instant.isBefore(LATEST);
        }
        return !time.isSupported(ChronoField.YEAR)
                || time.get(ChronoField.YEAR) >= FIRST_YEAR && time.get(ChronoField.YEAR) <= LAST_YEAR;
    }

    /** {@code start}, or {@code startDate} with {@code startTime}; the same for {@code end}. */
    static Optional<Moment> of(Parameters given, String which) {
        if (given.has(which)) {
            return given.get(which).map(Moment::of);
        }
        Optional<Parameter> date = given.get(which + "Date");
        Optional<Parameter> time = given.get(which + "Time");
        if (date.isPresent() != time.isPresent()) {
            String there = which + (date.isPresent() ? "Date" : "Time");
            String missing = which + (date.isPresent() ? "Time" : "Date");
            throw new IllegalArgumentException(
                    given.subject() + ": " + missing + " is missing beside " + there + "; give both, or " + which);
        }
        return date.map(day -> new Moment(LocalDateTime.of(day(day), time(time.orElseThrow())), null, day.place()));
    }

    private static Object parse(Parameter given) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(given.text(), ZonedDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw given.wrong(ALLOWED);
        }
    }

    private static LocalDate day(Parameter given) {
        try {
            return LocalDate.parse(given.text());
        } catch (DateTimeException e) {
            throw given.wrong("a date such as 2026-11-23");
        }
    }

    private static LocalTime time(Parameter given) {
        try {
            return LocalTime.parse(given.text());
        } catch (DateTimeException e) {
            throw given.wrong("a time of day such as 18:00:00");
        }
    }

    /** Whether nothing can be said without the thermostat's zone: few local times are skipped anywhere on earth. */
    boolean needsZone() {
        return local == null || OnEarth.RULES.stream().map(rules -> rules.getTransition(local))
                .anyMatch(jump -> jump != null && jump.isGap());
    }

    /** What the thermostat shows then. */
    ThermostatTime at(Facts facts) {
        if (local == null) {
            return zone(facts, place).at(Objects.requireNonNull(instant));
        }
        ThermostatTime time = new ThermostatTime(local);
        facts.clock().ifPresent(clock -> exists(time, clock));
        return time;
    }

    private void exists(ThermostatTime time, ThermostatClock clock) {
        try {
            clock.instantOf(time);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    static ThermostatClock zone(Facts facts, String place) {
        return facts.clock().orElseThrow(() -> new IllegalArgumentException(
                place + ": the thermostat does not tell its zone; give times on its own clock"));
    }

    /** Made when the first local time is given: there are hundreds, and many of them are the same. */
    private static final class OnEarth {
        static final List<ZoneRules> RULES
                = ZoneId.getAvailableZoneIds().stream().map(id -> ZoneId.of(id).getRules()).distinct().toList();
    }
}
