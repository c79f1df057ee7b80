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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

/** Who follows a link of the manual, or of the pages at the root of the project, comes somewhere. */
class LinksTest {
    private static final Path MANUAL = Path.of(System.getProperty("manual"));
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern MARKDOWN_LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)]*))?\\)");
    private static final String NAVIGATION = "nav.site";

    private static Set<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(MANUAL)) {
            return files.filter(file -> file.toString().endsWith(".html")).collect(toCollection(TreeSet::new));
        }
    }

    private static Document read(Path page) {
        try {
            return Jsoup.parse(page);
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }

    @Test
    void everyPageIsRendered() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of(""))) {
            assertThat(sources.map(Path::toString).filter(name -> name.endsWith(".adoc"))
                    .map(name -> name.replace(".adoc", ".html"))).hasSizeGreaterThan(20)
                    .containsExactlyInAnyOrderElementsOf(pages().stream().map(page -> page.getFileName().toString()).toList());
        }
    }

    @Test
    void linksOfTheManualLeadSomewhere() throws IOException {
        for (Path page : pages()) {
            for (String link : read(page).select("a[href], link[href]").eachAttr("href")) {
                leadsSomewhere(page, URI.create(link));
            }
            assertThat(read(page).select("img[src]").eachAttr("src")).as("pictures of " + page)
                    .allSatisfy(picture -> assertThat(page.resolveSibling(picture)).isNotEmptyFile());
        }
    }

    private static void leadsSomewhere(Path page, URI link) {
        if (link.getScheme() != null) {
            assertThat(link.getScheme()).as(page + ": " + link).isIn("http", "https");
            assertThat(link.getHost()).as(page + ": " + link).isNotBlank();
            return;
        }
        Path target = link.getPath().isEmpty() ? page : page.resolveSibling(link.getPath());
        assertThat(target).as(page + ": " + link).isRegularFile().startsWith(MANUAL);
        if (link.getFragment() != null && target.toString().endsWith(".html")) {
            assertThat(read(target).getElementById(link.getFragment())).as(page + ": " + link).isNotNull();
        }
    }

    @Test
    void everyPageIsReachedFromTheFirstWithoutTheNavigation() throws IOException {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(MANUAL.resolve("index.html")));
        while (!next.isEmpty()) {
            Path page = next.remove();
            if (reached.add(page)) {
                Document text = read(page);
                text.select(NAVIGATION).remove();
                links(text).map(page::resolveSibling).forEach(next::add);
            }
        }

        assertThat(reached).isEqualTo(pages());
    }

    @Test
    void everyPageIsInTheNavigation() throws IOException {
        Document page = read(MANUAL.resolve("index.html"));

        assertThat(links(page.selectFirst(NAVIGATION))).containsExactlyInAnyOrderElementsOf(
                pages().stream().map(each -> each.getFileName().toString()).toList());
    }

    private static Stream<String> links(@Nullable Element part) {
        return Stream.ofNullable(part).flatMap(each -> each.select("a[href]").eachAttr("href").stream()).map(URI::create)
                .filter(link -> link.getScheme() == null).map(URI::getPath).filter(path -> path.endsWith(".html"));
    }

    @Test
    void linksOfThePagesAtTheRootLeadSomewhere() throws IOException {
        try (Stream<Path> files = Files.list(PROJECT)) {
            List<Path> markdown = files.filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(markdown).hasSizeGreaterThanOrEqualTo(4);
            for (Path page : markdown) {
                for (MatchResult link : MARKDOWN_LINK.matcher(Files.readString(page)).results().toList()) {
                    followFromTheRoot(page, link);
                }
            }
        }
    }

    private static void followFromTheRoot(Path page, MatchResult link) {
        if (link.group(1).contains("://")) {
            assertThat(URI.create(link.group(1)).getHost()).as(page + ": " + link.group()).isNotBlank();
            return;
        }
        Path target = link.group(1).isEmpty() ? page : PROJECT.resolve(link.group(1));
        assertThat(target).as(page + ": " + link.group()).exists();
        if (link.group(2) == null) {
            return;
        }
        String name = target.getFileName().toString();
        if (name.endsWith(".adoc")) {
            assertThat(read(MANUAL.resolve(name.replace(".adoc", ".html"))).getElementById(link.group(2)))
                    .as(page + ": " + link.group()).isNotNull();
        } else {
            assertThat(Headings.of(target)).as(page + ": " + link.group()).contains(link.group(2));
        }
    }
}
