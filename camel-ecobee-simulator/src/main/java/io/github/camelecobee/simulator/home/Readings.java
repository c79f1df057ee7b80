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

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import io.github.camelecobee.model.ExtendedRuntime;
import io.github.camelecobee.model.ThermostatClock;

/**
 * The last three five-minute readings, which an interval message carries (ExtendedRuntime.shtml). Guarded by the home's
 * lock.
 */
final class Readings {
    private static final int KEPT = 3;
    private static final int MINUTE = 60;

    private final Deque<Reading> last = new ArrayDeque<>();
    private int heatPump;
    private int auxiliary;
    private int cool;
    private int fan;

    /** Counts a minute of equipment. */
    void minute(Room room) {
        heatPump += room.heatsByPump() ? MINUTE : 0;
        auxiliary += room.heatsByAuxiliary() ? MINUTE : 0;
        cool += room.cools() ? MINUTE : 0;
        fan += room.blows() ? MINUTE : 0;
    }

    /** Ends a five-minute interval that began at an instant. */
    void endInterval(Instant start, int temperature, int humidity, SetPoints aim) {
        last.addLast(new Reading(start, temperature, humidity, aim.heat(), aim.cool(), heatPump, auxiliary, cool, fan));
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        heatPump = 0;
        auxiliary = 0;
        cool = 0;
        fan = 0;
    }

    boolean isComplete() {
        return last.size() == KEPT;
    }

    /** The beginning of the last interval. */
    Instant lastStart() {
        return last.getLast().start;
    }

    /** The number of the last interval in its UTC day, 0 to 287. */
    int lastInterval() {
        return LocalTime.ofInstant(lastStart(), ZoneOffset.UTC).toSecondOfDay() / (5 * MINUTE);
    }

    /** The three readings as ecobee sends them, oldest first. */
    ExtendedRuntime extendedRuntime(int desiredHumidity, int desiredDehumidity) {
        List<Integer> zeros = Collections.nCopies(KEPT, 0);
        return new ExtendedRuntime()
                .withLastReadingTimestamp(ThermostatClock.utc(lastStart()))
                .withRuntimeDate(lastStart().atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .withRuntimeInterval(lastInterval())
                .withActualTemperature(each(reading -> reading.temperature))
                .withActualHumidity(each(reading -> reading.humidity))
                .withDesiredHeat(each(reading -> reading.desiredHeat))
                .withDesiredCool(each(reading -> reading.desiredCool))
                .withDesiredHumidity(Collections.nCopies(KEPT, desiredHumidity))
                .withDesiredDehumidity(Collections.nCopies(KEPT, desiredDehumidity))
                .withDmOffset(zeros)
                .withHvacMode(last.stream().map(Reading::hvacMode).toList())
                .withHeatPump1(each(reading -> reading.heatPump)).withHeatPump2(zeros)
                .withAuxHeat1(each(reading -> reading.auxiliary)).withAuxHeat2(zeros).withAuxHeat3(zeros)
                .withCool1(each(reading -> reading.cool)).withCool2(zeros)
                .withFan(each(reading -> reading.fan))
                .withHumidifier(zeros).withDehumidifier(zeros).withEconomizer(zeros).withVentilator(zeros)
                .withCurrentElectricityBill(0).withProjectedElectricityBill(0);
    }

    private List<Integer> each(Function<Reading, Integer> value) {
        return last.stream().map(value).toList();
    }

    /** Temperatures in tenths of a degree Fahrenheit, equipment in seconds of the five minutes. */
    private record Reading(Instant start, int temperature, int humidity, int desiredHeat, int desiredCool, int heatPump,
            int auxiliary, int cool, int fan) {
        String hvacMode() {
            if (cool > 0) {
                return "compressorCoolStage10n";
            }
            if (heatPump > 0) {
                return "compressorHeatStage10n";
            }
            return auxiliary > 0 ? "heatStage10n" : "heatOff";
        }
    }
}
