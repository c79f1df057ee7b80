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

import org.jspecify.annotations.Nullable;

/**
 * The weather of a place: a season and a time of day by latitude, and a little chance. It depends on nothing but the
 * seed and the time, so it needs no memory.
 *
 * @param seed     makes one place a little different from another
 * @param latitude degrees, negative in the south, where January is summer
 */
record Outdoors(long seed, double latitude) {
    private static final double TORONTO = 43.64;
    private static final double DAILY_SWING = 80;
    private static final int COLDEST_DAY = 20;
    private static final int COLDEST_HOUR = 5;

    /** The weather at an ecobee location's {@code mapCoordinates}, Toronto's when it has none. */
    static Outdoors at(@Nullable String coordinates, long seed) {
        double latitude = TORONTO;
        if (coordinates != null && !coordinates.isBlank()) {
            try {
                latitude = Math.max(-75, Math.min(75, Double.parseDouble(coordinates.split(",", 2)[0].strip())));
            } catch (NumberFormatException e) {
                // Free text at ecobee: what is no latitude is no reason to fail.
                latitude = TORONTO;
            }
        }
        return new Outdoors(seed, latitude);
    }

    /** The temperature at a local time, in tenths of a degree Fahrenheit. */
    double temperature(LocalDateTime local) {
        double mean = Math.min(820, 1050 - 13 * Math.abs(latitude));
        double swing = 5.73 * Math.abs(latitude) * Math.signum(latitude);
        double year = Math.cos(2 * Math.PI * (local.getDayOfYear() - COLDEST_DAY) / 365);
        double day = Math.cos(2 * Math.PI * (local.getHour() + local.getMinute() / 60.0 - COLDEST_HOUR) / 24);
        // Fronts pass within a day: chance of today fades into that of tomorrow.
        long date = local.toLocalDate().toEpochDay();
        double passed = (local.getHour() * 60 + local.getMinute()) / 1440.0;
        double front = noise(date) * (1 - passed) + noise(date + 1) * passed;
        return mean - swing * year - DAILY_SWING * (1 - cloud(date) / 2) * day + 60 * front;
    }

    /** Relative humidity in percent, higher when it is cloudy and at night. */
    int humidity(LocalDateTime local) {
        double day = Math.cos(2 * Math.PI * (local.getHour() - COLDEST_HOUR) / 24);
        return (int) Math.round(55 + 25 * cloud(local.toLocalDate().toEpochDay()) + 12 * day);
    }

    /** Wind in miles per hour. */
    int wind(LocalDateTime local) {
        return (int) Math.round(8 + 7 * noise(local.toLocalDate().toEpochDay() * 8 + local.getHour() / 3 + 7_000_000));
    }

    /** The code of the sky: sunny, partly cloudy, cloudy or overcast (WeatherForecast.shtml). */
    int sky(LocalDateTime local) {
        double cloud = cloud(local.toLocalDate().toEpochDay());
        if (cloud < 0.25) {
            return 1;
        }
        if (cloud < 0.5) {
            return 10;
        }
        return cloud < 0.75 ? 17 : 18;
    }

    /** From 0, clear, to 1, overcast. */
    private double cloud(long date) {
        return (noise(date + 3_000_000) + 1) / 2;
    }

    /** A number from -1 to 1 that depends on nothing but the seed and what is asked. */
    double noise(long what) {
        long mixed = (seed * 0x9E3779B97F4A7C15L) ^ (what * 0xC2B2AE3D27D4EB4FL);
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return ((mixed >>> 33) % 2001) / 1000.0 - 1;
    }
}
