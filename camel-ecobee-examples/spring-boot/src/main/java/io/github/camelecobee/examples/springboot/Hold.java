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
package io.github.camelecobee.examples.springboot;

import org.jspecify.annotations.Nullable;

/**
 * What to hold.
 *
 * @param heat the temperature to heat to, with its unit, as in {@code 20.5C}; {@code null} for the one that rules now
 * @param cool the temperature to cool to, the same
 */
public record Hold(@Nullable String heat, @Nullable String cool) {
}
