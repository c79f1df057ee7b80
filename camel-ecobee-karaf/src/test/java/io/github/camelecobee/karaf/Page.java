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
package io.github.camelecobee.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A page of the manual. */
final class Page {
    static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Pattern ASCIIDOC = Pattern.compile("(?ms)^\\[source,(\\w+)]\\n----\\n(.*?)^----$");
    private static final Pattern MARKDOWN = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    private final Pattern listing;
    private final String chapter;
    private final String text;

    Page(String path) throws IOException {
        boolean markdown = path.endsWith(".md");
        listing = markdown ? MARKDOWN : ASCIIDOC;
        chapter = markdown ? "\n## " : "\n== ";
        text = Files.readString(ROOT.resolve(path));
    }

    /** The commands for Karaf's shell in the chapter of that heading. */
    String[] commands(String heading) {
        String from = text.substring(text.indexOf(chapter + heading + "\n") + 1);
        int end = from.indexOf(chapter);
        return snippets(end < 0 ? from : from.substring(0, end), "shell").stream().flatMap(String::lines)
                .toArray(String[]::new);
    }

    /** What it shows of a language. */
    List<String> snippets(String language) {
        return snippets(text, language);
    }

    private List<String> snippets(String text, String language) {
        return listing.matcher(text).results().filter(found -> found.group(1).equals(language)).map(found -> found.group(2))
                .toList();
    }
}
