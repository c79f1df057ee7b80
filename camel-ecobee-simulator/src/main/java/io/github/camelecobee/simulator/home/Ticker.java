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

import org.jspecify.annotations.Nullable;

/**
 * Lets minutes pass for a house and makes a reading of every five. What lives and what is replayed pass through here,
 * which is why they agree. Guarded by the home's lock, or owned by a replay.
 */
final class Ticker {
    static final int TICK_MINUTES = 5;
    private static final int HOUR = 60;

    private final House house;
    private @Nullable Reading current;
    private @Nullable Surroundings around;

    Ticker(House house) {
        this.house = house;
    }

    House house() {
        return house;
    }

    /**
     * Lets a minute pass.
     *
     * @param  minute since 1970, UTC
     * @return        the reading that the minute completes, {@code null} when it completes none
     */
    @Nullable
    Reading minute(long minute, Conditions conditions) {
        Surroundings weather = around;
        if (weather == null || minute % TICK_MINUTES == 0) {
            long tick = Math.floorDiv(minute, TICK_MINUTES);
            weather = conditions.place().at(tick);
            around = weather;
            current = minute % TICK_MINUTES == 0 ? new Reading(tick, conditions, weather, house) : null;
        }
        house.minute(conditions, weather, (int) (minute % HOUR));
        Reading reading = current;
        if (reading != null) {
            reading.count(house);
        }
        return (minute + 1) % TICK_MINUTES == 0 ? reading : null;
    }
}
