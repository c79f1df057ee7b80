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
package io.github.camelecobee.operation;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How messages show what was given: at some length at most, on one line, because it may be anything. */
public final class Shown {
    private static final int LONGEST = 100;
    /** Control characters, separators of lines and paragraphs, and what changes the direction of writing. */
    private static final Pattern HIDDEN
            = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private Shown() {
    }

    /**
     * What was given, as a part of a message.
     *
     * @param  given the value
     * @return       its text, shortened if it is long
     */
    public static String of(@Nullable Object given) {
        String text = String.valueOf(given);
        return text.length() <= LONGEST
                ? visible(text)
                : visible(text.substring(0, text.offsetByCodePoints(0, LONGEST / 2))) + "... (" + text.length()
                  + " characters)";
    }

    /**
     * A line break in what was given would begin a line of its own in a log; what turns the text around would hide it.
     */
    private static String visible(String text) {
        return HIDDEN.matcher(text).replaceAll(found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }

    /**
     * Where it was given; names out of a message may be a part of that.
     *
     * @param  place the place
     * @return       the place, without its middle if it is long: the end tells whether a value is secret
     */
    static String place(String place) {
        return place.length() <= 2 * LONGEST
                ? visible(place)
                : visible(place.substring(0, LONGEST)) + "..." + visible(place.substring(place.length() - LONGEST));
    }

    /** Whether a text is longer than anything that is meant. */
    static boolean isLong(String text) {
        return text.length() > LONGEST;
    }
}
