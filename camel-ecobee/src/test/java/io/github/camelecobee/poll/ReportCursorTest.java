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
import java.util.Map;

import io.github.camelecobee.report.IntervalRange;
import io.github.camelecobee.report.IntervalSet;
import io.github.camelecobee.report.ReportFeed;
import io.github.camelecobee.report.ReportReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How far a report was delivered, and what is read next. */
class ReportCursorTest {
    private static final long NOW = 100_000;
    private static final int DAY = IntervalRange.PER_DAY;

    @Test
    void aCursorIsReadAsItWasWritten() {
        ReportCursor cursor = ReportCursor.begin(ReportFeed.RUNTIME, 10).plus(done(10, 20), Map.of(18L, 7, 19L, -1), 18);

        assertThat(ReportCursor.parse(ReportFeed.RUNTIME, cursor.toString(), "1")).isEqualTo(cursor);
        assertThat(cursor).hasToString("report1;10;10-20;18:7,19:ffffffff");
    }

    @Test
    @Tag("field-82")
    void aRowIsWantedWhenItIsNewOrSaysSomethingElse() {
        ReportCursor cursor = ReportCursor.begin(ReportFeed.RUNTIME, 10).plus(done(10, 20), Map.of(19L, 5), 18);

        assertThat(cursor.wants(20, Map.of(20L, 5))).isTrue();
        assertThat(cursor.wants(19, Map.of(19L, 5))).isFalse();
        assertThat(cursor.wants(19, Map.of(19L, 6))).isTrue();
        assertThat(cursor.wants(12, Map.of(12L, 6))).isFalse();
    }

    @Test
    void cursorsOfTwoReportsCannotBeMistakenForEachOther() {
        ReportCursor cursor = ReportCursor.begin(ReportFeed.METER, 10).plus(done(10, 20), Map.of(19L, 5), 18);

        assertThat(cursor).hasToString("meter1;10;10-20;19:5");
        assertThat(ReportCursor.parse(ReportFeed.METER, cursor.toString(), "1")).isEqualTo(cursor);
        assertThatThrownBy(() -> ReportCursor.parse(ReportFeed.RUNTIME, cursor.toString(), "1"))
                .hasMessageContaining("is none of a runtime report");
    }

    @Test
    void checksumsOfRowsThatAreNotReadAgainAreForgotten() {
        ReportCursor cursor = ReportCursor.begin(ReportFeed.RUNTIME, 10).plus(done(10, 20), Map.of(18L, 1, 19L, 2), 10)
                .plus(done(20, 21), Map.of(20L, 3), 19);

        assertThat(cursor.recent()).containsExactly(Map.entry(19L, 2), Map.entry(20L, 3));
    }

    @Test
    void historyIsReadInRangesOfAMonthFromEitherEnd() {
        ReportCursor cursor = ReportCursor.begin(ReportFeed.RUNTIME, NOW - 100 * DAY).plus(done(NOW - DAY, NOW), Map.of(), NOW);

        assertThat(windows(ReportOrder.NEWEST_FIRST).next(cursor, NOW, true, false))
                .contains(new IntervalRange(NOW - DAY - ReportReader.LONGEST, NOW - DAY));
        assertThat(windows(ReportOrder.OLDEST_FIRST).next(cursor, NOW, true, true))
                .contains(new IntervalRange(NOW - 100 * DAY, NOW - 100 * DAY + ReportReader.LONGEST));
    }

    @Test
    void aGapInHistoryIsReadAndNothingElseOfIt() {
        ReportCursor cursor = ReportCursor.begin(ReportFeed.RUNTIME, NOW - 10 * DAY)
                .plus(done(NOW - 10 * DAY, NOW - 5 * DAY), Map.of(), NOW)
                .plus(done(NOW - 5 * DAY + 2, NOW), Map.of(), NOW);

        assertThat(windows(ReportOrder.NEWEST_FIRST).next(cursor, NOW, false, false))
                .contains(new IntervalRange(NOW - 5 * DAY, NOW - 5 * DAY + 2));
    }

    @Test
    void thePresentIsReadWithTheOverlapAndWhatMayStillCome() {
        ReportCursor complete = ReportCursor.begin(ReportFeed.RUNTIME, NOW - DAY).plus(done(NOW - DAY, NOW - 3), Map.of(), NOW);
        ReportCursor gap = ReportCursor.begin(ReportFeed.RUNTIME, NOW - DAY).plus(done(NOW - DAY, NOW - 100), Map.of(), NOW)
                .plus(done(NOW - 90, NOW - 3), Map.of(), NOW);

        assertThat(windows(ReportOrder.NEWEST_FIRST).next(complete, NOW, true, false))
                .contains(new IntervalRange(NOW - 36, NOW));
        assertThat(windows(ReportOrder.NEWEST_FIRST).next(gap, NOW, true, false))
                .contains(new IntervalRange(NOW - 100, NOW));
        assertThat(windows(ReportOrder.NEWEST_FIRST).next(complete, NOW, false, false)).isEmpty();
    }

    @Test
    void thePresentDoesNotWaitForHistoryLongerThanAnHourUnlessHistoryComesFirst() {
        ReportCursor cursor
                = ReportCursor.begin(ReportFeed.RUNTIME, NOW - 100 * DAY).plus(done(NOW - DAY, NOW - 12), Map.of(), NOW);

        assertThat(windows(ReportOrder.NEWEST_FIRST).next(cursor, NOW, true, true))
                .contains(new IntervalRange(NOW - 36, NOW));
    }

    private static ReportWindows windows(ReportOrder order) {
        return new ReportWindows(
                new ReportSettings(
                        ReportStart.parse("now"), order, Duration.ofHours(3), true));
    }

    private static IntervalSet done(long from, long to) {
        return IntervalSet.EMPTY.plus(new IntervalRange(from, to));
    }
}
