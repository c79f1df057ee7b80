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

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number on the command line that must lie between two others. */
abstract class WholeNumber implements ITypeConverter<Integer> {
    private final int lowest;
    private final int highest;

    WholeNumber(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    @Override
    public Integer convert(String given) {
        try {
            int number = Integer.parseInt(given.strip());
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small or too large.
        }
        throw new TypeConversionException("'" + given + "' is no whole number from " + lowest + " to " + highest);
    }

    static final class Port extends WholeNumber {
        Port() {
            super(0, 65_535);
        }
    }

    static final class Fleet extends WholeNumber {
        Fleet() {
            super(0, 1_000_000);
        }
    }

    /** Faster than a day in a second nothing could be seen, and the thermostats would not keep up. */
    static final class Speed extends WholeNumber {
        Speed() {
            super(1, 86_400);
        }
    }
}
