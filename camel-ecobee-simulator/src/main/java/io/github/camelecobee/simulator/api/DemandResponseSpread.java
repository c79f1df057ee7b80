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
package io.github.camelecobee.simulator.api;

import java.util.Objects;

import io.github.camelecobee.model.DemandResponse;
import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.ThermostatTime;
import io.github.camelecobee.simulator.home.VirtualThermostat;

/**
 * Spreads starts and ends of a demand response, so that not all compressors of a town start in the same second
 * (DemandResponse.shtml). Each thermostat starts and ends later than the utility says by up to the seconds it gives;
 * that it is later, not earlier, is our choice. By how much depends on the simulator's seed, the thermostat and the
 * demand response alone.
 */
final class DemandResponseSpread {
    private static final int DEFAULT_SECONDS = 1800;

    private DemandResponseSpread() {
    }

    /** The event for one thermostat. */
    static Event forThermostat(Event event, DemandResponse wanted, VirtualThermostat thermostat) {
        Event own = EcobeeJson.convert(event, Event.class);
        ThermostatTime start = later(event.getStartDate(), event.getStartTime(), startSeconds(wanted)
                                                                                 * thermostat.automatics().chance(
                                                                                         event.getLinkRef() + " start"));
        ThermostatTime end = later(event.getEndDate(), event.getEndTime(), endSeconds(wanted)
                                                                           * thermostat.automatics()
                                                                                   .chance(event.getLinkRef() + " end"));
        own.setStartDate(start.date());
        own.setStartTime(start.time());
        own.setEndDate(end.date());
        own.setEndTime(end.time());
        return own;
    }

    /** By how many seconds the last thermostat may end later than the utility says. */
    static int endSeconds(DemandResponse wanted) {
        return Boolean.TRUE.equals(wanted.getRandomizeEndTime())
                ? Objects.requireNonNullElse(wanted.getRandomEndTimeSeconds(), DEFAULT_SECONDS) : 0;
    }

    private static int startSeconds(DemandResponse wanted) {
        return Boolean.TRUE.equals(wanted.getRandomizeStartTime())
                ? Objects.requireNonNullElse(wanted.getRandomStartTimeSeconds(), DEFAULT_SECONDS) : 0;
    }

    private static ThermostatTime later(String date, String time, double seconds) {
        return new ThermostatTime(ThermostatTime.ofReading(date, time).orElseThrow().local().plusSeconds((long) seconds));
    }
}
