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
package io.github.camelecobee.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

/**
 * What JSON is made of, whatever it says: the paths of its properties and the types of their values, for example
 * {@code thermostatList[].name string}.
 *
 * @param paths in order
 * @param texts the strings that stand at each path, in order
 */
record Shape(SortedSet<String> paths, Map<String, List<String>> texts) {
    private static final Pattern LOG_LINE = Pattern.compile("^\\[\\d+/.*$", Pattern.MULTILINE);
    private static final JsonFactory JSON = JsonFactory.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES).build();

    /** The shape of a whole text. */
    static Shape of(String json) {
        Shape shape = new Shape(new TreeSet<>(), new HashMap<>());
        try {
            shape.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
        return shape;
    }

    /**
     * The shape of a text that somebody printed in the notation of Python or Node and cut off, or followed by another
     * text: as far as it can be read.
     */
    static Shape ofBeginning(String printed) {
        Shape shape = new Shape(new TreeSet<>(), new HashMap<>());
        try {
            shape.read(LOG_LINE.matcher(printed).replaceAll("")
                    .replace("True", "true").replace("False", "false").replace("[Object]", "[]"));
        } catch (JsonEOFException e) {
            // It was cut off here.
        } catch (JsonParseException e) {
            // Something else follows from here on.
        } catch (IOException e) {
            throw new UncheckedIOException(printed, e);
        }
        return shape;
    }

    /** The shape of what stands at a place, for example {@code thermostatList[].runtime}; empty for the whole. */
    Shape at(String place) {
        return new Shape(
                paths.stream().filter(path -> isUnder(path, place))
                        .map(path -> path.substring(place.length()))
                        .map(path -> path.startsWith(".") ? path.substring(1) : path)
                        .collect(toCollection(TreeSet::new)),
                texts);
    }

    /** What this has and another has not. */
    Set<String> without(Shape other) {
        return paths.stream().filter(path -> !other.paths.contains(path)).collect(toCollection(TreeSet::new));
    }

    /** The forms of comma-separated rows at a place, for example {@code date,time,integer,decimal,}. */
    Set<String> rowForms(String place) {
        return texts.getOrDefault(place, List.of()).stream()
                .map(row -> Stream.of(row.split(",", -1)).map(Shape::cellForm).collect(joining(",")))
                .collect(toCollection(TreeSet::new));
    }

    private static String cellForm(String cell) {
        return cell.replaceFirst("^\\d{4}-\\d\\d-\\d\\d$", "date").replaceFirst("^\\d\\d:\\d\\d:\\d\\d$", "time")
                .replaceFirst("^-?\\d+\\.\\d$", "decimal").replaceFirst("^-?\\d+$", "integer");
    }

    private static boolean isUnder(String path, String place) {
        return place.isEmpty()
                || path.startsWith(place) && path.length() > place.length() && ".[ ".indexOf(path.charAt(place.length())) >= 0;
    }

    private void read(String text) throws IOException {
        Deque<String> open = new ArrayDeque<>();
        String name = "";
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String path = path(open.peek(), name);
                switch (token) {
                    case FIELD_NAME -> name = parser.currentName();
                    case START_OBJECT -> {
                        paths.add(path + " object");
                        open.push(path + "{");
                    }
                    case START_ARRAY -> {
                        paths.add(path + " array");
                        open.push(path + "[]");
                    }
                    case END_OBJECT, END_ARRAY -> open.pop();
                    case VALUE_STRING -> {
                        paths.add(path + " string");
                        texts.computeIfAbsent(path, unused -> new ArrayList<>()).add(parser.getText());
                    }
                    default -> paths.add(path + " " + type(token));
                }
            }
        }
    }

    /** An object is open as its path and a brace, an array as its path and two brackets. */
    private static String path(@Nullable String parent, String name) {
        if (parent == null || parent.endsWith("[]")) {
            return parent == null ? "" : parent;
        }
        String object = parent.substring(0, parent.length() - 1);
        return object.isEmpty() ? name : object + "." + name;
    }

    private static String type(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT -> "integer";
            case VALUE_NUMBER_FLOAT -> "number";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "null";
        };
    }
}
