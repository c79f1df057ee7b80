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
import java.util.Map;

/**
 * How an application behaves.
 *
 * @param apiKeyId         the name of its API key
 * @param calls            how many requests it has sent
 * @param callsIn30Days    how many of them in the last 30 days of simulated time, for the quota
 * @param open             how many of them are open now
 * @param peakOpen         how many were open at once, at most
 * @param shortestInterval the shortest time between two equal requests by operation, for example {@code GET
 *                         /1/thermostatSummary}; immutable
 */
public record KeyUsage(String apiKeyId, long calls, int callsIn30Days, int open, int peakOpen,
        Map<String, Duration> shortestInterval) {
}
