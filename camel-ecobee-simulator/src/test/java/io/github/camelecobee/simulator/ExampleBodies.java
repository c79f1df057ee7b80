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
package io.github.camelecobee.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The example bodies of the ecobee reference: under each title some requests and answers. */
final class ExampleBodies {
    static final String TEXT = read();
    private static final Pattern BLOCK = Pattern.compile("```(?:json)?\n(.*?)\n```", Pattern.DOTALL);
    /** Lists without elements got lost when the reference was written. */
    private static final Pattern LOST_LIST = Pattern.compile(":(?=[,}])");

    private ExampleBodies() {
    }

    /** What stands under a title, in order. */
    static List<String> of(String title) {
        int start = TEXT.indexOf("\n**" + title + "**");
        assertThat(start).as("the title %s", title).isNotNegative();
        int end = TEXT.indexOf("\n**", start + 1);
        Matcher blocks = BLOCK.matcher(TEXT.substring(start, end < 0 ? TEXT.length() : end));
        List<String> found = new ArrayList<>();
        while (blocks.find()) {
            found.add(LOST_LIST.matcher(blocks.group(1)).replaceAll(":[]"));
        }
        return found;
    }

    private static String read() {
        try (InputStream in = ExampleBodies.class.getResourceAsStream("/example-bodies.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
