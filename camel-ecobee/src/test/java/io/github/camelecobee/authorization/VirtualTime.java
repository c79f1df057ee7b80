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
package io.github.camelecobee.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import org.jmock.lib.concurrent.DeterministicScheduler;

/** A clock and a scheduler that the test moves, in step. */
final class VirtualTime extends Clock {
    final DeterministicScheduler scheduler = new DeterministicScheduler();
    private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

    void advance(Duration duration) {
        runBackground();
        for (long second = 0; second < duration.toSeconds(); second++) {
            now = now.plusSeconds(1);
            scheduler.tick(1, TimeUnit.SECONDS);
        }
    }

    /** Sets the clock, as an administrator or a time server does; nothing that was planned comes sooner or later. */
    void set(Instant instant) {
        now = instant;
    }

    /** Lets the background do what is due, without a second passing. */
    void runBackground() {
        scheduler.tick(0, TimeUnit.SECONDS);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
