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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.IntervalSet;
import io.github.camelecobee.report.ReportFeed;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read next, when a thermostat has been offline. */
class ReportWindowsTest {
    private static final long DAY = IntervalRange.PER_DAY;
    private static final long NOW = 20_000 * DAY;
    /** Offline from thirty hours ago until two hours ago. */
    private static final long LOST = NOW - 30 * DAY / 24;

    private final ReportWindows windows = new ReportWindows(
            new ReportSettings(
                    ReportStart.parse("P30D"), ReportOrder.OLDEST_FIRST, Duration.ofHours(2),
                    true));
    private final ReportCursor cursor = ReportCursor.begin(ReportFeed.RUNTIME, NOW - 10 * DAY).plus(
            new IntervalSet(List.of(new IntervalRange(NOW - 10 * DAY, LOST))), Map.of(), NOW);

    @Test
    void thePresentDoesNotWaitUntilTheLostDayHasBecomeHistory() {
        assertThat(windows.next(cursor, NOW, true, false)).contains(new IntervalRange(LOST, NOW));
    }

    @Test
    void whileTheThermostatIsOfflineTheLostDayIsNotReadAgainAndAgain() {
        assertThat(windows.next(cursor, NOW, false, false)).contains(new IntervalRange(LOST, NOW - DAY));
    }

    @Test
    void olderGapsComeFirst() {
        ReportCursor older = cursor.withBegin(NOW - 11 * DAY);

        assertThat(windows.next(older, NOW, true, false))
                .contains(new IntervalRange(NOW - 11 * DAY, NOW - 10 * DAY));
    }
}
