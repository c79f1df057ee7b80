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
package io.github.camelecobee;

import java.util.Objects;

import io.github.camelecobee.operation.InputLimits;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Reads headers of a message, which may be from outside of the route. */
final class Headers {
    private Headers() {
    }

    /**
     * A header that must not be blank.
     *
     * @return                          its value, {@code null} when there is none
     * @throws IllegalArgumentException if it is blank, or beyond the limits of what can be looked at
     */
    static @Nullable Object get(Message message, String header) {
        Object given = message.getHeader(header);
        if (given == null) {
            return null;
        }
        Object value = checked(message, header, given);
        if (value.toString().isBlank()) {
            throw new IllegalArgumentException("header " + header + ": is blank; give a value or leave the header out");
        }
        return value;
    }

    /** The same as text without blanks around it. */
    static @Nullable String text(Message message, String header) {
        Object value = get(message, header);
        return value == null ? null : value.toString().strip();
    }

    /** Some transports have bytes as headers (Kafka): they are text, as everywhere in Camel. */
    static Object checked(Message message, String header, Object value) {
        if (value instanceof byte[]) {
            return Objects.requireNonNull(message.getHeader(header, String.class));
        }
        InputLimits.check("header " + header, value);
        return value;
    }
}
