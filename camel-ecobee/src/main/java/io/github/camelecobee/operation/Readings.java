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

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What members of requests may be. */
final class Readings {
    private static final String UNASSIGNED = "Unassigned";
    private static final Pattern PATH = Pattern.compile("/|(/[^/]+)++");
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Za-z-]+");

    /** Any text but none. */
    static final Reading TEXT = parameter -> {
        String text = parameter.text(0, Integer.MAX_VALUE);
        if (text.isEmpty()) {
            throw parameter.wrong("some text");
        }
        return text;
    };
    /** True or false. */
    static final Reading FLAG = Parameter::flag;
    /** The name of a management set: paths are made of them. */
    static final Reading SET_NAME = parameter -> {
        String name = parameter.text(0, Integer.MAX_VALUE);
        if (name.isEmpty() || name.contains("/")) {
            throw parameter.wrong("a name without slashes");
        }
        return name;
    };
    /** The path of a management set in the tree. */
    static final Reading PARENT = parameter -> {
        if (!PATH.matcher(parameter.text()).matches()) {
            throw parameter.wrong("a path such as /North/Hall, or / for all sets");
        }
        return parameter.text();
    };
    /** The same, and the set of those that are in no set. */
    static final Reading SET = parameter -> UNASSIGNED.equals(parameter.text()) ? UNASSIGNED : PARENT.wire(parameter);
    /** The path of a set that somebody has made: those that are always there cannot be changed. */
    static final Reading OWN_SET = parameter -> {
        if ("/".equals(parameter.text()) || !PATH.matcher(parameter.text()).matches()) {
            throw parameter.wrong("a path below /, such as /North/Hall");
        }
        return parameter.text();
    };
    /** Identifiers of thermostats, as text or as a collection; sent comma-separated. */
    static final Reading IDENTIFIERS = parameter -> {
        List<String> identifiers = words(parameter);
        if (identifiers.isEmpty() || !identifiers.stream().allMatch(each -> IDENTIFIER.matcher(each).matches())) {
            throw parameter.wrong("identifiers of thermostats, comma-separated");
        }
        return String.join(",", identifiers);
    };

    private Readings() {
    }

    /** The words of a text with commas, or of a collection, each once. */
    static List<String> words(Parameter parameter) {
        String text = parameter.value() instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(",")) : parameter.text();
        return Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
    }
}
