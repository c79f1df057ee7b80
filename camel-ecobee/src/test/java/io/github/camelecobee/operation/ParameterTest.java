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
package io.github.camelecobee.operation;

import java.util.List;

import io.github.camelecobee.model.Temperature;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParameterTest {
    @Test
    void temperaturesCarryTheirUnit() {
        assertThat(parameter("68F").temperature().tenthsFahrenheit()).isEqualTo(680);
        assertThat(parameter("20C").temperature().tenthsFahrenheit()).isEqualTo(680);
        assertThat(parameter(680).temperature().tenthsFahrenheit()).isEqualTo(680);
        assertThat(parameter(new Temperature(680)).temperature().tenthsFahrenheit()).isEqualTo(680);
    }

    @Test
    void aDifferenceOfTemperaturesHasNoFreezingPoint() {
        assertThat(parameter("2C").temperatureDifference()).isEqualTo(36);
        assertThat(parameter("-2C").temperatureDifference()).isEqualTo(-36);
        assertThat(parameter("4F").temperatureDifference()).isEqualTo(40);
        assertThat(parameter("40").temperatureDifference()).isEqualTo(40);
    }

    @Test
    void whatIsWrongNamesThePlaceTheValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> parameter("warm").temperature()).hasMessageContaining("header X")
                .hasMessageContaining("'warm'").hasMessageContaining("20.5C");
        assertThatThrownBy(() -> parameter("0").number(1, 24)).hasMessage(
                "header X: '0' is not allowed; give a whole number from 1 to 24");
        assertThatThrownBy(() -> parameter("two").number(1, 24)).hasMessageContaining("'two'");
        assertThatThrownBy(() -> parameter("perhaps").flag()).hasMessageContaining("true or false");
        assertThatThrownBy(() -> parameter("sideways").word(List.of("auto", "on"))).hasMessageContaining("auto, on");
    }

    @Test
    void wordsAreReadInAnyCaseAndSentInEcobees() {
        assertThat(parameter("HOLDHOURS").word(List.of("indefinite", "holdHours"))).isEqualTo("holdHours");
    }

    private static Parameter parameter(Object value) {
        return new Parameter(value, "header X");
    }
}
