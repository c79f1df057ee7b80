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
package io.github.camelecobee.transform;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.camelecobee.model.Thermostat;
import io.github.camelecobee.report.Rows;
import io.github.camelecobee.report.RuntimeReportRow;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The data types that a route asks for by name. */
class DataTypesTest extends DataTypeTestSupport {
    private final List<RuntimeReportRow> rows
            = Rows.of("zoneAveTemp", "2025-01-14,11:45:00,70.0,", "2025-01-14,11:50:00,70.5,");

    @Test
    @Tag("field-62")
    @Tag("field-68")
    @Tag("field-73")
    void jsonOfAThermostatIsBytes() throws Exception {
        Thermostat named = new Thermostat().withName("Zoé's 21°");
        named.setExplicitNull("location");
        named.setAdditionalProperty("moonPhase", "waxing");

        Message message = transform("application-json", message(named));

        assertThat(message.getBody()).isInstanceOf(byte[].class);
        assertThat(message.getBody(String.class))
                .isEqualTo("{\"name\":\"Zoé's 21°\",\"location\":null,\"moonPhase\":\"waxing\"}");
        assertThat(message.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @Test
    void jsonOfAListIsAStream() throws Exception {
        Message message = transform("application-json", message(rows));

        assertThat(message.getBody()).isInstanceOf(InputStream.class);
        assertThat(message.getBody(String.class)).isEqualTo("[" + rows.get(0).toJson() + "," + rows.get(1).toJson() + "]");
    }

    @Test
    void linesOfJson() throws Exception {
        Message message = transform("application-x-ndjson", message(rows));

        assertThat(message.getBody(String.class)).isEqualTo(rows.get(0).toJson() + "\n" + rows.get(1).toJson() + "\n");
        assertThat(message.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/x-ndjson");
    }

    @Test
    void csvOfRows() throws Exception {
        Message message = transform("text-csv", message(rows));

        assertThat(message.getBody(String.class)).startsWith("id,").hasLineCount(3);
        assertThat(message.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/csv; charset=UTF-8");
        assertThat(transform("text-csv", message(rows.get(0))).getBody(byte[].class))
                .isEqualTo(transform("text-csv", message(rows)).getBody(String.class).lines().skip(1).findFirst()
                        .map(line -> (line + "\r\n").getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    @Test
    void ofAnEmptyListIsNothing() throws Exception {
        assertThat(transform("application-json", message(List.of())).getBody(String.class)).isEqualTo("[]");
        assertThat(transform("application-x-ndjson", message(List.of())).getBody(String.class)).isEmpty();
        assertThat(transform("text-csv", message(List.of())).getBody(String.class)).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "application-json", "application-x-ndjson", "text-csv", "application-cloudevents" })
    void whatIsNotOfEcobeeIsRefusedWithItsKindOnly(String type) {
        assertThatThrownBy(() -> transform(type, message("secret"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("data type ecobee:" + type + ": the body is java.lang.String; allowed is ");
        assertThatThrownBy(() -> transform(type, message(null))).hasMessageContaining("the body is empty");
        assertThatThrownBy(() -> transform(type, message(List.of("secret"))))
                .hasMessageContaining("the body is a list of java.lang.String");
    }

    @Test
    void onlyRowsHaveColumns() {
        assertThatThrownBy(() -> transform("text-csv", message(new Thermostat())))
                .hasMessage("data type ecobee:text-csv: the body is io.github.camelecobee.model.Thermostat; allowed is a row"
                            + " of a report or a list of rows");
    }
}
