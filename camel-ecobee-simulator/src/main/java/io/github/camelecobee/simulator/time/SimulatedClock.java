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
package io.github.camelecobee.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time inside the simulator: holds end by it and rooms cool down by it. It stands still, runs like the wall clock
 * or runs faster, and can always be moved forward. Tokens and PINs expire {@linkplain #outside by another}, which never
 * runs faster.
 * <p>
 * Safe for use by several threads.
 */
public final class SimulatedClock extends Clock {
    /** Years of four digits, with a century of two: what revisions can tell. */
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private final Clock wall;
    private final Instant wallStart;
    private final Instant start;
    private final int speed;
    private final AtomicReference<Duration> skipped;
    private final ZoneId zone;

    SimulatedClock(Clock wall, Instant start, int speed) {
        this(wall, wall.instant(), start, speed, new AtomicReference<>(Duration.ZERO), ZoneOffset.UTC);
    }

    private SimulatedClock(Clock wall, Instant wallStart, Instant start, int speed, AtomicReference<Duration> skipped,
                           ZoneId zone) {
        this.wall = wall;
        this.wallStart = wallStart;
        this.start = start;
        this.speed = speed;
        this.skipped = skipped;
        this.zone = zone;
    }

    /**
     * A clock that stands still until it is {@linkplain #advance advanced}. Tests use it.
     *
     * @param  start its first time
     * @return       the clock
     */
    public static SimulatedClock manual(Instant start) {
        return new SimulatedClock(Clock.systemUTC(), start, 0);
    }

    /**
     * A clock that shows the real time.
     *
     * @return the clock
     */
    public static SimulatedClock real() {
        return accelerated(1);
    }

    /**
     * A clock that starts at the real time and runs faster.
     *
     * @param  speed                    simulated seconds per real second, at least 1
     * @return                          the clock
     * @throws IllegalArgumentException if the speed is below 1
     */
    public static SimulatedClock accelerated(int speed) {
        if (speed < 1) {
            throw new IllegalArgumentException("A clock cannot run at speed " + speed + ": use 1 or more");
        }
        Clock wall = Clock.systemUTC();
        return new SimulatedClock(wall, wall.instant(), speed);
    }

    /**
     * Moves the clock forward. Everything that would have happened meanwhile has happened when it is next looked at.
     *
     * @param  time                     by how much
     * @throws IllegalArgumentException if that is negative, or leads beyond the year 2099
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Simulated time cannot go back by " + time.negated());
        }
        if (time.compareTo(Duration.between(instant(), END)) > 0) {
            throw new IllegalArgumentException("Simulated time ends before " + END + ", it cannot go on by " + time);
        }
        skipped.updateAndGet(before -> before.plus(time));
    }

    /**
     * The time of those who wait outside, by which PINs and tokens expire: a person who types a PIN and a client that
     * has been promised an hour do not live faster because thermostats do.
     *
     * @return this clock, but never faster than the wall clock; advancing one advances the other
     */
    public SimulatedClock outside() {
        return new SimulatedClock(wall, wallStart, start, Math.min(speed, 1), skipped, zone);
    }

    @Override
    public Instant instant() {
        Duration elapsed = Duration.between(wallStart, wall.instant()).multipliedBy(speed);
        return start.plus(elapsed).plus(skipped.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, seen from another zone: advancing one advances the other. */
    @Override
    public SimulatedClock withZone(ZoneId other) {
        return new SimulatedClock(wall, wallStart, start, speed, skipped, other);
    }
}
