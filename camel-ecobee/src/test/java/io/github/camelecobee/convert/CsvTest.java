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
package io.github.camelecobee.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelecobee.report.MeterReportRow;
import io.github.camelecobee.report.Rows;
import io.github.camelecobee.report.RuntimeReportRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows as text that others load, also when there are very many. */
class CsvTest {
    private static final String FIRST
            = "311019854581/2025-01-14T16:45:00Z,311019854581,2025-01-14T16:45:00Z,2025-01-14 11:45:00";
    private static final String SECOND
            = "311019854581/2025-01-14T16:50:00Z,311019854581,2025-01-14T16:50:00Z,2025-01-14 11:50:00";

    @Test
    @Tag("field-73")
    void aListHasAHeaderAndAbsentIsEmptyAndNotZero() throws Exception {
        List<RuntimeReportRow> rows = Rows.of("zoneAveTemp,fan,zoneOccupancy", "2025-01-14,11:45:00,70.0,0,1,",
                "2025-01-14,11:50:00,-500.2,,0,");

        assertThat(csv(rows)).isEqualTo(String.join("\r\n",
                "id,thermostatIdentifier,instant,thermostatTime,zoneAveTemp,fan,zoneOccupancy",
                FIRST + ",70.0,0,true", SECOND + ",,,false", ""));
    }

    @Test
    void aSingleRowIsALineToAppend() throws Exception {
        assertThat(csv(Rows.of("zoneAveTemp,fan", "2025-01-14,11:45:00,71.6,300,").get(0)))
                .isEqualTo(FIRST + ",71.6,300\r\n");
    }

    @Test
    @Tag("field-68")
    void namesAreQuotedWhereTheyMustBe() throws Exception {
        List<RuntimeReportRow> rows = Rows.of("zoneCalendarEvent,zoneClimate", "2025-01-14,11:45:00,Zoé's 21° \"quote\",Home,",
                "2025-01-14,11:50:00,Rome, Italy,Été,");

        assertThat(csv(rows)).contains(FIRST + ",\"Zoé's 21° \"\"quote\"\"\",Home\r\n");
        assertThat(csv(Rows.of("fan,zoneClimate", "2025-01-14,11:45:00,0,Home, sweet,").get(0)))
                .endsWith(",0,\"Home, sweet\"\r\n");
    }

    @Test
    void sensorsAreColumns() throws Exception {
        assertThat(csv(Rows.withSensor("fan", "2025-01-14,11:45:00,30,", "2025-01-14,11:45:00,70.2,1")))
                .isEqualTo("id,thermostatIdentifier,instant,thermostatTime,fan,rs:100:1,rs:100:2\r\n" + FIRST
                           + ",30,70.2,true\r\n");
        assertThat(csv(Rows.withSensor("fan", "2025-01-14,11:45:00,30,", "2025-01-14,11:45:00,unknown,")))
                .endsWith(FIRST + ",30,,\r\n");
    }

    @Test
    void rowsOfDifferentReportsHaveTheColumnsOfBoth() throws Exception {
        List<RuntimeReportRow> rows = List.of(Rows.of("fan", "2025-01-14,11:45:00,30,").get(0),
                Rows.of("zoneAveTemp", "2025-01-14,11:45:00,70.2,").get(0));

        assertThat(csv(rows)).endsWith("thermostatTime,fan,zoneAveTemp\r\n" + FIRST + ",30,\r\n" + FIRST + ",,70.2\r\n");
    }

    @Test
    @Tag("field-73")
    void rowsOfAMeterSayWhichMeterItIs() throws Exception {
        List<MeterReportRow> rows = Rows.ofMeter("date,time,value,quality", "2025-01-14,11:45:00,0.042,",
                "2025-01-14,11:50:00,0,good");
        String first = FIRST.replace("45:00Z,311", "45:00Z/energy,311") + ",energy,0.042,\r\n";

        assertThat(csv(rows)).isEqualTo("id,thermostatIdentifier,instant,thermostatTime,meter,value,quality\r\n" + first
                                        + SECOND.replace("50:00Z,311", "50:00Z/energy,311") + ",energy,0,good\r\n");
        assertThat(csv(rows.get(0))).isEqualTo(first);
    }

    @Test
    void jsonLinesAreALineForEach() throws Exception {
        RuntimeReportRow row = Rows.of("fan", "2025-01-14,11:45:00,30,").get(0);

        assertThat(text(EcobeeBodies.jsonLines(List.of(row, row)))).isEqualTo((row.toJson() + "\n").repeat(2));
        assertThat(text(EcobeeBodies.jsonLines(row))).isEqualTo(row.toJson() + "\n");
    }

    @Test
    void aLongListIsWrittenWhileItIsRead() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        RuntimeReportRow row = Rows.of("fan", "2025-01-14,11:45:00,30,").get(0);
        List<RuntimeReportRow> year = new AbstractList<>() {
            @Override
            public RuntimeReportRow get(int index) {
                asked.incrementAndGet();
                return row;
            }

            @Override
            public int size() {
                return 105_120;
            }
        };

        try (InputStream json = EcobeeBodies.json(year); InputStream lines = EcobeeBodies.jsonLines(year)) {
            asked.set(0);
            assertThat(json.readNBytes(1000)).hasSize(1000);
            assertThat(lines.readNBytes(1000)).hasSize(1000);
            assertThat(asked).hasValueLessThan(50);
        }
    }

    private static String csv(Object rows) throws IOException {
        return text(EcobeeBodies.csv(rows));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
