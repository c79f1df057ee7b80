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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of the README that says where the jar was tested, made of what {@code ./matrix} found. */
final class SupportTable {
    private static final Path LINES = Manual.project().resolve("camel-ecobee-lines");
    private static final String BEGIN = "<!-- support -->\n";
    private static final Pattern VERSION = Pattern.compile("<camel\\.version>(.*)</camel\\.version>");

    /** Columns: a JDK, or a JDK used in some way. */
    private enum Cell {
        JAVA_17("17", "Java 17"),
        JAVA_25("25", "Java 25"),
        VIRTUAL("25-virtual", "Java 25, virtual threads");

        private final String id;
        private final String title;

        Cell(String id, String title) {
            this.id = id;
            this.title = title;
        }
    }

    /** A row of the file: what one JVM told of itself and its tests, and when it was. */
    private record Run(
            String camel, String cell, String java, int tests, int skipped, int failed, String lacks, String date,
            String commit,
            String jar) {
        static Run of(String line) {
            String[] values = line.split(",", -1);
            return new Run(
                    values[0], values[1], values[2], Integer.parseInt(values[3]), Integer.parseInt(values[4]),
                    Integer.parseInt(values[5]), values[6], values[7], values[8], values[9]);
        }

        String outcome() {
            return failed > 0
                    ? "**" + failed + " of " + tests + " tests fail**"
                    : tests - skipped + " tests pass" + (skipped > 0 ? ", " + skipped + " are skipped" : "");
        }
    }

    private final List<Run> runs;

    private SupportTable(List<Run> runs) {
        this.runs = runs;
    }

    /** Of the file that {@code ./matrix} writes. */
    static SupportTable read() throws IOException {
        return of(Files.readAllLines(LINES.resolve("matrix.csv")));
    }

    static SupportTable of(List<String> rows) {
        return new SupportTable(rows.stream().skip(1).map(Run::of).toList());
    }

    String writeInto(String page) {
        int from = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, from) + text() + page.substring(page.indexOf("<!-- end -->", from));
    }

    private String text() {
        StringBuilder text = new StringBuilder("| Camel |");
        Stream.of(Cell.values()).forEach(cell -> text.append(' ').append(cell.title).append(" |"));
        text.append("\n|---|").append("---|".repeat(Cell.values().length)).append('\n');
        for (String camel : lines()) {
            text.append("| ").append(camel).append(" |");
            Stream.of(Cell.values()).forEach(cell -> text.append(' ').append(outcome(camel, cell)).append(" |"));
            text.append('\n');
        }
        shown().filter(run -> !run.lacks.isEmpty())
                .map(run -> "\nOn " + run.camel + " without the tests that need " + run.lacks.replace(" ", ", ") + ".")
                .distinct().forEach(text::append);
        if (shown().findAny().isPresent()) {
            text.append("\nRun with Java ").append(each(Run::java)).append(", on ").append(each(Run::date))
                    .append(", at commit ")
                    .append(each(Run::commit)).append(";\nSHA-256 of the jar: ")
                    .append(each(run -> "`" + run.jar.substring(0, 16) + "...`")).append(".\n");
        }
        return text.toString();
    }

    private String outcome(String camel, Cell cell) {
        return runs.stream().filter(run -> run.camel.equals(camel) && run.cell.equals(cell.id)).findFirst().map(Run::outcome)
                .orElse("not run");
    }

    private Stream<Run> shown() {
        List<String> lines = lines();
        return runs.stream().filter(run -> lines.contains(run.camel));
    }

    private String each(Function<Run, String> value) {
        return shown().map(value).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** The versions of Camel that have a module, old ones first. */
    private static List<String> lines() {
        try (Stream<Path> modules = Files.list(LINES)) {
            return modules.filter(module -> Objects.requireNonNull(module.getFileName()).toString().startsWith("camel-"))
                    .map(SupportTable::version).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(Path module) {
        try {
            Matcher version = VERSION.matcher(Files.readString(module.resolve("pom.xml")));
            if (!version.find()) {
                throw new IllegalStateException(module + " does not say its camel.version");
            }
            return version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
