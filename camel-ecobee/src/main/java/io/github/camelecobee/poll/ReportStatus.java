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

import org.jspecify.annotations.Nullable;

/**
 * How far the reports of one consumer have come.
 *
 * @param rows             rows that the route was done with since it started
 * @param intervals        five-minute intervals from the beginning of the report until now, of all thermostats
 * @param intervalsMissing those of them that are history and still to be read
 * @param percent          how much of the intervals is read, 0 to 100
 * @param thermostats      thermostats that are reported
 * @param thermostatsToGo  those of them whose history is still to be read
 * @param oldest           since when a thermostat is read, {@code null} before the first
 * @param newest           until when a thermostat is read, {@code null} before the first
 */
public record ReportStatus(
        long rows, long intervals, long intervalsMissing, int percent, int thermostats, int thermostatsToGo,
        @Nullable Instant oldest, @Nullable Instant newest) {
}
