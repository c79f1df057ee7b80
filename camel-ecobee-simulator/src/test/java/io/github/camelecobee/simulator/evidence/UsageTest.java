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
package io.github.camelecobee.simulator.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.camelecobee.simulator.requests.RequestTrace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class UsageTest {
    private static final Instant NOW = Instant.parse("2026-01-14T16:00:00Z");
    private static final int QUOTA = 85_000;

    private final Usage usage = new Usage();

    private void calls(String key, int count, Instant from) {
        for (int call = 0; call < count; call++) {
            RequestTrace trace = new RequestTrace(from.plusSeconds(call), "GET", "/1/group");
            trace.apiKeyId(key);
            usage.answered(new Observed(trace.answered(200, 0), List.of(), false, Map.of(), 0));
        }
    }

    @Test
    void quotaIsCountedForEachKey() {
        calls("key-a", QUOTA, NOW);
        calls("key-b", 2, NOW);
        assertThat(usage.violations()).isEmpty();

        calls("key-a", 3, NOW.plus(Duration.ofDays(3)));

        assertThat(usage.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(UsageRule.QUOTA_EXCEEDED);
            assertThat(violation.apiKeyId()).isEqualTo("key-a");
            assertThat(violation.detail()).isEqualTo("call 85001 of the last 30 days");
        });
        assertThat(usage.byKey()).extracting(KeyUsage::apiKeyId, KeyUsage::callsIn30Days)
                .containsExactly(tuple("key-a", QUOTA + 3),
                        tuple("key-b", 2));
    }

    @Test
    void callsOfMoreThan30DaysAgoDoNotCount() {
        calls("key-a", QUOTA, NOW);
        calls("key-a", 10, NOW.plus(Duration.ofDays(32)));

        assertThat(usage.violations()).isEmpty();
        assertThat(usage.byKey()).singleElement().satisfies(key -> {
            assertThat(key.calls()).isEqualTo(QUOTA + 10);
            assertThat(key.callsIn30Days()).isEqualTo(10);
        });
    }

    @Test
    void openRequestsAreCountedForEachKey() {
        for (String key : List.of("key-a", "key-b", "key-a", "key-b", "key-a")) {
            usage.opened(key, false, "GET /1/group", NOW);
        }
        assertThat(usage.violations()).isEmpty();

        usage.opened("key-a", false, "GET /1/group", NOW);

        assertThat(usage.violations()).singleElement().hasToString(
                "2026-01-14T16:00:00Z key-a TOO_MANY_OPEN: GET /1/group came while 3 others were open"
                                                                   + " (at most 3 requests are open at once, 1 for reports and management sets)");
        usage.closed("key-a", false);
        assertThat(usage.byKey()).extracting(KeyUsage::open).containsExactly(3, 2);
        assertThat(usage.byKey()).extracting(KeyUsage::peakOpen).containsExactly(4, 2);
    }
}
