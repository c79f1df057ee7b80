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
import java.util.Map;

/**
 * What a governor knows, at one moment.
 *
 * @param open         requests that are open
 * @param waiting      requests that wait for a slot
 * @param delayed      requests that had to wait for a slot, of those that wait no longer
 * @param waited       how long these waited in sum
 * @param requests     requests sent, by method and path; those that were never sent are missing
 * @param failures     those of them that brought no success, by method and path
 * @param inThirtyDays requests of the last 30 days, as far as this process was there
 * @param budgetLeft   how many of the {@value Governor#MONTHLY_BUDGET} a month that ecobee is said to allow are left;
 *                     not below 0
 * @param pausedUntil  the accounts that ecobee asked to be left alone, and until when
 * @param setAside     thermostats that ecobee could not answer for and that are asked for again later, as
 *                     {@code account/identifier}, and ecobee's reason
 */
public record GovernorStatus(
        int open, int waiting, long delayed, Duration waited, Map<String, Long> requests, Map<String, Long> failures,
        long inThirtyDays,
        long budgetLeft, Map<String, Instant> pausedUntil, Map<String, String> setAside) {
}
