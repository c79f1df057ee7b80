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

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import io.github.camelecobee.model.HouseDetails;
import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.model.ThermostatClock;

/**
 * Where a thermostat hangs.
 *
 * @param zone      its time zone
 * @param outdoors  its weather
 * @param office    whether people are there in working hours, rather than outside of them
 * @param occupants how many people
 */
record Place(ZoneId zone, Outdoors outdoors, boolean office, int occupants) {

    private static final int TICK_SECONDS = 300;
    private static final int HALF_HOUR = 30;

    /** Where a thermostat hangs. */
    static Place of(Thermostat state, ThermostatClock clock, long seed) {
        HouseDetails house = state.getHouseDetails();
        int occupants = house == null || house.getNumberOfOccupants() == null ? 2 : house.getNumberOfOccupants();
        return new Place(
                clock.zone(), Outdoors.at(state.getLocation().getMapCoordinates(), seed),
                String.valueOf(state.getModelNumber()).endsWith("Ems"), occupants);
    }

    /** The clock of a thermostat, which needs a zone. */
    static ThermostatClock clockOf(Thermostat thermostat) {
        return ThermostatClock.of(thermostat).orElseThrow(() -> noTimeZone(thermostat));
    }

    static IllegalArgumentException noTimeZone(Thermostat thermostat) {
        return new IllegalArgumentException(
                "Thermostat " + thermostat.getIdentifier() + " has no time zone: set location.timeZone");
    }

    /** What is around the thermostat in one five-minute interval. */
    Surroundings at(long tick) {
        long second = tick * TICK_SECONDS;
        LocalDateTime local = LocalDateTime.ofEpochSecond(
                second, 0, zone.getRules().getOffset(Instant.ofEpochSecond(second)));
        return new Surroundings(
                local, outdoors.temperature(local), outdoors.humidity(local), outdoors.wind(local), outdoors.sky(local),
                isSomebodyThere(local));
    }

    /** Whether a sensor has seen motion within the last half hour (RemoteSensorCapability.shtml). */
    boolean motion(Surroundings around, int sensor, boolean awayForDays) {
        if (!around.somebodyThere() || awayForDays) {
            return false;
        }
        LocalDateTime local = around.local();
        long halfHour = local.toLocalDate().toEpochDay() * 48 + (local.getHour() * 60 + local.getMinute()) / HALF_HOUR;
        boolean awake = office || local.getHour() >= 7 && local.getHour() < 23;
        return outdoors.noise(halfHour * 31 + sensor) > (awake ? -0.4 : 0.7);
    }

    /** People leave in the morning and come back in the evening, not at the same minute every day. */
    private boolean isSomebodyThere(LocalDateTime local) {
        long date = local.toLocalDate().toEpochDay();
        int minute = local.getHour() * 60 + local.getMinute();
        double leave = 8 * 60 + 30 + 45 * outdoors.noise(date * 2);
        double back = 17 * 60 + 45 * outdoors.noise(date * 2 + 1);
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (office) {
            return !weekend && minute >= leave && minute < back;
        }
        return weekend
                ? minute < leave + 240 || minute >= back - 90 || outdoors.noise(date * 2 + 5) > 0
                : minute < leave || minute >= back;
    }
}
