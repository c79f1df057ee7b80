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

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A thermostat's four revisions. They look like UTC timestamps and only ever grow. Guarded by the home's lock.
 */
final class Revisions {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuMMddHHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Map<Revision, Instant> last = new EnumMap<>(Revision.class);

    /** Starts as if the last change had been some time ago. */
    Revisions(Instant start) {
        last.put(Revision.THERMOSTAT, start.minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS));
        last.put(Revision.ALERTS, start.minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS));
        last.put(Revision.RUNTIME, start.minus(Duration.ofMinutes(3)).truncatedTo(ChronoUnit.SECONDS));
        last.put(Revision.INTERVAL, start.minus(Duration.ofMinutes(15)).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Moves a revision. Two moves within a second differ nevertheless. */
    void move(Revision revision, Instant now) {
        last.compute(revision, (kind, before) -> {
            Instant moved = now.truncatedTo(ChronoUnit.SECONDS);
            return before == null || moved.isAfter(before) ? moved : before.plusSeconds(1);
        });
    }

    /** Twelve digits, {@code YYMMDDHHMMSS}. */
    String get(Revision revision) {
        return FORMAT.format(last.getOrDefault(revision, Instant.EPOCH));
    }
}
