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
 * A thermostat came, went, or was replaced.
 *
 * @param occurrence where and when; of a replacement, the thermostat that has come
 * @param type       {@link ChangeType#THERMOSTAT_ADDED}, {@link ChangeType#THERMOSTAT_REMOVED} or
 *                   {@link ChangeType#THERMOSTAT_REPLACED}
 * @param before     identifier of the thermostat that is gone, otherwise {@code null}
 * @param after      identifier of the thermostat that has come, otherwise {@code null}
 */
public record ThermostatChange(
        Occurrence occurrence, ChangeType type, @Nullable String before, @Nullable String after) implements Change {
}
