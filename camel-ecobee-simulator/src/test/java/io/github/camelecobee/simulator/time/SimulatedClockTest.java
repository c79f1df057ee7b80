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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulatedClockTest {
    private static final Instant START = Instant.parse("2026-01-14T16:00:00Z");

    /** Stands in for the wall clock. */
    private final SimulatedClock wall = SimulatedClock.manual(Instant.EPOCH);

    @Test
    void manualClockStandsStill() {
        SimulatedClock clock = SimulatedClock.manual(START);

        assertThat(clock.instant()).isEqualTo(START);
        clock.advance(Duration.ofMinutes(5));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void acceleratedClockRunsFasterAndCanBeAdvanced() {
        SimulatedClock clock = new SimulatedClock(wall, START, 60);

        wall.advance(Duration.ofSeconds(2));
        clock.advance(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(62)));
    }

    @Test
    void timeOutsideRunsNoFasterThanTheWallClock() {
        SimulatedClock fast = new SimulatedClock(wall, START, 60);
        SimulatedClock still = SimulatedClock.manual(START);

        wall.advance(Duration.ofSeconds(2));
        fast.advance(Duration.ofHours(1));
        still.advance(Duration.ofHours(1));

        assertThat(fast.outside().instant()).isEqualTo(START.plus(Duration.ofHours(1)).plusSeconds(2));
        assertThat(still.outside().instant()).isEqualTo(still.instant());
    }

    @Test
    void zonesShareTheTime() {
        SimulatedClock clock = SimulatedClock.manual(START);
        SimulatedClock toronto = clock.withZone(ZoneId.of("America/Toronto"));

        clock.advance(Duration.ofSeconds(1));

        assertThat(toronto.instant()).isEqualTo(clock.instant());
        assertThat(toronto.getZone()).isEqualTo(ZoneId.of("America/Toronto"));
    }

    @Test
    void timeDoesNotGoBackOrStop() {
        assertThatThrownBy(() -> wall.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SimulatedClock.manual(START).advance(Duration.ofDays(28_000)))
                .hasMessage("Simulated time ends before 2100-01-01T00:00:00Z, it cannot go on by PT672000H");
        assertThatThrownBy(() -> SimulatedClock.manual(START).advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SimulatedClock.accelerated(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
