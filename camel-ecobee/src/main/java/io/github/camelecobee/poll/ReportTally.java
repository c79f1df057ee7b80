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
package io.github.camelecobee.poll;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import io.github.camelecobee.report.IntervalRange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the reports of one consumer have come. Safe for use by several threads. */
final class ReportTally {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPoller.class);

    private final String subject;
    private final Map<String, Reached> thermostats = new ConcurrentHashMap<>();
    private final LongAdder rows = new LongAdder();
    private boolean telling;

    ReportTally(String subject) {
        this.subject = subject;
    }

    /** Thermostats that are not reported any more do not count. */
    void retain(Collection<String> identifiers) {
        thermostats.keySet().retainAll(identifiers);
    }

    /** How far a thermostat is, when now is the interval that is under way. */
    void reached(String identifier, ReportCursor cursor, List<IntervalRange> gaps, long now) {
        List<IntervalRange> done = cursor.done().ranges();
        thermostats.put(identifier, new Reached(
                Math.max(0, now - cursor.begin()), gaps.stream().mapToLong(IntervalRange::size).sum(),
                done.isEmpty() ? null : IntervalRange.begin(done.get(0).from()),
                done.isEmpty() ? null : IntervalRange.begin(done.get(done.size() - 1).to())));
    }

    /** A route was done with rows. */
    void delivered(int count) {
        rows.add(count);
    }

    ReportStatus status() {
        long wanted = 0;
        long missing = 0;
        int behind = 0;
        int all = 0;
        for (Reached each : thermostats.values()) {
            wanted += each.wanted;
            missing += each.missing;
            behind += each.missing > 0 ? 1 : 0;
            all++;
        }
        return new ReportStatus(
                rows.sum(), wanted, missing, wanted == 0 ? 100 : (int) (100 * (wanted - missing) / wanted), all, behind,
                thermostats.values().stream().map(Reached::oldest).filter(Objects::nonNull).min(Instant::compareTo)
                        .orElse(null),
                thermostats.values().stream().map(Reached::newest).filter(Objects::nonNull).max(Instant::compareTo)
                        .orElse(null));
    }

    /** Says once a poll how far history is, and nothing of what one poll reads. Called by one thread at a time. */
    void log() {
        ReportStatus status = status();
        long missing = status.intervalsMissing();
        if (missing > IntervalRange.PER_DAY || telling && missing > 0) {
            telling = true;
            LOG.info("Reading the history of {}: {} % done, {} days of {} thermostats to go", subject, status.percent(),
                    (missing + IntervalRange.PER_DAY - 1) / IntervalRange.PER_DAY, status.thermostatsToGo());
        } else if (telling) {
            telling = false;
            LOG.info("The history of {} is read", subject);
        }
    }

    private record Reached(long wanted, long missing, @Nullable Instant oldest, @Nullable Instant newest) {
    }
}
