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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which intervals are done and which are missing. */
class IntervalSetTest {
    private static final IntervalSet SET = IntervalSet.EMPTY.plus(range(10, 20)).plus(range(30, 40));

    @Test
    void rangesThatTouchOrOverlapBecomeOne() {
        assertThat(SET.plus(range(20, 30)).ranges()).containsExactly(range(10, 40));
        assertThat(SET.plus(range(5, 32)).ranges()).containsExactly(range(5, 40));
        assertThat(SET.plus(range(22, 25)).ranges()).containsExactly(range(10, 20), range(22, 25), range(30, 40));
        assertThat(SET.plus(range(50, 60)).plus(range(1, 2)).ranges())
                .containsExactly(range(1, 2), range(10, 20), range(30, 40), range(50, 60));
        assertThat(SET.plus(range(25, 25))).isEqualTo(SET);
    }

    @Test
    void whatIsNotInTheSetIsAGap() {
        assertThat(SET.gaps(range(0, 50))).containsExactly(range(0, 10), range(20, 30), range(40, 50));
        assertThat(SET.gaps(range(12, 18))).isEmpty();
        assertThat(SET.gaps(range(15, 35))).containsExactly(range(20, 30));
        assertThat(IntervalSet.EMPTY.gaps(range(3, 5))).containsExactly(range(3, 5));
    }

    @Test
    void aSetIsReadAsItWasWritten() {
        assertThat(IntervalSet.parse(SET.toString())).isEqualTo(SET);
        assertThat(IntervalSet.parse("")).isEqualTo(IntervalSet.EMPTY);
        assertThatThrownBy(() -> IntervalSet.parse("10")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void intervalsAreFiveMinutesOfUtc() {
        long interval = IntervalRange.intervalOf(Instant.parse("2025-01-14T16:49:59Z"));

        assertThat(IntervalRange.begin(interval)).isEqualTo(Instant.parse("2025-01-14T16:45:00Z"));
    }

    private static IntervalRange range(long from, long to) {
        return new IntervalRange(from, to);
    }
}
