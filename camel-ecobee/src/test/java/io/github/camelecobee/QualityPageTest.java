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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page Quality and compatibility has every point of the reviewers' list, and names tests that there are. */
class QualityPageTest {
    private static final Pattern POINT = Pattern.compile("(?m)^\\|(\\d+) \\|[^|\\n]+ \\|[^|\\n]+$");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT|Contract)(?:\\.\\w+)?)`");
    private static final Pattern METHOD = Pattern.compile("(?m)^ +(?:void|static final ArchRule) (\\w+)(?:\\(| =)");

    @Test
    void everyPointIsThereOnceAndInOrder() throws IOException {
        String page = Manual.page("quality");

        assertThat(POINT.matcher(page).results().map(point -> Integer.valueOf(point.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 84).boxed().toList());
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        String page = Manual.page("quality");
        Set<String> named = NAMED.matcher(page).results().map(test -> test.group(1)).collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(150).isSubsetOf(tests());
    }

    /** The names of all classes of tests, and of their methods after those and a dot. */
    private static Set<String> tests() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (Path source : sources()) {
            String name = source.getFileName().toString().replace(".java", "");
            tests.add(name);
            METHOD.matcher(Files.readString(source)).results().forEach(method -> tests.add(name + "." + method.group(1)));
        }
        return tests;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                sources.addAll(files.filter(file -> file.toString().endsWith(".java")).toList());
            }
        }
        return sources;
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> modules = Files.walk(Manual.project(), 2)) {
            return modules.map(module -> module.resolve("src/test/java")).filter(Files::isDirectory).toList();
        }
    }
}
