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
package io.github.camelecobee.operation;

/** What the body is after a change. */
public enum ResultBody {
    /** The body that there was. */
    REQUEST,
    /** The thermostats as they are now, a list; they are read after the change. */
    THERMOSTATS,
    /** A list of {@link io.github.camelecobee.client.ThermostatOutcome}, one for each thermostat. */
    OUTCOMES
}
