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
package io.github.camelecobee.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

import io.github.camelecobee.model.ThermostatClock;
import io.github.camelecobee.model.ThermostatTime;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when the rows of a report are. They carry local times, of which autumn has an hour twice; only the UTC
 * beginning of the request and the place of the row tell the two apart (get-runtime-report.shtml). When rows are
 * missing, their local times are followed instead: each row is later than the one before.
 */
final class RowTimes {
    private final IntervalRange range;
    private final boolean complete;
    private final @Nullable ThermostatClock clock;
    private int index;
    private long last;

    RowTimes(IntervalRange range, int rows, @Nullable ThermostatClock clock) {
        this.range = range;
        this.complete = rows == range.size();
        this.clock = clock;
        this.last = range.from() - 1;
    }

    /** The interval of the next row, empty when its time cannot be or is none of the request's. */
    OptionalLong next(RowText text) {
        long counted = range.from() + index++;
        OptionalLong found = complete || clock == null ? OptionalLong.of(counted) : follow(text.local().orElse(null), clock);
        if (found.isEmpty() || !range.contains(found.getAsLong()) || found.getAsLong() <= last) {
            return OptionalLong.empty();
        }
        last = found.getAsLong();
        return found;
    }

    private OptionalLong follow(@Nullable ThermostatTime local, ThermostatClock zone) {
        if (local == null) {
            return OptionalLong.empty();
        }
        List<ZoneOffset> offsets = zone.zone().getRules().getValidOffsets(local.local());
        return offsets.stream().map(offset -> local.local().toInstant(offset)).sorted().mapToLong(RowTimes::interval)
                .filter(interval -> interval > last).findFirst();
    }

    private static long interval(Instant instant) {
        return IntervalRange.intervalOf(instant);
    }
}
