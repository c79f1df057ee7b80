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
package io.github.camelecobee.model;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Makes equal short texts one object, as far as it remembers them: the names of climates, which a schedule holds 336
 * times, modes, types. Those that are rare push each other out, so that it never grows. Safe for use by several
 * threads, which may overwrite each other's texts.
 */
@NullMarked
final class SharedTexts implements UnaryOperator<String> {
    private static final int LONGEST = 40;
    private static final int SLOTS = 1 << 13;

    private final @Nullable String[] slots = new String[SLOTS];

    @Override
    public String apply(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        String known = slots[slot];
        if (text.equals(known)) {
            return known;
        }
        slots[slot] = text;
        return text;
    }
}
