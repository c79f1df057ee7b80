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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A column of the runtime report (get-runtime-report.shtml). The columns are data,
 * {@code META-INF/ecobee/runtime-report-columns.json}: a new one of ecobee's is a line there.
 *
 * @param name        as ecobee documents it; answers write some in another letter case
 * @param type        what its values are
 * @param unit        the unit as ecobee words it, for example {@code s} or {@code °F decimal}
 * @param minimum     the smallest value that is one, {@code null} for any; what is smaller stands for no value
 * @param maximum     the largest value that is one, {@code null} for any
 * @param description what it tells
 */
@NullMarked
public record ReportColumn(
        String name, Type type, String unit, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum,
        String description) {

    private static final String RESOURCE = "/META-INF/ecobee/runtime-report-columns.json";
    private static final Pattern SENTINEL = Pattern.compile("-500[23]0?(\\.0+)?|-500\\.[23]|unknown");
    private static final Map<String, ReportColumn> KNOWN = load();

    /** What the values of a column are, and so of which Java class. */
    public enum Type {
        /** Seconds within the five minutes, {@link Integer}. */
        SECONDS,
        /** Degrees Fahrenheit with decimals, {@link BigDecimal}; see {@link Temperature}. */
        TEMPERATURE,
        /** Difference of temperatures in degrees Fahrenheit, {@link BigDecimal}. */
        DIFFERENCE,
        /** Percent, {@link Integer}. */
        PERCENT,
        /** Kilometres per hour, {@link BigDecimal}. */
        SPEED,
        /** A code, {@link Integer}. */
        CODE,
        /** Yes or no, {@link Boolean}. */
        FLAG,
        /** Text, {@link String}. */
        TEXT,
        /** A number of which ecobee does not say more, {@link BigDecimal}; text when it is none. */
        OTHER
    }

    /**
     * Every column that ecobee documents.
     *
     * @return immutable, in ecobee's order
     */
    public static List<ReportColumn> all() {
        return List.copyOf(KNOWN.values());
    }

    /**
     * Finds a column.
     *
     * @param  name its name in any letter case: ecobee answers {@code HVACmode} for {@code hvacMode}
     * @return      the column, empty when ecobee documents none of that name
     */
    public static Optional<ReportColumn> named(String name) {
        return Optional.ofNullable(KNOWN.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * What a cell of a report says. Absent is what is empty, no value of the type, or out of range, as {@code -5002},
     * {@code -500.2} and set points of 0 degrees are, which ecobee sends when there is no value (beestat issue 384).
     *
     * @param  cell the text between two commas
     * @return      the value, of the class that the type names; empty when absent
     */
    public Optional<Object> value(String cell) {
        String text = cell.strip();
        if (text.isEmpty() || type == Type.TEXT) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        Optional<BigDecimal> number = number(text);
        return switch (type) {
            case FLAG -> flag(text);
            case SECONDS, PERCENT, CODE -> number.filter(ReportColumn::isWhole).map(BigDecimal::intValueExact);
            case OTHER -> number.isPresent() || isSentinel(text) ? number.map(Object.class::cast) : Optional.of(text);
            default -> number.map(Object.class::cast);
        };
    }

    private Optional<BigDecimal> number(String text) {
        try {
            BigDecimal number = isShortWhole(text) ? BigDecimal.valueOf(Integer.parseInt(text)) : new BigDecimal(text);
            boolean inRange = (minimum == null || number.compareTo(minimum) >= 0)
                    && (maximum == null || number.compareTo(maximum) <= 0);
            return inRange && !isSentinel(text) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Seconds and percents, as most cells are. */
    private static boolean isShortWhole(String text) {
        if (text.length() > 3) {
            return false;
        }
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) < '0' || text.charAt(place) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.scale() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isSentinel(String text) {
        char first = text.charAt(0);
        // Reports have millions of cells, of which hardly any begins like one.
        return (first == '-' || first == 'u') && SENTINEL.matcher(text).matches();
    }

    private static Optional<Object> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "1.0", "true" -> Optional.of(true);
            case "0", "0.0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Map<String, ReportColumn> load() {
        try (InputStream in = ReportColumn.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in the jar");
            }
            Map<String, ReportColumn> columns = new LinkedHashMap<>();
            Map<String, @Nullable Object> data = EcobeeJson.readMap(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (data.get("columns") instanceof List<?> list) {
                for (Object each : list) {
                    Map<?, ?> column = (Map<?, ?>) each;
                    String name = text(column, "name");
                    columns.put(name.toLowerCase(Locale.ROOT), new ReportColumn(
                            name, Type.valueOf(text(column, "type").toUpperCase(Locale.ROOT)), text(column, "unit"),
                            limit(column, "minimum"), limit(column, "maximum"), text(column, "description")));
                }
            }
            return columns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<?, ?> column, String property) {
        return String.valueOf(column.get(property));
    }

    private static @Nullable BigDecimal limit(Map<?, ?> column, String property) {
        Object value = column.get(property);
        return value == null ? null : new BigDecimal(value.toString());
    }
}
