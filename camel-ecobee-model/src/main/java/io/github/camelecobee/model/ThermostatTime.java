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
package io.github.camelecobee.model;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A time on the wall clock where the thermostat hangs: {@code thermostatTime}, the start and end of events and of
 * function parameters, rows of reports (core-concepts.shtml). It is not an {@link java.time.Instant}: only a
 * {@link ThermostatClock} turns one into the other, so that local and UTC times cannot be mixed by accident.
 *
 * @param local date and time without zone; fractions of a second are cut off, as ecobee has none
 */
@NullMarked
public record ThermostatTime(LocalDateTime local) implements Comparable<ThermostatTime> {
    static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int WIRE_LENGTH = 19;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public ThermostatTime {
        local = local.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Reads a timestamp property such as {@code thermostatTime}.
     *
     * @param  timestamp {@code YYYY-MM-DD HH:MM:SS}, or {@code null} when absent
     * @return           the time, empty when absent, of another form or in no calendar (30 February)
     */
    public static Optional<ThermostatTime> ofReading(@Nullable String timestamp) {
        try {
            return timestamp == null ? Optional.empty() : Optional.of(new ThermostatTime(parse(timestamp)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** By hand when it looks as it should: reports have millions of them. */
    private static LocalDateTime parse(String text) {
        if (text.length() != WIRE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != ' '
                || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return LocalDateTime.parse(text, WIRE);
        }
        return LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
                number(text, 14, 16), number(text, 17, 19));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            int digit = text.charAt(place) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("'" + text + "' has no digit at " + place);
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /**
     * Reads a pair of date and time properties such as {@code endDate} and {@code endTime} of an {@link Event}.
     *
     * @param  date {@code YYYY-MM-DD}, or {@code null} when absent
     * @param  time {@code HH:MM:SS}, or {@code null} when absent
     * @return      the time, empty when one of them is absent or of another form
     */
    public static Optional<ThermostatTime> ofReading(@Nullable String date, @Nullable String time) {
        return date == null || time == null ? Optional.empty() : ofReading(date + " " + time);
    }

    /**
     * The date as ecobee writes it.
     *
     * @return {@code YYYY-MM-DD}
     */
    public String date() {
        return local.toLocalDate().toString();
    }

    /**
     * The time of day as ecobee writes it.
     *
     * @return {@code HH:MM:SS}
     */
    public String time() {
        return local.format(TIME);
    }

    @Override
    public int compareTo(ThermostatTime other) {
        return local.compareTo(other.local);
    }

    /** {@code YYYY-MM-DD HH:MM:SS}, as ecobee writes it. */
    @Override
    public String toString() {
        return local.format(WIRE);
    }
}
