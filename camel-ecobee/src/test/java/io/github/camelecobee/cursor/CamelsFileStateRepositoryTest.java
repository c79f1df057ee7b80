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
package io.github.camelecobee.cursor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.support.processor.state.FileStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Why docs/delivery.adoc warns of Camel's file repository. When one of these fails, Camel has mended it. */
class CamelsFileStateRepositoryTest {
    private static final String HOME = "telemetry/default/311019854581";
    private static final String OTHER = "telemetry/default/311019854582";
    private static final String CURSOR = "report1;5788800;5788800-5789000;5788999:abcd";

    @TempDir
    private Path directory;

    private FileStateRepository started() {
        FileStateRepository cursors = FileStateRepository.fileStateRepository(directory.resolve("cursors").toFile());
        cursors.start();
        return cursors;
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("cursors"), text);
    }

    @Test
    void killedInTheMiddleOfANameItCannotBeOpenedAgain() throws IOException {
        write(HOME + "=" + CURSOR + "\ntelemetry/def");

        assertThatThrownBy(this::started).isInstanceOf(StringIndexOutOfBoundsException.class);
    }

    @Test
    void killedInTheMiddleOfACursorItGivesBackHalfOfIt() throws IOException {
        write(HOME + "=" + CURSOR + "\n" + HOME + "=report1;5788800;57888");

        assertThat(started().getState(HOME)).isEqualTo("report1;5788800;57888");
    }

    @Test
    void afterHalfACursorTheNextOneIsLost() throws IOException {
        write(OTHER + "=" + CURSOR + "\n" + HOME + "=report1;5788800;57888");

        started().setState(OTHER, "report1;5788800;5788800-5789001;5789000:abcd");

        assertThat(started().getState(OTHER)).isEqualTo(CURSOR);
    }

    /** What it cannot write is only the occasion: a process that is killed there leaves the same. */
    @Test
    void itEmptiesItsFileBeforeItWritesItAnew() throws IOException {
        write(HOME + "=" + CURSOR + "\n");
        FileStateRepository cursors = started();
        cursors.setMaxFileStoreSize(0);
        Map<String, String> unwritable = new TreeMap<>(cursors.getCache());
        unwritable.put("a name before the others", null);
        cursors.setCache(unwritable);

        assertThatThrownBy(() -> cursors.setState(OTHER, CURSOR)).isInstanceOf(NullPointerException.class);

        assertThat(directory.resolve("cursors")).content().doesNotContain(CURSOR);
    }

    @Test
    void valuesMayHoldTheSignThatEndsNamesAndNoLineBreaks() {
        FileStateRepository cursors = started();
        cursors.setState(HOME, "a=b=c");

        assertThat(started().getState(HOME)).isEqualTo("a=b=c");
        assertThatThrownBy(() -> cursors.setState(HOME, "a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cursors.setState("my=route/default/1", "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
