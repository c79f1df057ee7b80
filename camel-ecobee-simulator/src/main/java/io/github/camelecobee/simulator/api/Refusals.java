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
package io.github.camelecobee.simulator.api;

import org.jspecify.annotations.Nullable;

/** The errors of functions and validation, in ecobee's words where they are known. */
final class Refusals {
    private Refusals() {
    }

    /** A function that cannot do what it is asked (code 11). */
    static StatusException function(String function, String detail) {
        return EcobeeStatus.FUNCTION_ERROR.with(detail + " Function: " + function);
    }

    /** A parameter that must be there, or code 11. */
    static <T> T required(String function, String name, @Nullable T value) throws StatusException {
        if (value == null || value instanceof String text && text.isEmpty()) {
            throw function(function, "Missing parameter: " + name);
        }
        return value;
    }

    /** A parameter with a closed list of values, or code 11. */
    static String oneOf(String function, String name, @Nullable String value, String... allowed) throws StatusException {
        String given = required(function, name, value);
        for (String each : allowed) {
            if (each.equals(given)) {
                return given;
            }
        }
        throw function(function, "Invalid " + name + " parameter value: " + given + ". Supported values: "
                                 + String.join(",", allowed));
    }

    /** A value against a rule (code 7), shaped like the one message of this kind that clients have quoted. */
    static StatusException rule(String rule, @Nullable Object value, String path) {
        return EcobeeStatus.VALIDATION_ERROR.with("[Rule " + rule + " failed on: " + (value == null ? "" : value + " ")
                                                  + path + "]");
    }

    /** A text of a greatest length, or code 7. */
    static String atMost(int length, String text, String path) throws StatusException {
        if (text.length() > length) {
            throw rule("string(" + length + ")", text, path);
        }
        return text;
    }
}
