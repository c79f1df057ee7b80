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

/** How messages show what was given: at some length at most, because it may be anything. */
public final class Shown {
    private static final int LONGEST = 100;

    private Shown() {
    }

    /**
     * What was given, as a part of a message.
     *
     * @param  given the value
     * @return       its text, shortened if it is long
     */
    public static String of(Object given) {
        String text = String.valueOf(given);
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "... (" + text.length() + " characters)";
    }

    /** Whether a text is longer than anything that is meant. */
    static boolean isLong(String text) {
        return text.length() > LONGEST;
    }
}
