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

import io.github.camelecobee.model.ThermostatClock;
import org.jspecify.annotations.Nullable;

/**
 * What a report has to know of a thermostat.
 *
 * @param clock          its zone, {@code null} when it tells nothing of it
 * @param firstConnected when it was first connected to ecobee, {@code null} when it does not say
 * @param revision       thermostat revision at which this was read
 * @param readAt         when this was read
 */
record ReportSite(
        @Nullable ThermostatClock clock, @Nullable Instant firstConnected, String revision, Instant readAt) {
}
