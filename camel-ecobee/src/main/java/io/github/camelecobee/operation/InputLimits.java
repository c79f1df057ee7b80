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

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.EcobeeJsonException;
import io.github.camelecobee.model.EcobeeObject;
import org.jspecify.annotations.Nullable;

/**
 * How large, and how deep, what a message says may be. From outside of a route comes anything; beyond these limits it
 * is no command, and to look at it would cost the stack or the memory of the process.
 */
public final class InputLimits {
    /** How many characters of a message body are read for a command. */
    public static final int BODY_CHARACTERS = 1 << 20;
    /** How deep maps, lists and arrays may be in one another; JSON may be as deep. */
    public static final int DEPTH = EcobeeJson.MAX_DEPTH;
    /** How many values a map, a list or an array may have, with all that is in them. */
    public static final int VALUES = 1_000_000;

    private InputLimits() {
    }

    /**
     * Looks whether a value is within the limits. Every value of a message goes through here before its text is asked
     * for: the text of a list that contains itself has no end.
     *
     * @param  place                    where it was given, for example {@code header CamelEcobeeFunctions}
     * @param  value                    what was given
     * @throws IllegalArgumentException if it is nested too deeply, contains itself, or has too many values
     */
    public static void check(String place, @Nullable Object value) {
        Deque<Level> open = new ArrayDeque<>();
        enter(place, value, open);
        int values = 0;
        while (!open.isEmpty()) {
            Level level = open.getLast();
            if (!level.rest.hasNext()) {
                open.removeLast();
                continue;
            }
            if (++values > VALUES) {
                throw wrong(place, value, "has more than " + VALUES + " values");
            }
            Object inner = level.rest.next();
            if (open.stream().anyMatch(each -> each.container == inner)) {
                throw wrong(place, value, "contains itself");
            }
            enter(place, inner, open);
            if (open.size() > DEPTH) {
                throw wrong(place, value, "is nested deeper than " + DEPTH + " levels");
            }
        }
    }

    private static void enter(String place, @Nullable Object value, Deque<Level> open) {
        if (value instanceof Map<?, ?> map) {
            open.addLast(new Level(
                    value, map.entrySet().stream().flatMap(each -> Stream.of(each.getKey(), each.getValue())).iterator()));
        } else if (value instanceof Collection<?> several) {
            open.addLast(new Level(value, several.iterator()));
        } else if (value instanceof Object[] several) {
            open.addLast(new Level(value, Arrays.asList(several).iterator()));
        } else if (value instanceof EcobeeObject object) {
            try {
                EcobeeJson.write(object);
            } catch (EcobeeJsonException e) {
                throw wrong(place, value, "contains itself, is nested too deeply, or holds what JSON cannot express");
            }
        }
    }

    private static IllegalArgumentException wrong(String place, @Nullable Object value, String what) {
        String kind = value == null ? "null" : value.getClass().getSimpleName();
        return new IllegalArgumentException(
                place + ": a value of class " + kind + " that " + what + " is not allowed; give at most " + VALUES
                                            + " values in at most " + DEPTH + " levels");
    }

    /** A container that is being looked through, and what of it was not looked at yet. */
    private record Level(Object container, Iterator<?> rest) {
    }
}
