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
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A thermostat's four revisions. They look like UTC timestamps and only ever grow. Guarded by the home's lock.
 */
final class Revisions {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuMMddHHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int KINDS = Revision.values().length;

    private final long[] last = new long[KINDS];
    /** Asked for far more often than moved. */
    private final @Nullable String[] shown = new String[KINDS];

    /** Starts as if the last change had been some time ago. */
    Revisions(Instant start) {
        last[Revision.THERMOSTAT.ordinal()] = start.minus(Duration.ofDays(1)).getEpochSecond();
        last[Revision.ALERTS.ordinal()] = start.minus(Duration.ofDays(2)).getEpochSecond();
        last[Revision.RUNTIME.ordinal()] = start.minus(Duration.ofMinutes(3)).getEpochSecond();
        last[Revision.INTERVAL.ordinal()] = start.minus(Duration.ofMinutes(15)).getEpochSecond();
    }

    /** Moves a revision. Two moves within a second differ nevertheless. */
    void move(Revision revision, Instant now) {
        int kind = revision.ordinal();
        last[kind] = Math.max(now.getEpochSecond(), last[kind] + 1);
        shown[kind] = null;
    }

    /** Twelve digits, {@code YYMMDDHHMMSS}. */
    String get(Revision revision) {
        int kind = revision.ordinal();
        String text = shown[kind];
        if (text == null) {
            text = FORMAT.format(Instant.ofEpochSecond(last[kind]));
            shown[kind] = text;
        }
        return text;
    }
}
