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

import org.jspecify.annotations.Nullable;

/**
 * Something that has a name has another one: the system mode, the fan mode, the firmware.
 *
 * @param occurrence where and when
 * @param type       {@link ChangeType#HVAC_MODE_CHANGED}, {@link ChangeType#FAN_MODE_CHANGED} or
 *                   {@link ChangeType#FIRMWARE_CHANGED}
 * @param before     what it was, in ecobee's words, {@code null} when there was none
 * @param after      what it is, in ecobee's words, {@code null} when there is none
 */
public record ModeChange(
        Occurrence occurrence, ChangeType type, @Nullable String before, @Nullable String after) implements Change {
}
