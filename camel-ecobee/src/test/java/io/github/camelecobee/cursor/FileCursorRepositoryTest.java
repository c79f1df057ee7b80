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
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files that a crash, a full disk or a person has left. */
class FileCursorRepositoryTest extends CursorRepositoryContract {
    private static final String FIRST = "true:250114163012:250114150001:250114164530:250114164500";
    private static final String SECOND = "true:250114163012:250114150001:250114164830:250114164500";

    @TempDir
    private Path directory;

    @Override
    StateRepository<String, String> open() {
        return FileCursorRepository.of(file());
    }

    private Path file() {
        return directory.resolve("new/cursors.txt");
    }

    @Test
    void aLineThatWasNotWrittenInFullDoesNotCountWhereverItEnds() throws IOException {
        cursors.setState(HOME, FIRST);
        cursors.setState(HOME, SECOND);
        cursors.stop();
        byte[] whole = Files.readAllBytes(file());
        int lastLine = whole.length / 2;

        for (int end = lastLine; end < whole.length; end++) {
            Files.write(file(), Arrays.copyOf(whole, end));

            assertThat(reopened().getState(HOME)).as("cut after %s bytes", end).isEqualTo(FIRST);
            cursors.setState("others/default/1", SECOND);
            assertThat(reopened().getState(HOME)).isEqualTo(FIRST);
            assertThat(cursors.getState("others/default/1")).isEqualTo(SECOND);
            cursors.stop();
        }
    }

    @Test
    void whatAWriteThatFailedLeftBehindDoesNotHurtTheNext() throws IOException {
        cursors.setState(HOME, FIRST);
        Files.writeString(file(), "0123abcd changed/defau", StandardOpenOption.APPEND);

        cursors.setState(HOME, SECOND);

        assertThat(Files.readAllLines(file())).hasSize(2);
        assertThat(reopened().getState(HOME)).isEqualTo(SECOND);
    }

    @Test
    void aDamagedLineInTheMiddleIsSaidAndTheFileLeftAsItIs() throws IOException {
        cursors.setState(HOME, FIRST);
        cursors.setState("others/default/1", SECOND);
        cursors.stop();
        String damaged = Files.readString(file()).replaceFirst("250114163012", "250114163013");
        Files.writeString(file(), damaged);

        assertThatThrownBy(() -> open().start()).hasStackTraceContaining("is damaged in line 1");

        assertThat(file()).hasContent(damaged);
    }

    @Test
    void theFileDoesNotGrowForEver() throws IOException {
        for (int i = 0; i < 6_000; i++) {
            cursors.setState(HOME, FIRST);
        }

        assertThat(Files.size(file())).isLessThan(300 * 1024);
        cursors.setState("others/default/1", SECOND);
        assertThat(reopened().getState(HOME)).isEqualTo(FIRST);
        assertThat(cursors.getState("others/default/1")).isEqualTo(SECOND);
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void aLeftoverOfAnUnfinishedTidyingIsOfNoConsequence() throws IOException {
        cursors.setState(HOME, FIRST);
        cursors.setState(HOME, SECOND);
        Files.writeString(file().resolveSibling("cursors.txt.tmp"), "0123abcd half".repeat(100));

        assertThat(reopened().getState(HOME)).isEqualTo(SECOND);

        assertThat(Files.readAllLines(file())).hasSize(1);
    }

    @Test
    void twoRepositoriesCannotShareAFile() {
        assertThatThrownBy(() -> open().start()).hasStackTraceContaining("is in use");

        cursors.setState(HOME, FIRST);
        assertThat(reopened().getState(HOME)).isEqualTo(FIRST);
    }

    @Test
    void aRepositoryThatIsNotStartedSaysSo() {
        cursors.stop();

        assertThatThrownBy(() -> cursors.getState(HOME)).isInstanceOf(CursorRepositoryException.class)
                .hasMessageContaining("not started");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(directory.resolve("file"), "");
        Path below = directory.resolve("file/cursors.txt");

        assertThatThrownBy(() -> FileCursorRepository.of(below).start()).hasStackTraceContaining(below.toString());
    }

    @Test
    void aPersonCanReadTheFile() throws IOException {
        cursors.setState(HOME, FIRST);

        assertThat(Files.readAllLines(file())).isEqualTo(List.of("69952bee " + HOME + "\t" + FIRST));
    }
}
