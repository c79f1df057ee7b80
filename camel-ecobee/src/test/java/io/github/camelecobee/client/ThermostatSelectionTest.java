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
package io.github.camelecobee.client;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.camelecobee.model.EcobeeJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Selection.shtml. */
class ThermostatSelectionTest {
    @Test
    void registeredIsSentWithAnEmptyMatch() {
        assertThat(EcobeeJson.write(ThermostatSelection.registered().toWire(Set.of(Include.RUNTIME))))
                .isEqualTo("{\"selectionType\":\"registered\",\"selectionMatch\":\"\",\"includeRuntime\":true}");
    }

    @Test
    void identifiersAreSentWithoutBlanksAndOnce() {
        assertThat(EcobeeJson.write(ThermostatSelection.thermostats(" 1, 2,,1 ").toWire(Set.of())))
                .isEqualTo("{\"selectionType\":\"thermostats\",\"selectionMatch\":\"1,2\"}");
    }

    @Test
    void moreThanTwentyFiveIdentifiersAreSeveralRequests() {
        List<String> ids = IntStream.rangeClosed(1, 51).mapToObj(Integer::toString).toList();

        List<ThermostatSelection> chunks = ThermostatSelection.thermostats(ids).chunks();

        assertThat(chunks).extracting(chunk -> chunk.match().size()).containsExactly(25, 25, 1);
        assertThat(chunks.stream().flatMap(chunk -> chunk.match().stream())).containsExactlyElementsOf(ids);
    }

    @Test
    void aManagementSetIsNeverSplit() {
        assertThat(ThermostatSelection.managementSet("/North").chunks()).hasSize(1);
    }

    @Test
    void noIdentifierAtAllIsRefused() {
        assertThatThrownBy(() -> ThermostatSelection.thermostats(" , ")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thermostatIds");
        assertThatThrownBy(() -> ThermostatSelection.managementSet(" ")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("managementSet");
    }
}
