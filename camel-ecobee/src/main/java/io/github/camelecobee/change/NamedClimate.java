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
 * A climate (comfort setting) of a thermostat.
 *
 * @param ref  ecobee's key, {@code away} or {@code smart1}
 * @param name the name that its user gave it, {@code null} when the program has none for it
 */
public record NamedClimate(String ref, @Nullable String name) {
}
