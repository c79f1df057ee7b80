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
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the JSON of the ecobee API. Nothing is lost and nothing invented: unknown properties and explicit
 * nulls are kept, absent properties stay absent.
 * <p>
 * A scalar of another JSON type than the contract's is turned into that type where this is possible: {@code 36} into
 * {@code "36"}, {@code "true"} into {@code true}, {@code 72.5} into {@code 72}, {@code ""} into no number. What cannot
 * be turned is refused.
 * <p>
 * Safe for use by several threads. Jackson is an implementation detail that shows in no signature.
 */
@NullMarked
public final class EcobeeJson {
    /** How deep what is read may be nested: deeper than any ecobee object, shallow enough for every stack. */
    public static final int MAX_DEPTH = 100;
    /** What was read may be written inside of something else. */
    private static final int MAX_WRITTEN_DEPTH = 2 * MAX_DEPTH;
    /** A thermostat's longest text is a JWT of 16 KB; report rows stay far below. */
    private static final int MAX_TEXT = 1 << 20;
    /** Also those of a newer ecobee that the contract does not know, such as an {@code id_token}. */
    private static final Pattern SECRETS = Pattern.compile(
            ".*(token|secret|password)|code|userAccessCode|userName", Pattern.CASE_INSENSITIVE);
    /** Logs hide more than these: the code of a sensor and the name of a user are data that a route may need. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            ".*(token|secret|password)|.*accessCode", Pattern.CASE_INSENSITIVE);

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(MAX_TEXT).build())
            .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(MAX_WRITTEN_DEPTH).build())
            .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A double would lose digits, and turn 1e400 into the text Infinity.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // 70.0 degrees would become 7E+1.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new ExplicitNullModule())
            .build();

    /** Looking at a class takes longer than writing an object of it. */
    private static final ClassValue<Set<String>> PROPERTY_NAMES = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return MAPPER.getSerializationConfig().introspect(MAPPER.constructType(type)).findProperties().stream()
                    .map(BeanPropertyDefinition::getName)
                    .collect(Collectors.collectingAndThen(
                            Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
        }
    };

    private EcobeeJson() {
    }

