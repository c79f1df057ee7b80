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

import java.util.Arrays;

import io.github.camelecobee.model.EcobeeJson;
import io.github.camelecobee.model.Selection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Include flags, Selection.shtml. */
class IncludeTest {
    @Test
    void everyFlagOfTheContractIsAnInclude() {
        assertThat(Arrays.stream(Include.values()).map(Include::flag))
                .containsExactlyInAnyOrderElementsOf(EcobeeJson.propertyNames(Selection.class).stream()
                        .filter(name -> name.startsWith("include")).toList());
    }

    @Test
    void namesAreReadInAnyCaseAndWithBlanks() {
        assertThat(Include.parse("runtime, EquipmentStatus ,includeHouseDetails,"))
                .containsExactlyInAnyOrder(Include.RUNTIME, Include.EQUIPMENT_STATUS, Include.HOUSE_DETAILS);
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> Include.parse("runtime,wheather")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("include: 'wheather'").hasMessageContaining("weather").hasMessageContaining("sensors");
    }
}
