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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.camelecobee.model.Temperature;

/**
 * A parameter as it was given, and where: errors name the place so that it can be found.
 *
 * @param value what was given
 * @param place for example {@code header CamelEcobeeHoldHours} or {@code option holdHours}
 */
public record Parameter(Object value, String place) {
    /** What is kept from messages, and the object that holds it: it may be given in the place of it. */
    private static final Pattern SECRET
            = Pattern.compile("(securitySettings|accessCode|password|token|secret)$", Pattern.CASE_INSENSITIVE);

    /**
     * Takes a value and its place.
     *
     * @param value see above
     * @param place see above
     */
    public Parameter {
        place = Shown.place(place);
    }

    /**
     * Where it was given, as far as that decides which one counts: a header overrules the body, and the body an option.
     *
     * @return 0 for an option, 1 for the body, 2 for a header
     */
    int rank() {
        return place.startsWith("option") ? 0 : place.startsWith("body") ? 1 : 2;
    }

    /**
     * The parameter as text.
     *
     * @return the text without blanks around it
     */
    public String text() {
        return value.toString().strip();
    }

    /**
     * The parameter as text of some length.
     *
     * @param  least                    the least characters
     * @param  most                     the most characters
     * @return                          the text without blanks around it
     * @throws IllegalArgumentException if it is shorter or longer, or no single value: a list, a map, or an object
     *                                  without a text of its own
     */
    public String text(int least, int most) {
        boolean several = value instanceof Iterable || value instanceof Map || value.getClass().isArray();
        if (several || text().equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()))) {
            throw wrong("a single value instead of " + value.getClass().getTypeName());
        }
        int length = text().codePointCount(0, text().length());
        if (length < least || length > most) {
            throw wrong(most == Integer.MAX_VALUE
                    ? "a text that is not empty" : "a text of " + least + " to " + most + " characters; it has " + length);
        }
        return text();
    }

    /**
     * How close to the message it was given: what is closer counts before what is farther.
     *
     * @return 2 for a header, 1 for the body, 0 for an option
     */
    int closeness() {
        return place.startsWith("header ") ? 2 : place.startsWith("option ") ? 0 : 1;
    }

    /**
     * The parameter as one of some words.
     *
     * @param  allowed                  the words, as ecobee spells them
     * @return                          the word in ecobee's spelling
     * @throws IllegalArgumentException if it is none of them
     */
    public String word(List<String> allowed) {
        return allowed.stream().filter(word -> word.equalsIgnoreCase(text())).findAny()
                .orElseThrow(() -> wrong("one of " + String.join(", ", allowed)));
    }

    /**
     * The parameter as a number.
     *
     * @param  least                    the least allowed
     * @param  most                     the most allowed
     * @return                          the number
     * @throws IllegalArgumentException if it is none, or outside
     */
    public int number(int least, int most) {
        String range = "a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(range);
        }
        throw wrong(range);
    }

    /**
     * The parameter as a truth value.
     *
     * @return                          its value
     * @throws IllegalArgumentException if it is neither true nor false
     */
    public boolean flag() {
        String word = text().toLowerCase(Locale.ROOT);
        if (!Arrays.asList("true", "false").contains(word)) {
            throw wrong("true or false");
        }
        return Boolean.parseBoolean(word);
    }

    /**
     * The parameter as a temperature: a {@link Temperature}, or text such as {@code 68F}, {@code 20.5C} or {@code 680}.
     *
     * @return                          the temperature
     * @throws IllegalArgumentException if it is none
     */
    public Temperature temperature() {
        if (value instanceof Temperature temperature) {
            return temperature;
        }
        if (Shown.isLong(text())) {
            throw wrong("a temperature such as 68F, 20.5C, or whole tenths of a degree Fahrenheit such as 680");
        }
        try {
            return Temperature.parse(text());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
        }
    }

    /**
     * The parameter as a difference of temperatures: {@code 4F}, {@code 2C}, or tenths of a degree Fahrenheit.
     *
     * @return                          tenths of a degree Fahrenheit
     * @throws IllegalArgumentException if it is none
     */
    public int temperatureDifference() {
        int freezing = text().toUpperCase(Locale.ROOT).endsWith("C") ? Temperature.ofCelsius(0).tenthsFahrenheit() : 0;
        return temperature().tenthsFahrenheit() - freezing;
    }

    /**
     * Says what is wrong with it.
     *
     * @param  allowed what would be right
     * @return         an exception that names the place, what was given and what is allowed
     */
    public IllegalArgumentException wrong(String allowed) {
        return new IllegalArgumentException(place + ": '" + shown() + "' is not allowed; give " + allowed);
    }

    /**
     * The value as messages may show it.
     *
     * @return its text, shortened if it is long, and masked if it is or holds a secret
     */
    public String shown() {
        return SECRET.matcher(place).find() ? "xxxxxx" : Shown.of(value);
    }

    /** A record would show the value. */
    @Override
    public String toString() {
        return place + " '" + shown() + "'";
    }
}
