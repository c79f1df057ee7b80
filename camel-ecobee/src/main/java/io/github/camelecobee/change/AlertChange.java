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
 * An alert came or went.
 *
 * @param occurrence where and when
 * @param type       {@link ChangeType#ALERT_RAISED} or {@link ChangeType#ALERT_CLEARED}
 * @param before     the alert that is gone, otherwise {@code null}
 * @param after      the alert that has come, otherwise {@code null}
 */
public record AlertChange(
        Occurrence occurrence, ChangeType type, @Nullable AlertDetails before,
        @Nullable AlertDetails after) implements Change {
}
