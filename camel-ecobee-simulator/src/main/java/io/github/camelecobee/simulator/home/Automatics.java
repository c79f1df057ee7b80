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
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

import io.github.camelecobee.model.Event;
import io.github.camelecobee.model.Thermostat;
import org.jspecify.annotations.Nullable;

/**
 * What a thermostat does by itself, beside its program: it follows the offsets of demand management, and people where
 * that is switched on. Guarded by the lock of its {@link Home}.
 */
public final class Automatics {
    private static final int TICK_SECONDS = 300;

    private final long seed;
    private @Nullable ToIntFunction<Instant> demand;
    private int offset;
    private @Nullable SmartPresence presence;

    Automatics(long seed) {
        this.seed = seed;
    }

    /**
     * Gives the thermostat the offsets of a utility.
     *
     * @param offsets tenths of a degree Fahrenheit at any instant, 0 for none
     */
    public void followDemand(ToIntFunction<Instant> offsets) {
        demand = offsets;
    }

    boolean followsDemand() {
        return demand != null;
    }

    /** Switches Smart Home/Away on. */
    void followPeople() {
        presence = new SmartPresence();
    }

    /** Looks for people at the beginning of each five-minute interval. */
    void look(VirtualThermostat thermostat, Place place, Instant now) {
        if (presence != null && now.getEpochSecond() % TICK_SECONDS == 0) {
            presence.look(thermostat, place, now);
        }
    }

    /**
     * A number that looks random and is always the same for the same simulator, thermostat and question.
     *
     * @param  question what the number decides
     * @return          0 to 1, 1 excluded
     */
    public double chance(String question) {
        return new SplittableRandom(seed * 31 + question.hashCode()).nextDouble();
    }

    /** Looks at the time, and says whether the set points have to move. */
    boolean update(Instant now) {
        int before = offset;
        offset = demand == null ? 0 : demand.applyAsInt(now);
        return offset != before;
    }

    /**
     * Conditions with the offset of this moment. It moves both set points; that a positive one makes it warmer is our
     * reading. A hold at the device wins (DemandManagement.shtml).
     */
    Conditions applyTo(Conditions conditions, Thermostat state) {
        return offset == 0 || state.getEvents().stream().anyMatch(Automatics::isRunningHold)
                ? conditions : conditions.shiftedBy(offset);
    }

    private static boolean isRunningHold(Event event) {
        return "hold".equals(event.getType()) && Boolean.TRUE.equals(event.getRunning());
    }
}
