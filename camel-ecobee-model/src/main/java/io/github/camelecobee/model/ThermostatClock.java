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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The zone a thermostat hangs in, and so the way between its local times and UTC. ecobee's values carry no zone
 * (core-concepts.shtml); this is the one place that supplies it.
 *
 * @param zone the thermostat's zone, a mere offset when ecobee tells no more
 */
@NullMarked
public record ThermostatClock(ZoneId zone) {
    private static final Map<String, String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> a));
    /** Every offset in use is a multiple of this; a thermostat's two clocks differ by a second or two beside it. */
    private static final Duration OFFSET_STEP = Duration.ofMinutes(15);
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    /**
     * Finds a thermostat's zone: {@code location.timeZone} (in any letter case and with legacy ids such as
     * {@code us/eastern}), else the difference of {@code thermostatTime} and {@code utcTime}, which is right at this
     * moment, else {@code location.timeZoneOffsetMinutes}, of which ecobee does not say whether it includes daylight
     * saving.
     *
     * @param  thermostat a thermostat, read with {@code includeLocation} for the best answer
     * @return            its clock, empty when it tells nothing of its zone
     */
    public static Optional<ThermostatClock> of(Thermostat thermostat) {
        Location location = thermostat.getLocation();
        Optional<ZoneId> zone = location == null ? Optional.empty() : zone(location.getTimeZone());
        return zone.or(() -> offset(thermostat))
                .or(() -> location == null || location.getTimeZoneOffsetMinutes() == null
                        ? Optional.empty() : offset(location.getTimeZoneOffsetMinutes()))
                .map(ThermostatClock::new);
    }

    /**
     * Reads a UTC timestamp property such as {@code utcTime}, {@code lastModified} or those of {@code runtime}.
     *
     * @param  timestamp {@code YYYY-MM-DD HH:MM:SS} in UTC, or {@code null} when absent
     * @return           the instant, empty when absent or of another form
     */
    public static Optional<Instant> utc(@Nullable String timestamp) {
        return ThermostatTime.ofReading(timestamp).map(time -> time.local().toInstant(ZoneOffset.UTC));
    }

    /**
     * Writes an instant as a UTC timestamp property.
     *
     * @param  instant any instant
     * @return         {@code YYYY-MM-DD HH:MM:SS} in UTC, fractions of a second cut off
     */
    public static String utc(Instant instant) {
        return ThermostatTime.WIRE.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /**
     * What the thermostat shows at an instant.
     *
     * @param  instant any instant
     * @return         the thermostat's local time, fractions of a second cut off
     */
    public ThermostatTime at(Instant instant) {
        return new ThermostatTime(LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), zone));
    }

    /**
     * When the thermostat shows a time. Of the two instants in the hour that autumn repeats, the first.
     *
     * @param  time                     a time on the thermostat's clock
     * @return                          the instant
     * @throws IllegalArgumentException if the thermostat never shows that time, because the clock jumps over it in
     *                                  spring
     */
    public Instant instantOf(ThermostatTime time) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time.local());
        if (transition != null && transition.isGap()) {
            throw new IllegalArgumentException(
                    "'" + time + "' does not exist in " + zone + ": the clock jumps from "
                                               + transition.getDateTimeBefore() + " to " + transition.getDateTimeAfter());
        }
        return time.local().atZone(zone).toInstant();
    }

    private static Optional<ZoneId> zone(@Nullable String id) {
        return Optional.ofNullable(id).map(name -> ZONES.get(name.strip().toLowerCase(Locale.ROOT))).map(ZoneId::of);
    }

    private static Optional<ZoneId> offset(Thermostat thermostat) {
        return utc(thermostat.getUtcTime()).flatMap(utc -> ThermostatTime.ofReading(thermostat.getThermostatTime())
                .map(local -> Duration.between(utc, local.local().toInstant(ZoneOffset.UTC)))
                .map(offset -> OFFSET_STEP.multipliedBy(Math.round((double) offset.toSeconds() / OFFSET_STEP.toSeconds())))
                .flatMap(offset -> offset(offset.toMinutes())));
    }

    /** Empty for what no place on earth has: a clock that is wrong by days, or {@code -5002}. */
    private static Optional<ZoneId> offset(long minutes) {
        return minutes < -MAX_OFFSET_MINUTES || minutes > MAX_OFFSET_MINUTES
                ? Optional.empty() : Optional.of(ZoneOffset.ofTotalSeconds((int) minutes * 60));
    }
}
