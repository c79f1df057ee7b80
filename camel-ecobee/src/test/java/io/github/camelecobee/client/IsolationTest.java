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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.github.camelecobee.simulator.time.SimulatedClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A thermostat that spoils a request for 25, home-assistant/core issues 91397 and 82237. */
@Tag("field-33")
class IsolationTest {
    private static final List<String> FLEET
            = IntStream.range(0, 60).mapToObj(index -> String.valueOf(311000000000L + index)).toList();

    private final SimulatedClock clock = SimulatedClock.manual(Instant.parse("2026-01-14T12:00:00Z"));
    private final Isolation isolation = new Isolation("home", clock);
    private final Set<String> bad = new TreeSet<>();
    private final List<ThermostatSelection> requests = new ArrayList<>();
    private int code = 3;
    private boolean named;

    @Test
    void whoIsNamedIsLeftOutAndTheOthersAreReadWithOneRequestMore() {
        named = true;
        bad.addAll(List.of(FLEET.get(3), FLEET.get(17)));

        assertThat(read()).hasSize(58).doesNotContainAnyElementsOf(bad);
        assertThat(requests).hasSize(4);
        assertThat(isolation.all()).containsOnlyKeys(bad);
        assertThat(isolation.all().get(FLEET.get(3))).startsWith("code 3");
    }

    @ParameterizedTest
    @ValueSource(ints = { 2, 3, 9 })
    void whoIsNotNamedIsFoundByHalves(int code) {
        this.code = code;
        bad.add(FLEET.get(42));

        assertThat(read()).hasSize(59).doesNotContain(FLEET.get(42));
        assertThat(requests).hasSizeLessThanOrEqualTo(3 + 2 * 5);
    }

    @Test
    void whoIsSetAsideIsAskedForAgainLater() {
        named = true;
        bad.add(FLEET.get(3));
        read();
        requests.clear();
        clock.advance(Duration.ofMinutes(3));
        read();
        assertThat(requests).hasSize(3).noneMatch(selection -> selection.match().contains(FLEET.get(3)));
        bad.clear();
        clock.advance(Duration.ofMinutes(4));

        assertThat(read()).hasSize(60);
        assertThat(isolation.all()).isEmpty();
    }

    @Test
    void whenNobodyCanBeReadItIsNobodysFault() {
        bad.addAll(FLEET);

        assertThatThrownBy(this::read).isInstanceOf(EcobeeProcessingException.class);
        assertThat(requests).hasSizeLessThan(8);
        assertThat(isolation.all()).isEmpty();
    }

    @Test
    void otherRefusalsAreNoQuestionOfIdentifiers() {
        code = 7;
        bad.add(FLEET.get(3));

        assertThatThrownBy(this::read).isInstanceOf(EcobeeValidationException.class);
        assertThat(requests).hasSize(1);
    }

    private List<String> read() {
        return isolation.read(FLEET, selection -> {
            requests.add(selection);
            List<String> met = selection.match().stream().filter(bad::contains).toList();
            if (!met.isEmpty()) {
                throw new EcobeeAnswer(
                        RequestDescription.read("home", "GET /1/thermostat"), 500, code,
                        "Processing error. Error processing thermostats: " + (named ? met : List.of())).refusal();
            }
            return selection.match();
        }).stream().flatMap(List::stream).toList();
    }
}
