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
package io.github.camelecobee.client;

import org.jspecify.annotations.Nullable;

/**
 * A property of a thermostat that is another one than was asked for.
 *
 * @param thermostat identifier of the thermostat
 * @param property   path of the property, for example {@code settings.vent}
 * @param asked      what was asked for, a JSON value
 * @param actual     what was read back, a JSON value; {@code null} when it is not there
 */
public record Adjustment(
        String thermostat, String property, @Nullable Object asked, @Nullable Object actual) {

    /** How it reads in a message, for example {@code 311019854581 settings.vent: auto asked, off found}. */
    @Override
    public String toString() {
        return thermostat + " " + property + ": " + asked + " asked, " + actual + " found";
    }
}
