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
 * Another climate (comfort setting). Which one the schedule is in, and which one rules, are two things.
 *
 * @param occurrence where and when
 * @param type       {@link ChangeType#SCHEDULED_CLIMATE_CHANGED} or {@link ChangeType#ACTIVE_CLIMATE_CHANGED}
 * @param before     the climate before, {@code null} when it was none
 * @param after      the climate since, {@code null} when it is none
 */
public record ClimateChange(
        Occurrence occurrence, ChangeType type, @Nullable NamedClimate before,
        @Nullable NamedClimate after) implements Change {
}
