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
package io.github.camelecobee.simulator.home;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.github.camelecobee.model.Climate;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * The time before a thermostat was hung, when it followed its first program and nobody touched it. Each UTC day is
 * computed by itself, from a few hours before its midnight on, so a day is the same whoever asks and no day needs the
 * ones before it.
 */
final class Past {
    private static final int DAY = 1440;
    private static final int RUN_UP = 180;
    private static final int QUARTER = 15;
    private static final int HALF_HOUR = 30;

    private final Place place;
    private final List<List<String>> schedule;
    private final Map<String, Conditions> climates;

    /** Remembers a thermostat's first program. */
    Past(Thermostat state, ThermostatClock clock, long seed) {
        place = Place.of(state, clock, seed);
        schedule = state.getProgram().getSchedule();
        Equipment equipment = Equipment.of(state);
        climates = state.getProgram().getClimates().stream().collect(Collectors.toUnmodifiableMap(
                Climate::getClimateRef, climate -> Conditions.untouched(climate, equipment, place)));
    }

    /** The house at the beginning of a minute. */
    House house(long minute) {
        Ticker ticker = begin(Math.floorDiv(minute, DAY) * DAY);
        run(ticker, Math.floorDiv(minute, DAY) * DAY, minute, null);
        return ticker.house();
    }

    /** The readings from one tick to before another. */
    void readings(long fromTick, long toTick, Consumer<Reading> consumer) {
        long from = fromTick * Ticker.TICK_MINUTES;
        long to = toTick * Ticker.TICK_MINUTES;
        for (long day = Math.floorDiv(from, DAY) * DAY; day < to; day += DAY) {
            Ticker ticker = begin(day);
            run(ticker, day, Math.min(to, day + DAY), reading -> {
                if (reading.tick() >= fromTick) {
                    consumer.accept(reading);
                }
            });
        }
    }

    private Ticker begin(long day) {
        Conditions first = conditions(place.at((day - RUN_UP) / Ticker.TICK_MINUTES));
        double outdoors = place.at((day - RUN_UP) / Ticker.TICK_MINUTES).temperature();
        SetPoints aim = first.aim();
        // A house that needs neither heating nor cooling is as warm as it is outside, one that does is kept.
        double temperature = Math.max(aim.heat(), Math.min(Math.max(aim.heat(), aim.cool()), outdoors));
        Ticker ticker = new Ticker(new House(temperature, Math.max(25, Math.min(60, 25 + outdoors / 25))));
        run(ticker, day - RUN_UP, day, null);
        return ticker;
    }

    private void run(Ticker ticker, long from, long to, @Nullable Consumer<Reading> consumer) {
        Conditions conditions = conditions(place.at(from / Ticker.TICK_MINUTES));
        for (long minute = from; minute < to; minute++) {
            if (minute % QUARTER == 0) {
                // No zone is off by anything but quarters of an hour, and no cell begins in between.
                conditions = conditions(place.at(minute / Ticker.TICK_MINUTES));
            }
            Reading reading = ticker.minute(minute, conditions);
            if (reading != null && consumer != null) {
                consumer.accept(reading);
            }
        }
    }

    private Conditions conditions(Surroundings around) {
        int cell = (around.local().getHour() * 60 + around.local().getMinute()) / HALF_HOUR;
        String climateRef = schedule.get(around.local().getDayOfWeek().getValue() - 1).get(cell);
        return Objects.requireNonNull(climates.get(climateRef), climateRef);
    }
}
