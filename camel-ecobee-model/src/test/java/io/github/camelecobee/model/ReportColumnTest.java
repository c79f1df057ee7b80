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

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The columns of runtime reports, and what their cells say. */
class ReportColumnTest {
    private static final Path FACTS = Path.of("../../shared/reference/ecobee-api-facts.json");

    @Test
    void theColumnsAreThoseThatEcobeeDocuments() throws IOException {
        assumeTrue(Files.isRegularFile(FACTS), "no facts here");
        JsonNode facts = Examples.tree(Files.readString(FACTS)).path("runtimeReportColumns");
        List<String> documented = StreamSupport.stream(facts.spliterator(), false).map(fact -> fact.path("name").asText())
                .toList();

        assertThat(documented).hasSize(28);
        assertThat(ReportColumn.all()).extracting(ReportColumn::name).containsExactlyElementsOf(documented);
    }

    @Test
    void everyColumnSaysWhatItIs() {
        assertThat(ReportColumn.all()).hasSize(28).allSatisfy(column -> {
            assertThat(column.description()).as(column.name()).endsWith(".");
            assertThat(column.unit()).as(column.name()).isNotBlank();
        });
    }

    @Test
    void aColumnIsFoundInWhateverLetterCaseEcobeeAnswers() {
        assertThat(ReportColumn.named("HVACmode")).hasValueSatisfying(
                column -> assertThat(column.name()).isEqualTo("hvacMode"));
        assertThat(ReportColumn.named("zoneHVACmode")).isPresent();
        assertThat(ReportColumn.named("temperature")).isEmpty();
    }

    @Test
    void aCellHasTheTypeOfItsColumn() {
        assertThat(value("fan", "300")).isEqualTo(300);
        assertThat(value("zoneAveTemp", "71.6")).isEqualTo(new BigDecimal("71.6"));
        assertThat(value("zoneHumidity", "36.0")).isEqualTo(36);
        assertThat(value("zoneClimate", "Home, sweet")).isEqualTo("Home, sweet");
        assertThat(value("dmOffset", "-4.0")).isEqualTo(new BigDecimal("-4.0"));
    }

    @ParameterizedTest
    @Tag("field-60")
    @Tag("field-61")
    @CsvSource({
            "zoneAveTemp,-5002", "zoneAveTemp,-500.2", "outdoorTemp,-50020", "outdoorTemp,-1000.5", "zoneCoolTemp,0.0",
            "zoneHeatTemp,-5003", "zoneHumidity,-5002", "wind,-5002", "dmOffset,-500.2", "fan,-5002", "fan,301",
            "zoneAveTemp,unknown", "zoneAveTemp,''" })
    void whatEcobeeSendsInsteadOfAValueIsAbsent(String column, String cell) {
        assertThat(ReportColumn.named(column).orElseThrow().value(cell)).isEmpty();
    }

    @Test
    @Tag("field-81")
    void nobodyThereIsNotTheSameAsNobodyKnows() {
        assertThat(value("zoneOccupancy", "0")).isEqualTo(false);
        assertThat(value("zoneOccupancy", "1")).isEqualTo(true);
        assertThat(ReportColumn.named("zoneOccupancy").orElseThrow().value("")).isEmpty();
    }

    private static Object value(String column, String cell) {
        return ReportColumn.named(column).orElseThrow().value(cell).orElseThrow();
    }
}