    /**
     * Reads an object.
     *
     * @param  json                its JSON
     * @param  type                its generated class
     * @param  <T>                 its generated class
     * @return                     the object
     * @throws EcobeeJsonException if the text is not JSON, or not a JSON object of that shape; the message quotes
     *                             nothing of the text, which may hold secrets
     */
    public static <T extends EcobeeObject> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new EcobeeJsonException(type.getSimpleName() + " expected, but the JSON is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new EcobeeJsonException(type.getSimpleName() + " expected, but " + reason(e));
        }
    }

    /**
     * Reads an object from a stream.
     *
     * @param  json                its JSON in UTF-8, or in another Unicode encoding that shows in its first bytes; it
     *                             is closed
     * @param  type                its generated class
     * @param  <T>                 its generated class
     * @return                     the object
     * @throws IOException         if the stream cannot be read
     * @throws EcobeeJsonException if it is not JSON, or not a JSON object of that shape; the message quotes nothing of
     *                             it
     */
    public static <T extends EcobeeObject> T read(InputStream json, Class<T> type) throws IOException {
        try (json) {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new EcobeeJsonException(type.getSimpleName() + " expected, but the JSON is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new EcobeeJsonException(type.getSimpleName() + " expected, but " + reason(e));
        }
    }

    /**
     * Reads a JSON object of no particular type.
     *
     * @param  json                its JSON
     * @return                     a new map: text, numbers, booleans, lists, maps and {@code null}
     * @throws EcobeeJsonException if the text is not a JSON object; the message quotes nothing of it
     */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> readMap(String json) {
        try {
            Map<String, @Nullable Object> map = MAPPER.readValue(json, Map.class);
            if (map == null) {
                throw new EcobeeJsonException("A JSON object expected, but the JSON is null");
            }
            return map;
        } catch (JsonProcessingException e) {
            throw new EcobeeJsonException("A JSON object expected, but " + reason(e));
        }
    }

    /**
     * Reads any JSON value.
     *
     * @param  json                its JSON
     * @return                     text, a number, a boolean, a list or a map
     * @throws EcobeeJsonException if the text is not JSON, or null; the message quotes nothing of it
     */
    public static Object readValue(String json) {
        try {
            Object value = MAPPER.readValue(json, Object.class);
            if (value == null) {
                throw new EcobeeJsonException("A JSON value expected, but the JSON is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new EcobeeJsonException("A JSON value expected, but " + reason(e));
        }
    }

    /**
     * Reads a JSON object of no particular type from a stream.
     *
     * @param  json                its JSON in UTF-8, or in another Unicode encoding that shows in its first bytes; it
     *                             is closed
     * @return                     a new map: text, numbers, booleans, lists, maps and {@code null}
     * @throws IOException         if the stream cannot be read
     * @throws EcobeeJsonException if it is not a JSON object; the message quotes nothing of it
     */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> readMap(InputStream json) throws IOException {
        try (json) {
            Map<String, @Nullable Object> map = MAPPER.readValue(json, Map.class);
            if (map == null) {
                throw new EcobeeJsonException("A JSON object expected, but the JSON is null");
            }
            return map;
        } catch (JsonProcessingException e) {
            throw new EcobeeJsonException("A JSON object expected, but " + reason(e));
        }
    }

    /**
     * The properties that the contract knows of a type.
     *
     * @param  type a generated class
     * @return      their names on the wire, in the order of the schema; unmodifiable
     */
    public static Set<String> propertyNames(Class<? extends EcobeeObject> type) {
        return PROPERTY_NAMES.get(type);
    }

    /**
     * Turns a map or another ecobee object into an object of a type, for example the {@code params} of a
     * {@link Function} into {@link SetHoldParams}.
     *
     * @param  value               a map of JSON values, or an ecobee object
     * @param  type                the type wanted
     * @param  <T>                 the type wanted
     * @return                     a new object
     * @throws EcobeeJsonException if it does not have that shape
     */
    public static <T extends EcobeeObject> T convert(Object value, Class<T> type) {
        return read(write(value), type);
    }

    /**
     * Writes an object, a map or a list.
     *
     * @param  value               an ecobee object, or a map or list of JSON values
     * @return                     its JSON, on one line
     * @throws EcobeeJsonException if it holds what JSON cannot express
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new EcobeeJsonException(value.getClass().getSimpleName() + " cannot be written as JSON");
        }
    }

    /**
     * Turns an ecobee object into a map of JSON values.
     *
     * @param  value               an ecobee object
     * @return                     a new map: text, numbers, booleans, lists, maps, and {@code null} for explicit nulls
     * @throws EcobeeJsonException if it holds what JSON cannot express
     */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> toMap(EcobeeObject value) {
        try {
            return MAPPER.readValue(write(value), Map.class);
        } catch (JsonProcessingException e) {
            throw new EcobeeJsonException(value.getClass().getSimpleName() + " cannot be read again: " + reason(e));
        }
    }

    /**
     * Writes an object as others may see it: without the tokens, passwords and access codes in it. They are left out
     * rather than masked, so that what is read again and sent to ecobee overwrites none of them.
     *
     * @param  value               an ecobee object
     * @return                     its JSON, on one line
     * @throws EcobeeJsonException if it holds what JSON cannot express
     */
    public static String writeWithoutSecrets(EcobeeObject value) {
        try {
            JsonNode tree = MAPPER.valueToTree(value);
            removeCredentials(tree);
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new EcobeeJsonException(value.getClass().getSimpleName() + " cannot be written as JSON");
        }
    }

    /**
     * The tokens, passwords and access codes in an object, so that they can be taken out of what others say about it.
     *
     * @param  value               an ecobee object
     * @return                     the texts and numbers that {@link #writeWithoutSecrets} leaves out, without empty
     *                             ones
     * @throws EcobeeJsonException if it holds what JSON cannot express
     */
    public static Set<String> secretsIn(EcobeeObject value) {
        try {
            Set<String> secrets = new LinkedHashSet<>();
            collectCredentials(MAPPER.valueToTree(value), secrets);
            return secrets;
        } catch (IllegalArgumentException e) {
            throw new EcobeeJsonException(value.getClass().getSimpleName() + " cannot be written as JSON");
        }
    }

    private static void collectCredentials(JsonNode node, Set<String> secrets) {
        node.properties().stream()
                .filter(property -> CREDENTIALS.matcher(property.getKey()).matches() && property.getValue().isValueNode())
                .map(property -> property.getValue().asText("")).filter(text -> !text.isBlank()).forEach(secrets::add);
        node.forEach(child -> collectCredentials(child, secrets));
    }

    /** JSON without secrets, for logs: never fails, whatever the object was filled with. */
    static String describe(EcobeeObject value) {
        try {
            JsonNode tree = MAPPER.readTree(write(value));
            redact(tree);
            return tree.toString();
        } catch (JsonProcessingException | EcobeeJsonException e) {
            return "{not JSON}";
        }
    }

    private static void redact(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream().filter(property -> isSecret(property.getKey(), property.getValue()))
                    .forEach(property -> property.setValue(TextNode.valueOf("xxxxxx")));
        }
        node.forEach(EcobeeJson::redact);
    }

    private static void removeCredentials(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean pin = object.has("ecobeePin");
            object.properties().removeIf(property -> !property.getValue().isNull()
                    && (CREDENTIALS.matcher(property.getKey()).matches() || pin && property.getKey().equals("code")));
        }
        node.forEach(EcobeeJson::removeCredentials);
    }

    /** The {@code code} of a {@link Status} is a number and no secret. */
    private static boolean isSecret(String name, JsonNode value) {
        return SECRETS.matcher(name).matches() && !value.isNull() && (value.isTextual() || !name.equals("code"));
    }

    /** What is wrong and where, in our words: the parser's quote the text. */
    private static String reason(JsonProcessingException e) {
        Throwable root = e;
        while (root.getCause() instanceof JsonProcessingException cause) {
            root = cause;
        }
        return subject(e) + problem(root) + place(e.getLocation());
    }

    private static String problem(Throwable root) {
        if (root instanceof StreamConstraintsException) {
            // Its message tells numbers only; the names in it are Jackson's.
            return String.valueOf(root.getMessage()).contains("nesting depth")
                    ? " is nested deeper than " + MAX_DEPTH + " levels"
                    : " has a text of more than " + MAX_TEXT + " characters, or a number of too many digits";
        }
        return root instanceof StreamReadException && !(root instanceof InputCoercionException)
                ? " is not JSON" : " has another shape";
    }

    /** The way to the value, as far as the contract knows it: other names come from the text. */
    private static String subject(JsonProcessingException e) {
        StringBuilder path = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getIndex() >= 0) {
                    path.append('[').append(step.getIndex()).append(']');
                } else if (step.getFrom() instanceof EcobeeObject from
                        && EcobeeObject.knows(from.getClass(), step.getFieldName())) {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                } else {
                    break;
                }
            }
        }
        return path.isEmpty() ? "the text" : path.toString();
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
