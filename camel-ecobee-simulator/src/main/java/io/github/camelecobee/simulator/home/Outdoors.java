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

import java.time.LocalDateTime;

/**
 * The weather at a thermostat: cold in January, warm in July, coldest before dawn, the same for the same seed.
 *
 * @param seed makes one place a little different from another
 */
record Outdoors(long seed) {
    private static final double YEARLY_MEAN = 480;
    private static final double YEARLY_SWING = 250;
    private static final double DAILY_SWING = 80;
    private static final int COLDEST_DAY = 20;
    private static final int COLDEST_HOUR = 5;

    /** The temperature at a local time, in tenths of a degree Fahrenheit. */
    double temperature(LocalDateTime local) {
        double year = Math.cos(2 * Math.PI * (local.getDayOfYear() - COLDEST_DAY) / 365);
        double day = Math.cos(2 * Math.PI * (local.getHour() + local.getMinute() / 60.0 - COLDEST_HOUR) / 24);
        return YEARLY_MEAN - YEARLY_SWING * year - DAILY_SWING * day + 40 * noise(local.toLocalDate().toEpochDay());
    }

    /** A number from -1 to 1 that depends on nothing but the seed and what is asked. */
    double noise(long what) {
        long mixed = (seed * 0x9E3779B97F4A7C15L) ^ (what * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return ((mixed >>> 33) % 2001) / 1000.0 - 1;
    }
}
