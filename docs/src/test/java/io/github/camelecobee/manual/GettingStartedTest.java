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
package io.github.camelecobee.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The application of the first page is the one of the README, which a test of its own builds and runs. */
class GettingStartedTest {
    private static List<String> snippets(String page, String regex) throws IOException {
        return Pattern.compile("(?ms)" + regex).matcher(Files.readString(Path.of(page))).results()
                .map(found -> found.group(1)).toList();
    }

    @Test
    void theApplicationIsThatOfTheReadme() throws IOException {
        for (String language : List.of("xml", "java", "properties")) {
            List<String> shown = snippets("getting-started.adoc", "^\\[source," + language + "\\]\\n----\\n(.*?)^----$");

            assertThat(shown).as(language).isNotEmpty();
            assertThat(snippets("../README.md", "^```" + language + "\\n(.*?)^```$")).containsAll(shown);
        }
    }
}
