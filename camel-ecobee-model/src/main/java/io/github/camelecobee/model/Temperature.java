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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A temperature as ecobee knows it: whole tenths of a degree Fahrenheit, whatever the thermostat displays
 * (core-concepts.shtml). What ecobee sends in place of a reading, {@code -5002} (unknown), {@code -5003} (calibrating),
 * {@code "unknown"} and values no thermometer shows, is no temperature: the readers answer empty.
 *
 * @param tenthsFahrenheit tenths of a degree Fahrenheit, 725 for 72.5 °F
 */
@NullMarked
public record Temperature(int tenthsFahrenheit) implements Comparable<Temperature> {
    /** Colder than any air measured on earth: sensors with an empty battery report such values. */
    private static final int LOWEST_READING = -1500;
    /** Hotter than any attic. */
    private static final int HIGHEST_READING = 2500;
    /** Fits into an integer of tenths of a degree Fahrenheit also when it is Celsius. */
    private static final double LARGEST_DEGREES = 100_000_000;
    private static final BigDecimal FREEZING = BigDecimal.valueOf(320);
    private static final BigDecimal NINE = BigDecimal.valueOf(9);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final Pattern TEXT = Pattern.compile("([-+]?\\d{1,4}(?:\\.\\d{1,4})?)\\s*°?\\s*([FCfc])");
    private static final Pattern TENTHS = Pattern.compile("[-+]?\\d{1,5}");

    /**
     * What a numeric property of the API says.
     *
     * @param  tenthsFahrenheit the value on the wire, tenths of a degree Fahrenheit, {@code null} when absent
     * @return                  the temperature, empty when absent, a sentinel or outside -150..250 °F
     */
    public static Optional<Temperature> ofReading(@Nullable Integer tenthsFahrenheit) {
        return tenthsFahrenheit == null || tenthsFahrenheit < LOWEST_READING || tenthsFahrenheit > HIGHEST_READING
                ? Optional.empty() : Optional.of(new Temperature(tenthsFahrenheit));
    }

    /**
     * What a textual property of the API says, such as the value of a temperature capability of a remote sensor.
     *
     * @param  text the value on the wire, for example {@code "716"} or {@code "unknown"}; {@code null} when absent
     * @return      the temperature, empty when absent, no number, a sentinel or outside -150..250 °F
     */
    public static Optional<Temperature> ofReading(@Nullable String text) {
        return text == null || !TENTHS.matcher(text.strip()).matches()
                ? Optional.empty() : ofReading(Integer.valueOf(text.strip()));
    }

    /**
     * Degrees Fahrenheit.
     *
     * @param  degrees                  degrees Fahrenheit, rounded half up to the tenth
     * @return                          the temperature
     * @throws IllegalArgumentException if it is not a number, or too large for ecobee's integers
     */
    public static Temperature ofFahrenheit(double degrees) {
        return fahrenheit(decimal(degrees));
    }

    /**
     * Degrees Celsius.
     *
     * @param  degrees                  degrees Celsius, rounded half up to the tenth of a degree Fahrenheit
     * @return                          the temperature
     * @throws IllegalArgumentException if it is not a number, or too large for ecobee's integers
     */
    public static Temperature ofCelsius(double degrees) {
        return celsius(decimal(degrees));
    }

    /**
     * Reads a temperature as people write it in options and headers.
     *
     * @param  text                     {@code 68F}, {@code 20.5C}, or a bare integer of tenths of a degree Fahrenheit
     * @return                          the temperature
     * @throws IllegalArgumentException if the text is none of these; the message says what is allowed
     */
    public static Temperature parse(String text) {
        String given = text.strip();
        if (TENTHS.matcher(given).matches()) {
            return new Temperature(Integer.parseInt(given));
        }
        Matcher matcher = TEXT.matcher(given);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a temperature: write 68F, 20.5C, or whole tenths of a degree Fahrenheit such as 680");
        }
        BigDecimal degrees = new BigDecimal(matcher.group(1));
        return matcher.group(2).equalsIgnoreCase("F") ? fahrenheit(degrees) : celsius(degrees);
    }

    /**
     * The temperature in degrees Fahrenheit.
     *
     * @return degrees Fahrenheit, one decimal
     */
    public double toFahrenheit() {
        return BigDecimal.valueOf(tenthsFahrenheit, 1).doubleValue();
    }

    /**
     * The temperature in degrees Celsius.
     *
     * @return degrees Celsius, rounded half up to one decimal
     */
    public double toCelsius() {
        return BigDecimal.valueOf(tenthsFahrenheit).subtract(FREEZING).multiply(FIVE)
                .divide(NINE.multiply(BigDecimal.TEN), 1, RoundingMode.HALF_UP).doubleValue();
    }

    @Override
    public int compareTo(Temperature other) {
        return Integer.compare(tenthsFahrenheit, other.tenthsFahrenheit);
    }

    /** The temperature as {@link #parse} reads it, for example {@code 72.5F}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1fF", toFahrenheit());
    }

    private static BigDecimal decimal(double degrees) {
        if (!(Math.abs(degrees) <= LARGEST_DEGREES)) {
            throw new IllegalArgumentException(degrees + " is not a temperature");
        }
        return BigDecimal.valueOf(degrees);
    }

    private static Temperature fahrenheit(BigDecimal degrees) {
        return new Temperature(degrees.multiply(BigDecimal.TEN).setScale(0, RoundingMode.HALF_UP).intValueExact());
    }

    private static Temperature celsius(BigDecimal degrees) {
        return new Temperature(
                degrees.multiply(BigDecimal.valueOf(18)).add(FREEZING)
                        .setScale(0, RoundingMode.HALF_UP).intValueExact());
    }
}
