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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README says of lines of Camel and JDKs is what was found, and nothing else. */
class SupportTableTest {
    private static final String HEADER = "camel,cell,java,tests,skipped,failed,lacks,date,commit,jar";
    private static final String PAGE = "before\n<!-- support -->\nanything\n<!-- end -->\nafter\n";
    private static final String JAR = "0123456789abcdef0123456789abcdef";

    @Test
    void theReadmeHasTheTableOfTheLastRun() throws Exception {
        Path page = Manual.project().resolve("README.md");
        String text = Files.readString(page);
        String right = SupportTable.read().writeInto(text);
        if (System.getProperty("docs.update") != null) {
            Files.writeString(page, right);
        } else {
            assertThat(text).as("run ./matrix").isEqualTo(right);
        }
    }

    @Test
    void whatWasNotRunIsNotSaidToPass() {
        assertThat(SupportTable.of(List.of(HEADER)).writeInto(PAGE)).contains("| 4.18.0 | not run | not run | not run |")
                .startsWith("before\n").endsWith("after\n").doesNotContain("anything", "commit");
    }

    @Test
    void failuresAreShown() {
        String table = SupportTable.of(List.of(HEADER,
                "4.18.0,17,17.0.15,900,0,2,,2026-11-24,abc," + JAR, "4.18.0,25,25.0.3,900,4,0,,2026-11-24,abc," + JAR))
                .writeInto(PAGE);

        assertThat(table).contains("| 4.18.0 | **2 of 900 tests fail** | 896 tests pass, 4 are skipped | not run |")
                .contains("Java 17.0.15, 25.0.3, on 2026-11-24, at commit abc;");
    }

    @Test
    void aResultOfAnotherVersionOfALineIsNoneOfThisLine() {
        assertThat(SupportTable.of(List.of(HEADER, "4.18.9,17,17.0.15,900,0,0,,2026-11-24,abc," + JAR)).writeInto(PAGE))
                .contains("| 4.18.0 | not run |").doesNotContain("900", "abc");
    }

    @Test
    void whatALineLacksIsSaid() {
        assertThat(SupportTable.of(List.of(HEADER, "4.22.0,17,17.0.15,900,0,0,camel-a camel-b,2026-11-24,abc," + JAR))
                .writeInto(PAGE)).contains("On 4.22.0 without the tests that need camel-a, camel-b.");
    }
}
