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

/**
 * The four revisions by which a thermostat tells that something about it changed (get-thermostat-summary.shtml). Each
 * is opaque: compared for equality, nothing else.
 */
public enum Revision {
    /** Settings, program, events, device configuration, name. */
    THERMOSTAT,
    /** An alert was raised, acknowledged or deferred. */
    ALERTS,
    /** Equipment state or a sensor reading, at most every three minutes. */
    RUNTIME,
    /** A new message of three five-minute readings, every fifteen minutes. */
    INTERVAL
}
