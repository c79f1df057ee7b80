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
package io.github.camelecobee.simulator.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * An object as a person wrote it in YAML or JSON. Each value is asked for by its key and type; {@link #end()} then
 * refuses whatever was not asked for, so that a misspelt key is an error and not a surprise. Messages name the key with
 * its place, for example {@code thermostats[0].name}.
 */
public final class StrictObject {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private final String place;
    private final Map<String, @Nullable Object> values;
    private final Set<String> known = new TreeSet<>();

    private StrictObject(String place, Map<String, @Nullable Object> values) {
        this.place = place;
        this.values = values;
    }

    /**
     * An object to read.
     *
     * @param  values its values
     * @return        the object, at the top
     */
    public static StrictObject of(Map<String, ? extends @Nullable Object> values) {
        return new StrictObject("", new LinkedHashMap<>(values));
    }

    /**
     * Whether it has a key; a key without value counts as absent.
     *
     * @param  key the key
     * @return     whether it is there
     */
    public boolean has(String key) {
        known.add(key);
        return values.get(key) != null;
    }

    /**
     * A text; numbers are taken as they stand.
     *
     * @param  key                      the key
     * @return                          the text, {@code null} when absent
     * @throws IllegalArgumentException if it is a list or an object
     */
    public @Nullable String text(String key) {
        Object value = value(key);
        if (value instanceof Map || value instanceof List) {
            throw wrong(key, "must be a text", value);
        }
        return value == null ? null : String.valueOf(value);
    }

    /**
     * A text that must be there.
     *
     * @param  key                      the key
     * @return                          the text
     * @throws IllegalArgumentException if it is absent
     */
    public String requiredText(String key) {
        String text = text(key);
        if (text == null) {
            throw new IllegalArgumentException("'" + at(key) + "' is missing");
        }
        return text;
    }

    /**
     * A whole number.
     *
     * @param  key                      the key
     * @return                          the number, {@code null} when absent
     * @throws IllegalArgumentException if it is something else
     */
    public @Nullable Integer integer(String key) {
        return parsed(key, "must be a whole number", Integer::valueOf);
    }

    /**
     * A number that may be longer.
     *
     * @param  key                      the key
     * @return                          the number, {@code null} when absent
     * @throws IllegalArgumentException if it is something else
     */
    public @Nullable Long longInteger(String key) {
        return parsed(key, "must be a whole number", Long::valueOf);
    }

    /**
     * A number.
     *
     * @param  key                      the key
     * @return                          the number, {@code null} when absent
     * @throws IllegalArgumentException if it is something else
     */
    public @Nullable BigDecimal number(String key) {
        return parsed(key, "must be a number", BigDecimal::new);
    }

    /**
     * A truth value.
     *
     * @param  key                      the key
     * @return                          the value, {@code null} when absent
     * @throws IllegalArgumentException if it is something else
     */
    public @Nullable Boolean flag(String key) {
        return parsed(key, "must be true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /**
     * A duration: {@code 500ms}, {@code 30s}, {@code 15m}, {@code 2h}, {@code 1d}, or ISO 8601 such as {@code PT1H30M}.
     *
     * @param  key                      the key
     * @return                          the duration, {@code null} when absent
     * @throws IllegalArgumentException if it is something else
     */
    public @Nullable Duration duration(String key) {
        return parsed(key, "must be a duration such as 500ms, 30s, 15m, 2h, 1d or PT1H30M", StrictObject::parseDuration);
    }

    /**
     * An instant in UTC, for example {@code 2026-01-14T16:00:00Z}.
     *
     * @param  key                      the key
     * @return                          the instant, {@code null} when absent
     * @throws IllegalArgumentException if it is something else
     */
    public @Nullable Instant instant(String key) {
        return parsed(key, "must be a time such as 2026-01-14T16:00:00Z", Instant::parse);
    }

    /**
     * One of the names that a caller knows.
     *
     * @param  key                      the key
     * @param  names                    what each name means
     * @param  <T>                      the type of what they mean
     * @return                          what the name means, {@code null} when absent
     * @throws IllegalArgumentException if it is none of them
     */
    public <T> @Nullable T oneOf(String key, Map<String, T> names) {
        return parsed(key, "must be one of " + String.join(", ", names.keySet()), text -> {
            T meaning = names.get(text);
            if (meaning == null) {
                throw new IllegalArgumentException(text);
            }
            return meaning;
        });
    }

    /**
     * A list of texts; one text alone is a list of one.
     *
     * @param  key                      the key
     * @return                          the texts, empty when absent
     * @throws IllegalArgumentException if it is something else
     */
    public List<String> texts(String key) {
        Object value = value(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Map) {
            throw wrong(key, "must be a list of texts", value);
        }
        List<?> all = value instanceof List<?> list ? list : List.of(value);
        return all.stream().map(String::valueOf).toList();
    }

    /**
     * A list of objects.
     *
     * @param  key                      the key
     * @return                          the objects, empty when absent
     * @throws IllegalArgumentException if it is something else
     */
    public List<StrictObject> objects(String key) {
        Object value = value(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(key, "must be a list", value);
        }
        return IntStream.range(0, list.size()).mapToObj(index -> object(key + "[" + index + "]", list.get(index))).toList();
    }

    /**
     * The same object with one more value, which nobody wrote.
     *
     * @param  key                      the key
     * @param  value                    its value
     * @return                          a new object at the same place
     * @throws IllegalArgumentException if it is there already
     */
    public StrictObject with(String key, String value) {
        if (has(key)) {
            throw problem(key, "is " + value + " here, where nothing else can be said");
        }
        Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new StrictObject(place, more);
    }

    /**
     * One object.
     *
     * @param  key                      the key
     * @return                          the object, {@code null} when absent
     * @throws IllegalArgumentException if it is something else
     */
    public @Nullable StrictObject object(String key) {
        Object value = value(key);
        return value == null ? null : object(key, value);
    }

    /**
     * Values by free keys, for example properties of a thermostat.
     *
     * @param  key                      the key
     * @return                          the values, empty when absent
     * @throws IllegalArgumentException if it is no object
     */
    public Map<String, @Nullable Object> map(String key) {
        Object value = value(key);
        return value == null ? Map.of() : object(key, value).values;
    }

    /**
     * Refuses the keys that nobody has asked for.
     *
     * @throws IllegalArgumentException if there are any; the message names the first and lists those that are known
     */
    public void end() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "Unknown key '" + at(key) + "': known here are " + String.join(", ", known));
            }
        }
    }

    /**
     * A problem with a value, said with its place.
     *
     * @param  key     the key
     * @param  problem what is wrong, for example {@code must not be negative}
     * @return         the exception to throw
     */
    public IllegalArgumentException problem(String key, String problem) {
        return new IllegalArgumentException("'" + at(key) + "' " + problem);
    }

    private @Nullable Object value(String key) {
        known.add(key);
        return values.get(key);
    }

    private <T> @Nullable T parsed(String key, String rule, Function<String, T> parser) {
        String text = text(key);
        try {
            return text == null ? null : parser.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
            throw wrong(key, rule, text);
        }
    }

    private static Duration parseDuration(String text) {
        Matcher parts = SHORT_DURATION.matcher(text);
        if (!parts.matches()) {
            return Duration.parse(text);
        }
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    @SuppressWarnings("unchecked")
    private StrictObject object(String key, @Nullable Object value) {
        if (!(value instanceof Map)) {
            throw wrong(key, "must be an object with keys", value);
        }
        return new StrictObject(at(key), (Map<String, @Nullable Object>) value);
    }

    private IllegalArgumentException wrong(String key, String rule, @Nullable Object value) {
        return new IllegalArgumentException("'" + at(key) + "' " + rule + ", not " + value);
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
