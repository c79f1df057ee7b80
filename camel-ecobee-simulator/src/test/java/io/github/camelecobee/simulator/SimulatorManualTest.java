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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.simulator.evidence.UsageRule;
import io.github.camelecobee.simulator.faults.FaultOrder;
import io.github.camelecobee.simulator.junit.EcobeeExtension;
import io.github.camelecobee.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/simulator.adoc says is so. */
class SimulatorManualTest {
    @RegisterExtension
    static final EcobeeExtension ECOBEE = DocumentedUse.ECOBEE;

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/simulator.adoc"));
    }

    private static List<String> all(String regex) throws IOException {
        return Pattern.compile(regex).matcher(page()).results().map((MatchResult each) -> each.group(1)).toList();
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void javaSnippetsCompile() throws IOException {
        String source = squeeze(Files.readString(
                Path.of("src/test/java/io/github/camelecobee/simulator/DocumentedUse.java")));

        assertThat(all("(?ms)^\\[source,java\\]\\n----\\n(.*?)^----$")).hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(snippet -> assertThat(source).contains(squeeze(snippet)));
    }

    @Test
    void javaSnippetsRun() {
        DocumentedUse.script();
        SimulatorClient client = new SimulatorClient(ECOBEE.simulator());
        client.use(client.redeem(client.requestPin().getCode()));
        client.call("511", "{\"type\":\"setHold\",\"params\":{\"heatHoldTemp\":640,\"coolHoldTemp\":790}}");

        DocumentedUse.check();
        DocumentedUse.byAccount();
        DocumentedUse.use();
        DocumentedUse.spoil(ECOBEE.simulator());
    }

    @Test
    void scenariosCanBeRead() throws IOException {
        assertThat(all("(?ms)^\\[source,yaml\\]\\n----\\n(.*?)^----$")).isNotEmpty().allSatisfy(Scenario::parse);
    }

    @Test
    void faultsOfTheCommandLineCanBeRead() throws IOException {
        assertThat(all("--fault '([^']+)'")).hasSize(2)
                .allSatisfy(text -> assertThat(FaultOrder.parse(text, Instant.EPOCH).fault().description()).isNotBlank());
    }

    @Test
    void everyControlOperationIsInTheTable() throws IOException {
        Object operations = EcobeeJson.readMap(
                new SimulatorClient(ECOBEE.simulator()).get("/control", Map.of()).body()).get("operations");
        Set<String> documented = all("(?m)^\\|`([A-Z]+ /control[^`]*)` \\|").stream()
                .filter(each -> !each.contains("{")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(List.copyOf(documented)).isEqualTo(operations);
    }

    @Test
    void everyReadyScenarioIsInTheTable() throws IOException {
        String section = page().substring(page().indexOf("\n== Ready scenarios"), page().indexOf("\n== Faults"));

        assertThat(Pattern.compile("(?m)^\\|`([a-z]+)` \\|").matcher(section).results().map(each -> each.group(1)))
                .containsExactlyInAnyOrder(Scenario.READY.split(", "));
    }

    @Test
    void everyFaultAndRuleIsInItsTable() throws IOException {
        assertThat(all("`([a-zA-Z]+)`")).containsAll(FaultOrder.names());
        for (UsageRule rule : UsageRule.values()) {
            assertThat(page()).contains("|`" + rule + "` |" + rule.text() + "\n");
        }
    }
}
