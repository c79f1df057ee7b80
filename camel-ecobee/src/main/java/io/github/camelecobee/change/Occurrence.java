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
package io.github.camelecobee.change;

import java.time.Instant;

/**
 * What every change has: where, when, and what it is told apart by.
 *
 * @param id             the same whenever the same change is delivered to the same consumer, so that a route can drop
 *                       duplicates; no two changes have the same
 * @param thermostatId   identifier (serial number) of the thermostat
 * @param thermostatName the thermostat's name, empty when it was never named
 * @param detectedAt     when the poll found it; it happened between the poll before and then
 * @param revision       the thermostat's revision that told of it, opaque; the last known one of a thermostat that is
 *                       gone
 */
public record Occurrence(String id, String thermostatId, String thermostatName, Instant detectedAt, String revision) {
}
