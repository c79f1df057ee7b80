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
package io.github.camelecobee.simulator.evidence;

import java.util.regex.Pattern;

/**
 * A place where a message does not follow the contract.
 *
 * @param kind   what is wrong there
 * @param place  the property, for example {@code functions[0].params.holdType}; empty for the whole message
 * @param detail what is there, or what should be
 */
public record Deviation(Kind kind, String place, String detail) {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    /** What can be wrong. */
    public enum Kind {
        /** The message is no JSON object. */
        UNREADABLE,
        /** A property that the contract does not know; mostly it is misspelt. */
        UNKNOWN_PROPERTY,
        /** A value of another JSON type than the contract's. */
        TYPE,
        /** A value that is none of those that ecobee documents. */
        VALUE
    }

    /**
     * What it has in common with the same mistake elsewhere in a list, or with another value.
     *
     * @return kind and place, for example {@code VALUE functions[].params.holdType}
     */
    public String sort() {
        return kind + " " + INDEX.matcher(place).replaceAll("[]");
    }

    /** A sentence for people, on one line and without full stop. */
    @Override
    public String toString() {
        String sentence = switch (kind) {
            case UNREADABLE -> "It cannot be read: " + detail;
            case UNKNOWN_PROPERTY -> "The contract does not know the property " + place;
            case TYPE, VALUE -> place + " is " + detail;
        };
        return UNPRINTABLE.matcher(sentence).replaceAll("?");
    }
}
