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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that people read, the manual in AsciiDoc and the README in Markdown, and the snippets in them. */
final class Manual {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LISTING = Pattern.compile("(?ms)^\\[source,(\\w+)\\]\\n----\\n(.*?)^----$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    private Manual() {
    }

    static Path project() {
        return PROJECT;
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            List<Path> pages = new ArrayList<>(docs.filter(page -> page.toString().endsWith(".adoc")).sorted().toList());
            pages.add(PROJECT.resolve("README.md"));
            return pages;
        }
    }

    /** The text of a page, which is named without its ending. */
    static String page(String name) throws IOException {
        try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
            return Files.readString(docs.filter(page -> page.getFileName().toString().matches(name + "\\.(md|adoc)"))
                    .findFirst().orElseThrow());
        }
    }

    static List<String> snippets(String language) throws IOException {
        List<String> snippets = new ArrayList<>();
        for (Path page : pages()) {
            if (page.endsWith("simulator.adoc") || page.endsWith("simulator-accounts.adoc")) {
                // No routes: the simulator's own tests run its snippets.
                continue;
            }
            if (page.endsWith("kamelets.adoc")) {
                // The tests of the Kamelets run them.
                continue;
            }
            snippets.addAll(found(page, language));
        }
        return snippets;
    }

    /** Those of one page, which is named by its path. */
    static List<String> snippets(String page, String language) throws IOException {
        return found(PROJECT.resolve(page), language);
    }

    private static List<String> found(Path page, String language) throws IOException {
        List<String> snippets = new ArrayList<>();
        Matcher matcher = (page.toString().endsWith(".md") ? FENCE : LISTING).matcher(Files.readString(page));
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                snippets.add(matcher.group(2));
            }
        }
        return snippets;
    }
}
