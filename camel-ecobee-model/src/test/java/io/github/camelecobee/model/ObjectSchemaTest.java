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
package io.github.camelecobee.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the contract says of a property can be asked for while a program runs. */
class ObjectSchemaTest {
    @Test
    void itTellsWhatCanBeSet() {
        assertThat(ObjectSchema.of(Settings.class).writable()).contains("hvacMode", "fanMinOnTime")
                .doesNotContain("coolStages", "ventilatorType");
        assertThat(ObjectSchema.of(Thermostat.class).writable()).contains("settings", "name", "audio")
                .doesNotContain("identifier", "runtime", "events");
    }

    @Test
    void itTellsUnitRangeAndWords() {
        assertThat(property("coldTempAlert").isTemperature()).isTrue();
        assertThat(property("coldTempAlert").difference()).isFalse();
        assertThat(property("heatCoolMinDelta").difference()).isTrue();
        assertThat(property("fanMinOnTime").range()).isEqualTo(List.of(0, 60));
        assertThat(property("hvacMode").examples()).contains("auxHeatOnly");
        assertThat(property("hvacMode").range()).isEmpty();
        assertThat(property("humidity").type()).isEqualTo("string");
    }

    @Test
    void itLeadsToTheObjectsOfAnObject() {
        PropertySchema climates = ObjectSchema.of(Program.class).property("climates").orElseThrow();

        assertThat(climates.items()).isNotNull().extracting(items -> items.object().orElseThrow().name()).isEqualTo("Climate");
        assertThat(ObjectSchema.of(Thermostat.class).property("settings").orElseThrow().object())
                .contains(ObjectSchema.of(Settings.class));
        assertThat(ObjectSchema.of(LimitSetting.class).property("type").orElseThrow().isKey()).isTrue();
    }

    @Test
    void onlyTemperaturesAreDifferencesOfTemperatures() {
        assertThat(ObjectSchema.of(Settings.class).properties().values()).filteredOn(PropertySchema::difference).isNotEmpty()
                .allMatch(PropertySchema::isTemperature);
    }

    @Test
    void itKnowsNothingOfOtherClasses() {
        assertThat(ObjectSchema.of(Settings.class).property("nonsense")).isEmpty();
        assertThatThrownBy(() -> ObjectSchema.of(EcobeeObject.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EcobeeObject");
    }

    private static PropertySchema property(String name) {
        return ObjectSchema.of(Settings.class).property(name).orElseThrow();
    }
}
