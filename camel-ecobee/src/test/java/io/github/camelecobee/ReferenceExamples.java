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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The example requests and answers of the ecobee reference, which the simulator is tested with, too. */
public final class ReferenceExamples {
    private static final Path FILE = Path.of("../camel-ecobee-simulator/src/test/resources/example-bodies.md");
    private static final Pattern BLOCK = Pattern.compile("```(?:json)?\n(.*?)\n```", Pattern.DOTALL);

    private ReferenceExamples() {
    }

    /** What stands under a title, in order. */
    public static List<String> of(String title) {
        String text = text();
        int from = text.indexOf("\n**" + title + "**");
        assertThat(from).as("the title %s", title).isNotNegative();
        int to = text.indexOf("\n**", from + 1);
        List<String> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text.substring(from, to < 0 ? text.length() : to));
        while (block.find()) {
            found.add(block.group(1));
        }
        return found;
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
