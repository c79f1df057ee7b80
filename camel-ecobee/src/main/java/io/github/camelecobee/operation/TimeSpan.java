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

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.camelecobee.client.Include;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.model.ThermostatTime;

/**
 * When something begins and ends, as people say it ({@code start}, {@code end}, {@code duration}), turned into the
 * local dates and times that ecobee takes. A local time that the thermostat's clock skips in spring is refused; of the
 * hour that it repeats in autumn ecobee cannot be told which one is meant.
 */
final class TimeSpan {
    /** Parameters that ecobee does not have. */
    static final Set<String> OWN = Set.of("start", "end", "duration");

    private static final List<List<String>> STARTS = List.of(List.of("start"), List.of("startDate", "startTime"));
    private static final List<List<String>> ENDS = List.of(List.of("duration"), List.of("end"),
            List.of("endDate", "endTime"), List.of("holdHours"));
    private static final Duration LONGEST = Duration.ofDays(365);

    private TimeSpan() {
    }

    /** One way to say the start and one to say the end: of several the one that was given closest to the message. */
    static Parameters oneOfEach(Parameters given) {
        return given.closest(STARTS).closest(ENDS);
    }

    /** Whether the thermostat's zone must be known; {@code given} has one of each. */
    static Set<Include> needs(Parameters given) {
        boolean zone = given.has("duration")
                || Stream.of("start", "end").flatMap(which -> Moment.of(given, which).stream()).anyMatch(Moment::needsZone);
        return zone ? EnumSet.of(Include.LOCATION) : Set.of();
    }

    /** The same in ecobee's parameters; {@code given} has one of each. */
    static Parameters onTheWire(Parameters given, Facts facts) {
        Optional<ThermostatTime> start = Moment.of(given, "start").map(moment -> moment.at(facts));
        Optional<ThermostatTime> end = given.get("duration").map(duration -> after(duration, start, facts))
                .or(() -> Moment.of(given, "end").map(moment -> moment.at(facts)));
        Optional<ThermostatTime> from = start.or(() -> facts.clock().map(clock -> clock.at(facts.now())));
        if (from.isPresent() && end.isPresent() && end.get().compareTo(from.get()) <= 0) {
            throw new IllegalArgumentException(
                    given.subject() + ": the end " + end.get() + " is not after " + (start.isPresent() ? "the start " : "now, ")
                                               + from.get());
        }
        Parameters wire = put(put(given, "start", start), "end", end);
        return wire.without(OWN);
    }

    private static Parameters put(Parameters given, String which, Optional<ThermostatTime> time) {
        if (time.isEmpty()) {
            return given;
        }
        String place = Stream.of(which, which + "Date", "duration").flatMap(name -> given.get(name).stream()).findFirst()
                .map(Parameter::place).orElse(which);
        return given.with(which + "Date", new Parameter(time.get().date(), place))
                .with(which + "Time", new Parameter(time.get().time(), place));
    }

    private static ThermostatTime after(Parameter duration, Optional<ThermostatTime> start, Facts facts) {
        ThermostatClock clock = Moment.zone(facts, duration.place());
        Instant from = start.map(clock::instantOf).orElse(facts.now());
        return clock.at(from.plus(length(duration)));
    }

    /** At most a year. */
    static Duration length(Parameter given) {
        Duration length;
        try {
            length = given.value() instanceof Duration duration ? duration : Duration.parse(given.text());
        } catch (DateTimeParseException e) {
            throw wrong(given);
        }
        if (length.isNegative() || length.toSeconds() < 1 || length.compareTo(LONGEST) > 0) {
            throw wrong(given);
        }
        return length;
    }

    private static IllegalArgumentException wrong(Parameter given) {
        return given.wrong("a duration such as PT2H30M, at most P365D");
    }
}
