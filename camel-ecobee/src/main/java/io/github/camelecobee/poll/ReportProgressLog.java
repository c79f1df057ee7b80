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

import java.util.List;

import io.github.camelecobee.report.IntervalRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far reading history has come, once a poll. Used by one thread at a time. */
final class ReportProgressLog {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPoller.class);

    private final String subject;
    private boolean telling;
    private long wanted;
    private long missing;
    private int thermostats;

    ReportProgressLog(String subject) {
        this.subject = subject;
    }

    void begin() {
        wanted = 0;
        missing = 0;
        thermostats = 0;
    }

    void add(long intervals, List<IntervalRange> gaps) {
        wanted += Math.max(0, intervals);
        long gap = gaps.stream().mapToLong(IntervalRange::size).sum();
        missing += gap;
        thermostats += gap > 0 ? 1 : 0;
    }

    /** Says nothing of what one poll reads. */
    void log() {
        if (missing > IntervalRange.PER_DAY || telling && missing > 0) {
            telling = true;
            LOG.info("Reading the history of runtime reports of {}: {} % done, {} days of {} thermostats to go", subject,
                    100 * (wanted - missing) / wanted, (missing + IntervalRange.PER_DAY - 1) / IntervalRange.PER_DAY,
                    thermostats);
        } else if (telling) {
            telling = false;
            LOG.info("The history of runtime reports of {} is read", subject);
        }
    }
}
