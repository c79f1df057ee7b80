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
package io.github.camelecobee.authorization;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The scopes of ecobee (auth-intro): what is asked for as a checked list, what was granted as it comes. */
final class Scope {
    static final String READ = "smartRead";
    static final String WRITE = "smartWrite";
    static final String EMS = "ems";

    private static final List<String> KNOWN = List.of(READ, WRITE, EMS);
    /** ecobee's answers have shown both; RFC 6749, 3.3 has blanks only. */
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private Scope() {
    }

    /** What to ask for, several separated by commas, each spelled as ecobee does. */
    static String requested(String option) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String name : SEPARATOR.split(option.strip())) {
            wanted.add(KNOWN.stream().filter(known -> known.equalsIgnoreCase(name)).findAny()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "scope: '" + option + "' is not allowed; give smartRead, smartWrite or ems, several"
                                                                    + " separated by commas")));
        }
        return String.join(",", wanted);
    }

    static Set<String> granted(String scope) {
        return new LinkedHashSet<>(Arrays.asList(SEPARATOR.split(scope.strip())));
    }

    /** Whether the granted scope speaks of what ecobee documents; what it does not, nobody can judge. */
    static boolean isTelling(Set<String> granted) {
        return KNOWN.stream().anyMatch(granted::contains);
    }
}
