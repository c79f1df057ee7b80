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
 * A hold, a vacation, a demand response or another event came, went or changed.
 *
 * @param occurrence where and when
 * @param type       what happened
 * @param before     the event that is over or was changed, {@code null} for none
 * @param after      the event that is there now, {@code null} for none
 */
public record EventChange(
        Occurrence occurrence, ChangeType type, @Nullable EventDetails before,
        @Nullable EventDetails after) implements Change {
}
