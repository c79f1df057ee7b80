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

/** How much is looked at before a change is sent. What ecobee refuses of any thermostat is refused in any case. */
public enum Validation {
    /** Nothing of the thermostat. */
    NONE,
    /** What the consumers of the account know of the thermostat already; ecobee is not asked. */
    KNOWN,
    /** The thermostat is read before. */
    READ
}
