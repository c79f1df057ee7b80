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
package io.github.camelecobee.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.simulator.time.SimulatedClock;
import io.github.camelecobee.transport.HttpAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GovernorTest {
    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T12:00:00Z"));
    private final Governor governor = new Governor(clock);

    @Test
    @Tag("field-27")
    void theSameReportIsPolledEveryFifteenMinutesAndAJobEveryFive() {
        assertThat(governor.takeTurn("home", RequestKind.RUNTIME_REPORT, "2026-01-13", this)).isTrue();
        assertThat(governor.takeTurn("home", RequestKind.JOB_STATUS, "job 7", this)).isTrue();
        clock.advance(Duration.ofMinutes(5));

        assertThat(governor.takeTurn("home", RequestKind.RUNTIME_REPORT, "2026-01-13", this)).isFalse();
        assertThat(governor.takeTurn("home", RequestKind.RUNTIME_REPORT, "2026-01-12", this)).isTrue();
        assertThat(governor.takeTurn("cabin", RequestKind.RUNTIME_REPORT, "2026-01-13", this)).isTrue();
        assertThat(governor.takeTurn("home", RequestKind.JOB_STATUS, "job 7", this)).isTrue();
        clock.advance(Duration.ofMinutes(10));

        assertThat(governor.takeTurn("home", RequestKind.RUNTIME_REPORT, "2026-01-13", this)).isTrue();
    }

    @Test
    @Tag("field-27")
    void whoCameTooEarlyIsBeforeWhoWasServedLast() {
        List<String> served = new ArrayList<>();
        for (int quarter = 0; quarter < 6; quarter++) {
            for (String who : List.of("one", "two", "three")) {
                if (governor.takeTurn("home", RequestKind.METER_REPORT, "311019854581", who)) {
                    served.add(who);
                }
                clock.advance(Duration.ofMinutes(5));
            }
        }

        assertThat(served).containsExactly("one", "two", "three", "one", "two");
    }

    @Test
    @Tag("field-27")
    void whoDoesNotComeBackHoldsUpTheOthersForOneTurn() {
        assertThat(governor.takeTurn("home", RequestKind.METER_REPORT, "311019854581", "one")).isTrue();
        assertThat(governor.takeTurn("home", RequestKind.METER_REPORT, "311019854581", "gone")).isFalse();
        clock.advance(Duration.ofMinutes(15));

        assertThat(governor.takeTurn("home", RequestKind.METER_REPORT, "311019854581", "one")).isFalse();
        clock.advance(Duration.ofMinutes(15));
        assertThat(governor.takeTurn("home", RequestKind.METER_REPORT, "311019854581", "one")).isTrue();
    }

    @Test
    @Tag("field-29")
    void withoutRetryAfterAnAccountWaitsLongerEachTime() {
        answer("home", 429, Map.of());
        assertThat(governor.status().pausedUntil().get("home"))
                .isBetween(clock.instant().plusSeconds(30), clock.instant().plusSeconds(36));
        clock.advance(Duration.ofSeconds(37));
        answer("home", 503, Map.of());

        assertThat(governor.status().pausedUntil().get("home"))
                .isBetween(clock.instant().plusSeconds(60), clock.instant().plusSeconds(72));
        clock.advance(Duration.ofSeconds(73));
        answer("home", 200, Map.of());
        answer("home", 429, Map.of());
        assertThat(governor.status().pausedUntil().get("home"))
                .isBetween(clock.instant().plusSeconds(30), clock.instant().plusSeconds(36));
    }

    @Test
    @Tag("field-29")
    void oneAccountThatWaitsHoldsUpNoOther() {
        answer("home", 429, Map.of("Retry-After", "90"));

        assertThatThrownBy(() -> governor.open("home", RequestKind.UPDATE, false)).isInstanceOf(NoSlotException.class)
                .hasMessageContaining("91 s");
        answer("cabin", 200, Map.of());
        assertThat(governor.status().open()).isZero();
    }

    @Test
    @Tag("field-27")
    void theBudgetOfAMonthComesBackAfterAMonth() {
        for (int request = 0; request < 100; request++) {
            answer("home", 200, Map.of());
        }
        clock.advance(Duration.ofDays(29));
        answer("home", 500, Map.of());

        assertThat(governor.status().inThirtyDays()).isEqualTo(101);
        assertThat(governor.status().budgetLeft()).isEqualTo(Governor.MONTHLY_BUDGET - 101);
        assertThat(governor.status().requests()).isEqualTo(Map.of("GET /1/thermostat", 101L));
        assertThat(governor.status().failures()).isEqualTo(Map.of("GET /1/thermostat", 1L));
        clock.advance(Duration.ofDays(1));
        assertThat(governor.status().inThirtyDays()).isEqualTo(1);
    }

    private void answer(String account, int httpStatus, Map<String, String> headers) {
        try (Governor.Slot slot = governor.open(account, RequestKind.THERMOSTAT, false)) {
            slot.answered(new HttpAnswer(httpStatus, headers, ""));
        }
    }
}
