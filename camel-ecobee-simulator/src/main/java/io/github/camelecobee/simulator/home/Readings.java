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
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import io.github.camelecobee.model.ExtendedRuntime;
import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.simulator.home.Reading.Part;

/**
 * The last three five-minute readings, which an interval message carries (ExtendedRuntime.shtml). Guarded by the home's
 * lock.
 */
final class Readings {
    private static final int KEPT = 3;
    private static final int TICK_SECONDS = 300;
    private static final int TICKS_OF_DAY = 288;

    private final Deque<Reading> last = new ArrayDeque<>(KEPT + 1);

    /** Ends a five-minute interval. */
    void add(Reading reading) {
        last.addLast(reading);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    boolean isComplete() {
        return last.size() == KEPT;
    }

    /** The beginning of the last interval. */
    Instant lastStart() {
        return Instant.ofEpochSecond(last.getLast().tick() * TICK_SECONDS);
    }

    /** The number of the last interval in its UTC day, 0 to 287. */
    int lastInterval() {
        return (int) (last.getLast().tick() % TICKS_OF_DAY);
    }

    /** The three readings as ecobee sends them, oldest first. */
    ExtendedRuntime extendedRuntime(int desiredHumidity, int desiredDehumidity) {
        return new ExtendedRuntime()
                .withLastReadingTimestamp(ThermostatClock.utc(lastStart()))
                .withRuntimeDate(lastStart().atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .withRuntimeInterval(lastInterval())
                .withActualTemperature(each(Reading::temperature))
                .withActualHumidity(each(Reading::humidity))
                .withDesiredHeat(each(Reading::heat))
                .withDesiredCool(each(Reading::cool))
                .withDesiredHumidity(Collections.nCopies(KEPT, desiredHumidity))
                .withDesiredDehumidity(Collections.nCopies(KEPT, desiredDehumidity))
                .withDmOffset(each(Reading::demandOffset))
                .withHvacMode(last.stream().map(Reading::stage).toList())
                .withHeatPump1(seconds(Part.HEAT_PUMP_1)).withHeatPump2(seconds(Part.HEAT_PUMP_2))
                .withAuxHeat1(seconds(Part.AUXILIARY_1)).withAuxHeat2(seconds(Part.AUXILIARY_2))
                .withAuxHeat3(seconds(Part.AUXILIARY_3))
                .withCool1(seconds(Part.COOL_1)).withCool2(seconds(Part.COOL_2))
                .withFan(seconds(Part.FAN)).withHumidifier(seconds(Part.HUMIDIFIER))
                .withDehumidifier(seconds(Part.DEHUMIDIFIER)).withEconomizer(seconds(Part.ECONOMIZER))
                .withVentilator(seconds(Part.VENTILATOR))
                .withCurrentElectricityBill(0).withProjectedElectricityBill(0);
    }

    private List<Integer> seconds(Part part) {
        return each(reading -> reading.seconds(part));
    }

    private List<Integer> each(Function<Reading, Integer> value) {
        return last.stream().map(value).toList();
    }
}
