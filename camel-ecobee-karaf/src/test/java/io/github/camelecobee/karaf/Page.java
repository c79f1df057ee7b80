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
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    private final String text;

    Page(String path) throws IOException {
        text = Files.readString(ROOT.resolve(path));
    }

    /** The commands for Karaf's shell in the chapter of that heading. */
    String[] commands(String heading) {
        String from = text.substring(text.indexOf("\n## " + heading + "\n") + 1);
        int end = from.indexOf("\n## ");
        return snippets(end < 0 ? from : from.substring(0, end), "shell").stream().flatMap(String::lines).toArray(String[]::new);
    }

    /** What it shows of a language. */
    List<String> snippets(String language) {
        return snippets(text, language);
    }

    private static List<String> snippets(String text, String language) {
        return FENCE.matcher(text).results().filter(fence -> fence.group(1).equals(language)).map(fence -> fence.group(2)).toList();
    }
}
