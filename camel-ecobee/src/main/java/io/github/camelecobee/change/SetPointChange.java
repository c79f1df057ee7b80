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

import io.github.camelecobee.model.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * A set point in force moved: by the schedule, by an event or by hand.
 *
 * @param occurrence where and when
 * @param type       {@link ChangeType#HEAT_SET_POINT_CHANGED} or {@link ChangeType#COOL_SET_POINT_CHANGED}
 * @param before     what it was, {@code null} when ecobee did not know
 * @param after      what it is, {@code null} when ecobee does not know
 */
public record SetPointChange(
        Occurrence occurrence, ChangeType type, @Nullable Temperature before,
        @Nullable Temperature after) implements Change {
}
