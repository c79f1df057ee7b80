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
package io.github.camelecobee.health;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the polls of a consumer go.
 *
 * @param consumer the id of its route
 * @param account  the account that it polls
 * @param failures polls that failed in a row
 * @param down     whether they are too many
 * @param since    when the first of them failed, {@code null} when the last one succeeded
 * @param error    what was wrong with the last one, without secrets; {@code null} when it succeeded
 * @param code     ecobee's status code, {@code null} when there was none
 * @param text     ecobee's text, {@code null} when there was none
 */
public record PollingStatus(
        String consumer, String account, int failures, boolean down, @Nullable Instant since, @Nullable String error,
        @Nullable Integer code, @Nullable String text) {
}
